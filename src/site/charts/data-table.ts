import type { CellLike, ValueKind } from '../cell.ts';
import { type Lang, words } from '../words.ts';
import { day } from './scale.ts';
import type { Series } from './series.ts';

/** A column: its heading, how its values are written, and the unit that goes with the heading. */
export interface Column {
  label: string;
  kind?: ValueKind;
  unit?: string;
  /** Long text without good places to break: names of files, lists of row numbers. */
  long?: boolean;
}

/** Plain rows with a caption: the twin of every drawing. */
export interface TableData {
  caption: string;
  columns: Column[];
  rows: CellLike[][];
}

/** Dates by rows, one column a line. A date that a line does not have is absent, not zero. */
export function seriesTable(
  caption: string,
  series: Series[],
  lang: Lang,
  kind: ValueKind = 'number',
): TableData {
  const dates = [...new Set(series.flatMap((one) => one.points.map((point) => point.date)))];
  dates.sort((a, b) => day(a) - day(b));
  const maps = series.map(
    (one) => new Map(one.points.map((point) => [point.date, point.exact ?? point.value])),
  );
  const columns: Column[] = [{ label: words(lang).date, kind: 'date' }];
  return {
    caption,
    columns: [...columns, ...series.map(({ label }) => ({ label, kind }))],
    rows: dates.map((date) => [date, ...maps.map((map) => map.get(date) ?? null)]),
  };
}

/** Named values by rows. */
export function rowsTable(
  caption: string,
  columns: [Column, Column],
  rows: { label: string; value: CellLike; href?: string }[],
): TableData {
  const name = (row: { label: string; href?: string }) =>
    row.href ? { value: row.label, href: row.href } : row.label;
  return {
    caption,
    columns: [{ kind: 'text', ...columns[0] }, columns[1]],
    rows: rows.map((row) => [name(row), row.value]),
  };
}
