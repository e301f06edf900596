import { DuckDBInstance } from '@duckdb/node-api';
import type { FoundFile, FoundTable } from '../../../src/read/file.ts';
import { type RawRelationOptions, rawRelation } from '../../../src/read/raw-relation.ts';
import type { ReadAccount } from '../../../src/read/raw-row.ts';
import type { Reader } from '../../../src/read/reader.ts';
import type { RawRelation } from '../../../src/read/stream-relation.ts';

export interface EngineRow {
  row: number | null;
  line: number | null;
  cells: (string | null)[];
  links: (string | null)[];
}

let instance: Promise<DuckDBInstance> | undefined;

/** Runs one statement and gives its rows. */
export async function query(sql: string): Promise<unknown[][]> {
  instance ??= DuckDBInstance.create(':memory:', { threads: '2', temp_directory: '' });
  const connection = await (await instance).connect();
  try {
    return (await connection.runAndReadAll(sql)).getRows() as unknown[][];
  } finally {
    connection.closeSync();
  }
}

/** All rows of a relation as the engine sees them, in its order. */
export async function engineRows(
  relation: RawRelation,
): Promise<{ rows: EngineRow[]; account: ReadAccount }> {
  let raw: unknown[][];
  try {
    raw = await query(`SELECT * FROM ${relation.sql}`);
  } catch (error) {
    relation.cancel();
    await relation.finished().catch(() => {});
    throw error;
  }
  const account = await relation.finished();
  const rows = raw.map((values) => ({
    row: values[0] === null ? null : Number(values[0]),
    line: values[1] === null ? null : Number(values[1]),
    cells: values.slice(2, 2 + relation.width) as (string | null)[],
    links: values.slice(2 + relation.width) as (string | null)[],
  }));
  return { rows, account };
}

/** The same for a table of a file. */
export async function readAll(
  found: FoundFile,
  table: FoundTable,
  options: RawRelationOptions,
  reader: Reader,
) {
  return engineRows(await rawRelation(found, table, options, reader));
}
