import { sqlName } from '../engine/sql-text.ts';
import { type Model, type Narrowed, parseModel, type Relations } from './model.ts';

/** A relation joined by a key of it, so that each row meets one row at most: the join neither doubles nor loses any. */
export interface LookUp {
  /** The name by which columns of the view say that they are read from it. */
  as: string;
  /** `left join … as <as> on …` */
  join: string;
}

/** Rows with words looked up for their numbers. */
export interface WordedRows {
  /** Each column and its SQL. */
  columns: Readonly<Record<string, string>>;
  /** What the rows are read from. */
  from: string;
  /** The name of the rows there; `c` where nothing is said. */
  as?: string;
  where?: string;
  lookUps: readonly LookUp[];
  /** Columns of the rows with few values, beside many rows: words for these are looked up once for rows that are alike. */
  few: readonly string[];
}

/** A model that is never written, and reads rows of others as words. */
export interface ReadAsWords {
  name: string;
  /** What one row is: `one row per …`. */
  says: string;
  orderBy: string;
  /** Where its rows are from: one, or several with the same columns that have no row in common. */
  rows: readonly [WordedRows, ...WordedRows[]];
}

/** Of more columns together there may be nearly as many values as rows: putting these together would gain nothing. */
const mostTogether = 3;

/** A view of numbers as words, of which a question can be given the columns that it asks for alone. */
export function readAsWords({ name, says, orderBy, rows }: ReadAsWords): Model {
  const names = Object.keys(rows[0].columns);
  for (const { columns } of rows)
    if (Object.keys(columns).join() !== names.join())
      throw new Error(`${name}: rows are read with different columns`);
  const header = [`-- ${says}`, `-- order by: ${orderBy}`, '-- kept as: view'].join('\n');
  return {
    ...parseModel(name, `${header}\n${selectAll(rows, names, false).select}`),
    narrow(words, alike) {
      const wanted = names.filter((column) => words.has(column));
      // Rows can be counted without any column; a SELECT has one.
      return selectAll(rows, wanted.length > 0 ? wanted : names.slice(0, 1), alike);
    },
  };
}

function selectAll(rows: readonly WordedRows[], names: readonly string[], alike: boolean): Narrowed {
  const plans = rows.map((one) => planOf(one, names));
  const together = alike && plans.some((plan) => plan.together);
  return {
    select: plans.map((plan) => selectOf(plan, together)).join('\nunion all\n'),
    count: together ? 'cast(coalesce(sum(alike), 0) as bigint)' : 'count(*)',
  };
}

/** What is needed to read columns of rows. */
interface Plan {
  of: WordedRows;
  as: string;
  wanted: Readonly<Record<string, string>>;
  joins: readonly string[];
  /** Columns of the rows themselves that are read. */
  own: readonly string[];
  /** Whether rows that are alike can stand as one. */
  together: boolean;
}

function planOf(of: WordedRows, names: readonly string[]): Plan {
  const { as = 'c', columns, where, lookUps, few } = of;
  const wanted = Object.fromEntries(names.map((name) => [name, columns[name] as string]));
  const joins: string[] = [];
  const read = () => [...Object.values(wanted), where ?? '', ...joins].join(' ');
  // The last first: a look-up may read what one before it found.
  for (const lookUp of lookUps.toReversed())
    if (new RegExp(`\\b${lookUp.as}\\.`).test(read())) joins.unshift(lookUp.join);
  const places = read().matchAll(new RegExp(`\\b${as}\\.(\\w+)`, 'g'));
  const own = [...new Set(Array.from(places, ([, column]) => column as string))];
  const together = own.length > 0 && own.length <= mostTogether && own.every((one) => few.includes(one));
  return { of, as, wanted, joins, own, together };
}

function selectOf({ of: { from, where }, as, wanted, joins, own, together }: Plan, counted: boolean): string {
  const columns = own.map((column) => `${as}.${column}`).join(', ');
  const alike = counted && together;
  return [
    `select ${listed(counted ? { ...wanted, alike: alike ? `${as}.alike` : '1' } : wanted)}`,
    `from ${alike ? `(select ${columns}, count(*) as alike from ${from} group by ${columns}) as ${as}` : from}`,
    ...joins,
    ...(where === undefined ? [] : [`where ${where}`]),
  ].join('\n');
}

function listed(columns: Readonly<Record<string, string>>): string {
  // The one name of a column that some engine keeps for itself.
  const named = (name: string) => (name === 'row' ? '"row"' : sqlName(name));
  return Object.entries(columns)
    .map(([name, sql]) => (sql.endsWith(`.${name}`) ? sql : `${sql} as ${named(name)}`))
    .join(',\n  ');
}

/** What a question reads a model from, and what counts its rows there. */
export interface Source {
  from: string;
  count: string;
}

/**
 * How a question reads a model.
 *
 * @param asked its SQL, but for the model
 * @param alike whether rows that are alike may stand as one with their number, which `count` adds up
 */
export type ReadModel = (model: string, asked: string, alike: boolean) => Source;

/** By its name: what is shown to people. */
export const byName: ReadModel = (model) => ({ from: model, count: 'count(*)' });

/**
 * Views written out in the columns that the question names: engines do not see by themselves that a look-up of which
 * nothing is asked may be left away, nor that it can be made once for many rows.
 */
export function narrowed(relations: Pick<Relations, 'models'>): ReadModel {
  return (model, asked, alike) => {
    const words = new Set(asked.replaceAll(/'(?:[^']|'')*'/g, ' ').match(/\w+/g));
    const found = relations.models.get(model)?.narrow?.(words, alike);
    return found
      ? { from: `(\n${found.select}\n) as ${model}`, count: found.count }
      : byName(model, asked, alike);
  };
}
