import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { downloadCsv, type InventedAction } from '../../examples/contract-files.ts';
import type { Workspace } from '../../src/build/workspace.ts';
import { answer } from '../../src/figures/answer.ts';
import { registry } from '../../src/kinds/registry.ts';
import { addTo, build, emptyProject, open } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';

const vehicle: InventedAction = {
  kind: 'idv',
  piid: '70FAMS26D00000001',
  date: '2026-04-10',
  vendor: 'INVENTED FAMILY LLC',
  ceiling: '1000.00',
  solicitation: '26-SOL-LATER',
};
const order: InventedAction = {
  piid: '70FAMS26F00000001',
  parent: vehicle.piid,
  date: '2026-03-02',
  obligation: '10.00',
  vendor: 'INVENTED FAMILY LLC',
};

let bench: Workspace;
beforeAll(async () => {
  const given = tempDir('given');
  const write = (day: string, actions: InventedAction[]) =>
    writeFileSync(join(given, `FY2026_invented_transactions_${day}.csv`), downloadCsv(actions));
  write('2026-03-31', [order]);
  write('2026-05-31', [order, vehicle]);
  // A solicitation that the latest download does not have any more.
  const gone = { ...vehicle, piid: '70FAMS25D00000002', solicitation: '25-SOL-GONE', date: '2025-03-10' };
  const under = { ...order, piid: '70FAMS25F00000002', parent: gone.piid, date: '2025-03-11' };
  writeFileSync(join(given, 'FY2025_invented_transactions_2026-03-30.csv'), downloadCsv([gone, under]));
  writeFileSync(
    join(given, 'FY2025_invented_transactions_2026-05-30.csv'),
    downloadCsv([under, { ...under, mod: 'P00001', obligation: '5.00' }]),
  );
  const project = emptyProject();
  await addTo(project, [given]);
  await build(project);
  bench = await open(project);
}, 120_000);
afterAll(() => bench?.close());

test('of two solicitations that records state for a vehicle the latest edition’s counts, in either order of files', async () => {
  for (const [early, late] of [
    ['25-SOL-ONE', '26-SOL-TWO'],
    ['25-SOL-TWO', '26-SOL-ONE'],
    ['25-SOL-TEN', '26-SOL-SIX'],
    ['25-SOL-SIX', '26-SOL-TEN'],
  ] as const) {
    const given = tempDir('two');
    const first = { ...vehicle, solicitation: early, date: '2025-03-10' };
    const again = { ...vehicle, mod: 'P00001', solicitation: late, date: '2026-03-10' };
    writeFileSync(join(given, 'FY2025_invented_transactions_2026-05-30.csv'), downloadCsv([first]));
    writeFileSync(join(given, 'FY2026_invented_transactions_2026-05-31.csv'), downloadCsv([again]));
    const project = emptyProject();
    await addTo(project, [given]);
    await build(project);
    const two = await open(project);
    const rows = await two.engine.query('select family from contract_vehicle_families');
    two.close();
    expect(rows).toEqual([{ family: late }]);
  }
});

const families = async (asOf?: string) => {
  const figure = registry.figure('contracts.obligations');
  if (!figure) throw new Error('no figure');
  const query = { where: {}, by: ['family'], ...(asOf === undefined ? {} : { asOf }) };
  const { rows } = await answer(bench, figure, query);
  return Object.fromEntries(rows.map((row) => [String(row['family']), row.value]));
};

test('a family is known from the editions of the day that is asked for, and from no later one', async () => {
  expect(await families('2026-04-01')).toEqual({ '25-SOL-GONE': '10.00', null: '10.00' });
});

test('nor from one that another of the same period has replaced', async () => {
  expect(await families()).toEqual({ '26-SOL-LATER': '10.00', null: '15.00' });
});
