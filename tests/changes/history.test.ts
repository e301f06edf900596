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
  expect(events.at(-1)?.says).toContain('31 days passed, where 7 are usual');
});
