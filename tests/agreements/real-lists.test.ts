import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import { type AnswerRow, answer } from '../../src/figures/answer.ts';
import { figureCalled, parseQuery, type QueryText } from '../../src/figures/query.ts';
import { open, realProject } from '../support/projects.ts';
import { describeWithShared } from '../support/shared-data.ts';

// The table "Agreements" of the acceptance figures: worked out without the program.
describeWithShared('the real lists', ['agreements', 'SOURCES.md'], (path) => {
  let bench: Workspace;
  beforeAll(async () => {
    bench = await open(await realProject(dirname(path)));
  });
  afterAll(() => bench?.close());

  const rows = async (name: string, query: QueryText): Promise<AnswerRow[]> => {
    const figure = figureCalled(`agreements.${name}`, bench.registry.figures);
    return (await answer(bench, figure, parseQuery(figure, query))).rows;
  };
  const value = async (name: string, asOf: string, ...where: string[]) =>
    (await rows(name, { asOf, where }))[0]?.value;

  test.each([
    ['2025-01-19', 135, 133, 21, 0],
    ['2026-01-26', 1372, 1149, 39, 2],
  ])('as of %s', async (asOf, agreements, agencies, states, territories) => {
    expect(await value('agreements', asOf)).toBe(agreements);
    expect(await value('agencies', asOf)).toBe(agencies);
    expect(await value('states', asOf)).toBe(states);
    expect(await value('territories', asOf)).toBe(territories);
  });

  test.each([
    ['2025-01-19', { 'jail-enforcement': 60, 'warrant-service': 75 }],
    ['2026-01-26', { 'jail-enforcement': 151, 'warrant-service': 457, 'task-force': 764 }],
  ])('by model as of %s', async (asOf, expected) => {
    const found = await rows('agreements', { asOf, by: ['model'] });
    expect(Object.fromEntries(found.map((row) => [row['model'], row.value]))).toEqual(expected);
  });

  test.each([
    ['FL', 341, 278],
    ['TX', 287, 227],
    ['TN', 63, 57],
    ['PA', 54, 54],
    ['AL', 49, 34],
    ['GA', 49, 42],
  ])('%s on 26 January 2026', async (state, agreements, agencies) => {
    expect(await value('agreements', '2026-01-26', `state=${state}`)).toBe(agreements);
    expect(await value('agencies', '2026-01-26', `state=${state}`)).toBe(agencies);
  });

  test('pending on that day: 3 rows', async () => {
    expect(await value('agreements', '2026-01-26', 'status=pending')).toBe(3);
  });

  const spelledTwoWays = async (text: string) => {
    const [row] = await bench.engine.query(
      `select count(*) as n from (
  select a.state, a.agency_key from agreements_listed as a join editions as e on e.edition = a.edition
  where a.status = 'participating' and e.as_of = date '2026-01-26'
  group by a.state, a.agency_key having count(distinct ${text}) > 1
) as twice`,
    );
    return row?.['n'];
  };
  test('12 agencies are spelled two ways that day, 6 after trimming', async () => {
    expect(await spelledTwoWays('a.agency_text')).toBe(12);
    expect(await spelledTwoWays('a.agency_trimmed')).toBe(6);
  });

  test('the readings of "1,168 agencies" on 2 February 2026', async () => {
    const [row] = await bench.engine.query(
      `select count(distinct a.state_text || '|' || a.agency_text) as raw, count(distinct a.state_trimmed || '|' || a.agency_trimmed) as trimmed
from agreements_listed as a join editions as e on e.edition = a.edition
where a.status = 'participating' and e.as_of = date '2026-02-02'`,
    );
    expect(row).toEqual({ raw: 1168, trimmed: 1162 });
  });

  test('23 to 26 January 2026: 59 rows appear and 1 vanishes, which is a spelling put right', async () => {
    const of = (day: string) =>
      `select a.state, a.agency_key, a.model, count(*) as n from agreements_listed as a join editions as e on e.edition = a.edition
where a.status = 'participating' and e.as_of = date '${day}' group by a.state, a.agency_key, a.model`;
    const [row] = await bench.engine.query(
      `select sum(case when d > 0 then d else 0 end) as appeared, sum(case when d < 0 then -d else 0 end) as vanished
from (select coalesce(b.n, 0) - coalesce(a.n, 0) as d from (${of('2026-01-23')}) as a
full join (${of('2026-01-26')}) as b on b.state = a.state and b.agency_key = a.agency_key and b.model = a.model) as x`,
    );
    expect(row).toEqual({ appeared: 59, vanished: 1 });
    const same = await bench.engine.query(
      "select distinct organisation from agency_identity where state = 'MO' and agency_key in ('dogulas county sheriff''s office', 'douglas county sheriff''s office')",
    );
    expect(same).toHaveLength(1);
    const [fresh] = await rows('new', { where: ['month=2026-01'], until: '2026-01-26' });
    const [before] = await rows('new', { where: ['month=2026-01'], until: '2026-01-23' });
    expect(Number(fresh?.value) - Number(before?.value)).toBe(58);
  });

  test('31 files are 30 editions, and the accounting closes on every one', () => {
    const lists = bench.editions.filter((edition) => edition.kind === 'agreements');
    expect(lists.flatMap((edition) => edition.names)).toHaveLength(31);
    expect(lists).toHaveLength(30);
    for (const { names, accounting } of lists) {
      const { records, kept, withheld, rejected, blank, header } = accounting;
      expect({ names, sum: kept + withheld + rejected + blank + header }).toEqual({ names, sum: records });
      expect({ names, withheld, rejected }).toEqual({ names, withheld: 0, rejected: 0 });
    }
  });

  test('every state is read, and what of the counties is not is little and listed', async () => {
    const unread = await bench.engine.query(
      'select distinct state_text from agreements_listed where state is null',
    );
    expect(unread).toEqual([]);
    const [row] = await bench.engine.query(
      `select count(*) as cells, sum(case when county is null then 1 else 0 end) as unmatched from agreements_listed
where county_state = 'present' and status = 'participating'`,
    );
    expect(Number(row?.['unmatched']) / Number(row?.['cells'])).toBeLessThan(0.05);
  });

  test('names that one list has together are never one organisation', async () => {
    const together = await bench.engine.query(
      `select i.organisation, p.list_no from agreement_presence as p
join agency_identity as i on i.state = p.state and i.agency_key = p.agency_key
group by i.organisation, p.list_no having count(distinct p.agency_key) > 1`,
    );
    expect(together).toEqual([]);
  });
});

describeWithShared('population on the real lists', ['reference', 'fbi_lee_latest.csv'], (reference) => {
  test('is never guessed between two agencies of one place', async () => {
    const lists = join(dirname(reference), '..', 'agreements');
    const bench = await open(await realProject(lists));
    try {
      const [twice] = await bench.engine.query(
        'select count(*) as n from (select agency_code from agency_population where agency_code is not null group by agency_code having count(distinct organisation) > 1) as x',
      );
      expect(twice?.['n']).toBe(0);
      const wrong = await bench.engine.query(
        `select p.organisation from agency_population as p join agency_reference as r on r.agency_code = p.agency_code
where r.state <> p.state or p.population <> r.population`,
      );
      expect(wrong).toEqual([]);
      const figure = figureCalled('agreements.population_covered', bench.registry.figures);
      const [row] = (await answer(bench, figure, parseQuery(figure, { asOf: '2026-01-26' }))).rows;
      const [sum] = await bench.engine.query(
        'select sum(population) as whole from agency_reference where population > 0',
      );
      expect(row?.['denominator']).toBe(sum?.['whole']);
      expect(row?.value).toBeGreaterThan(0.05);
      expect(row?.value).toBeLessThan(0.5);
    } finally {
      bench.close();
    }
  });
});
