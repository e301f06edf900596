import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import { bookOf } from '../../src/claims/book.ts';
import { candidates } from '../../src/claims/candidates.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { judge } from '../../src/claims/judge.ts';
import { answer } from '../../src/figures/answer.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { registry } from '../../src/kinds/registry.ts';
import { build, emptyProject, exampleProject, open } from '../support/projects.ts';
import { claim, remembering, seeded } from './support.ts';

let opened: Workspace;
let bench: Workspace;
beforeAll(async () => {
  opened = await open((await exampleProject()).folder);
  bench = remembering(opened);
});
afterAll(() => opened.close());

const day = '2026-02-05';
const figureCalled = (id: string) => registry.figure(id) as Figure;
const valueOn = async (id: string, asOf: string) =>
  (await answer(bench, figureCalled(id), { asOf, where: {}, by: [] })).rows[0]?.value as number;

describe('the verdict', () => {
  test('holds on the words’ own reading, with the range over a week and no search', async () => {
    const value = await valueOn('agreements.agencies', day);
    const verdict = await judge(bench, registry, claim({ as_of: day, states: String(value) }));
    expect(verdict).toMatchObject({
      verdict: 'holds',
      search: null,
      unit: 'agencies',
      range: { holds_throughout: true },
    });
    expect(verdict.says[0]).toBe(`holds: ${value} agencies on the list of ${day}.`);
    expect(verdict.editions.map((edition) => edition.source)).toContain('ice-participating');
  });

  test('a share moves by points', async () => {
    const change = { from: '2025-03-05', to: day, in: 'difference' as const };
    const parts = async (asOf: string) => {
      const figure = figureCalled('agreements.population_covered');
      const [row] = (await answer(bench, figure, { asOf, where: {}, by: [] })).rows;
      return Number(row?.['numerator']) / Number(row?.['denominator']);
    };
    const points = (((await parts(change.to)) - (await parts(change.from))) * 100).toFixed(1);
    const told = claim({
      figure: 'agreements.population_covered',
      change,
      states: `${points} percentage points`,
    });
    const { verdict, says } = await judge(bench, registry, told);
    expect(Number(points)).toBeGreaterThan(0.2);
    expect(verdict).toBe('holds');
    expect(says[0]).toMatch(new RegExp(`^holds: \\+${points} points, from [\\d.]+% on`));
  });

  test('differs by one is differs, whatever readings fit', async () => {
    const agreements = await valueOn('agreements.agreements', day);
    const agencies = await valueOn('agreements.agencies', day);
    const verdict = await judge(bench, registry, claim({ as_of: day, states: String(agreements) }));
    expect(verdict).toMatchObject({
      verdict: 'differs',
      numbers: [{ value: String(agencies), off: String(agreements - agencies), holds: false }],
    });
    expect(verdict.search?.fits[0]).toMatchObject({
      choices: 1,
      class: 'another-question',
      readings: [{ id: 'agreements' }],
      list: null,
      unit: 'agreements',
    });
    expect(verdict.says[1]).toMatch(
      /^Reading that gives \d+: agreements instead of agencies \(one choice changed/,
    );
  });

  test('is the same without readings, and the numbers with it', async () => {
    const ids = ['agreements.agencies', 'agreements.agreements', 'agreements.states'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ids),
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom('', 'about ', 'more than ', 'nearly '),
        fc.array(fc.nat(6)),
        async (id, number, hedge, kept) => {
          const figure = figureCalled(id);
          const less = { ...figure, readings: figure.readings.filter((_, index) => kept.includes(index)) };
          const asked = claim({ figure: id, as_of: day, states: `${hedge}${number}` });
          const [full, part] = [
            await judge(bench, registry, asked),
            await judge(bench, { figures: [less] }, asked),
          ];
          expect({ verdict: part.verdict, numbers: part.numbers }).toEqual({
            verdict: full.verdict,
            numbers: full.numbers,
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('without a date rests on the latest list and says so', async () => {
    const verdict = await judge(bench, registry, claim({ states: '1' }));
    expect(verdict.numbers[0]?.ends[0]).toMatchObject({ day: null, list: '2026-06-04' });
    expect(verdict.says).toContain(
      'No date is given, so the list of 2026-06-04 is used, the latest at hand.',
    );
  });

  test('on a day between two lists rests on the earlier and says how old it was', async () => {
    const verdict = await judge(bench, registry, claim({ as_of: '2026-02-15', states: '1' }));
    expect(verdict.says).toContain(
      'The list in force on 2026-02-15, of those at hand, is that of 2026-02-05, 10 days earlier.',
    );
  });
});

describe('not checkable', () => {
  test.each<[string, Partial<Claim>, RegExp]>([
    [
      'before the first list',
      { as_of: '2024-01-01', states: '5' },
      /no edition of ice-participating is dated 2024-01-01 or earlier/,
    ],
    [
      'no record can settle it',
      { figure: undefined, settled_by: 'the minutes of the meeting' },
      /it would be settled by: the minutes of the meeting/,
    ],
    [
      'growth from nothing',
      {
        figure: 'agreements.territories',
        change: { from: '2025-01-06', to: day, in: 'percent' },
        states: '50%',
      },
      /the earlier value is zero/,
    ],
    [
      'one end has no list',
      { change: { from: '2024-01-01', to: day, in: 'percent' }, states: '50%' },
      /2024-01-01 or earlier/,
    ],
    [
      'an unknown figure',
      { figure: 'agreements.agncies', states: '5' },
      /Did you mean "agreements.agencies"/,
    ],
    ['a figure and no number', { as_of: day }, /states no number/],
  ])('%s', async (_, changes, why) => {
    const verdict = await judge(bench, registry, claim(changes));
    expect(verdict.verdict).toBe('not checkable');
    expect(verdict.why).toMatch(why);
    expect(verdict.search).toBeNull();
  });

  test('nothing has been added', async () => {
    const folder = emptyProject();
    await build(folder);
    const empty = await open(folder);
    const verdict = await judge(empty, registry, claim({ states: '5' }));
    empty.close();
    expect(verdict).toMatchObject({
      verdict: 'not checkable',
      why: 'no edition of ice-participating has been added',
    });
  });
});

describe('readings', () => {
  test('at most two choices, at most one other list, axes apart, fewest choices first, the words’ own before all', () => {
    for (const figure of registry.figures) {
      for (const asked of [
        claim({ as_of: day }),
        claim({}),
        claim({ change: { from: '2025-03-05', to: day, in: 'percent' } }),
      ]) {
        const all = candidates(bookOf(bench), figure, asked);
        expect(all[0]).toMatchObject({ choices: 0, readings: [], neighbour: null });
        expect(all.filter((one) => one.choices === 0)).toHaveLength(1);
        for (const [index, one] of all.entries()) {
          expect(one.choices).toBe(one.readings.length + (one.neighbour ? 1 : 0));
          expect(one.choices).toBeLessThanOrEqual(2);
          expect(one.choices).toBeGreaterThanOrEqual(all[index - 1]?.choices ?? 0);
          expect(new Set(one.readings.map((reading) => reading.axis)).size).toBe(one.readings.length);
        }
      }
    }
  });

  test('neighbouring lists are up to two to either side, at either end of a change, and never out of order', () => {
    const figure = { ...figureCalled('agreements.agencies'), readings: [] };
    const dates = (asked: Claim) =>
      candidates(bookOf(bench), figure, asked).flatMap(({ neighbour }) =>
        neighbour ? [`${neighbour.end} ${neighbour.date}`] : [],
      );
    expect(dates(claim({ as_of: day }))).toEqual([
      'as_of 2026-01-07',
      'as_of 2026-03-19',
      'as_of 2026-04-23',
      'as_of 2025-11-06',
    ]);
    expect(dates(claim({ as_of: '2025-01-06' }))).toEqual(['as_of 2025-02-05', 'as_of 2025-02-24']);
    expect(dates(claim({ change: { from: '2026-04-23', to: '2026-06-04', in: 'percent' } }))).toEqual([
      'from 2026-03-19',
      'from 2026-02-05',
    ]);
  });

  test('a filter of the claim that makes a reading void leaves it out', () => {
    const figure = figureCalled('agreements.agencies');
    const with_ = candidates(bookOf(bench), figure, claim({ as_of: day, where: { status: ['pending'] } }));
    expect(with_.flatMap(({ readings }) => readings.map(({ id }) => id))).not.toContain('pending-only');
  });

  test('none found: the three closest, and how far', async () => {
    const verdict = await judge(bench, registry, claim({ as_of: day, states: '9,999' }));
    expect(verdict.search).toMatchObject({ fitted: 0, fits: [], weak: false, weak_because: [] });
    expect(verdict.search?.closest).toHaveLength(3);
    const off = verdict.search?.closest.map((one) => Number(one.values[0]?.off)) as number[];
    expect(off).toEqual([...off].sort((a, b) => a - b));
    for (const one of verdict.search?.closest ?? [])
      expect(9999 - Number(one.values[0]?.value)).toBe(Number(one.values[0]?.off));
    expect(verdict.says[1]).toBe('No reading found that gives 9,999.');
  });

  test('growth shows both ends and the base, and is computed from them exactly', async () => {
    const verdict = await judge(
      bench,
      registry,
      claim({ change: { from: '2025-03-05', to: day, in: 'percent' }, states: '1%' }),
    );
    const [from, to] = (verdict.numbers[0]?.ends ?? []).map((end) => Number(end.value)) as [number, number];
    expect(Number(verdict.numbers[0]?.value)).toBeCloseTo((100 * (to - from)) / from, 5);
    expect(verdict.says[0]).toContain(
      `from ${from} agencies on the list of 2025-03-05 (the base) to ${to} agencies on the list of ${day}`,
    );
    const times = await judge(
      bench,
      registry,
      claim({
        change: { from: '2025-03-05', to: day, in: 'times' },
        states: `${(to / from).toFixed(2)} times`,
      }),
    );
    expect(times.verdict).toBe('holds');
    const difference = await judge(
      bench,
      registry,
      claim({ change: { from: '2025-03-05', to: day, in: 'difference' }, states: String(to - from) }),
    );
    expect(difference).toMatchObject({ verdict: 'holds', numbers: [{ shown: `+${to - from} agencies` }] });
  });

  test('several numbers hold together or not at all, and a reading has to give all', async () => {
    const inState = async (id: string, state: string) =>
      (await answer(bench, figureCalled(id), { asOf: day, where: { state: [state] }, by: [] })).rows[0]
        ?.value as number;
    const codes = ['FL', 'TX', 'GA'];
    const parts = async (id: string) =>
      Promise.all(
        codes.map(async (state) => ({ where: { state: [state] }, states: String(await inState(id, state)) })),
      );
    const agencies = await parts('agreements.agencies');
    const agreements = await parts('agreements.agreements');
    expect(agreements).not.toEqual(agencies);
    expect((await judge(bench, registry, claim({ as_of: day, parts: agencies }))).verdict).toBe('holds');
    const swapped = await judge(bench, registry, claim({ as_of: day, parts: agreements }));
    expect(swapped.verdict).toBe('differs');
    expect(swapped.search?.fits[0]).toMatchObject({ met: 3, readings: [{ id: 'agreements' }] });
    const broken = agreements.map((part, index) => (index === 0 ? { ...part, states: '9,999' } : part));
    const none = await judge(bench, registry, claim({ as_of: day, parts: broken }));
    expect(none.search?.fitted).toBe(0);
    expect(none.search?.closest[0]?.met).toBe(2);
    expect(none.says).toContain(
      'No reading found: no one list has all three numbers, under any reading tried.',
    );
  });
});

describe('a reading that adds a list which is not at hand at one end', () => {
  const change = { from: '2025-01-06', to: day, in: 'percent' } as const;

  test('counts there without it, says so, and is weak when it fits', async () => {
    const first = await judge(
      bench,
      registry,
      claim({ figure: 'agreements.agreements', change, states: '1%' }),
    );
    const both = first.search?.alternatives.find(({ readings }) => readings[0]?.id === 'pending-too');
    expect(both?.values[0]?.ends.map((end) => end.without)).toEqual([['ice-pending'], []]);
    expect(both?.values[0]?.ends[0]?.value).toBe(first.numbers[0]?.ends[0]?.value);
    const printed = `${Number(both?.values[0]?.value).toFixed(3)}%`;
    const fitted = await judge(
      bench,
      registry,
      claim({ figure: 'agreements.agreements', change, states: printed }),
    );
    expect(fitted.search?.fits[0]).toMatchObject({ choices: 1, readings: [{ id: 'pending-too' }] });
    expect(fitted.search?.weak_because).toContain('its two ends do not count the same lists');
    expect(fitted.says.join(' ')).toContain('Nothing of ice-pending at hand is dated 2025-01-06 or earlier');
  });

  test('a reading that replaces the list has no value there; on one date the lists there were are counted', async () => {
    const growth = await judge(
      bench,
      registry,
      claim({ figure: 'agreements.agreements', change, states: '1%' }),
    );
    const only = growth.search?.alternatives.find(({ readings }) => readings[0]?.id === 'pending-only');
    expect(only?.values[0]).toMatchObject({ value: null, fits: false });
    expect(growth.search?.without_value).toBeGreaterThan(0);
    const both = await judge(
      bench,
      registry,
      claim({ as_of: '2025-01-06', where: { status: ['participating', 'pending'] }, states: '1' }),
    );
    expect(both.says).toContain(
      'Nothing of ice-pending at hand is dated 2025-01-06 or earlier, so this is counted without it.',
    );
  });
});

describe('the chance that is printed is what happens', () => {
  const cases: [string, Partial<Claim>, (number: bigint) => string][] = [
    ['agencies', { as_of: day, states: '300' }, (n) => String(n)],
    ['about so many agencies', { as_of: day, states: 'about 350' }, (n) => `about ${n}`],
    [
      'growth',
      {
        figure: 'agreements.agreements',
        change: { from: '2025-03-05', to: day, in: 'percent' },
        states: '400%',
      },
      (n) => `${n}%`,
    ],
  ];
  test.each(cases)('200 placebo numbers: %s', async (_, changes, print) => {
    const asked = claim(changes);
    const { search } = await judge(bench, registry, asked);
    const chance = search?.chance as NonNullable<NonNullable<typeof search>['chance']>;
    const step = asked.states?.startsWith('about') ? 10n : 1n;
    const [low, high] = [BigInt(chance.low), BigInt(chance.high)];
    const random = seeded(20261121);
    let [drawn, found] = [0, 0];
    while (drawn < 200) {
      const number = low + step * (BigInt(random()) % ((high - low) / step + 1n));
      const states = print(number);
      // "about 300" is rounded to hundreds: another rounding than the stated number's, so no placebo for it.
      if (step === 10n && number % 100n === 0n) continue;
      const placebo = await judge(bench, registry, { ...asked, states });
      if (placebo.verdict === 'holds') continue;
      drawn += 1;
      if ((placebo.search?.fitted ?? 0) > 0) found += 1;
    }
    const p = Number(chance.found) / Number(chance.numbers);
    expect(p).toBeGreaterThan(0.01);
    expect(p).toBeLessThan(0.99);
    expect(Math.abs(found - 200 * p)).toBeLessThanOrEqual(4 * Math.sqrt(200 * p * (1 - p)));
  });
});
