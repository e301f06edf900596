import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeContracts } from '../../examples/make-contracts.ts';
import { relationsOf } from '../../src/build/build.ts';
import { openWorkspace, type Workspace } from '../../src/build/workspace.ts';
import { type Changes, comparedGroups, compareEditions, editionPairs } from '../../src/changes/compare.ts';
import { type HistoryEvent, historyOf } from '../../src/changes/history.ts';
import { changesFeed } from '../../src/export/feed-sources.ts';
import { answer } from '../../src/figures/answer.ts';
import type { Query } from '../../src/figures/figure.ts';
import { receipt, recount } from '../../src/figures/receipt.ts';
import { registry } from '../../src/kinds/registry.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { publishedTables } from '../../src/publication/tables.ts';
import { sealFigure } from '../../src/seals/make-seal.ts';
import { checkSeal } from '../../src/seals/portable/check.ts';
import { addTo, build, emptyProject, exampleProject } from '../support/projects.ts';
import { sharedData } from '../support/shared-data.ts';
import { tempDir } from '../support/temp-dir.ts';

const rows = registry.figure('changes.rows');
const editions = registry.figure('changes.editions');
if (!rows || !editions) throw new Error('the figures of changes are missing');
const all: Query = { where: {}, by: [] };

/** The same changes by the other way: each pair of editions compared in turn, told as a history. */
async function told(bench: Workspace): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  for (const comparison of registry.comparisons) {
    for (const listed of comparedGroups(comparison, bench.editions)) {
      const changes: Changes[] = [];
      for (const [index, to] of listed.entries()) {
        const from = listed[index - 1];
        if (from) changes.push(await compareEditions(bench, comparison, from, to));
      }
      events.push(...historyOf(changes, listed));
    }
  }
  return events;
}

function counted(events: readonly HistoryEvent[]): Record<string, number> {
  const seen = new Map<string, Set<string>>();
  for (const [index, event] of events.entries()) {
    const what = event.what === 'relabelled' ? 're-labelled' : event.what;
    // An altered entry is told once a column, and counts once; persons are told together.
    const entry = event.what === 'altered' ? `${event.source}|${event.on}|${event.label}` : String(index);
    seen.set(what, (seen.get(what) ?? new Set()).add(entry));
  }
  return Object.fromEntries([...seen].map(([what, entries]) => [what, entries.size]));
}

const projects = ['the example project', 'the lists of agreements in ../shared'] as const;
describe.each(projects)('%s', (name) => {
  const there = name === projects[0] || sharedData('agreements') !== null;
  let bench: Workspace;
  beforeAll(async () => {
    if (!there) return;
    let folder: string;
    if (name === projects[0]) folder = (await exampleProject()).folder;
    else {
      folder = emptyProject();
      await addTo(folder, [sharedData('agreements') as string]);
      await build(folder);
    }
    bench = await openWorkspace(projectPaths(folder), registry);
    return () => bench.close();
  }, 120_000);

  test.skipIf(!there)('the figures are what comparing edition by edition tells', async () => {
    const source = 'ice-participating';
    const events = (await told(bench)).filter((event) => event.source === source);
    const { missing: _, ...history } = counted(events) as Record<string, number>;
    const figure = await answer(bench, rows, { where: { source: [source] }, by: ['change'] });
    const found = Object.fromEntries(figure.rows.map((row) => [row['change'], row.value]));
    const of = await answer(bench, editions, { where: { source: [source] }, by: ['event'] });
    const happened = Object.fromEntries(of.rows.map((row) => [row['event'], row.value]));
    const again = events.filter(({ what }) => what === 're-uploaded').map(({ on }) => on);
    expect({
      ...found,
      'missing edition': happened['missing'] ?? 0,
      're-uploaded': happened['given-again'] ?? 0,
    }).toEqual({
      ...history,
      'missing edition': history['missing edition'] ?? 0,
      're-uploaded': new Set(again).size,
    });
    expect(found['appeared']).toBeGreaterThan(0);
    expect(found['vanished']).toBeGreaterThan(0);
  });
});

