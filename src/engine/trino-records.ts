import { basename, dirname } from 'node:path';
import { shortHash } from './short-hash.ts';
import { sqlName, sqlText } from './sql-text.ts';
import type { TrinoSchema } from './trino-schema.ts';

/** The partition column of records; hidden from models. */
const partition = 'lake_edition';

/** Editions beyond which a statement names those that it does not mean, which are few. */
const mostNamed = 2000;

/** The records of each shape as external tables over the files of editions, where they lie; one partition an edition. */
export interface RecordTables {
  /** Sees to the table and its partitions; gives the SELECT of the records of `files`. */
  select(name: string, files: readonly string[], columns: Readonly<Record<string, string>>): Promise<string>;
  /** Takes out the partitions that were not asked for last. */
  sweep(): Promise<void>;
}

/** @param locate a path here -> the same place as the server names it; @param base the project's folder, so named */
export function recordTables(
  schema: TrinoSchema,
  locate: (path: string) => string,
  base: string,
): RecordTables {
  const gone = new Map<string, string[]>();
  const known = new Map<string, Set<string>>();

  const partitionsOf = async (table: string): Promise<Set<string>> => {
    const { rows } = await schema.run(`select ${partition} from ${schema.name}."${table}$partitions"`);
    return new Set(rows.map((row) => row[partition] as string));
  };
  const called = (table: string, edition: string): string =>
    `${sqlText(schema.schema)}, ${sqlText(table)}, array['${partition}'], array[${sqlText(edition)}]`;

  return {
    async select(name, files, columns) {
      const table = `${sqlName(name)}_${shortHash(JSON.stringify(columns))}`;
      await schema.ensure(table, () => tableSql(schema, table, columns, base));
      const there = known.get(table) ?? (await partitionsOf(table));
      known.set(table, there);
      const wanted = new Map(files.map((file) => [basename(dirname(file)), locate(dirname(file))]));
      for (const [edition, location] of wanted) {
        if (there.has(edition)) continue;
        await schema.run(
          `call ${schema.catalog}.system.register_partition(${called(table, edition)}, ${sqlText(location)})`,
        );
        there.add(edition);
      }
      const extra = [...there].filter((edition) => !wanted.has(edition)).sort();
      gone.set(table, extra);
      const names = Object.keys(columns).map((column) => (column === 'row' ? '"row"' : sqlName(column)));
      // Named one by one, so that an edition which a later build registers is not seen by who asks this one.
      const these = wanted.size <= mostNamed ? [...wanted.keys()].sort() : null;
      const chosen =
        these === null
          ? extra.length === 0
            ? 'true'
            : `${partition} not in (${extra.map(sqlText).join(', ')})`
          : these.length === 0
            ? 'false'
            : `${partition} in (${these.map(sqlText).join(', ')})`;
      return `select ${names.join(', ')} from ${schema.name}.${table} where ${chosen}`;
    },
    async sweep() {
      for (const [table, extra] of gone) {
        for (const edition of extra) {
          await schema.run(`call ${schema.catalog}.system.unregister_partition(${called(table, edition)})`);
          known.get(table)?.delete(edition);
        }
      }
      gone.clear();
    },
  };
}

function tableSql(
  schema: TrinoSchema,
  table: string,
  columns: Readonly<Record<string, string>>,
  base: string,
): string {
  const listed = Object.entries(columns).map(
    ([name, type]) =>
      `${name === 'row' ? '"row"' : sqlName(name)} ${type === 'timestamp' ? 'timestamp(6)' : type}`,
  );
  return `create table if not exists ${schema.name}.${table} (${[...listed, `${partition} varchar`].join(', ')})
with (format = 'PARQUET', external_location = ${sqlText(`${base}/.counterfoil/lake/${table}`)}, partitioned_by = array['${partition}'])`;
}
