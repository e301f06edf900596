import { expect, test } from 'vitest';
import { expectedOf } from '../../src/figures/expected.ts';
import type { Edition } from '../../src/project/edition.ts';

const edition = (source: string, asOf: string, more: Partial<Edition> = {}) =>
  ({
    source,
    asOf,
    asOfFrom: 'name',
    kind: 'contracts',
    coverage: 'snapshot',
    period: null,
    firstEvent: null,
    ...more,
  }) as Edition;
const now = new Date('2026-02-01T12:00:00Z');

test('the next edition is expected by the rhythm of those that follow one another', () => {
  const lists = ['2026-01-01', '2026-01-08', '2026-01-15'].map((day) => edition('lists', day));
  expect(expectedOf(lists, ['lists'], now)).toEqual([
    { source: 'lists', last: '2026-01-15', every_days: 7, next: '2026-01-22', late_days: 10 },
  ]);
});

test('files of one year each are no rhythm: none of another year was ever due', () => {
  const years = ['2013', '2014', '2015', '2016'].map((year) =>
    edition('years', `${year}-09-30`, { coverage: 'partition', period: `FY${year}` }),
  );
  expect(expectedOf(years, ['years'], now)).toEqual([]);
});

test('of a source with periods the one with the latest edition tells, whatever came of the others', () => {
  const of = (day: string, period: string) => edition('downloads', day, { coverage: 'partition', period });
  const editions = [
    of('2025-01-01', 'FY2025'),
    of('2026-01-10', 'FY2026'),
    of('2026-01-20', 'FY2026'),
    of('2026-01-30', 'FY2025'),
    of('2026-01-30', 'FY2026'),
  ];
  expect(expectedOf(editions, ['downloads'], now)).toMatchObject([
    { last: '2026-01-30', every_days: 10, next: '2026-02-09', late_days: 0 },
  ]);
});
