import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { participatingLists } from '../../examples/calendar.ts';
import { exampleFacts } from '../../examples/facts.ts';
import { referenceFacts } from '../../examples/make-reference.ts';
import { agencies, nameOn } from '../../examples/world.ts';
import type { Workspace } from '../../src/build/workspace.ts';
import { answer } from '../../src/figures/answer.ts';
import { withReadings } from '../../src/figures/figure.ts';
import { figureCalled, parseQuery, type QueryText } from '../../src/figures/query.ts';
import { counties } from '../../src/reference/counties.ts';
import { exampleProject, open } from '../support/projects.ts';

const facts = exampleFacts();
let bench: Workspace;
beforeAll(async () => {
  const { folder } = await exampleProject();
  bench = await open(folder);
});
afterAll(() => bench?.close());

async function rows(name: string, query: QueryText) {
  const figure = figureCalled(`agreements.${name}`, bench.registry.figures);
  return (await answer(bench, figure, parseQuery(figure, query))).rows;
}
const quoted = (text: string) => `'${text.replaceAll("'", "''").toLowerCase()}'`;

// The list of the afternoon stands for its day.
const last = facts.lists.filter(
  (list) =>
    !facts.lists.some(
      (other) =>
        other !== list && other.status === list.status && other.asOf === list.asOf && other.file > list.file,
    ),
);

describe('the figures are what the generator knows', () => {
  test.each(last.map((list) => [list.file, list] as const))('%s', async (_file, list) => {
    const query = { asOf: list.asOf, where: [`status=${list.status}`] };
    const grouped = async (name: string, by: string) =>
      Object.fromEntries((await rows(name, { ...query, by: [by] })).map((row) => [row[by], row.value]));
    const single = async (name: string) => (await rows(name, query))[0]?.value;
    expect(await single('agreements')).toBe(list.agreements);
    expect(await single('agencies')).toBe(list.agencies);
    expect(await single('states')).toBe(list.states);
    expect(await single('territories')).toBe(list.territories);
    expect(await grouped('agreements', 'model')).toEqual(
      Object.fromEntries(Object.entries(list.byModel).filter(([, count]) => count > 0)),
    );
    const states = Object.entries(list.byState);
    expect(await grouped('agreements', 'state')).toEqual(
      Object.fromEntries(states.map(([state, count]) => [state, count.agreements])),
    );
    expect(await grouped('agencies', 'state')).toEqual(
      Object.fromEntries(states.map(([state, count]) => [state, count.agencies])),
    );
  });

  test.each(facts.lists.map((list) => [list.file, list] as const))(
    '%s: accounting, layout, dates, counties, spellings',
    async (file, list) => {
      const edition = bench.editions.find((one) => one.names.includes(file));
      expect(edition).toMatchObject({
        asOf: list.asOf,
        names: expect.arrayContaining([file, ...list.otherNames]),
        source: list.status === 'pending' ? 'ice-pending' : 'ice-participating',
        layout: {
          H5: 'participating-html',
          P6: 'participating-6',
          P7: 'participating-7',
          P8: 'participating-8',
          Q4: 'pending-4',
          Q5: 'pending-5',
          Q6: 'pending-6',
        }[list.layout],
        accounting: {
          records: list.rows + list.blankRows + 1,
          kept: list.rows,
          withheld: 0,
          rejected: 0,
          blank: list.blankRows,
          header: 1,
        },
      });
      const where = `from agreements_listed where edition = '${edition?.edition}'`;
      const [row] = await bench.engine.query(
        `select sum(case when signed is null or signed_state <> 'present' then 1 else 0 end) as unread, count(distinct county) as counties,
(select count(*) from (select state, agency_key ${where} group by state, agency_key having count(distinct agency_text) > 1) as x) as twice ${where}`,
      );
      if (list.status === 'participating') expect(row?.['unread']).toBe(list.unreadableDates);
      expect({ counties: row?.['counties'], twice: row?.['twice'] }).toEqual({
        counties: list.counties,
        twice: list.spelledTwoWays,
      });
    },
  );
});

