import { describe, expect, test } from 'vitest';
import { type AsOf, type AsOfFacts, asOf } from '../../src/build/as-of.ts';
import { nameDate } from '../../src/read/name-date.ts';
import { open, realProject } from '../support/projects.ts';
import { describeWithShared } from '../support/shared-data.ts';

function dated(name: string, facts: Partial<AsOfFacts> = {}): AsOf {
  return asOf({
    given: undefined,
    names: [name],
    modified: null,
    latestEvent: null,
    obtained: '2026-11-21T12:00:00.000Z',
    typed: false,
    ...facts,
  });
}

/** Names of SOURCES.md, each with the stamp inside the workbook (UTC), and the date that comes out and where it is from. */
const names: readonly [
  name: string,
  modified: string | null,
  date: string,
  from: AsOf['from'],
  dayPart?: number,
][] = [
  // The publisher's own date stands where nothing is later than it.
  ['participatingAgencies01262026pm.xlsx', '2026-01-26T19:53:20Z', '2026-01-26', 'name', 3],
  ['participatingAgencies02022026am.xlsx', '2026-01-31T21:33:12Z', '2026-02-02', 'name', 1],
  ['participatingAgencies08132025am.xlsx', '2025-08-13T12:16:02Z', '2025-08-13', 'name', 1],
  // A wrong year: the stamp is a year later than the name.
  ['participatingAgencies01052025pm.xlsx', '2026-01-05T20:22:43Z', '2026-01-05', 'modified', 3],
  ['participatingAgencies01062025pm.xlsx', '2026-01-06T20:00:00Z', '2026-01-06', 'modified', 3],
  ['participatingAgencies01092025pm.xlsx', '2026-01-09T20:00:00Z', '2026-01-09', 'modified', 3],
  // Names that say no day of the calendar: the stamp.
  ['participatingAgencies090022025am.xlsx', '2025-09-02T12:00:00Z', '2025-09-02', 'modified', 2],
  ['participatingAgencies03113025am.xlsx', '2025-03-11T12:00:00Z', '2025-03-11', 'modified', 2],
  ['participatingAgencies060920263pm.xlsx', '2026-06-09T17:00:00Z', '2026-06-09', 'modified', 2],
  ['participatingAgencies02302026am.xlsx', '2026-02-27T12:00:00Z', '2026-02-27', 'modified', 2],
  // Suffixes.
  ['participatingAgencies06092026mid.xlsx', '2026-06-09T16:00:00Z', '2026-06-09', 'name', 2],
  ['participatingAgencies06092026B.xlsx', '2026-06-09T16:00:00Z', '2026-06-09', 'name', 2],
  ['participatingAgencies06092026am_b.xlsx', '2026-06-09T16:00:00Z', '2026-06-09', 'name', 1],
  ['participatingAgencies06092026pm2.xlsx', '2026-06-09T20:00:00Z', '2026-06-09', 'name', 3.02],
  ['participatingAgencies06092026pm copy.xlsx', '2026-06-09T20:00:00Z', '2026-06-09', 'name', 3],
  ['participatingAgencies06092026 copy.xlsx', '2026-06-09T20:00:00Z', '2026-06-09', 'name', 2],
  // No date at all.
  ['participatingAgencies.xlsx', '2025-02-20T16:27:52Z', '2025-02-20', 'modified', 2],
  // Stems and short dates from September 2026 on.
  ['ParticipatingAgency091826am.xlsx', '2026-09-18T12:00:00Z', '2026-09-18', 'name', 1],
  ['287gParticipatingAgencies091526pm.xlsx', '2026-09-15T20:00:00Z', '2026-09-15', 'name', 3],
  // An archive's capture stands, whatever was saved later.
  ['ParticipatingEntities-20250119192356.xlsx', '2025-04-21T13:21:22Z', '2025-01-19', 'capture', 2],
  ['participatingAgencies-20250221214937.xlsx', '2025-02-21T14:51:12Z', '2025-02-21', 'capture', 2],
  // An evening in Washington is the next day in UTC.
  ['participatingAgencies06262025am.xlsx', '2025-06-27T01:30:00Z', '2025-06-26', 'name', 1],
  ['participatingAgencies01262026pm.xlsx', '2026-01-27T04:59:59Z', '2026-01-26', 'name', 3],
  ['participatingAgencies01262026pm.xlsx', '2026-01-27T05:00:00Z', '2026-01-27', 'modified', 3],
  ['list.xlsx', '2026-07-01T03:00:00Z', '2026-06-30', 'modified', 2],
  // No stamp: the name, even alone.
  ['pendingAgencies05152025am.csv', null, '2025-05-15', 'name', 1],
  // Nothing but the day on which it came.
  ['list.csv', null, '2026-11-21', 'obtained', 2],
];

