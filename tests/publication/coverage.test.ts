import { expect, test } from 'vitest';
import type { ReleasePlan } from '../../src/figures/release.ts';
import { searches } from '../../src/kinds/searches/kind.ts';
import { createCoverage } from '../../src/publication/coverage.ts';
import { readCounts } from '../../src/publication/release.ts';
import { exampleSearches, open } from '../support/projects.ts';

const plan = searches.release as ReleasePlan;

test('a log covers a month, of one organisation or of all; of an unknown month it is taken for granted', () => {
  const isCovered = createCoverage(plan, [
    { month: '2026-01', values: { network: 'n', organisation: null, state: null, level: null } },
    { month: '2026-02', values: { network: 'a', organisation: 'a', state: 'CA', level: 'municipal' } },
  ]);
  const months = ['2025-12', '2026-01', '2026-02'];
  const ask = (values: Record<string, string>, through: string | null = null) =>
    isCovered({ values, through }, months);
  expect(ask({ organisation: 'b', month: '2026-01' })).toBe(true);
  expect(ask({ organisation: 'b', month: '2026-02' })).toBe(false);
  expect(ask({ organisation: 'a', month: '2026-02' })).toBe(true);
  expect(ask({ state: 'TX', month: '2026-02' })).toBe(false);
  expect(ask({ organisation: 'b', month: '2025-12' })).toBe(true);
  expect(ask({ organisation: 'b', year: '2026' }, '2026-02')).toBe(true);
  expect(ask({ network: 'a', organisation: 'b', year: '2026' }, '2026-02')).toBe(false);
  expect(ask({ network: 'a', organisation: 'a', year: '2026' }, '2026-01')).toBe(false);
  expect(ask({ network: 'a', organisation: 'a', year: '2026' }, '2026-02')).toBe(true);
});

test('in the example, what is counted is covered, and every month of a log is', async () => {
  const workspace = await open(await exampleSearches());
  try {
    const counts = await readCounts(workspace.engine, plan);
    expect(counts.covered.length).toBeGreaterThan(0);
    expect(counts.covered.some(({ values }) => values['organisation'] === null)).toBe(true);
    const isCovered = createCoverage(plan, counts.covered);
    const months = [...new Set(counts.covered.map(({ month }) => month))];
    for (const { values } of [...counts.base, ...counts.shared])
      expect(isCovered({ values, through: null }, months), JSON.stringify(values)).toBe(true);
    expect(new Set(counts.base.map(({ values }) => values['month']))).toEqual(new Set(months));
  } finally {
    workspace.close();
  }
});