describe('histories', () => {
  const spells = (state: string, name: string, asOf?: string) =>
    bench.engine.query(
      `select distinct i.organisation, s.standing, @iso_date(s.departed_on) as departed_on, s.lists_missed, s.spell_no from agency_identity as i
join agreement_spells as s on s.organisation = i.organisation where i.state = '${state}' and i.agency_key = @fold(${quoted(name)})${asOf ?? ''} order by s.spell_no`,
    );

  test('a name that was put right is the same organisation: it neither departs nor appears', async () => {
    const { state, name, before } = facts.relabelled;
    const [now, then] = [await spells(state, name), await spells(state, before)];
    expect(now).toEqual(then);
    expect(now.every((row) => row['standing'] === 'listed' && row['spell_no'] === 1)).toBe(true);
    const [relabel] = await bench.engine.query(
      `select new_key from agency_relabels where state = '${state}' and old_key = @fold(${quoted(before)})`,
    );
    expect(relabel?.['new_key']).toBe(name.toLowerCase());
  });

  test('missing from one list and back: one unbroken time, with one list missed', async () => {
    const { state, name } = facts.absentOnce;
    const found = await spells(state, name);
    expect(found.length).toBeGreaterThan(0);
    for (const row of found)
      expect(row).toMatchObject({ standing: 'listed', spell_no: 1, lists_missed: 1, departed_on: null });
  });

  test('missing from one list is unconfirmed, from two in a row departed and dated to the first', async () => {
    for (const { state, name, asOf } of facts.departed) {
      for (const row of await spells(state, name))
        expect(row).toMatchObject({ standing: 'departed', departed_on: asOf });
      const at = participatingLists.findIndex((list) => list.asOf === asOf);
      const deals = agencies.find((agency) => agency.name === name)?.deals.length ?? 0;
      const count = async (day: string | undefined) =>
        Number(
          (await rows('departed', { asOf: day, where: [`month=${asOf.slice(0, 7)}`, `state=${state}`] }))[0]
            ?.value,
        );
      // A morning's and an afternoon's list of one day are two lists.
      const sameDay = participatingLists[at + 1]?.asOf === asOf;
      const next = participatingLists.slice(at + 1).find((list) => list.asOf > asOf);
      expect({ name, first: await count(asOf), second: await count(next?.asOf) }).toEqual({
        name,
        first: sameDay ? deals : 0,
        second: deals,
      });
    }
    const [all] = await rows('departed', {});
    expect(all?.value).toBe(
      facts.departed.reduce(
        (sum, { name }) => sum + (agencies.find((agency) => agency.name === name)?.deals.length ?? 0),
        0,
      ),
    );
  });

  test('what is new is dated to the list on which it was first seen; the first list has nothing new', async () => {
    const found = await rows('new', { by: ['month'] });
    const expected: Record<string, number> = {};
    for (const { deals } of agencies) {
      for (const deal of deals) {
        const month = participatingLists[deal.from]?.asOf.slice(0, 7) as string;
        if (deal.from > 0) expected[month] = (expected[month] ?? 0) + 1;
      }
    }
    expect(Object.fromEntries(found.map((row) => [row['month'], row.value]))).toEqual(expected);
  });

  test('an agency that adds a model is a new agreement and no new organisation', async () => {
    const figure = figureCalled('agreements.new', bench.registry.figures);
    const reading = figure.readings.find(({ id }) => id === 'organisations');
    if (!reading) throw new Error('no reading');
    const found = await answer(bench, withReadings(figure, [reading]), { where: {}, by: [] });
    const later = agencies.filter(({ deals }) => deals.some(({ from }) => from > 0));
    const fresh = later.filter(({ deals }) => deals.every(({ from }) => from > 0));
    expect(fresh.length).toBeLessThan(later.length);
    expect(found.rows).toEqual([{ value: fresh.length }]);
  });

  test('an organisation has one id, made of its state and latest name, and one row', async () => {
    const found = await bench.engine.query(
      'select organisation, state, name from agencies order by organisation',
    );
    expect(new Set(found.map((row) => row['organisation'])).size).toBe(found.length);
    expect(found).toHaveLength(agencies.length);
    const names = new Set(
      agencies.map((agency) =>
        `${agency.state.code} ${nameOn(agency, participatingLists.length)}`.toLowerCase(),
      ),
    );
    for (const row of found) {
      expect(row['organisation']).toMatch(/^[a-z]{2}-[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(names).toContain(`${row['state']} ${String(row['name']).replaceAll('’', "'")}`.toLowerCase());
    }
  });
});

test('county cells: each that is matched is the county it names, the others are listed as they are', async () => {
  const found = await bench.engine.query(
    "select distinct state, county_text, county from agreements_listed where county_state = 'present' order by 1, 2",
  );
  const real = new Map(
    agencies.flatMap((agency) =>
      agency.county.shows === 'real'
        ? [[`${agency.state.code} ${agency.county.text.toLowerCase()}`, agency.county.fips]]
        : [],
    ),
  );
  const clean = (text: unknown) => String(text).replaceAll(/\s+/g, ' ').trim().toLowerCase();
  const known = new Set(counties().map((county) => county.fips));
  expect(found.length).toBeGreaterThan(100);
  for (const row of found) {
    const fips = real.get(`${row['state']} ${clean(row['county_text'])}`) ?? null;
    expect({ text: row['county_text'], county: row['county'] }).toEqual({
      text: row['county_text'],
      county: fips,
    });
    if (fips !== null) expect(known).toContain(fips);
  }
  const withheld = bench.editions.flatMap((edition) =>
    edition.problems.filter((problem) => problem.column === 'county'),
  );
  expect(withheld.length).toBeGreaterThan(0);
});

test('population: what is certain is matched, what two lines could mean is not', async () => {
  const reference = referenceFacts();
  const found = await bench.engine.query(
    "select distinct i.state, i.agency_key, p.population from agency_population as p join agency_identity as i on i.organisation = p.organisation where p.status = 'participating'",
  );
  const population = new Map(found.map((row) => [`${row['state']} ${row['agency_key']}`, row['population']]));
  const at = (fact: { state: string; name: string }) =>
    population.get(`${fact.state} ${fact.name.toLowerCase()}`);
  for (const fact of reference.ambiguous)
    expect({ ...fact, population: at(fact) ?? null }).toEqual({ ...fact, population: null });
  const inForce = reference.matched.filter((fact) =>
    population.has(`${fact.state} ${fact.name.toLowerCase()}`),
  );
  expect(inForce.length).toBeGreaterThan(200);
  expect(inForce.filter((fact) => at(fact) !== fact.population)).toEqual([]);
  const [row] = await rows('population_covered', {});
  expect(row?.['numerator']).toBe(inForce.reduce((sum, fact) => sum + fact.population, 0));
  expect(row?.['denominator']).toBe(reference.rows.reduce((sum, fact) => sum + fact.population, 0));
});
