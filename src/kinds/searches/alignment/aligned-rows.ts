import type { RawRow } from '../../../read/raw-row.ts';
import { fitOf, hasForm, isBlank, isMask, isSearch } from './cell-types.ts';
import { allHeaders, columnsOfHeader, displaced, type PartColumns, vendorOrders } from './columns-of-part.ts';
import { Habits } from './habits.ts';

/** Stands in a cell whose column a part of the table does not have; no released cell holds it. */
export const noColumn = '\u0001';

type Cells = readonly (string | null)[];

/** Rows that are held back until it is clear what they are, at most. */
const longestRun = 256;

/** Rows in a stretch that may be put right, at least: a single one can be read in too many ways. */
const shortestRun = 3;

/** Places of repaired rows that are listed. */
const listed = 50;

/**
 * The rows of a log whose parts differ, each with its cells under {@link allHeaders}. A header line in the middle tells
 * the columns from there on. Stretches of rows that do not fit are held against the orders that the vendor exports, and
 * against their own columns with one cell too many or too few; they are put right where all that fits leaves the same
 * cells and drops none that says something. Else they are rejected, as single rows are.
 */
export class Alignment {
  /** Rows whose cells were moved, and the first places of them. */
  repaired = 0;
  readonly places: number[] = [];
  /** Stretches of rows with other columns than those before them, the first one counted. */
  parts = 1;
  private columns: PartColumns;
  private run: RawRow[] = [];
  private readonly habits = new Habits();

  constructor(columns: PartColumns) {
    this.columns = columns;
  }

  async *rows(source: AsyncIterable<RawRow | readonly RawRow[]>): AsyncGenerator<RawRow[]> {
    for await (const next of source) {
      const out: RawRow[] = [];
      for (const row of Array.isArray(next) ? next : [next as RawRow]) this.take(row, out);
      if (out.length > 0) yield out;
    }
    const out: RawRow[] = [];
    this.settle(out);
    if (out.length > 0) yield out;
  }

  private take(row: RawRow, out: RawRow[]): void {
    const { cells } = row;
    if (row.reject || cells.every(isBlank)) {
      this.settle(out);
      out.push(row.reject ? row : { ...row, cells: [] });
      return;
    }
    const header = columnsOfHeader(cells);
    if (header) {
      this.settle(out);
      if (!same(header, this.columns)) {
        this.parts += 1;
        this.habits.forget();
      }
      this.columns = header;
      out.push(under(row, header));
    } else if (fits(cells, this.columns)) {
      this.settle(out);
      this.habits.see((header) => cells[this.columns.places.get(header) ?? -1]);
      out.push(under(row, this.columns));
    } else {
      if (this.run.length > 0 && widthOf(this.run[0] as RawRow) !== widthOf(row)) this.settle(out);
      this.run.push(row);
      if (this.run.length >= longestRun) this.settle(out);
    }
  }

  /** Decides what the rows held back are, all of them at once. */
  private settle(out: RawRow[]): void {
    const { run } = this;
    this.run = [];
    if (run.length === 0) return;
    const candidates = run.length < shortestRun ? [] : this.fitting(run);
    for (const row of run) {
      const found = agreed(row, candidates);
      if (found) {
        this.repaired += 1;
        if (this.places.length < listed) this.places.push(row.row);
        out.push(found);
      } else if (candidates.length === 0 && isOdd(row.cells, this.columns))
        out.push(under(row, this.columns));
      else out.push({ ...row, cells: [], reject: 'shifted-cells', found: row.cells.length });
    }
  }

  /** The columns under which every row is a search beyond doubt, and no cell that says something is left over. */
  private fitting(rows: readonly RawRow[]): PartColumns[] {
    // That a column with a form is gone is believed of whole orders only, and those of stretches. Behind the last one
    // nothing tells what is what.
    const formed = [...this.columns.places].flatMap(([header, at]) => (hasForm(header) ? [at] : []));
    const shifted = Array.from({ length: Math.max(...formed) + 1 }, (_, at) => [
      displaced(this.columns, at, 1),
      ...(formed.includes(at) ? [] : [displaced(this.columns, at, -1)]),
    ]).flat();
    const orders = vendorOrders.filter((order) => !same(order, this.columns));
    return [...orders, ...shifted].filter((columns) =>
      rows.every(({ cells }) => {
        const cellOf = (header: string) => cells[columns.places.get(header) as number];
        const headers = [...columns.places.keys()];
        return (
          nothingBeyond(cells, columns) &&
          isSearch(cellOf, headers) &&
          headers.every((header) => this.habits.allow(header, cellOf(header)))
        );
      }),
    );
  }
}

function same(one: PartColumns, other: PartColumns): boolean {
  return (
    one.places.size === other.places.size &&
    [...one.places].every(([header, place]) => other.places.get(header) === place)
  );
}

function widthOf({ cells }: RawRow): number {
  return cells.findLastIndex((cell) => !isBlank(cell)) + 1;
}

/** Whether nothing in a row speaks against its columns; one that is shorter or longer has to be a search beyond doubt. */
function fits(cells: Cells, columns: PartColumns): boolean {
  const { places, width } = columns;
  if (cells.every((cell) => isBlank(cell) || isMask(cell))) return true;
  if (!nothingBeyond(cells, columns)) return false;
  if (cells.length === width)
    return [...places].every(([header, place]) => fitOf(header, cells[place]) !== 'no');
  const last = Math.max(...[...places].map(([header, place]) => (hasForm(header) ? place : -1)));
  return (
    cells.slice(last + 1).every(isBlank) &&
    isSearch((header) => cells[places.get(header) as number], [...places.keys()])
  );
}

/** A row in its place with one cell that is not what it should be: that cell is odd, not the row. */
function isOdd(cells: Cells, columns: PartColumns): boolean {
  if (!nothingBeyond(cells, columns) || cells.length !== columns.width) return false;
  const against = [...columns.places].filter(([header, place]) => fitOf(header, cells[place]) === 'no');
  return (
    against.length === 1 &&
    against.every(([header]) => hasForm(header)) &&
    fitOf('search time', cells[columns.places.get('search time') as number]) === 'yes'
  );
}

/** Whether every cell that no column takes is blank. */
function nothingBeyond(cells: Cells, { places, free }: PartColumns): boolean {
  const taken = new Set([...places.values(), ...free]);
  return cells.every((cell, index) => taken.has(index) || isBlank(cell));
}

/** The row under the columns, where all of them leave the same; else null. */
function agreed(row: RawRow, columns: readonly PartColumns[]): RawRow | null {
  const [first, ...others] = columns.map((one) => under(row, one));
  if (!first) return null;
  const text = (one: RawRow) => JSON.stringify(one.cells);
  return others.every((other) => text(other) === text(first)) ? first : null;
}

function under(row: RawRow, { places }: PartColumns): RawRow {
  const cells = allHeaders.map((header) => {
    const place = places.get(header);
    return place === undefined ? noColumn : (row.cells[place] ?? null);
  });
  return { row: row.row, line: row.line, cells };
}
