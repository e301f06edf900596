import { renderMacros } from './macros.ts';
import { shortHash } from './short-hash.ts';
import { sqlName } from './sql-text.ts';
import type { Definitions } from './trino-models.ts';
import type { TrinoSchema } from './trino-schema.ts';
import { namesRead, splitWith, withDefinitions } from './with-clause.ts';

/** Statements made ready for the server, with models of another date worked out before. */
export interface DatedStages {
  /** Tables of models of another date that this process has named. */
  readonly used: ReadonlySet<string>;
  /** The statement over tables made for its date, ready for the server; null where it is of no other date. */
  render(sql: string): Promise<string | null>;
}

/**
 * A chain of models for another set of editions (it begins with `editions`, see `chainSql`) is worked out step by step
 * into tables named by their content: the server would plan each of its parts anew wherever it is named, and the next
 * question about the same date finds them there.
 */
export function datedStages(schema: TrinoSchema, definitions: Definitions): DatedStages {
  const used = new Set<string>();
  /** What a name stands for, at any depth, as text. */
  const keyOf = (name: string): string => {
    const select = definitions.texts.get(name);
    return select === undefined ? name : [select, ...namesRead(select).map(keyOf)].join('\n');
  };
  return {
    used,
    async render(sql) {
      const { parts, rest } = splitWith(sql);
      if (parts[0]?.name !== 'editions') return null;
      const staged = new Map(definitions.texts);
      const keys = new Map<string, string>();
      for (const { name, select } of parts) {
        const key = shortHash(
          JSON.stringify([select, ...namesRead(select).map((read) => keys.get(read) ?? keyOf(read))]),
        );
        const table = `dated_${sqlName(name)}_${key}`;
        await schema.ensure(
          table,
          () =>
            `create table if not exists ${schema.name}.${table} with (format = 'PARQUET') as\n${renderMacros(withDefinitions(select, staged), 'trino')}`,
        );
        used.add(table);
        keys.set(name, key);
        staged.delete(name);
        staged.set(name, `select * from ${schema.name}.${table}`);
      }
      return renderMacros(withDefinitions(rest, staged), 'trino');
    },
  };
}
