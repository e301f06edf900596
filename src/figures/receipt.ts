import type { SqlRow, SqlValue } from '../engine/engine.ts';
import type { Edition } from '../project/edition.ts';
import { type Answer, answer, type EditionNote, editionNote, type Workbench } from './answer.ts';
import { askedBy } from './asked-by.ts';
import { chainSql, compile, conditionSql, termSql } from './compile.ts';
import { subtractDecimals } from './exact.ts';
import type { Dimension, Figure, Form, Query, Term } from './figure.ts';

export { recount } from './recount.ts';

/** Where a row stands that is about the edition as a whole; its number is 0. */
export const wholeFile = 'the file as a whole';

/** One row behind a value, and where it stands in the released file. */
export interface ReceiptRow {
  edition: string;
  /** 1-based record, header not counted. */
  row: number;
  /** Line of a CSV, or row of a sheet, as a person finds it in the file. */
  place: string;
  file: string;
  sheet: string | null;
  /** The columns that the form counts by. */
  key: Record<string, SqlValue>;
  /** Its value of each dimension that was asked for, by name. */
  by?: Record<string, SqlValue>;
  /** What the row adds, of sums. */
  amount?: string | number | null;
}

/** The rows that a receipt may list one by one: a condition on those of a model, and the models that it reads beside it. */
export interface ListedRows {
  where: string;
  reads: readonly string[];
}

/** Rows that are counted and stand for persons: one line, which cannot be opened. */
export interface Remainder {
  rows: number;
  /** What they add to the value of the part: rows, keys that no listed row has, or money. */
  adds: string | number;
}

/** The rows of one part of a value; a ratio has two parts. */
export interface ReceiptPart {
  says: string;
  form: Form['form'];
  /** Each key adds its amount once. */
  once: boolean;
  /** How many rows may be listed; `rows` may hold fewer when a limit was given. */
  total: number;
  rows: ReceiptRow[];
  /** Counted rows that are not listed; absent where all are. */
  remainder?: Remainder;
}

/** The evidence for one value of one figure. */
export interface Receipt {
  id: string;
  title: string;
  definition: string;
  /** The portable text of the SQL that computed the value. */
  sql: string;
  query: Query;
  answer: Answer;
  parts: ReceiptPart[];
  /** Editions that the rows are from, and those that were searched. */
  editions: EditionNote[];
  program: string;
}

/**
 * The receipt of a figure's value under a query without groups. `limit` bounds the rows of each part; the total is
 * always whole. With `by` each row says what it is of these dimensions, and no column that its form does not count by.
 * With `listed` the rows of a model that it does not let through are one remainder.
 */
export async function receipt(
  bench: Workbench,
  given: Figure,
  query: Query,
  program: string,
  limit = 1_000_000,
  by: readonly string[] = [],
  listed?: (model: string) => Promise<ListedRows>,
): Promise<Receipt> {
  const ungrouped: Query = { ...query, by: [] };
  const figure = askedBy(given, ungrouped);
  const value = await answer(bench, figure, ungrouped);
  const parts: ReceiptPart[] = [];
  if (value.rows[0]?.value !== null) {
    for (const part of termsOf(figure)) {
      const rule = (await listed?.(part.from)) ?? everyRow;
      parts.push(await readPart(bench, figure, ungrouped, part, limit, by, rule));
    }
  }
  const used = new Set([
    ...value.editions.map((note) => note.edition),
    ...parts.flatMap((part) => part.rows.map((row) => row.edition)),
  ]);
  return {
    id: figure.id,
    title: figure.title,
    definition: figure.definition,
    sql: compile(figure, ungrouped, bench.relations),
    query: ungrouped,
    answer: value,
    parts,
    editions: bench.editions.filter((edition) => used.has(edition.edition)).map(editionNote),
    program,
  };
}

/**
 * A part to list, and the term of the ratio that it is, if it is one: conditions are told by it. Of a concentration,
 * the columns that it is reckoned among.
 */
type PartTerm = Term & { own?: Term; among?: readonly string[] };

function termsOf(figure: Figure): PartTerm[] {
  const { form } = figure;
  if (form.form === 'ratio') return [form.numerator, form.denominator].map((own) => ({ ...own, own }));
  if (form.form === 'concentration') {
    return [
      {
        from: figure.from,
        form: { form: 'sum', column: form.column },
        says: figure.definition,
        among: form.among,
      },
    ];
  }
  return [{ from: figure.from, form, says: figure.definition }];
}

/** The dimensions that a part has, by name: the whole of a ratio has not all. */
function dimensionsOf(figure: Figure, term: PartTerm): [string, Dimension][] {
  const whole = figure.form.form === 'ratio' && term.own === figure.form.denominator;
  return Object.entries(figure.dimensions).filter(([, dimension]) => !(whole && dimension.numeratorOnly));
}

