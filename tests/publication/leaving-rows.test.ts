import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeContracts } from '../../examples/make-contracts.ts';
import type { Workspace } from '../../src/build/workspace.ts';
import { exportedTable } from '../../src/cli/export-table.ts';
import { sqlText } from '../../src/engine/sql-text.ts';
import { leavingRows } from '../../src/publication/leaving-rows.ts';
import { publishedTables } from '../../src/publication/tables.ts';
import { parquetOf } from '../../src/site/downloads/parquet.ts';
import { workbookOf } from '../../src/site/downloads/workbook.ts';
import { writeTablesFile } from '../../src/site/sql/tables-file.ts';
import { liveServer } from '../site/support/live-server.ts';
import { addTo, build, emptyProject, open } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';
import { zipEntries } from '../support/zip-entries.ts';

let project: string;
let bench: Workspace;
let keys: string[];
beforeAll(async () => {
  const released = join(tempDir('leaving'), 'released');
  await makeContracts(released);
  project = emptyProject();
  await addTo(project, [released]);
  await build(project);
  bench = await open(project);
  const persons = await bench.engine.query(
    `select distinct action, award, piid from contract_actions where vendor_state = 'individual'`,
  );
  keys = persons.flatMap((row) => [row['action'], row['award'], row['piid']]).map(String);
}, 120_000);
afterAll(() => bench?.close());

const found = (rows: unknown) => keys.filter((key) => JSON.stringify(rows).includes(key));

test('the models hold rows of persons, for the sums; no export of a table does', async () => {
  const tables = publishedTables(bench.registry, bench.relations, []);
  const holding: string[] = [];
  for (const { name } of tables) {
    if (found(await bench.engine.query(`select * from ${name}`)).length > 0) holding.push(name);
    for (const text of [{}, { asOf: '2999-01-01' }]) {
      const made = await exportedTable(bench, [], name, text).catch((error: { code: string }) => error.code);
      // A table that is the same on any day is not asked for on one.
      if (typeof made === 'string')
        expect([made, text], name).toEqual(['CF-EXPORT-005', { asOf: '2999-01-01' }]);
      else expect(found(made.table.rows), name).toEqual([]);
    }
  }
  expect(holding).toEqual(expect.arrayContaining(['contract_actions', 'contract_awards']));
  const { table } = await exportedTable(bench, [], 'contract_actions', {});
  const [all] = await bench.engine.query(
    `select count(*) as n from contract_actions where vendor_state <> 'individual'`,
  );
  expect(table.rows.length).toBe(all?.['n']);
  const [persons] = await bench.engine.query(
    `select count(*) as n from contract_actions where vendor_state = 'individual'`,
  );
  const { about } = await exportedTable(bench, [], 'contract_actions', {});
  expect(about.find(([word]) => word === 'Left out')?.[1]).toMatch(
    new RegExp(`^${persons?.['n']} rows? of individuals`),
  );
  const whole = await exportedTable(bench, [], 'states', {});
  expect(whole.about.map(([word]) => word)).not.toContain('Left out');
}, 120_000);

test('no table of the API does, on any of its pages', async () => {
  const server = await liveServer(project);
  try {
    for (const name of ['contract_actions', 'contract_awards']) {
      const items: unknown[] = [];
      let [cursor, total] = ['' as string | null, 0];
      while (cursor !== null) {
        const answered = await fetch(
          `${server.address}api/v1/tables/${name}/rows?limit=50${cursor === '' ? '' : `&cursor=${cursor}`}`,
        );
        const page = (await answered.json()) as {
          items: unknown[];
          next: string | null;
          total: number;
          left_out: number;
        };
        items.push(...page.items);
        [cursor, total] = [page.next, page.total];
        const [all] = await bench.engine.query(`select count(*) as n from ${name}`);
        expect(page.left_out, name).toBe(Number(all?.['n']) - total);
        expect(page.left_out, name).toBeGreaterThan(0);
      }
      expect(items.length).toBe(total);
      expect(items.length, name).toBeGreaterThan(5);
      expect(found(items), name).toEqual([]);
    }
  } finally {
    await server.close();
  }
}, 120_000);

test('no table of the SQL of strangers does', async () => {
  const tables = publishedTables(bench.registry, bench.relations, []);
  const file = await writeTablesFile(bench.engine, tables, bench.registry);
  const instance = await DuckDBInstance.create(file.file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  for (const name of file.tables) {
    const rows = (await connection.runAndReadAll(`select * from ${name}`)).getRowsJson();
    expect(found(rows), name).toEqual([]);
  }
  connection.closeSync();
  instance.closeSync();
  file.remove();
}, 120_000);

test('a table without any of the keys is asked for as it is', () => {
  expect(leavingRows(bench.registry, ['state', 'name'])).toEqual({ where: 'true', reads: [] });
});

test('money is an exact decimal in Parquet and a number in a workbook, of figures and of tables', async () => {
  const folder = tempDir('money');
  for (const [id, column] of [
    ['contracts.obligations', 'value'],
    ['contract_actions', 'obligation'],
  ] as const) {
    const { table } = await exportedTable(bench, [], id, id === 'contract_actions' ? {} : { by: ['agency'] });
    const at = table.columns.findIndex(({ name }) => name === column);
    expect(table.columns[at]?.kind).toBe('decimal');
    const file = join(folder, `${id}.parquet`);
    writeFileSync(file, parquetOf(table));
    const [read] = await bench.engine.query(
      `select min(typeof(${column})) as type, cast(sum(${column}) as varchar) as total from read_parquet(${sqlText(file)})`,
    );
    expect(read?.['type']).toMatch(/^DECIMAL\(18,\s*2\)$/);
    const cents = table.rows.reduce(
      (sum, row) => sum + BigInt(String(row[at] ?? '0.00').replace('.', '')),
      0n,
    );
    expect(String(read?.['total']).replace('.', '')).toBe(String(cents));
    const sheet = zipEntries(Buffer.from(await workbookOf(table, [], id))).find(({ name }) =>
      name.endsWith('sheet1.xml'),
    );
    const some = table.rows.map((row) => row[at]).find((value) => value !== null) as string;
    expect(String(sheet?.bytes)).toContain(`<v>${Number(some)}</v>`);
  }
}, 120_000);
