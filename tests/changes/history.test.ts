import { expect, test } from 'vitest';
import type { Change, Changes } from '../../src/changes/compare.ts';
import { historyOf } from '../../src/changes/history.ts';
import type { Edition } from '../../src/project/edition.ts';

const edition = (asOf: string, ...names: string[]) =>
  ({ asOf, names, source: 'lists', edition: asOf }) as unknown as Edition;
const row = (change: Change['change'], key: string, field: string | null = null) =>
  ({
    change,
    key: [key],
    label: key,
    field,
    before: 'old',
    after: 'new',
    organisation: null,
  }) as unknown as Change;
const pair = (from: string, to: string, ...rows: Change[]) =>
  ({ source: 'lists', from: { as_of: from }, to: { as_of: to }, rows }) as unknown as Changes;

test('what came again, is unconfirmed, was given twice, and may be missing is told apart', () => {
  const events = historyOf(
    [
      pair('2026-01-01', '2026-01-08', row('vanished', 'A'), row('appeared', 'B')),
      pair('2026-01-08', '2026-01-15', row('appeared', 'A'), row('altered', 'B', 'signed')),
      pair('2026-01-15', '2026-02-15', row('vanished', 'B'), row('relabelled', 'C')),
    ],
    [
      edition('2026-01-01', 'a.xlsx'),
      edition('2026-01-08', 'b.xlsx', 'b-again.xlsx'),
      edition('2026-01-15', 'c.xlsx'),
      edition('2026-02-15', 'd.xlsx'),
    ],
  );
  expect(events.map(({ what, on, label }) => `${on} ${what} ${label}`)).toEqual([
    '2026-01-08 vanished A',
    '2026-01-08 appeared B',
    '2026-01-08 re-uploaded b-again.xlsx',
    '2026-01-15 re-appeared A',
    '2026-01-15 altered B',
    '2026-02-15 unconfirmed B',
    '2026-02-15 relabelled C',
    '2026-02-15 missing edition lists',
  ]);
  expect(events.find(({ what }) => what === 're-appeared')?.says).toBe(
    'A is on the edition of 2026-01-15 again; it was missing since that of 2026-01-08.',
  );
  expect(events.find(({ what }) => what === 'unconfirmed')?.says).toBe(
    'B, in every edition here from 2026-01-08 to 2026-01-15, is not in that of 2026-02-15, the latest; no later edition confirms it yet.',
  );
  expect(events.find(({ what }) => what === 'vanished')?.says).toBe(
    'A, in the edition of 2026-01-01, is not in that of 2026-01-08. The record does not say why.',
  );
  expect(events.at(-1)?.says).toContain('31 days passed, where 7 are usual');
});

test('how long an entry stood is counted from its first edition, from when it came, or from its present spelling', () => {
  const says = historyOf(
    [
      pair('2026-01-01', '2026-01-08', row('relabelled', 'C')),
      pair('2026-01-08', '2026-01-15', row('appeared', 'B')),
      pair('2026-01-15', '2026-01-22'),
      pair('2026-01-22', '2026-01-29', row('vanished', 'A'), row('vanished', 'B'), row('vanished', 'C')),
      pair('2026-01-29', '2026-02-05'),
    ],
    [],
  ).filter(({ what }) => what === 'vanished');
  expect(says.map((event) => event.says.slice(0, 62))).toEqual([
    'A, in every edition here from 2026-01-01 to 2026-01-22, is not',
    'B, in every edition here from 2026-01-15 to 2026-01-22, is not',
    'C, in every edition here from 2026-01-08 to 2026-01-22, is not',
  ]);
});