test('of a file of the user, undated is said only where nothing dates it', () => {
  expect(dated('families.yaml', { typed: true })).toMatchObject({ date: '2026-11-21', from: 'undated' });
  expect(dated('families_2026-05-31.yaml', { typed: true })).toMatchObject({
    date: '2026-05-31',
    from: 'name',
  });
  expect(dated('terms.yaml', { typed: true, latestEvent: '2026-03-01' })).toMatchObject({
    date: '2026-03-01',
    from: 'content',
  });
});

test.each(names)('%s, saved %s, is of %s (%s)', (name, modified, date, from, dayPart) => {
  expect(dated(name, { modified })).toMatchObject({
    date,
    from,
    ...(dayPart === undefined ? {} : { dayPart }),
  });
});

describe('what decides', () => {
  test('the date that the user gave, before all else', () => {
    expect(
      dated('participatingAgencies01262026pm.xlsx', {
        given: '2025-05-05',
        modified: '2026-01-26T19:53:20Z',
      }),
    ).toEqual({
      date: '2025-05-05',
      from: 'given',
      dayPart: 2,
      contradiction: null,
    });
  });

  test('a contradiction is said, with what speaks against the name', () => {
    expect(
      dated('participatingAgencies01052025pm.xlsx', { modified: '2026-01-05T20:22:43Z' }).contradiction,
    ).toBe('the name says 2025-01-05, the file was changed on 2026-01-05');
    expect(dated('participatingAgencies01052025pm.csv', { latestEvent: '2025-12-31' })).toMatchObject({
      date: '2025-01-05',
      contradiction: 'the name says 2025-01-05, an entry is dated 2025-12-31',
    });
  });

  test('a signing later than the name: the stamp decides, though it is not later itself', () => {
    expect(
      dated('participatingAgencies01052026pm.xlsx', {
        modified: '2026-01-04T12:00:00Z',
        latestEvent: '2026-01-08',
      }),
    ).toMatchObject({
      date: '2026-01-04',
      from: 'modified',
    });
  });

  test('of two names of the same bytes the one that nothing contradicts', () => {
    const facts = {
      names: ['participatingAgencies01052025pm.xlsx', 'participatingAgencies01052026pm.xlsx'],
      modified: '2026-01-05T20:22:43Z',
    };
    expect(dated('', facts)).toEqual({ date: '2026-01-05', from: 'name', dayPart: 3, contradiction: null });
    expect(dated('', { ...facts, names: [...facts.names].reverse() }).date).toBe('2026-01-05');
  });

  test('of several uploads on different days the first', () => {
    const given = ['08262025pm', '08192025pm', '08202025am'].map((day) => `participatingAgencies${day}.xlsx`);
    expect(dated('', { names: given, modified: '2025-08-19T17:00:00Z' })).toMatchObject({
      date: '2025-08-19',
      from: 'name',
      dayPart: 3,
    });
  });

  test('the latest entry, where there is neither name nor stamp', () => {
    expect(dated('list.csv', { latestEvent: '2026-01-23' })).toMatchObject({
      date: '2026-01-23',
      from: 'content',
    });
  });
});

describe('a date in a name', () => {
  test.each([
    ['ice_fy2026_transactions_asof-2026-08-22.csv', '2026-08-22'],
    ['report_2026_08_22.csv', '2026-08-22'],
    ['audit-20260822.csv', '2026-08-22'],
    ['list 08222026.csv', '2026-08-22'],
    ['FY2026.csv', null],
    ['70CDCR26FR0000014.csv', null],
    ['list13322026.csv', null],
    ['list00002026.csv', null],
    ['123456789012345.csv', null],
  ])('%s: %s', (name, date) => {
    expect(nameDate(name)?.date ?? null).toBe(date);
  });
});

describeWithShared('the dates of the real lists', ['agreements', 'SOURCES.md'], (path) => {
  test('are those of SOURCES.md, whatever their names say', async () => {
    const { readFileSync } = await import('node:fs');
    const listed = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => /^\| \S+\.xlsx \|/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map(([, name, date]) => [name as string, (date as string).slice(0, 10)] as const);
    expect(listed).toHaveLength(31);
    const bench = await open(await realProject(path.replace(/[/\\]SOURCES\.md$/, '')));
    bench.close();
    const found = listed.map(([name]) => [
      name,
      bench.editions.find((edition) => edition.names.includes(name))?.asOf,
    ]);
    expect(found).toEqual(listed);
    expect(bench.editions.filter((edition) => edition.kind === 'agreements')).toHaveLength(30);
  });
});