/** The rule of one who holds the records. */
export const everyRow: ListedRows = { where: 'true', reads: [] };

async function readPart(
  bench: Workbench,
  figure: Figure,
  query: Query,
  term: PartTerm,
  limit: number,
  by: readonly string[],
  listed: ListedRows,
): Promise<ReceiptPart> {
  const { form, from } = term;
  const once = form.form === 'sum' && form.once !== undefined;
  const keys =
    form.form === 'distinct'
      ? form.key
      : form.form === 'sum' && form.once
        ? form.once
        : by.length > 0
          ? []
          : dimensionsOf(figure, term).map(([, dimension]) => dimension.sql);
  const plainKeys = [
    ...new Set([...(term.among ?? []), ...keys].filter((key) => /^[a-z_][a-z0-9_]*$/.test(key))),
  ];
  const stated = dimensionsOf(figure, term)
    .filter(([name, { instead }]) => by.includes(name) && instead === undefined)
    .map(([name, { sql }]) => `, ${sql} as by_${name}`)
    .join('');
  const amount =
    form.form === 'sum' || form.form === 'running' ? `, cast(${form.column} as varchar) as amount` : '';
  const extra =
    form.form === 'flow'
      ? ` and ${form.event} is not null`
      : form.form === 'distinct'
        ? ` and ${form.key.map((key) => `${key} is not null`).join(' and ')}`
        : form.form === 'running' && query.until !== undefined
          ? ` and ${form.date} <= date '${query.until}'`
          : '';
  const condition = conditionSql(figure, query, term.own) + extra;
  const chain = chainSql([from, ...listed.reads], query, bench.relations);
  const open = `${condition} and ${listed.where}`;
  const count = async (where: string) => {
    const [row] = await bench.engine.query(`${chain}select count(*) as total from ${from} where ${where}`);
    return row?.['total'] as number;
  };
  const rows = await bench.engine.query(
    `${chain}select edition, "row"${plainKeys.map((key) => `, ${key} as key_${key}`).join('')}${stated}${amount}
from ${from}
where ${open}
order by ${plainKeys.length === 0 || form.form !== 'distinct' ? '' : `${plainKeys.map((key) => `key_${key}`).join(', ')}, `}edition, "row"
limit ${limit}`,
  );
  // Only where rows were left out there are more than these.
  const total = rows.length < limit ? rows.length : await count(open);
  const part = { says: term.says, form: form.form, once, total, rows: placeRows(bench, rows) };
  const others = listed.where === everyRow.where ? 0 : (await count(condition)) - total;
  if (others === 0) return part;
  const worth = async (where: string) => {
    const [row] = await bench.engine.query(`${chain}${termSql(from, form, [], where, query)}`);
    return String(row?.['value'] ?? '0');
  };
  const adds = subtractDecimals(await worth(condition), await worth(open));
  const money = form.form === 'sum' || form.form === 'running';
  return { ...part, remainder: { rows: others, adds: money ? adds : Number(adds) } };
}

function placeRows(bench: Workbench, rows: readonly SqlRow[]): ReceiptRow[] {
  const editions = new Map(bench.editions.map((edition) => [edition.edition, edition]));
  const [keys, dimensions] = ['key_', 'by_'].map((prefix) => columnsOf(rows[0] ?? {}, prefix)) as [
    Columns,
    Columns,
  ];
  return rows.map((row) => {
    const edition = editions.get(row['edition'] as string) as Edition;
    const number = row['row'] as number;
    // An edition as a whole has no row.
    const place =
      number === 0
        ? wholeFile
        : edition.sheet === null
          ? `record ${number}`
          : `row ${number + edition.headerRows}`;
    return {
      edition: edition.edition,
      row: number,
      place,
      file: edition.names[0] as string,
      sheet: edition.sheet,
      key: picked(row, keys),
      ...(dimensions.length === 0 ? {} : { by: picked(row, dimensions) }),
      ...('amount' in row ? { amount: row['amount'] as string | null } : {}),
    };
  });
}

/** Columns of a row, each with the name that it gets. */
type Columns = readonly (readonly [column: string, name: string])[];

/** The columns whose names begin so; their names are without that beginning. */
function columnsOf(row: SqlRow, prefix: string): Columns {
  return Object.keys(row)
    .filter((column) => column.startsWith(prefix))
    .map((column) => [column, column.slice(prefix.length)]);
}

function picked(row: SqlRow, columns: Columns): Record<string, SqlValue> {
  const found: Record<string, SqlValue> = {};
  for (const [column, name] of columns) found[name] = row[column] ?? null;
  return found;
}
