import type { Workbench } from '../figures/answer.ts';
import type { Figure, Query } from '../figures/figure.ts';
import { type ListedRows, type ReceiptRow, receipt } from '../figures/receipt.ts';

/** By the name of a model, which of its rows may be listed. */
export type MayBeListed = (model: string) => Promise<ListedRows>;

/** A row that one value counts and another does not. */
export interface MovedRow {
  /** The columns that the figure counts by, in words. */
  says: string;
  edition: string;
  file: string;
  /** Line of a CSV, or row of a sheet. */
  place: string;
}

/** The rows that moved a value from one list to the next. */
export interface MovedRows {
  gone: number;
  come: number;
  /** The first of them, those that are gone before those that came. */
  rows: (MovedRow & { moved: 'gone' | 'come' })[];
}

/** Rows of a value at most: beyond, only the numbers would be of use, and they are there already. */
const most = 50_000;

/** Rows that are shown of each side. */
const shown = 20;

/**
 * Which rows are counted on one side and not on the other, by the columns that the figure counts by; null where it
 * counts rows without any, or more than can be compared. Only rows that may be listed are among them.
 */
export async function movedRows(
  bench: Workbench,
  figure: Figure,
  before: Query,
  after: Query,
  listed: MayBeListed,
): Promise<MovedRows | null> {
  const [was, is] = [await rowsOf(bench, figure, before, listed), await rowsOf(bench, figure, after, listed)];
  if (!was || !is) return null;
  const gone = [...was].filter(([key]) => !is.has(key)).map(([, row]) => row);
  const come = [...is].filter(([key]) => !was.has(key)).map(([, row]) => row);
  return {
    gone: gone.length,
    come: come.length,
    rows: [
      ...gone.slice(0, shown).map((row) => ({ ...tell(row), moved: 'gone' as const })),
      ...come.slice(0, shown).map((row) => ({ ...tell(row), moved: 'come' as const })),
    ],
  };
}

async function rowsOf(
  bench: Workbench,
  figure: Figure,
  query: Query,
  listed: MayBeListed,
): Promise<Map<string, ReceiptRow> | null> {
  const [part] = (await receipt(bench, figure, query, '', most + 1, [], listed)).parts;
  if (!part) return new Map();
  if (part.total > most || part.rows.some((row) => Object.keys(row.key).length === 0)) return null;
  const found = new Map<string, ReceiptRow>();
  for (const row of part.rows) {
    const key = JSON.stringify([row.key, row.amount ?? null]);
    if (!found.has(key)) found.set(key, row);
  }
  return found;
}

function tell(row: ReceiptRow): MovedRow {
  const values = Object.values(row.key).map((value) => (value === null ? '' : String(value)));
  const amount = row.amount === undefined || row.amount === null ? '' : `: ${row.amount}`;
  return {
    says: `${values.filter((value) => value !== '').join(', ')}${amount}`,
    edition: row.edition,
    file: row.file,
    place: row.place,
  };
}
