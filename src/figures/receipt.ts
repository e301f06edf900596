import type { SqlRow, SqlValue } from '../engine/engine.ts';
import type { Edition } from '../project/edition.ts';
import { type Answer, answer, type EditionNote, editionNote, type Workbench } from './answer.ts';
import { askedBy } from './asked-by.ts';
import { type AskedPart, askedParts } from './asked-parts.ts';
import { chainSql, compile } from './compile.ts';
import type { Figure, Form, Query } from './figure.ts';
import { everyRow, type ListedRows, type Remainder, withheld } from './remainder.ts';

export { recount } from './recount.ts';
export type { ListedRows, Remainder } from './remainder.ts';

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
    for (const part of askedParts(figure, ungrouped, by)) {
      const rule = (await listed?.(part.from)) ?? everyRow;
      parts.push(await readPart(bench, ungrouped, part, limit, rule));
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

async function readPart(
  bench: Workbench,
  query: Query,
  part: AskedPart,
  limit: number,
  listed: ListedRows,
): Promise<ReceiptPart> {
  const { form, from, keys, condition } = part;
  const chain = chainSql([from, ...listed.reads], query, bench.relations);
  const columns = [
    ...keys.map(({ name, sql }) => `, ${sql} as key_${name}`),
    ...part.by.map(({ name, sql }) => `, ${sql} as by_${name}`),
    ...(part.amount === undefined ? [] : [`, ${part.amount} as amount`]),
  ];
  const order = form.form === 'distinct' ? keys.map(({ name }) => `key_${name}, `) : [];
  const rows = await bench.engine.query(
    `${chain}select edition, "row"${columns.join('')}
from ${from}
where ${condition} and ${listed.where}
order by ${order.join('')}edition, "row"
limit ${limit}`,
  );
  // Only where rows were left out there are more than these.
  const asked = rows.length === limit || listed.where !== everyRow.where;
  const [counted] = asked ? await withheld(bench, [part], query, listed) : [];
  const { total, remainder } = counted ?? { total: rows.length };
  return {
    says: part.says,
    form: form.form,
    once: part.once,
    total,
    rows: placeRows(bench, rows),
    ...(remainder ? { remainder } : {}),
  };
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
