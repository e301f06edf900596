import type { Engine } from '../engine/engine.ts';
import { sqlName, sqlText } from '../engine/sql-text.ts';
import type { Registry, RowsOfPersons } from '../figures/kind.ts';

/** The rows of a model that may leave: a condition, and the models that it reads beside it. */
export interface LeavingRows {
  where: string;
  reads: readonly string[];
}

/**
 * The one rule for rows of open models: those of persons leave no table, be it written out, asked for page by page or
 * by SQL. A figure of money holds them in its sums; a row would lead by its award's number to who was paid.
 *
 * @param columns the columns of the model
 */
export function leavingRows(registry: Pick<Registry, 'kinds'>, columns: readonly string[]): LeavingRows {
  const rules = registry.kinds.flatMap(({ persons }) => (persons ? [persons] : []));
  const found = rules.map((rule) => ({ rule, conditions: conditionsOf(rule, new Set(columns)) }));
  const used = found.filter(({ conditions }) => conditions.length > 0);
  return {
    where: used.flatMap(({ conditions }) => conditions).join(' and ') || 'true',
    reads: used.map(({ rule }) => rule.from),
  };
}

function conditionsOf({ from, column, value, keys }: RowsOfPersons, columns: ReadonlySet<string>): string[] {
  const own = columns.has(column) ? [`coalesce(${sqlName(column)}, '') <> ${sqlText(value)}`] : [];
  const others = Object.entries(keys)
    .filter(([name]) => columns.has(name))
    .map(
      ([name, key]) =>
        `coalesce(${sqlName(name)}, '') not in (select ${sqlName(key)} from ${sqlName(from)} where ${sqlName(column)} = ${sqlText(value)} and ${sqlName(key)} is not null)`,
    );
  return [...own, ...others];
}

/** What is said of a table that leaves without some of its rows. */
export function leftOutInWords(rows: number): string {
  const counted = `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;
  return `${counted} of individuals and sole proprietors; figures of money include them`;
}

/** The columns of a model, in order; none where it has no row. */
export async function columnsOf(engine: Engine, model: string): Promise<string[]> {
  const [row] = await engine.query(`select * from ${sqlName(model)} limit 1`);
  return Object.keys(row ?? {});
}
