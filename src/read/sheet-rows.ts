import { streamXlsxRows } from 'hucre/xlsx';
import { cellKey, type SheetScan } from './sheet-scan.ts';

/** One row of a sheet: its 1-based number there, its cells as text and their links, both as wide as the sheet. */
export interface SheetRow {
  number: number;
  cells: (string | null)[];
  links: (string | null)[] | null;
}

/**
 * The rows of the sheet at `index`, those that the sheet leaves out included as empty ones, from row 1 to the last
 * with a cell. Numbers come as their shortest exact text, dates as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS` (of either
 * date system), times without a date as `HH:MM:SS`, booleans as `TRUE` and `FALSE`, errors as they read (`#N/A`), a
 * formula as its stored value (null without one).
 */
export async function* sheetRows(
  workbook: Uint8Array,
  index: number,
  scan: SheetScan,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<SheetRow> {
  const blank = (number: number): SheetRow => ({
    number,
    cells: new Array(scan.width).fill(null),
    links: null,
  });
  const limit = Math.min(scan.lastRow, most);
  let next = 1;
  for await (const row of streamXlsxRows(workbook, {
    sheet: index,
    maxRows: Number.isFinite(most) ? most : 0,
  })) {
    const number = row.index + 1;
    if (number < next) throw new RangeError('rows out of order');
    if (number > limit) break;
    for (; next < number; next++) yield blank(next);
    next = number + 1;
    const cells: (string | null)[] = [];
    let links: (string | null)[] | null = null;
    for (let column = 0; column < scan.width; column++) {
      cells.push(cellText(row.values[column]));
      const link = scan.links.size === 0 ? undefined : scan.links.get(cellKey(number, column));
      if (link === undefined) continue;
      links ??= new Array(scan.width).fill(null);
      links[column] = link;
    }
    yield { number, cells, links };
  }
  for (; next <= limit; next++) yield blank(next);
}

function cellText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value);
  return String(value);
}

function dateText(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null;
  // Serials are fractions of a day; whole seconds are all that a sheet shows.
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const [day = '', rest = ''] = iso.split('T');
  const time = rest.slice(0, 8);
  if (day <= '1899-12-31') return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}
