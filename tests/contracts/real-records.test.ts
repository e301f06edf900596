import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import { compareEditions, editionPairs } from '../../src/changes/compare.ts';
import { answer } from '../../src/figures/answer.ts';
import { addDecimals } from '../../src/figures/exact.ts';
import { withReadings } from '../../src/figures/figure.ts';
import { figureCalled, parseQuery, type QueryText } from '../../src/figures/query.ts';
import { receipt, recount } from '../../src/figures/receipt.ts';
import { vehicleTimeline } from '../../src/kinds/contracts/queries.ts';
import { addTo, build, emptyProject, open } from '../support/projects.ts';
import { describeWithShared } from '../support/shared-data.ts';

describeWithShared('the acceptance figures of contracts', ['contracts'], (folder) => {
  let bench: Workspace;
  let outcomes: Awaited<ReturnType<typeof addTo>>;
  beforeAll(async () => {
    const project = emptyProject('title: Real contracts\noriginals: discard\n');
    outcomes = await addTo(project, [
      join(folder, 'usaspending-ice-transactions'),
      join(folder, 'usaspending-download-2018-format'),
      join(folder, 'transcribed'),
      join(folder, 'fpds-atom', '70CDCR20D00000009'),
      join(folder, 'fpds-atom', '70CDCR24A00000001'),
    ]);
    await build(project);
    bench = await open(project);
  }, 300_000);
  afterAll(() => bench?.close());

  const figure = (name: string) => figureCalled(`contracts.${name}`, bench.registry.figures);
  async function value(name: string, query: QueryText = {}) {
    return (await answer(bench, figure(name), parseQuery(figure(name), query))).rows[0]?.value;
  }

  test('every file is an edition', () => {
    expect(outcomes.map((outcome) => outcome.outcome)).toEqual(outcomes.map(() => 'added'));
    expect(outcomes).toHaveLength(7 + 5 + 3 + 3 + 1);
  });

  test('the edition of 2026-08-22: 2,764 actions, 44 surplus copies, 6,770,024,253.93', async () => {
    expect(
      bench.editions.find((edition) =>
        edition.names[0]?.startsWith('ice_fy2026_transactions_asof-2026-08-22'),
      ),
    ).toMatchObject({
      asOf: '2026-08-22',
      asOfFrom: 'name',
      period: '7012 FY2026',
      accounting: { records: 2809, kept: 2808, rejected: 0, withheld: 0 },
    });
    expect(await value('obligations', { where: ['fiscal_year=2026'] })).toBe('6770024253.93');
    const edition = bench.editions.find(
      (one) => one.names[0]?.includes('asof-2026-08-22') && one.period === '7012 FY2026',
    )?.edition;
    expect(
      await bench.engine.query(`select count(*) as n from contract_copies where edition = '${edition}'`),
    ).toEqual([{ n: 44 }]);
    expect(
      await bench.engine.query(
        `select count(distinct action) as n from contract_action_rows where edition = '${edition}'`,
      ),
    ).toEqual([{ n: 2764 }]);
    expect(await value('obligations', { where: ['fiscal_year=2026'], asOf: '2026-08-04' })).toBe(
      '5995560204.55',
    );
  });

  test('sums of every year are those of the listing', async () => {
    const rows = (
      await answer(bench, figure('obligations'), parseQuery(figure('obligations'), { by: ['fiscal_year'] }))
    ).rows;
    expect(Object.fromEntries(rows.map((row) => [row['fiscal_year'], row.value]))).toMatchObject({
      2013: '15928005.95',
      2014: '31037920.33',
      2015: '38053877.60',
      2016: '78573395.42',
      2017: '324500837.01',
      2023: '3282746295.60',
      2024: '3209471520.12',
      2025: '3988307422.89',
    });
  });

  test('between 2026-08-04 and 2026-08-22: 39 vanished, 9 altered, 136 late ones of 119,977,831.83', async () => {
    const comparison = bench.registry.comparisons.find((one) => one.id === 'contracts.actions');
    if (!comparison) throw new Error('no comparison');
    const pairs = editionPairs(comparison, bench.editions, { from: '2026-08-04', to: '2026-08-22' });
    expect(pairs).toHaveLength(1);
    const pair = pairs[0];
    if (!pair) throw new Error('no pair');
    const changes = await compareEditions(bench, comparison, pair.from, pair.to);
    expect(changes.counts).toMatchObject({ vanished: 39, altered: 9, late: 136, relabelled: 0 });
    expect(changes.money).toMatchObject({ late: '119977831.83', net: '774464049.38' });
    // 6,770,024,253.93 - 5,995,560,204.55: the changes explain the whole difference.
    expect(changes.money?.net).toBe(addDecimals(['6770024253.93', '-5995560204.55']));
  });

  test('the family of 26-SOL-DCR-01', async () => {
    const where = ['family=26-SOL-DCR-01'];
    expect(await value('actions', { where })).toBe(26);
    expect(await value('awards', { where })).toBe(14);
    expect(await value('obligations', { where })).toBe('19032607.00');
    expect(await value('ceiling', { where })).toBe('1442909640.02');
    expect(await value('vehicles', { where })).toBe(14);
    expect(await value('vendors', { where })).toBe(14);
    expect(await value('actions', { where: ['award=70CDCR26FR0000014'] })).toBe(2);
    const read = async (name: string, reading: string) => {
      const changed = figure(name).readings.filter((one) => one.id === reading);
      expect(changed).toHaveLength(1);
      return (await answer(bench, withReadings(figure(name), changed), parseQuery(figure(name), { where })))
        .rows[0]?.value;
    };
    expect(await read('vendors', 'without-late-vehicles')).toBe(13);
    expect(await read('ceiling', 'without-late-vehicles')).toBe('1225644015.02');
  });

  test('the vehicle 70CDCR20D00000009 over time', async () => {
    const where = ['vehicle=70CDCR20D00000009'];
    expect(await value('actions', { where: ['award=70CDCR20D00000009'] })).toBe(26);
    expect(await value('ceiling', { where, until: '2019-12-19' })).toBe('2136133870.80');
    expect(await value('ceiling', { where })).toBe('2147338886.74');
    expect(await value('ceiling', { where: ['vehicle=70CDCR20D00000009@7012'] })).toBe('2147338886.74');
    expect(
      await bench.engine.query(
        `select highest_ceiling, lowest_ceiling, ceiling_off from contract_vehicles where vehicle_name = '70CDCR20D00000009'`,
      ),
    ).toEqual([{ highest_ceiling: '2310887463.28', lowest_ceiling: '1916183825.93', ceiling_off: '0.00' }]);
    const line = await bench.engine.query(vehicleTimeline('70CDCR20D00000009@7012'));
    expect(line.filter((event) => event['event'] !== 'order')).toHaveLength(26);
    expect(line.filter((event) => event['event'] === 'order').length).toBeGreaterThan(0);
  });

  test("the terms of the solicitation move, and an order's offers stand beside its vehicle's", async () => {
    expect(
      await bench.engine.query(
        `select version, minimum_before, minimum_per_vehicle, maximum_before, maximum_per_vehicle from contract_notices where solicitation = '26-SOL-DCR-01' order by place`,
      ),
    ).toEqual([
      {
        version: 'original',
        minimum_before: null,
        minimum_per_vehicle: '250.00',
        maximum_before: null,
        maximum_per_vehicle: '90000000.00',
      },
      {
        version: 'amendment 1',
        minimum_before: '250.00',
        minimum_per_vehicle: null,
        maximum_before: '90000000.00',
        maximum_per_vehicle: null,
      },
      {
        version: 'amendment 2',
        minimum_before: '250.00',
        minimum_per_vehicle: '7500000.00',
        maximum_before: '90000000.00',
        maximum_per_vehicle: '281250000.00',
      },
    ]);
    const family = ['family=26-SOL-DCR-01'];
    expect(await value('maximum_per_vehicle', { where: family })).toBe('281250000.00');
    expect(await value('maximum_per_vehicle', { where: family, until: '2025-11-18' })).toBe('90000000.00');
    expect(await value('minimum_per_vehicle', { where: family })).toBe('7500000.00');
    expect(await value('minimum_per_vehicle', { where: family, until: '2025-11-18' })).toBe('250.00');
    const offers = await answer(
      bench,
      figure('offers_received'),
      parseQuery(figure('offers_received'), { where: ['vehicle=70CDCR26D00000017'], by: ['level'] }),
    );
    expect(offers.rows).toEqual([
      { level: 'order', value: 1 },
      { level: 'vehicle', value: 51 },
    ]);
  });

  test('a vehicle whose parent is another agency is shown as not in the data', async () => {
    expect(
      await bench.engine.query(
        `select parent_vehicle from contract_vehicles where vehicle_name = '70CDCR24A00000001'`,
      ),
    ).toEqual([{ parent_vehicle: 'GS33F0025V@4730' }]);
    expect(
      await bench.engine.query(`select at_hand from contract_vehicles where vehicle = 'GS33F0025V@4730'`),
    ).toEqual([{ at_hand: 'not in the data' }]);
  });

  test('roll-ups of additive figures add up to the total to the cent', async () => {
    for (const name of ['obligations', 'ceiling', 'actions', 'first_time_vendors']) {
      const total = await value(name);
      for (const dimension of figure(name).additive) {
        const rows = (await answer(bench, figure(name), parseQuery(figure(name), { by: [dimension] }))).rows;
        const sum = addDecimals(
          rows.map((row) => row.value ?? 0),
          2,
        );
        expect(sum, `${name} by ${dimension}`).toBe(addDecimals([total ?? 0], 2));
      }
    }
  });

  test('every reading of every figure can be asked by every dimension', async () => {
    for (const one of bench.registry.figures.filter((candidate) => candidate.id.startsWith('contracts.'))) {
      for (const read of [one, ...one.readings.map((reading) => withReadings(one, [reading]))]) {
        for (const dimension of Object.keys(read.dimensions)) {
          await answer(bench, read, { where: {}, by: [dimension] });
        }
      }
    }
  });

  test('receipts, recounted plainly, give the value', async () => {
    for (const [name, where] of [
      ['obligations', ['family=26-SOL-DCR-01']],
      ['actions', ['fiscal_year=2014']],
      ['awards', ['fiscal_year=2014']],
      ['ceiling', ['vehicle=70CDCR20D00000009']],
      ['offers_received', ['vehicle=70CDCR26D00000017']],
    ] as const) {
      const made = await receipt(bench, figure(name), parseQuery(figure(name), { where }), 'test');
      expect(made.parts.map(recount).map(String), name).toEqual([String(made.answer.rows[0]?.value)]);
    }
  });

  test('nothing of the records looks like a phone, an e-mail or a street', async () => {
    const [row] = await bench.engine.query(
      `select count(*) as n from contract_action_rows where regexp_matches(description, '[0-9@]') or regexp_matches(description, '[A-Z]')`,
    );
    expect(row?.['n']).toBe(0);
  });
});
