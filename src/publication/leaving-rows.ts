import type { Engine } from '../engine/engine.ts';
import { sqlName, sqlText } from '../engine/sql-text.ts';
import type { Workbench } from '../figures/answer.ts';
import type { Registry, RowsOfPersons } from '../figures/kind.ts';
import type { Relations } from '../figures/model.ts';
import type { ListedRows } from '../figures/remainder.ts';

/** The rows of a model that may leave: a condition, and the models that it reads beside it. */
export type LeavingRows = ListedRows;

/**
 * The one rule for rows of open models: those of persons leave neither in a table, be it written out, asked for page by page
 * or by SQL, nor as evidence in a receipt or a seal, nor as the place of a flag. A figure of money holds them in its sums; a
 * row would lead by its award's number, or by its place in the file, to who was paid.
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

/** The same rule for what a receipt lists one by one, by the name of the model that it is from. */
export function leavingEvidence(
  { engine, relations }: Pick<Workbench, 'engine' | 'relations'>,
  registry: Pick<Registry, 'kinds'>,
): (model: string) => Promise<ListedRows> {
  const known = knownColumns.get(relations) ?? new Map<string, readonly string[]>();
  knownColumns.set(relations, known);
  return async (model) => {
    const columns = known.get(model) ?? (await columnsOf(engine, model));
    known.set(model, columns);
    return leavingRows(registry, columns);
  };
}

/** Columns by model, of the relations of a build: they stay what they are, and each receipt asks for them. */
const knownColumns = new WeakMap<Relations, Map<string, readonly string[]>>();

function conditionsOf({ from, column, value, keys }: RowsOfPersons, columns: ReadonlySet<string>): string[] {
  const own = columns.has(column) ? [`coalesce(${sqlName(column)}, '') <> ${sqlText(value)}`] : [];
  const others = keys
    .map((key) => Object.entries(key))
    .filter((key) => key.every(([name]) => columns.has(name)))
    .map((key) => {
      const same = key.map(([name, of]) => `${sqlName(of)} = ${sqlName(name)}`).join(' and ');
      return `not exists (select 1 from ${sqlName(from)} where ${same})`;
    });
  return [...own, ...others];
}

/** What is said of a table that leaves without some of its rows. */
export function leftOutInWords(rows: number): string {
  const counted = `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;
  return `${counted} of individuals and sole proprietors; figures of money include them`;
}

/** The columns of a model, in order, whether or not it has a row. */
export async function columnsOf(engine: Engine, model: string): Promise<string[]> {
  const [row] = await engine.query(
    `select m.* from (select 1 as one) as o left join (select * from ${sqlName(model)} limit 1) as m on true`,
  );
  return Object.keys(row ?? {});
}
