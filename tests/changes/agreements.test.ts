import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import { comparedGroups, compareEditions, editionPairs, neighbours } from '../../src/changes/compare.ts';
import { changesInWords } from '../../src/changes/words.ts';
import type { Comparison } from '../../src/figures/comparison.ts';
import { exampleProject, open, realProject } from '../support/projects.ts';
import { describeWithShared } from '../support/shared-data.ts';

const comparisonOf = (bench: Workspace, id: string): Comparison => {
  const found = bench.registry.comparisons.find((one) => one.id === id);
  if (!found) throw new Error(`no comparison ${id}`);
  return found;
};

describeWithShared('changes between real lists', ['agreements'], (folder) => {
  let bench: Workspace;
  beforeAll(async () => {
    bench = await open(await realProject(folder));
  }, 240_000);
  afterAll(() => bench?.close());

  test('23 to 26 January 2026: as listed 59 appear and 1 vanishes, as changes 58 and one re-labelled', async () => {
    const comparison = comparisonOf(bench, 'agreements.participating');
    const [pair] = editionPairs(comparison, bench.editions, { from: '2026-01-23', to: '2026-01-26' });
    if (!pair) throw new Error('no pair');
    expect([pair.from.asOf, pair.to.asOf]).toEqual(['2026-01-23', '2026-01-26']);
    const changes = await compareEditions(bench, comparison, pair.from, pair.to);
    expect(changes.listed).toEqual({ appeared: 59, vanished: 1 });
    expect(changes.counts).toMatchObject({ appeared: 58, vanished: 0, relabelled: 1 });
    expect(changes.rows.filter((row) => row.change === 'relabelled')).toMatchObject([
      { before: expect.stringContaining('Dogulas'), after: expect.stringContaining('Douglas') },
    ]);
    expect(changes.money).toBeNull();
    expect(changesInWords(changes, comparison).join(' ')).toContain('58 agreements appeared.');
  });
});

test('what appears one way vanishes the other way, and the same list has no changes', async () => {
  const { folder } = await exampleProject();
  const bench = await open(folder);
  try {
    for (const id of ['agreements.participating', 'agreements.pending']) {
      const comparison = comparisonOf(bench, id);
      const lists = bench.editions
        .filter((edition) => comparison.sources.includes(edition.source))
        .slice(0, 6);
      for (const [index, to] of lists.entries()) {
        const from = lists[index - 1] ?? to;
        const there = await compareEditions(bench, comparison, from, to);
        const back = await compareEditions(bench, comparison, to, from);
        expect(there.counts.appeared).toBe(back.counts.vanished);
        expect(there.counts.relabelled).toBe(back.counts.relabelled);
        expect(there.counts.altered).toBe(back.counts.altered);
        expect(there.counts.unchanged).toBe(back.counts.unchanged);
        if (from === to) expect(there.rows).toEqual([]);
      }
    }
  } finally {
    bench.close();
  }
});

test('editions that add to one another are not compared', async () => {
  const { folder } = await exampleProject();
  const bench = await open(folder);
  const comparison = comparisonOf(bench, 'agreements.participating');
  const windows = bench.editions.map((edition) => ({ ...edition, coverage: 'window' as const }));
  expect(editionPairs(comparison, windows, {})).toEqual([]);
  expect(editionPairs(comparison, bench.editions, {})).toHaveLength(1);
  expect(editionPairs(comparison, bench.editions, { to: '1999-01-01' })).toEqual([]);
  bench.close();
});

test('no edition is compared in place of one that is in force on both dates; two of one day are two editions', async () => {
  const { folder } = await exampleProject();
  const bench = await open(folder);
  const comparison = comparisonOf(bench, 'agreements.participating');
  const [one] = bench.editions.filter(({ source }) => source === 'ice-participating');
  bench.close();
  if (!one) throw new Error('no list');
  const of = (edition: string, asOf: string, dayPart: number) => ({ ...one, edition, asOf, dayPart });
  const lists = [of('a', '2026-01-05', 0), of('b', '2026-01-12', 0), of('c', '2026-01-12', 1)];
  const found = (query: object) =>
    editionPairs(comparison, lists, query).map(({ from, to }) => `${from.edition} ${to.edition}`);
  expect(found({ from: '2026-01-05', to: '2026-01-12' })).toEqual(['a c']);
  expect(found({ from: '2026-01-06', to: '2026-01-11' })).toEqual([]);
  expect(found({ from: '2026-01-05', to: '2026-01-05' })).toEqual([]);
  expect(found({ from: '2026-02-01', to: '2026-01-05' })).toEqual([]);
  expect(found({ from: '2026-01-12', to: '2026-01-12' })).toEqual(['b c']);
  expect(
    comparedGroups(comparison, lists)
      .flatMap(neighbours)
      .map(({ from, to }) => `${from.edition} ${to.edition}`),
  ).toEqual(['a b', 'b c']);
});