describe('a figure of changes', () => {
  let bench: Workspace;
  let folder: string;
  beforeAll(async () => {
    ({ folder } = await exampleProject());
    bench = await openWorkspace(projectPaths(folder), registry);
    return () => bench.close();
  });

  test.each([
    ['changes.rows', {}],
    ['changes.rows', { change: ['vanished', 'unconfirmed'], source: ['ice-participating'] }],
    ['changes.editions', { event: ['new'] }],
  ] as const)('%s has receipts and a seal: %j', async (id, where) => {
    const figure = id === 'changes.rows' ? rows : editions;
    const query = { ...all, where };
    const found = await receipt(bench, figure, query, 'a test');
    const [part] = found.parts;
    if (!part) throw new Error('no receipt');
    expect(recount(part)).toBe(found.answer.rows[0]?.value);
    const paths = projectPaths(folder);
    const seal = await sealFigure(
      { bench, registry, paths, project: 'A test', program: 'a test' },
      figure,
      query,
    );
    expect((await checkSeal(seal)).problems).toEqual([]);
  });

  test('is by the editions of a day, and what was missing from the latest then is unconfirmed then', async () => {
    const on = (asOf: string) => answer(bench, rows, { ...all, asOf, by: ['change'] });
    const days = [
      ...new Set(bench.editions.filter((e) => e.source === 'ice-participating').map((e) => e.asOf)),
    ].sort();
    const before = await on(days.at(-2) as string);
    const after = await on(days.at(-1) as string);
    const sum = (found: typeof before) => found.rows.reduce((total, row) => total + Number(row.value), 0);
    expect(sum(before)).toBeLessThan(sum(after));
    expect(before.editions.every((edition) => edition.as_of <= (days.at(-2) as string))).toBe(true);
  });

  test('is absent, not zero, where there is nothing to compare', async () => {
    const first = bench.editions.map((edition) => edition.asOf).sort()[0] as string;
    const found = await answer(bench, rows, { ...all, asOf: first });
    expect(found.rows).toEqual([{ value: null, why: 'there are no two editions of one source to compare' }]);
    const never = await answer(bench, rows, { ...all, knownAt: '2001-01-01T00:00:00.000Z' });
    expect(never.rows[0]?.value).toBeNull();
  });
});

describe('changes of contracts', () => {
  let bench: Workspace;
  beforeAll(async () => {
    const released = join(tempDir('contracts'), 'released');
    await makeContracts(released);
    const project = emptyProject();
    await addTo(project, [released]);
    await build(project);
    bench = await openWorkspace(projectPaths(project), registry);
    return () => bench.close();
  }, 120_000);

  test('are told by the same kinds of change as those of agreements', async () => {
    const found = await answer(bench, rows, { where: { kind: ['contracts'] }, by: ['change'] });
    const figure = Object.fromEntries(found.rows.map((row) => [row['change'], row.value]));
    const [comparison] = registry.comparisons.filter(({ id }) => id === 'contracts.actions');
    if (!comparison) throw new Error('no comparison');
    const counts: Record<string, number> = {};
    for (const pair of editionPairs(comparison, bench.editions, {})) {
      const changes = await compareEditions(bench, comparison, pair.from, pair.to);
      for (const what of ['appeared', 'altered'] as const)
        counts[what] = (counts[what] ?? 0) + changes.counts[what];
      counts['unconfirmed'] = (counts['unconfirmed'] ?? 0) + changes.counts.vanished;
    }
    expect(figure).toEqual(Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)));
    expect(counts['appeared']).toBeGreaterThan(0);
  });

  test('are of a vendor, in figures and in feeds, and none is taken for a new name of another', async () => {
    const found = await answer(bench, rows, { where: { kind: ['contracts'] }, by: ['organisation'] });
    const vendors = found.rows.map((row) => row['organisation']).filter((one) => one !== null);
    expect(vendors.length).toBeGreaterThan(0);
    const entries = await changesFeed(bench, undefined, Number.POSITIVE_INFINITY);
    const told = entries.flatMap(({ about }) => about?.organisation ?? []);
    for (const vendor of new Set(told)) expect(vendors).toContain(vendor);
    expect(told.length).toBeGreaterThan(0);
  });

  test('of persons give a number and no word', async () => {
    const [row] = await bench.engine.query(
      `select count(was) as was, count(became) as became, count(event_date) as dates, count(organisation) as ids,
        min(label) as label, max(label) as last from changes_rows where about = 'persons'`,
    );
    expect([null, 'individuals and sole proprietors']).toContain(row?.['label']);
    expect(row?.['last']).toBe(row?.['label']);
    expect([row?.['was'], row?.['became'], row?.['dates'], row?.['ids']]).toEqual([0, 0, 0, 0]);
  });
});

test('the models of changes read no record of searches: they may leave as they are', () => {
  const published = publishedTables(registry, relationsOf(registry), []).map(({ name }) => name);
  for (const name of ['changes_steps', 'changes_rows', 'changes_editions']) expect(published).toContain(name);
});
