import type { CsvCell, CsvTable } from './page-kind.ts';
import type { Site } from './site.ts';

/**
 * The JSON twin of a page: its data under a short head. Addresses inside are from the root of the site. The shape of
 * each kind is told on the page on method.
 */
export function jsonTwin(site: Site, path: string, kind: string, data: object): string {
  return `${JSON.stringify({ schema: 1, page: `${path === '' ? '' : `${path}/`}index.html`, kind, notice: site.notice, program: `counterfoil ${site.version}`, data })}\n`;
}

/**
 * The CSV twin of a page: RFC 4180, UTF-8, `\r\n`. A cell that a spreadsheet would run as a formula gets an apostrophe
 * in front; an absent value is an empty cell, of a measured column with its reason in `status`.
 */
export function csvTwin({ columns, measured, rows }: CsvTable): string {
  const places = (measured ?? []).map((name) => columns.indexOf(name));
  if (places.includes(-1)) throw new Error(`a measured column is none of ${columns.join(', ')}`);
  const head = places.length === 0 ? columns : [...columns, 'status'];
  let text = lineOf(head) + lineEnd;
  for (const row of rows) {
    text += lineOf(row);
    if (places.length > 0) text += `,${cell(statusOf(row, columns, places))}`;
    text += lineEnd;
  }
  return text;
}

const lineEnd = '\r\n';

// Receipts have hundreds of thousands of rows: no list of texts is made for each.
function lineOf(row: readonly CsvCell[]): string {
  let line = cell(row[0]);
  for (let at = 1; at < row.length; at += 1) line += `,${cell(row[at])}`;
  return line;
}

/** Why measured cells of a row are empty: `x`, or `ceiling: x; obligation: z` where a row measures several things. */
function statusOf(row: readonly CsvCell[], columns: readonly string[], places: readonly number[]): string {
  const empty = places.flatMap((at): [string | undefined, string][] => {
    const value = row[at];
    if (value === null || value === undefined) return [[columns[at], 'x']];
    return typeof value === 'object' ? [[columns[at], value.status]] : [];
  });
  if (places.length === 1) return empty[0]?.[1] ?? '';
  return empty.map(([name, sign]) => `${name}: ${sign}`).join('; ');
}

function cell(value: CsvCell): string {
  if (value === null || value === undefined || typeof value === 'object') return '';
  if (typeof value !== 'string') return String(value);
  const runs = formula.test(value) && !/^[+-]?\d+(\.\d+)?$/.test(value);
  const safe = runs ? `'${value}` : value;
  return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// Each by itself: one expression of both takes longer.
const formula = /^[=+\-@\t\r]/;
const quoted = /[",\r\n]/;
