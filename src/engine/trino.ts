import { createHash } from 'node:crypto';
import { basename, dirname, relative, sep } from 'node:path';
import { UserError } from '../project/errors.ts';
import type { Engine } from './engine.ts';
import { renderMacros } from './macros.ts';
import type { ModelStore } from './model-store.ts';
import { sqlName, sqlText } from './sql-text.ts';
import { connectTrino, type TrinoOptions } from './trino-connection.ts';
import { namesRead, splitWith, withDefinitions } from './with-clause.ts';

/** A lake as both sides see it. */
export interface Lake {
  /** The project's folder here, absolute. */
  folder: string;
  /** The same folder as the server names it, e.g. `local:///projects/ours` or `s3://bucket/ours`; no slash at the end. */
  location: string;
}

/** Trino, and the tables that hold built models there. */
export interface TrinoEngine extends Engine {
  readonly models: ModelStore;
  /** Makes the schema where it is missing. */
  prepare(): Promise<void>;
}

/** The partition column of records; hidden from models. */
const partition = 'lake_edition';

/**
 * Trino (tried with 476) over a Hive catalog. Definitions live in this process and are put in front of each statement,
 * so that two readers never meet; tables are only made for records (external, over the files of editions where they
 * lie) and for built models.
 */
export function openTrino(options: TrinoOptions, lake: Lake): TrinoEngine {
  const connection = connectTrino(options);
  const schema = `${sqlName(options.catalog)}.${sqlName(options.schema)}`;
  const definitions = new Map<string, string>();
  const run = (sql: string) => connection.run(sql);
  const render = (sql: string) => renderMacros(withDefinitions(sql, definitions), 'trino');
  const redefine = (name: string, select: string): void => {
    definitions.delete(name);
    definitions.set(name, select);
  };
  const locate = (path: string): string =>
    `${lake.location}/${relative(lake.folder, path).split(sep).join('/')}`;
  const gone = new Map<string, string[]>();
  let tables: Set<string> | undefined;
  const listTables = async (): Promise<Set<string>> => {
    const { rows } = await run(
      `select table_name from ${options.catalog}.information_schema.tables where table_schema = ${sqlText(options.schema)}`,
    );
    tables = new Set(rows.map((row) => row['table_name'] as string));
    return tables;
  };
  const create = async (table: string, sql: string): Promise<number> => {
    // A statement that was tried again may have left its table behind, whole; it is made anew all the same.
    await run(`drop table if exists ${schema}.${table}`);
    const { updated } = await run(sql);
    tables?.add(table);
    return updated;
  };

  /** Staged tables that this process has named. */
  const used = new Set<string>();

  /**
   * Renders a statement. A chain of models for another set of editions (it begins with `editions`, see
   * `chainSql`) is worked out step by step into tables named by their content: the server would plan each of its parts
   * anew wherever it is named, and the next question about the same date finds them there.
   */
  const renderStaged = async (sql: string): Promise<string> => {
    const { parts, rest } = splitWith(sql);
    if (parts[0]?.name !== 'editions') return render(sql);
    const staged = new Map(definitions);
    const keys = new Map<string, string>();
    for (const { name, select } of parts) {
      const key = shortHash(
        JSON.stringify([select, ...namesRead(select).map((read) => keys.get(read) ?? keyOf(read))]),
      );
      const table = `dated_${sqlName(name)}_${key}`;
      if (!(tables ?? (await listTables())).has(table)) {
        await run(
          `create table if not exists ${schema}.${table} with (format = 'PARQUET') as\n${renderMacros(withDefinitions(select, staged), 'trino')}`,
        );
        tables?.add(table);
      }
      used.add(table);
      keys.set(name, key);
      staged.delete(name);
      staged.set(name, `select * from ${schema}.${table}`);
    }
    return renderMacros(withDefinitions(rest, staged), 'trino');
  };
  /** What a name stands for, at any depth, as text. */
  const keyOf = (name: string): string => {
    const select = definitions.get(name);
    return select === undefined ? name : [select, ...namesRead(select).map(keyOf)].join('\n');
  };

  return {
    name: 'trino',
    async query(sql) {
      try {
        return (await run(await renderStaged(sql))).rows;
      } catch (error) {
        // A build that ended meanwhile may have swept a staged table.
        if (!(error instanceof UserError) || !error.message.includes('TABLE_NOT_FOUND') || used.size === 0)
          throw error;
        tables = undefined;
        return (await run(await renderStaged(sql))).rows;
      }
    },
    async define(name, select) {
      redefine(sqlName(name), select);
    },
    async defineFiles(name, files, columns) {
      const table = recordsTable(name, columns);
      if (!(tables ?? (await listTables())).has(table)) {
        await run(
          recordsTableSql(`${schema}.${table}`, columns, `${lake.location}/.counterfoil/lake/${table}`),
        );
        tables?.add(table);
      }
      const extra = await registerFiles(table, files);
      gone.set(table, extra);
      const names = Object.keys(columns).map((column) => (column === 'row' ? '"row"' : sqlName(column)));
      const where = extra.length === 0 ? '' : ` where ${partition} not in (${extra.map(sqlText).join(', ')})`;
      redefine(sqlName(name), `select ${names.join(', ')} from ${schema}.${table}${where}`);
    },
    async writeParquet(select, path) {
      const table = `written_${shortHash(path)}`;
      const rows = await create(
        table,
        `create table ${schema}.${table} with (format = 'PARQUET', external_location = ${sqlText(locate(path))}) as\n${render(select)}`,
      );
      await run(`drop table ${schema}.${table}`);
      tables?.delete(table);
      return rows;
    },
    interrupt: () => connection.interrupt(),
    close: () => connection.interrupt(),
    async prepare() {
      await run(`create schema if not exists ${schema}`);
    },
    models: {
      nameOf: (model, key) => `${sqlName(model)}_${key.slice(0, 32)}`,
      has: async (name) => (tables ?? (await listTables())).has(name),
      // The server parts the work by itself: a model is one statement, whatever its stretches.
      async write(name, { sql }) {
        await create(
          name,
          `create table ${schema}.${sqlName(name)} with (format = 'PARQUET') as\n${render(sql)}`,
        );
      },
      async use(model, name) {
        redefine(sqlName(model), `select * from ${schema}.${sqlName(name)}`);
      },
      async sweep(wanted) {
        for (const name of await listTables()) {
          if (!wanted.has(name) && !used.has(name) && !name.startsWith('records_'))
            await run(`drop table if exists ${schema}.${name}`);
        }
        for (const [table, extra] of gone) {
          for (const edition of extra)
            await run(`call ${options.catalog}.system.unregister_partition(${partitionOf(table, edition)})`);
        }
        gone.clear();
      },
    },
  };

  /** Registers the files that the table does not know yet; gives the partitions that are not asked for. */
  async function registerFiles(table: string, files: readonly string[]): Promise<string[]> {
    const wanted = new Map(files.map((file) => [basename(dirname(file)), locate(dirname(file))]));
    const { rows } = await run(`select ${partition} from ${schema}."${table}$partitions"`);
    const known = new Set(rows.map((row) => row[partition] as string));
    for (const [edition, location] of wanted) {
      if (known.has(edition)) continue;
      await run(
        `call ${options.catalog}.system.register_partition(${partitionOf(table, edition)}, ${sqlText(location)})`,
      );
    }
    return [...known].filter((edition) => !wanted.has(edition)).sort();
  }

  function partitionOf(table: string, edition: string): string {
    return `${sqlText(options.schema)}, ${sqlText(table)}, array['${partition}'], array[${sqlText(edition)}]`;
  }
}

/** A table for the records of a shape; other columns, another table. */
function recordsTable(name: string, columns: Readonly<Record<string, string>>): string {
  return `${sqlName(name)}_${shortHash(JSON.stringify(columns))}`;
}

function recordsTableSql(table: string, columns: Readonly<Record<string, string>>, location: string): string {
  const listed = Object.entries(columns).map(
    ([name, type]) =>
      `${name === 'row' ? '"row"' : sqlName(name)} ${type === 'timestamp' ? 'timestamp(6)' : type}`,
  );
  return `create table if not exists ${table} (${[...listed, `${partition} varchar`].join(', ')})
with (format = 'PARQUET', external_location = ${sqlText(location)}, partitioned_by = array['${partition}'])`;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
