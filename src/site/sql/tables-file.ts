import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Engine } from '../../engine/engine.ts';
import { sqlName, sqlText } from '../../engine/sql-text.ts';
import type { Registry } from '../../figures/kind.ts';
import { columnsOf, leavingRows } from '../../publication/leaving-rows.ts';
import { type PublishedTable, releasedRows } from '../../publication/tables.ts';

/** A database with the published tables and nothing else, in a folder that only we may read. */
export interface TablesFile {
  file: string;
  tables: readonly string[];
  remove(): void;
}

/** Rows of a released table that one statement writes. */
const batch = 500;

/** Writes the published tables into a database of their own: what is not in it cannot be asked of it. */
export async function writeTablesFile(
  engine: Engine,
  tables: readonly PublishedTable[],
  registry: Pick<Registry, 'kinds'>,
): Promise<TablesFile> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-sql-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const file = join(folder, 'tables.duckdb');
    const instance = await DuckDBInstance.create(file, { temp_directory: '', memory_limit: '500MB' });
    const connection = await instance.connect();
    for (const table of tables) {
      if (table.from === 'model') {
        const parquet = join(folder, 'rows.parquet');
        const { where } = leavingRows(registry, await columnsOf(engine, table.model.name));
        await engine.writeParquet(`select * from ${table.model.name} where ${where}`, parquet, {
          orderBy: table.model.orderBy,
        });
        await connection.run(`create table ${sqlName(table.name)} as from read_parquet(${sqlText(parquet)})`);
        rmSync(parquet, { force: true });
      } else {
        for (const sql of statementsFor(table.name, releasedRows(table.table), table.table.by))
          await connection.run(sql);
      }
    }
    await connection.run('checkpoint');
    connection.closeSync();
    instance.closeSync();
    return { file, tables: tables.map(({ name }) => name.toLowerCase()), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

function* statementsFor(
  name: string,
  rows: readonly Record<string, string | number | null>[],
  by: readonly string[],
): Generator<string> {
  const columns = [...by, 'through', 'count', 'status'];
  const types = columns.map((column) => `"${column}" ${column === 'count' ? 'bigint' : 'varchar'}`);
  yield `create table ${sqlName(name)} (${types.join(', ')})`;
  for (let at = 0; at < rows.length; at += batch) {
    const values = rows
      .slice(at, at + batch)
      .map((row) => `(${columns.map((column) => literal(row[column] ?? null)).join(', ')})`);
    yield `insert into ${sqlName(name)} values ${values.join(', ')}`;
  }
}

function literal(value: string | number | null): string {
  if (value === null) return 'null';
  return typeof value === 'number' ? String(value) : sqlText(value);
}
