import { type Model, parseModel, type Relations } from './model.ts';

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
  /** What the rows are read from, with its name. */
  from: string;
  where?: string;
  lookUps: readonly LookUp[];
}

/** A view of numbers as words, of which a question can be given the columns that it asks for alone. */
export function readAsWords({ name, says, orderBy, columns, from, where, lookUps }: ReadAsWords): Model {
  const select = (wanted: Readonly<Record<string, string>>): string => {
    const needed: string[] = [];
    const isRead = (as: string) =>
      new RegExp(`\\b${as}\\.`).test([...Object.values(wanted), where ?? '', ...needed].join(' '));
    // The last first: a look-up may read what one before it found.
    for (const { as, join } of lookUps.toReversed()) if (isRead(as)) needed.unshift(join);
    return [
      `select ${listed(wanted)}`,
      `from ${from}`,
      ...needed,
      ...(where === undefined ? [] : [`where ${where}`]),
    ].join('\n');
  };
  const header = [`-- ${says}`, `-- order by: ${orderBy}`, '-- kept as: view'].join('\n');
  return {
    ...parseModel(name, `${header}\n${select(columns)}`),
    narrow(words) {
      const wanted = Object.entries(columns).filter(([column]) => words.has(column));
      // Rows can be counted without any column; a SELECT has one.
      return select(Object.fromEntries(wanted.length > 0 ? wanted : Object.entries(columns).slice(0, 1)));
    },
  };
}

/** Columns and their SQL as a SELECT lists them. */
export function listed(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, sql]) => (sql.endsWith(`.${name}`) ? sql : `${sql} as "${name}"`))
    .join(',\n  ');
}

/**
 * A question with the views that it reads written out in the columns that it names: engines do not see by themselves
 * that a look-up of which nothing is asked may be left away.
 */
export function narrowed(sql: string, relations: Relations): string {
  const words = new Set(sql.replaceAll(/'(?:[^']|'')*'/g, ' ').match(/\w+/g));
  // Texts are stepped over: a label may say "from searches".
  return sql.replaceAll(/'(?:[^']|'')*'|\bfrom ([a-z_]+)\b/g, (read, name?: string) => {
    const narrow = relations.models.get(name ?? '')?.narrow?.(words);
    return narrow === undefined ? read : `from (\n${narrow}\n) as ${name}`;
  });
}
