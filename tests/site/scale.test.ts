import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dodge, rowsOf } from '../../src/site/charts/labels.ts';
import { day, linear, ticks, timeTicks } from '../../src/site/charts/scale.ts';
import { fillMonths, held, path, runs } from '../../src/site/charts/series.ts';

test('ticks are round and hold the whole domain', () => {
  expect(ticks(0, 702, 5)).toEqual([0, 200, 400, 600, 800]);
  expect(ticks(0, 3, 5, true)).toEqual([0, 1, 2, 3]);
  expect(ticks(0, 0, 5, true)).toEqual([0, 1]);
  expect(ticks(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
  // Nearer together than a number's digits tell.
  expect(ticks(-984292810122.2771, -984292810122.277, 5).length).toBeGreaterThan(1);
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.double({ min: 1e-6, max: 1e12, noNaN: true }),
      (low, span) => {
        const found = ticks(low, low + span, 5);
        const slack = Math.max(1e-6, Math.abs(low) * 1e-9, span * 1e-6);
        expect(found.length).toBeGreaterThan(1);
        expect(found.length).toBeLessThan(10);
        expect(found[0]).toBeLessThanOrEqual(low + slack);
        expect(found.at(-1)).toBeGreaterThanOrEqual(low + span - slack);
      },
    ),
  );
});

test('a domain of one value lies in the middle', () => {
  expect(linear([5, 5], [0, 100])(5)).toBe(50);
  expect(linear([0, 10], [100, 0])(2.5)).toBe(75);
});

test('months and years on a time axis, no more than asked', () => {
  expect(timeTicks(day('2025-01-20'), day('2025-12-20'), 3).map((t) => t.iso)).toEqual([
    '2025-04',
    '2025-07',
    '2025-10',
  ]);
  expect(timeTicks(day('2020-06-01'), day('2026-06-01'), 6).map((t) => t.iso)).toEqual([
    '2021',
    '2022',
    '2023',
    '2024',
    '2025',
    '2026',
  ]);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30_000 }),
      fc.integer({ min: 0, max: 30_000 }),
      fc.integer({ min: 1, max: 9 }),
      (from, span, count) => {
        const found = timeTicks(from, from + span, count);
        expect(found.length).toBeLessThanOrEqual(count);
        for (const tick of found) expect(tick.day >= from && tick.day <= from + span).toBe(true);
      },
    ),
  );
});

test('labels are set apart and stay inside while there is room', () => {
  const slots = fc.array(
    fc.record({ at: fc.double({ min: 0, max: 400, noNaN: true }), height: fc.integer({ min: 5, max: 40 }) }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(slots, (all) => {
      const middles = dodge(all, 0, 400);
      const boxes = all.map(
        (slot, i) => [(middles[i] ?? 0) - slot.height / 2, (middles[i] ?? 0) + slot.height / 2] as const,
      );
      const sorted = boxes.sort((a, b) => a[0] - b[0]);
      sorted.forEach((box, i) => {
        expect(box[0]).toBeGreaterThanOrEqual(-1e-6);
        expect(box[1]).toBeLessThanOrEqual(400 + 1e-6);
        if (i > 0) expect(box[0]).toBeGreaterThanOrEqual((sorted[i - 1]?.[1] ?? 0) - 1e-6);
      });
    }),
  );
  expect(
    rowsOf([
      [0, 10],
      [5, 15],
      [13, 20],
    ]),
  ).toEqual([0, 1, 0]);
});

test('a missing month is a gap, not a zero', () => {
  const filled = fillMonths([
    { date: '2025-11', value: 4 },
    { date: '2026-02', value: 6 },
  ]);
  expect(filled.map((p) => p.value)).toEqual([4, null, null, 6]);
  expect(runs(filled).map((run) => run.length)).toEqual([1, 1]);
  expect(fillMonths([])).toEqual([]);
});

test('a step holds until the date of the gap', () => {
  const points = [
    { date: '2025-01-01', value: 4 },
    { date: '2025-02-01', value: null },
    { date: '2025-03-01', value: 5 },
  ];
  const [first, last] = runs(points);
  const days = (iso: string) => day(iso);
  expect(held(first ?? [], points, days('2025-04-01'), 'step').map((p) => p.day)).toEqual([
    days('2025-01-01'),
    days('2025-02-01'),
  ]);
  expect(held(last ?? [], points, days('2025-04-01'), 'step').at(-1)?.day).toBe(days('2025-04-01'));
  expect(
    path(
      [
        [0, 0],
        [10, 5],
      ],
      'step',
    ),
  ).toBe('M0,0H10V5');
});
