import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBType,
  DuckDBTypeId,
  type Json,
} from '@duckdb/node-api';
import { faultPoint } from '../project/fault-point.ts';
import type { Engine, ParquetOptions, SqlRow, SqlValue } from './engine.ts';
import { renderMacros } from './macros.ts';
import { sqlName, sqlText } from './sql-text.ts';

/** How much of the machine the engine may use. */
export interface DuckDbOptions {
  memoryMegabytes?: number;
  threads?: number;
  /**
   * Folder for blocks that do not fit in memory; the engine makes and empties it. Only for an engine that reads what
   * has passed the door, and lies as Parquet beside it: what reads released files never spills.
   */
  spill?: string;
  /** Freed memory beyond this goes back to the system after each task; left alone, beyond 128 MB. */
  heldMegabytes?: number;
}

/** What may be spilled at most: a plan that wants more is a mistake, and must not fill the disk. */
const spillLimit = '20GB';

/**
 * DuckDB in this process, in memory: no database file, no network, no extension from outside, and unless `spill` names
 * a folder no spill file (rows were once found in one).
 */
export async function openDuckDb(options: DuckDbOptions = {}): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    temp_directory: options.spill ?? '',
    ...(options.spill === undefined ? {} : { max_temp_directory_size: spillLimit }),
    memory_limit: `${options.memoryMegabytes ?? 1000}MB`,
    threads: String(options.threads ?? 2),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  if (options.heldMegabytes !== undefined)
    await connection.run(`set allocator_flush_threshold = '${options.heldMegabytes}MB'`);
  // The operating system keeps read files already; a second copy costs memory and, where files are read once, time.
  await connection.run('set enable_external_file_cache = false');
  // A list of five and more would become a join, and a join loses the order of rows on their way into Parquet.
  await connection.run("set disabled_optimizers = 'in_clause'");
  return duckDbEngine(instance, connection);
}

function duckDbEngine(instance: DuckDBInstance, connection: DuckDBConnection): Engine {
  const run = async (sql: string): Promise<void> => {
    faultPoint('engine define');
    await connection.run(sql);
  };
  return {
    name: 'duckdb',
    async query(sql) {
      faultPoint('engine query');
      const result = await connection.run(renderMacros(sql, 'duckdb'));
      const names = result.columnNames();
      const types = result.columnTypes();
      const once = names.map(heldOnce);
      const found: SqlRow[] = [];
      // A few thousand at a time: what the package makes of them on the way goes before the next ones come.
      for await (const rows of result.yieldRowsJson())
        for (const row of rows) found.push(toRow(row, names, types, once));
      return found;
    },
    define: (name, select) =>
      run(`create or replace view ${sqlName(name)} as ${renderMacros(select, 'duckdb')}`),
    defineFiles: (name, files, columns) =>
      run(`create or replace view ${sqlName(name)} as ${filesSelect(files, columns)}`),
    async writeParquet(select, path, parquet: ParquetOptions = {}) {
      faultPoint('engine write');
      const ordered =
        parquet.orderBy === undefined ? select : `select * from (${select}) order by ${parquet.orderBy}`;
      const groups = parquet.rowGroupSize === undefined ? '' : `, row_group_size ${parquet.rowGroupSize}`;
      const result = await connection.run(
        `copy (${renderMacros(ordered, 'duckdb')}) to ${sqlText(path)} (format parquet, compression zstd${groups})`,
      );
      return Number(result.rowsChanged);
    },
    interrupt: () => connection.interrupt(),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function filesSelect(files: readonly string[], columns: Readonly<Record<string, string>>): string {
  if (files.length === 0) {
    const empty = Object.entries(columns).map(
      ([name, type]) => `cast(null as ${type}) as "${sqlName(name)}"`,
    );
    return `select ${empty.join(', ')} where false`;
  }
  // Files that the engine read by itself have no `row`: their order is the file's, so the place in Parquet is the row.
  const names = Object.keys(columns).map((name) =>
    name === 'row' ? 'coalesce("row", file_row_number + 1) as "row"' : sqlName(name),
  );
  const numbered = 'row' in columns ? ', file_row_number = true' : '';
  return `select ${names.join(', ')} from read_parquet([${files.map(sqlText).join(', ')}]${numbered})`;
}

type Once = (text: string) => string;

/** Different texts of a column up to which each is held once: beyond, most differ, and looking them up gains nothing. */
const heldTexts = 4096;

/**
 * Gives for texts that are alike one and the same text: the engine's package makes a new one for each cell, and the cells of a
 * column are few words many times.
 */
function heldOnce(): Once {
  const held = new Map<string, string>();
  return (text) => {
    const found = held.get(text);
    if (found !== undefined) return found;
    if (held.size < heldTexts) held.set(text, text);
    return text;
  };
}

function toRow(
  values: readonly Json[],
  names: readonly string[],
  types: readonly DuckDBType[],
  once: readonly Once[],
): SqlRow {
  const row: SqlRow = {};
  for (const [index, name] of names.entries()) {
    const value = toValue(values[index] as Json, types[index] as DuckDBType);
    row[name] = typeof value === 'string' ? (once[index] as Once)(value) : value;
  }
  return row;
}

const integers: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
]);

/** Whole numbers become numbers where a number holds them exactly, else stay text; decimals always stay text. */
function toValue(value: Json, type: DuckDBType): SqlValue {
  if (value === null) return null;
  if (integers.has(type.typeId) && typeof value === 'string') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (type.typeId === DuckDBTypeId.LIST && Array.isArray(value)) {
    const inner = (type as unknown as { valueType: DuckDBType }).valueType;
    return value.map((item) => toValue(item, inner));
  }
  return value as SqlValue;
}
