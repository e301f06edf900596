import type { SqlRow } from '../engine/engine.ts';
import type { Workbench } from './answer.ts';
import { type AskedPart, isMoney } from './asked-parts.ts';
import { chainSql, termSql } from './compile.ts';
import { subtractDecimals } from './exact.ts';
import type { Query } from './figure.ts';

/** The rows that a receipt may list one by one: a condition on those of a model, and the models that it reads beside it. */
export interface ListedRows {
  where: string;
  reads: readonly string[];
}

/** The rule of one who holds the records. */
export const everyRow: ListedRows = { where: 'true', reads: [] };

/** Rows that are counted and stand for persons: one line, which cannot be opened. */
export interface Remainder {
  rows: number;
  /** What they add to the value of the part: rows, keys that no listed row has, or money. */
  adds: string | number;
}

/** How many rows of a part may be listed, and what the others are; the latter is absent where there are none. */
export interface Withheld {
  total: number;
  remainder?: Remainder;
}

/**
 * What is not listed of several parts over one model, asked in one statement: its rows are counted and added up twice, all of
 * them and those that may be listed. Keys of several columns, and amounts that a key adds once, are asked one by one, where
 * there is a remainder.
 *
 * @param parts all over the same model
 * @returns for each part, in their order
 */
export async function withheld(
  bench: Workbench,
  parts: readonly AskedPart[],
  query: Query,
  listed: ListedRows,
): Promise<Withheld[]> {
  const [first] = parts;
  if (!first) return [];
  const chain = chainSql([first.from, ...listed.reads], query, bench.relations);
  const columns = parts.flatMap((part, index) => [
    `count(case when ${part.condition} then 1 end) as rows_${index}`,
    ...(worthSql(part) === undefined ? [] : [`${worthSql(part)} as worth_${index}`]),
  ]);
  const counts = `${columns.join(', ')}\nfrom ${first.from}`;
  const [all, open] = (await bench.engine.query(
    `${chain}select 'all' as side, ${counts}\nunion all\nselect 'open' as side, ${counts}\nwhere ${listed.where}\norder by side`,
  )) as [SqlRow, SqlRow];
  const found: Withheld[] = [];
  for (const [index, part] of parts.entries()) {
    const total = open[`rows_${index}`] as number;
    const rows = (all[`rows_${index}`] as number) - total;
    if (rows === 0) {
      found.push({ total });
      continue;
    }
    const name = worthSql(part) === undefined ? undefined : `worth_${index}`;
    const worth = async (row: SqlRow, where: string) => {
      if (name !== undefined) return row[name];
      const [value] = await bench.engine.query(`${chain}${termSql(part.from, part.form, [], where, query)}`);
      return value?.['value'];
    };
    const [whole, shown] = [
      await worth(all, part.condition),
      await worth(open, `${part.condition} and ${listed.where}`),
    ];
    const adds = subtractDecimals(String(whole ?? '0'), String(shown ?? '0'));
    found.push({ total, remainder: { rows, adds: isMoney(part.form) ? adds : Number(adds) } });
  }
  return found;
}

/** What the rows of a part come to, among other rows of its model; undefined where that takes a question of its own. */
function worthSql({ form, once, condition }: AskedPart): string | undefined {
  if (isMoney(form)) return once ? undefined : `sum(case when ${condition} then ${form.column} end)`;
  if (form.form !== 'distinct') return `count(case when ${condition} then 1 end)`;
  const [key, ...more] = form.key;
  return more.length > 0 ? undefined : `count(distinct case when ${condition} then ${key} end)`;
}
