import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ContractFacts, makeContracts } from '../../examples/make-contracts.ts';
import type { Workspace } from '../../src/build/workspace.ts';
import { compareEditions, editionPairs } from '../../src/changes/compare.ts';
import { changesInWords } from '../../src/changes/words.ts';
import { answer } from '../../src/figures/answer.ts';
import { toldBeside } from '../../src/figures/beside.ts';
import { withReadings } from '../../src/figures/figure.ts';
import { figureCalled, parseQuery, type QueryText } from '../../src/figures/query.ts';
import { workScenario } from '../../src/figures/work-scenario.ts';
import { runFlags } from '../../src/flags/run-flags.ts';
import { vehicleTimeline } from '../../src/kinds/contracts/queries.ts';
import { addTo, build, emptyProject, open } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';

let bench: Workspace;
let facts: ContractFacts;
let outcomes: Awaited<ReturnType<typeof addTo>>;
beforeAll(async () => {
  const released = join(tempDir('contracts'), 'released');
  facts = await makeContracts(released);
  const project = emptyProject();
  outcomes = await addTo(project, [released]);
  await build(project);
  bench = await open(project);
}, 120_000);
afterAll(() => bench?.close());

async function value(name: string, query: QueryText = {}) {
  const figure = figureCalled(`contracts.${name}`, bench.registry.figures);
  return (await answer(bench, figure, parseQuery(figure, query))).rows[0]?.value;
}

async function valueRead(name: string, id: string, query: QueryText = {}) {
  const figure = figureCalled(`contracts.${name}`, bench.registry.figures);
  const reading = figure.readings.find((one) => one.id === id);
  if (!reading) throw new Error(`no reading ${id}`);
  return (await answer(bench, withReadings(figure, [reading]), parseQuery(figure, query))).rows[0]?.value;
}

