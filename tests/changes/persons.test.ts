import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { downloadCsv, type InventedAction } from '../../examples/contract-files.ts';
import type { Workspace } from '../../src/build/workspace.ts';
import { asListed } from '../../src/changes/as-listed.ts';
import { type Change, type Changes, comparedGroups, compareEditions } from '../../src/changes/compare.ts';
import { countHistory, historyOf } from '../../src/changes/history.ts';
import { run as changesCommand } from '../../src/cli/changes.ts';
import { changeEntries } from '../../src/export/feed-entries.ts';
import { addTo, build, emptyProject, open, recordingEffects } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';

/** Invented persons: only that they are several is told of them. */
const person = (number: number, more: Partial<InventedAction> = {}): InventedAction => ({
  piid: `70PERS26P0000000${number}`,
  date: '2026-02-02',
  obligation: '100.00',
  vendor: `NEMO${number}, SPECIMEN`,
  soleProprietor: true,
  ...more,
});
const firm: InventedAction = {
  piid: '70FIRM26P00000001',
  date: '2026-02-02',
  obligation: '10.00',
  vendor: 'INVENTED FIRM LLC',
};

let project: string;
let bench: Workspace;
let changes: Changes;
beforeAll(async () => {
  const given = tempDir('given');
  const write = (day: string, actions: InventedAction[]) =>
    writeFileSync(join(given, `FY2026_invented_transactions_${day}.csv`), downloadCsv(actions));
  write('2026-03-31', [firm, person(1), person(2)]);
  write('2026-05-31', [
    { ...firm, obligation: '20.00', product: 'R499' },
    person(3),
    person(4, { date: '2026-03-30' }),
    person(5, { date: '2026-05-04' }),
  ]);
  project = emptyProject();
  await addTo(project, [given]);
  await build(project);
  bench = await open(project);
  const [comparison] = bench.registry.comparisons.filter(({ id }) => id === 'contracts.actions');
  if (!comparison) throw new Error('no comparison');
  const [listed] = comparedGroups(comparison, bench.editions);
  const [from, to] = listed ?? [];
  if (!from || !to) throw new Error('no pair');
  changes = await compareEditions(bench, comparison, from, to);
}, 120_000);
afterAll(() => bench?.close());

const lines = () => changes.rows.filter(({ entries }) => entries !== undefined);

test('persons that appeared are told by whether their dates are late, and lines add up to the counts', () => {
  expect(changes.counts).toMatchObject({ appeared: 3, vanished: 2, late: 2 });
  expect(
    lines().map(({ change, late, entries, amountAfter }) => [change, late, entries, amountAfter]),
  ).toEqual([
    ['appeared', true, 2, '200.00'],
    ['appeared', false, 1, '100.00'],
    ['vanished', false, 2, null],
  ]);
  const late = changes.rows.filter((row) => row.late);
  expect(late.reduce((sum, { entries = 1 }) => sum + entries, 0)).toBe(changes.counts.late);
});

test('a history counts persons one by one, and an altered entry once however many columns differ', () => {
  expect(changes.rows.filter(({ change }) => change === 'altered').length).toBe(2);
  expect(Object.fromEntries(countHistory([changes], historyOf([changes], [])))).toEqual({
    appeared: 3,
    unconfirmed: 2,
    altered: 1,
  });
});

test('each line has an entry of its own in a feed, which says how many it stands for', () => {
  const entries = changeEntries(changes, [], '2026-06-01T00:00:00.000Z');
  expect(new Set(entries.map(({ id }) => id)).size).toBe(changes.rows.length + 1);
  expect(entries.map(({ text }) => text).join('\n')).toContain(
    '2 entries of individuals and sole proprietors are in the edition of 2026-05-31 and not in that of 2026-03-31. Their own dates are on or before that day.',
  );
});

test('the command says how many a line stands for, and refuses with a history what picks two editions', async () => {
  const effects = recordingEffects();
  await changesCommand({ project }, effects);
  const rows = effects
    .out()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { label: string; entries: number; change: string });
  expect(rows.filter(({ entries }) => entries > 1).map(({ label }) => label)).toEqual([
    'individuals and sole proprietors (2)',
    'individuals and sole proprietors (2)',
  ]);
  for (const more of [{ from: '2026-03-31' }, { to: '2026-05-31' }, { asListed: true }])
    await expect(
      changesCommand({ project, history: true, ...more }, recordingEffects()),
    ).rejects.toMatchObject({ code: 'CF-CHANGE-002' });
});

test('as listed, a re-labelled entry is one that vanished and one that appeared, in counts as in rows', () => {
  const renamed = {
    change: 'relabelled',
    key: ['FL'],
    label: 'New (invented)',
    before: 'Old (invented)',
    after: 'New (invented)',
    eventDate: '2026-01-02',
    rowBefore: 3,
    rowAfter: 4,
    late: false,
  } as unknown as Change;
  const counts = { appeared: 1, vanished: 0, altered: 0, relabelled: 1, unchanged: 5, late: 0 };
  const from = { as_of: '2026-02-01' };
  const listed = asListed({
    from,
    counts,
    listed: { appeared: 2, vanished: 1 },
    rows: [renamed],
  } as unknown as Changes);
  expect(listed.counts).toEqual({ ...counts, appeared: 2, vanished: 1, relabelled: 0, late: 1 });
  expect(
    listed.rows.map(({ change, label, late, rowBefore, rowAfter }) => [
      change,
      label,
      late,
      rowBefore,
      rowAfter,
    ]),
  ).toEqual([
    ['vanished', 'Old (invented)', false, 3, null],
    ['appeared', 'New (invented)', true, null, 4],
  ]);
});
