import { type Model, type Narrowed, parseModel, type Relations } from './model.ts';

/** A relation joined by a key of it, so that each row meets one row at most: the join neither doubles nor loses any. */
export interface LookUp {
  /** The name by which columns of the view say that they are read from it. */
  as: string;
  /** `left join … as <as> on …` */
  join: string;
}

/** A model that is never written, and reads the rows of another with words looked up for their numbers. */
export interface ReadAsWords {
  name: string;
  /** What one row is: `one row per …`. */
  says: string;
  orderBy: string;
  /** Each column and its SQL. */
  columns: Readonly<Record<string, string>>;
  /** What the rows are read from, as `c`. */
  from: string;
  where?: string;
  lookUps: readonly LookUp[];
  /** Columns of `c` with few values, beside many rows: words for these are looked up once for rows that are alike. */
  few: readonly string[];
}

/** Of more columns together there may be nearly as many values as rows: putting these together would gain nothing. */
const mostTogether = 3;

/** A view of numbers as words, of which a question can be given the columns that it asks for alone. */
export function readAsWords(view: ReadAsWords): Model {
  const { name, says, orderBy, columns } = view;
  const header = [`-- ${says}`, `-- order by: ${orderBy}`, '-- kept as: view'].join('\n');
  return {
    ...parseModel(name, `${header}\n${select(view, columns).select}`),
    narrow(words, alike) {
      const wanted = Object.entries(columns).filter(([column]) => words.has(column));
      // Rows can be counted without any column; a SELECT has one.
      const some = wanted.length > 0 ? wanted : Object.entries(columns).slice(0, 1);
      return select(view, Object.fromEntries(some), alike);
    },
  };
}

function select(
  { from, where, lookUps, few }: ReadAsWords,
  wanted: Readonly<Record<string, string>>,
  alike = false,
): Narrowed {
  const needed: string[] = [];
  const read = () => [...Object.values(wanted), where ?? '', ...needed].join(' ');
  // The last first: a look-up may read what one before it found.
  for (const { as, join } of lookUps.toReversed())
    if (new RegExp(`\\b${as}\\.`).test(read())) needed.unshift(join);
  const own = [...new Set(Array.from(read().matchAll(/\bc\.(\w+)/g), ([, column]) => column as string))];
  const together = alike && own.length <= mostTogether && own.every((column) => few.includes(column));
  const rows = together
    ? `(select ${own.join(', ')}, count(*) as alike from ${from} group by ${own.join(', ')}) as c`
    : from;
  return {
    select: [
      `select ${listed(together ? { ...wanted, alike: 'c.alike' } : wanted)}`,
      `from ${rows}`,
      ...needed,
      ...(where === undefined ? [] : [`where ${where}`]),
    ].join('\n'),
    count: together ? 'cast(coalesce(sum(alike), 0) as bigint)' : 'count(*)',
  };
}

/** Columns and their SQL as a SELECT lists them. */
export function listed(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, sql]) => (sql.endsWith(`.${name}`) ? sql : `${sql} as "${name}"`))
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
