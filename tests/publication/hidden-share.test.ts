import { expect, test } from 'vitest';
import type { ReleasePlan } from '../../src/figures/release.ts';
import { searches } from '../../src/kinds/searches/kind.ts';
import type { BaseRow } from '../../src/publication/cells.ts';
import { hiddenShare } from '../../src/publication/hidden-share.ts';
import { emptyLedger } from '../../src/publication/ledger.ts';
import { loadSolver } from '../../src/publication/program.ts';
import { makeRelease } from '../../src/publication/release.ts';

const equation = (says: string, whole: string, ...parts: string[]) => ({
  says,
  terms: [{ cell: whole, sign: 1 as const }, ...parts.map((cell) => ({ cell, sign: -1 as const }))],
});
const real = () => false;

test('a shown whole tells what is missing from its parts to the percent', () => {
  const shown = new Map([
    ['a', 60],
    ['all', 80],
  ]);
  const equations = [equation('all', 'all', 'a', 'b', 'c')];
  expect(hiddenShare(['a', 'b', 'c'], [['a', 'b', 'c'], ['all']], equations, shown, real)).toEqual({
    low: 25,
    high: 25,
  });
});

test('a whole that is partly hidden itself tells a range', () => {
  const shown = new Map([
    ['a', 60],
    ['b', 25],
    ['north', 70],
    ['year', 100],
  ]);
  const equations = [
    equation('north', 'north', 'a', 'c'),
    equation('south', 'south', 'b', 'd'),
    equation('year', 'year', 'north', 'south', 'rest'),
  ];
  // South holds 26 to 29, for the rest is at least 1.
  expect(
    hiddenShare(
      ['a', 'b', 'c', 'd'],
      [
        ['a', 'b', 'c', 'd'],
        ['north', 'south'],
      ],
      equations,
      shown,
      real,
    ),
  ).toEqual({ low: Math.floor((100 * 11) / 96), high: Math.ceil((100 * 14) / 99) });
});

test('without an upper bound the least is told, and nothing where nothing is hidden', () => {
  const open = new Map([['a', 60]]);
  expect(hiddenShare(['a', 'b'], [['a', 'b']], [], open, real)).toEqual({ low: 1, high: null });
  expect(hiddenShare(['a'], [['a']], [], open, real)).toBeNull();
});

/** Invented counts: organisations of four sizes in three states. */
function counts(seed: number): BaseRow[] {
  let state = seed;
  const next = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * limit);
  };
  return Array.from({ length: 14 }, (_, index) => index).flatMap((index) => {
    const values = {
      organisation: `org-${index}`,
      state: ['CA', 'TX', 'FL'][index % 3] as string,
      level: ['municipal', 'county'][index % 2] as string,
    };
    const size = [5, 400, 2000, 9000][next(4)] as number;
    return ['2025-11', '2025-12', '2026-01'].flatMap((month) =>
      ['immigration', 'other', 'unreadable'].flatMap((reason_class) => {
        const n = reason_class === 'other' ? next(size) : next(3) === 0 ? next(size / 4) : 0;
        return n === 0 ? [] : [{ values: { ...values, reason_class, month, year: month.slice(0, 4) }, n }];
      }),
    );
  });
}

test('the true share lies in the range, of made-up releases', async () => {
  const plan = searches.release as ReleasePlan;
  const solver = await loadSolver();
  let told = 0;
  for (const seed of [1, 2, 3, 4, 5]) {
    const base = counts(seed);
    const shared = base.map(({ values: { reason_class: _, ...values }, n }) => ({
      values: { ...values, network: 'net-0' },
      n,
    }));
    const merged = [...Map.groupBy(shared, ({ values }) => JSON.stringify(values)).values()].map((rows) => ({
      values: (rows[0] as BaseRow).values,
      n: rows.reduce((sum, { n }) => sum + n, 0),
    }));
    const { release } = await makeRelease(
      plan,
      { base, shared: merged, covered: [], lastDay: '2026-02-15' },
      emptyLedger(plan),
      '2026-02-15',
      solver,
    );
    const all = base.reduce((sum, { n }) => sum + n, 0);
    const open = (release.tables[0]?.rows ?? []).reduce(
      (sum, { shown }) => sum + (typeof shown === 'number' ? shown : 0),
      0,
    );
    const percent = ((all - open) / all) * 100;
    if (release.hiddenShare === null) continue;
    told += 1;
    expect(release.hiddenShare.low).toBeLessThanOrEqual(percent);
    expect(release.hiddenShare.high ?? 100).toBeGreaterThanOrEqual(percent);
    expect(release.hiddenShare.low).toBeGreaterThan(0);
  }
  expect(told).toBeGreaterThan(0);
}, 120_000);