describe('the invented contracts', () => {
  test('each file is read by its layout', () => {
    expect(
      outcomes.map((outcome) => [outcome.file, 'layout' in outcome ? outcome.layout : outcome.outcome]),
    ).toEqual([
      ['FY2026_invented_transactions_2026-03-31.csv', 'usaspending-transactions'],
      ['FY2026_invented_transactions_2026-05-31.csv', 'usaspending-transactions'],
      ['invented-families.yaml', 'contract-families'],
      ['invented-feed-page-0.xml', 'fpds-atom'],
      ['invented-feed-page-1.xml', 'fpds-atom'],
      ['invented-feed-sister.xml', 'fpds-atom'],
      ['invented-solicitation-versions.csv', 'typed-notices'],
      ['invented-terms.yaml', 'contract-terms'],
      ['invented_search_asof-2026-05-31.csv', 'usaspending-search-10'],
    ]);
  });

  test('a ceiling is the running sum of changes', async () => {
    const where = [`vehicle=${facts.vehicle}`];
    expect(await value('ceiling', { where, until: '2025-11-03' })).toBe(facts.ceilingFirst);
    expect(await value('ceiling', { where, until: '2026-03-16' })).toBe('60000000.00');
    expect(await value('ceiling', { where })).toBe(facts.ceilingLast);
  });

  test('by time a ceiling is what changed, and the answer says so', async () => {
    const figure = figureCalled('contracts.ceiling', bench.registry.figures);
    const told = async (query: QueryText) => await toldBeside(bench, figure, parseQuery(figure, query));
    expect(await told({ by: ['fiscal_year'] })).toEqual([
      {
        dimension: null,
        title: 'By fiscal year',
        values: [expect.stringContaining('changed ceilings by, not what ceilings came to')],
      },
    ]);
    expect(await told({ where: ['month=2025-11'] })).toHaveLength(1);
    expect(await told({ by: ['vehicle'] })).toEqual([]);
  });

  test('an action in the download and in the search export counts once, copies too', async () => {
    // Orders of the later download: 1.25M, 0.3M, 0.8M - 0.15M, 0.64M of one vehicle.
    expect(await value('obligations', { where: [`vehicle=${facts.vehicle}`] })).toBe('2840000.00');
    expect(await value('actions', { where: ['level=order'] })).toBe(8);
    expect(await bench.engine.query('select count(*) as n from contract_copies')).toEqual([{ n: 1 }]);
    expect(await bench.engine.query('select count(*) as n from contract_conflicts')).toEqual([{ n: 0 }]);
  });

  test('the person is a remainder line: in the totals, without a name', async () => {
    expect(await value('obligations', { where: ['vendor=individuals and sole proprietors'] })).toBe(
      '18000.00',
    );
    expect(await value('vendors')).toBe(3);
    expect(
      await bench.engine.query(
        `select vendor_name, description from contract_actions where vendor_state = 'individual'`,
      ),
    ).toEqual([{ vendor_name: null, description: null }]);
  });

  test('the family of the file has both vehicles; ceilings and obligations stand apart', async () => {
    expect(await value('ceiling', { where: ['family=26-SOL-INV-01'] })).toBe('145000000.00');
    expect(await value('obligations', { where: ['family=26-SOL-INV-01'] })).toBe('5442000.75');
    expect(await value('ceiling_used', { where: ['family=26-SOL-INV-01'] })).toBe(0.037531);
  });

  test('up to a day, a share is of the ceilings of that day', async () => {
    const where = ['family=26-SOL-INV-01'];
    const until = '2026-03-16';
    const [obligations, ceiling] = [
      await value('obligations', { where, until }),
      await value('ceiling', { where, until }),
    ];
    expect(ceiling).not.toBe(await value('ceiling', { where }));
    expect(await value('ceiling_used', { where, until })).toBe(
      Number((Number(obligations) / Number(ceiling)).toFixed(6)),
    );
  });

  test("orders' and contracts' own values leave out the vehicles'", async () => {
    const own = async (column: string) =>
      (
        await bench.engine.query(
          `select cast(sum(${column}) as varchar) as sum from contract_actions where record_kind = 'award'`,
        )
      )[0]?.['sum'];
    expect(await valueRead('obligations', 'options-all')).toBe(await own('ceiling_change'));
    expect(await valueRead('obligations', 'options-exercised')).toBe(await own('exercised_change'));
  });

  test('actions by the day of their report are those reported up to a day', async () => {
    const until = '2026-03-31';
    const [row] = await bench.engine.query(
      `select cast(count(*) as integer) as n from contract_actions where reported_on <= date '${until}'`,
    );
    expect(await valueRead('actions', 'reported-by-date', { until })).toBe(row?.['n']);
    expect(row?.['n']).not.toBe(await value('actions', { until }));
  });

  test('the ceiling of a first action is none that a source states later', async () => {
    const [row] = await bench.engine.query(
      `select cast(sum(ceiling_change) as varchar) as sum from contract_actions where record_kind = 'idv' and modification = '0'`,
    );
    expect(await valueRead('ceiling', 'first-award')).toBe(row?.['sum']);
  });

  test('the file of families is undated: it counts on any date, and dates no figure', async () => {
    expect(bench.editions.find(({ source }) => source === 'contract-families')?.asOfFrom).toBe('undated');
    const obligations = figureCalled('contracts.obligations', bench.registry.figures);
    const asked = (query: QueryText) => answer(bench, obligations, parseQuery(obligations, query));
    const where = ['family=26-SOL-INV-01'];
    const latest = await asked({ where });
    expect(latest.as_of).toBe('2026-05-31');
    expect(await asked({ where, asOf: latest.as_of as string })).toEqual(latest);
    const before = await asked({ where, asOf: '2026-03-31' });
    expect(Number(before.rows[0]?.value)).toBeGreaterThan(0);
    expect((await asked({ where, asOf: '2025-01-01' })).rows).toEqual([
      { value: null, why: expect.stringContaining('is dated 2025-01-01 or earlier') },
    ]);
  });

  test('between the two downloads', async () => {
    const comparison = bench.registry.comparisons.find((one) => one.id === 'contracts.actions');
    if (!comparison) throw new Error('no comparison');
    const [pair, ...others] = editionPairs(comparison, bench.editions, {
      source: 'usaspending-transactions',
    });
    if (!pair) throw new Error('no pair');
    expect(others).toEqual([]);
    const changes = await compareEditions(bench, comparison, pair.from, pair.to);
    expect(changes.counts).toEqual({ ...facts.changes, relabelled: 0, unchanged: 6 });
    expect(changes.rows.filter((row) => row.change === 'altered')).toMatchObject([
      { field: 'amount', before: '120000.00', after: '125000.00' },
    ]);
    expect(changesInWords(changes, comparison)[2]).toBe(
      '1 action of those is dated on or before 2026-03-31 ($77,000.25): the earlier edition did not show it.',
    );
    expect(JSON.stringify(changes)).not.toContain('Ashgarth');
    const back = await compareEditions(bench, { ...comparison, folded: 'true' }, pair.from, pair.to);
    expect(back.counts).toEqual(changes.counts);
    expect(back.rows).toMatchObject([
      { change: 'altered', field: 'amount', key: [], rowAfter: null, entries: 1 },
      { change: 'appeared', key: [], late: false, amountAfter: '490000.00', eventDate: null, entries: 2 },
      { change: 'appeared', key: [], late: true, amountAfter: '77000.25', eventDate: null, entries: 1 },
      { change: 'vanished', key: [], amountBefore: '99999.99', rowBefore: null, entries: 1 },
    ]);
  });

  test('the time line of the vehicle has its changes, orders, notices and terms in order', async () => {
    const line = await bench.engine.query(vehicleTimeline(`${facts.vehicle}@7099`));
    expect(line.map((event) => event['event'])).toEqual([
      'notice',
      'term',
      'term',
      'term',
      'term',
      'notice',
      'term',
      'term',
      'term',
      'award',
      'order',
      'order',
      'change',
      'order',
      'change',
      'order',
      'order',
      'change',
    ]);
    expect(line.at(-1)).toMatchObject({
      running_ceiling: '90000000.00',
      words: 'this modification adds a new site and extends the ordering period',
    });
  });

  test('flags find what was planted, and say what they could not look at', async () => {
    const results = Object.fromEntries(
      (await runFlags(bench, bench.registry.flags)).map((result) => [result.flag.id, result]),
    );
    const flagged = (id: string) => results[`contracts.${id}`]?.flagged.map((unit) => unit.label);
    expect(flagged('ceiling-raised')).toEqual([facts.vehicle]);
    expect(flagged('undefinitised')).toEqual(['70INVR26C00000007']);
    expect(flagged('not-competed')).toEqual(['70INVR26C00000007']);
    expect(flagged('short-notice')).toEqual(['26-SOL-INV-01 amendment 1', '26-SOL-INV-01 original']);
    expect(flagged('ceiling-outside-terms')).toEqual(['70INVR26D00000002']);
    expect(flagged('reported-late')).toEqual(['70INVR26C00000007', '70INVR26FR0000008']);
    expect(flagged('new-scope')).toEqual([facts.vehicle]);
    for (const result of Object.values(results))
      for (const unit of result.flagged) expect(unit.rows.length).toBeGreaterThan(0);
  });

  test('a flag takes its thresholds from the settings, and refuses those that it has not', async () => {
    const flags = bench.registry.flags.filter((flag) => flag.id === 'contracts.ceiling-raised');
    const [strict] = await runFlags(bench, flags, {
      'contracts.ceiling-raised': { step_percent: 400, total_percent: 400 },
    });
    expect(strict?.coverage).toMatchObject({ flagged: 0, passed: strict?.coverage.examined });
    await expect(
      runFlags(bench, flags, { 'contracts.ceiling-raised': { step_percnt: 4 } }),
    ).rejects.toMatchObject({ code: 'CF-FLAG-001', hint: 'Did you mean "step_percent"?' });
    await expect(
      runFlags(bench, flags, { 'contracts.ceiling-raised': { step_percent: ['4'] } }),
    ).rejects.toMatchObject({ code: 'CF-FLAG-002' });
  });

  test('a scenario is arithmetic over figures and assumptions, each with its source', async () => {
    const scenario = bench.registry.scenarios.find((one) => one.id === 'contracts.backlog-months');
    if (!scenario) throw new Error('no scenario');
    const worked = await workScenario(
      bench,
      {
        ...scenario,
        figures: {
          ceiling: { figure: 'contracts.ceiling', where: { family: ['26-SOL-INV-01'] }, says: 'ceilings' },
        },
      },
      bench.registry.figure,
    );
    const line = (name: string) => worked.lines.find((one) => one.name === name);
    expect(line('months')).toMatchObject({ value: '30.0', from: 'arithmetic' });
    expect(line('per_case')).toMatchObject({
      value: '96.67',
      from: 'arithmetic',
      source: 'ceiling divide backlog',
    });
    for (const one of worked.lines) expect(one.source).not.toBe('');
  });
});
