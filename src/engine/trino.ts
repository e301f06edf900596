import { relative, sep } from 'node:path';
import { UserError } from '../project/errors.ts';
import type { Engine, SqlRow } from './engine.ts';
import { renderMacros } from './macros.ts';
import type { ModelStore } from './model-store.ts';
import { shortHash } from './short-hash.ts';
import { sqlName, sqlText } from './sql-text.ts';
import { connectTrino, type TrinoOptions } from './trino-connection.ts';
import { datedStages } from './trino-dated.ts';
import { noDefinitions, tableModels, throughStages } from './trino-models.ts';
import { recordTables } from './trino-records.ts';
import { trinoSchema } from './trino-schema.ts';
import { worthInQuestion } from './trino-stages.ts';
import { withDefinitions } from './with-clause.ts';

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

/**
 * Trino (tried with 476) over a Hive catalog. Definitions live in this process and are put in front of each statement,
 * so that two readers never meet; tables are only made for records (external, over the files of editions where they
 * lie) and for built models.
 */
export function openTrino(options: TrinoOptions, lake: Lake): TrinoEngine {
  const connection = connectTrino(options);
  const schema = trinoSchema(connection, options);
  const { iceberg } = options;
  const built = iceberg ? trinoSchema(connection, { ...options, catalog: iceberg }, 'iceberg') : schema;
  const definitions = noDefinitions();
  const locate = (path: string): string =>
    `${lake.location}/${relative(lake.folder, path).split(sep).join('/')}`;
  const records = recordTables(schema, locate, lake.location);
  const dated = datedStages(built, definitions);
  const ask = async (sql: string): Promise<SqlRow[]> => {
    const ready = await dated.render(sql);
    if (ready !== null) return (await schema.run(ready)).rows;
    const run = async (text: string) => (await schema.run(text)).rows;
    return throughStages(built, definitions, sql, run, worthInQuestion);
  };
  return {
    name: 'trino',
    async query(sql) {
      try {
        return await ask(sql);
      } catch (error) {
        // A build that ended meanwhile may have swept a table made for this question.
        if (!(error instanceof UserError) || !error.message.includes('TABLE_NOT_FOUND')) throw error;
        built.forget();
        return await ask(sql);
      }
    },
    async define(name, select) {
      definitions.set(sqlName(name), select);
    },
    async defineFiles(name, files, columns) {
      definitions.set(sqlName(name), await records.select(name, files, columns), true);
    },
    async writeParquet(select, path) {
      const table = `written_${shortHash(path)}`;
      const rows = await schema.create(
        table,
        renderMacros(withDefinitions(select, definitions.texts), 'trino'),
        `, external_location = ${sqlText(locate(path))}`,
      );
      await schema.drop(table);
      return rows;
    },
    interrupt: () => connection.interrupt(),
    close: () => connection.interrupt(),
    async prepare() {
      for (const { name } of new Set([schema, built]))
        await schema.run(`create schema if not exists ${name}`);
    },
    models: {
      ...tableModels(built, definitions),
      async sweep(wanted) {
        for (const one of new Set([schema, built])) {
          for (const name of (await one.list()).keys()) {
            const kept = one === built && (wanted.has(name.replace(/_parts$/, '')) || dated.used.has(name));
            if (!kept && !name.startsWith('records_')) await one.drop(name);
          }
        }
        await records.sweep();
      },
    },
  };
}
