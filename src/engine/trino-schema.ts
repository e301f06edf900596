import { sqlName, sqlText } from './sql-text.ts';
import type { TrinoConnection, TrinoOptions } from './trino-connection.ts';
import { type TableForm, type TrinoSession, writing } from './trino-session.ts';

/** The tables and views of one schema of the server, as far as this process has looked. */
export interface TrinoSchema {
  /** `catalog.schema`, to be put in front of a table's name. */
  readonly name: string;
  readonly catalog: string;
  readonly schema: string;
  readonly form: TableForm;
  run: TrinoConnection['run'];
  has(table: string): Promise<boolean>;
  /** Looks anew: name -> whether it is a view. */
  list(): Promise<ReadonlyMap<string, boolean>>;
  /** Forgets what was seen. */
  forget(): void;
  /** Makes a table of a SELECT, anew where it is there; `properties` follow the format. Gives its rows. */
  create(table: string, select: string, properties?: string, session?: TrinoSession): Promise<number>;
  /** The same of a name that was never used before: nothing can be there, and nothing is dropped. */
  createFresh(table: string, select: string): Promise<number>;
  /** Makes a view, anew where it is there. */
  createView(view: string, select: string): Promise<void>;
  /** Runs a `create table if not exists` of a table that is written elsewhere. */
  ensure(table: string, sql: () => string): Promise<void>;
  drop(name: string): Promise<void>;
}

/** Looks at nothing before it is asked. */
export function trinoSchema(
  connection: TrinoConnection,
  options: Pick<TrinoOptions, 'catalog' | 'schema'>,
  form: TableForm = 'hive',
): TrinoSchema {
  const catalog = sqlName(options.catalog);
  const schema = sqlName(options.schema);
  const name = `${catalog}.${schema}`;
  const { run } = connection;
  let seen: Map<string, boolean> | undefined;
  const list = async (): Promise<Map<string, boolean>> => {
    const { rows } = await run(
      `select table_name, table_type from ${catalog}.information_schema.tables where table_schema = ${sqlText(schema)}`,
    );
    seen = new Map(rows.map((row) => [row['table_name'] as string, row['table_type'] === 'VIEW']));
    return seen;
  };
  const drop = async (table: string): Promise<void> => {
    const what = (seen ?? (await list())).get(table) === true ? 'view' : 'table';
    await run(`drop ${what} if exists ${name}.${sqlName(table)}`);
    seen?.delete(table);
  };
  const make = async (table: string, select: string, properties: string, session: TrinoSession) => {
    const { updated } = await run(
      `create table ${name}.${sqlName(table)} with (format = 'PARQUET'${properties}) as\n${select}`,
      'again',
      session,
    );
    seen?.set(table, false);
    return updated;
  };
  return {
    name,
    catalog,
    schema,
    form,
    run,
    list,
    drop,
    forget() {
      seen = undefined;
    },
    has: async (table) => (seen ?? (await list())).has(table),
    async create(table, select, properties = '', session = writing) {
      // A statement that was tried again may have left its table behind, whole; it is made anew all the same.
      await drop(table);
      return make(table, select, properties, session);
    },
    createFresh: (table, select) => make(table, select, '', writing),
    async createView(view, select) {
      await run(`create or replace view ${name}.${sqlName(view)} security invoker as\n${select}`);
      seen?.set(view, true);
    },
    async ensure(table, sql) {
      if ((seen ?? (await list())).has(table)) return;
      await run(sql(), 'again', writing);
      seen?.set(table, false);
    },
  };
}
