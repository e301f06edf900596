import { randomBytes } from 'node:crypto';
import { renderMacros } from './macros.ts';
import type { ModelStore, Stretch } from './model-store.ts';
import { sqlName } from './sql-text.ts';
import { writeParts } from './trino-parts.ts';
import type { TrinoSchema } from './trino-schema.ts';
import { writing, writingMany } from './trino-session.ts';
import { stagesOf } from './trino-stages.ts';
import { withDefinitions } from './with-clause.ts';

/** What names stand for in this process: name -> SELECT, and which of them are a table as it is. */
export interface Definitions {
  readonly texts: ReadonlyMap<string, string>;
  readonly tables: ReadonlySet<string>;
  /** Makes `name` stand for a SELECT; `isTable` where that only reads a table. */
  set(name: string, select: string, isTable?: boolean): void;
}

/** No definitions. */
export function noDefinitions(): Definitions {
  const texts = new Map<string, string>();
  const tables = new Set<string>();
  return {
    texts,
    tables,
    set(name, select, isTable = false) {
      // Each stands after those that it names.
      texts.delete(name);
      texts.set(name, select);
      if (isTable) tables.add(name);
      else tables.delete(name);
    },
  };
}

/**
 * Works out what a SELECT needs more than once into tables that live as long as this takes, then hands the SELECT on,
 * ready for the server.
 *
 * @param least as of `stagesOf`
 */
export async function throughStages<T>(
  schema: TrinoSchema,
  definitions: Definitions,
  select: string,
  into: (ready: string) => Promise<T>,
  least?: number,
): Promise<T> {
  const { stages, rest } = stagesOf(withDefinitions(select, definitions.texts), definitions.tables, least);
  const staged = new Map<string, string>();
  const tables: string[] = [];
  const ready = (sql: string) => renderMacros(withDefinitions(sql, staged), 'trino');
  try {
    for (const stage of stages) {
      const table = `stage_${randomBytes(6).toString('hex')}`;
      tables.push(table);
      await schema.createFresh(table, ready(stage.select));
      staged.set(stage.name, `select * from ${schema.name}.${table}`);
    }
    return await into(ready(rest));
  } finally {
    for (const table of tables) await schema.drop(table).catch(() => {});
  }
}

/**
 * Built models as tables of the schema, each named by what it depends on. One is there when its table is, or, of a
 * model in stretches, its view.
 */
export function tableModels(schema: TrinoSchema, definitions: Definitions): Omit<ModelStore, 'sweep'> {
  const write = async (select: string, into: (ready: string) => Promise<unknown>): Promise<void> => {
    await throughStages(schema, definitions, select, into);
  };
  return {
    nameOf: (model, key) => `${sqlName(model)}_${key.slice(0, 32)}`,
    has: (name) => schema.has(name),
    async write(name, model, signal) {
      const { parts } = model;
      if (parts) {
        const size = (parts.together ?? 1) * (await workers(schema));
        const stretches = await stretchesOf(schema, ready(definitions, parts.from));
        if (stretches.length > size) {
          await writeParts(schema, { name, sql: parts.sql, write }, stretches, size, signal);
          return;
        }
        await write(parts.sql(stretches), (select) => schema.create(name, select, '', writingMany(schema)));
        return;
      }
      await write(model.sql, (select) => schema.create(name, select, '', writing));
    },
    async use(model, name) {
      definitions.set(sqlName(model), `select * from ${schema.name}.${sqlName(name)}`, true);
    },
  };
}

function ready(definitions: Definitions, from: string): string {
  const sql = `select @iso_date(first_day) as first, @iso_date(last_day) as last from ${sqlName(from)} order by part`;
  return renderMacros(withDefinitions(sql, definitions.texts), 'trino');
}

async function stretchesOf(schema: TrinoSchema, sql: string): Promise<Stretch[]> {
  return (await schema.run(sql)).rows.map((row) => ({
    first: row['first'] as string,
    last: row['last'] as string,
  }));
}

/** How many workers the cluster has now; at least one. */
async function workers(schema: TrinoSchema): Promise<number> {
  const { rows } = await schema.run(
    "select count(*) as n from system.runtime.nodes where not coordinator and state = 'active'",
  );
  return Math.max(1, Number(rows[0]?.['n'] ?? 1));
}
