import type { CsvTable } from './page-kind.ts';
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
 * in front; an absent value is an empty cell.
 */
export function csvTwin({ columns, rows }: CsvTable): string {
  const parts = [columns.map(cell).join(',')];
  for (const row of rows) parts.push(row.map(cell).join(','));
  return `${parts.join('\r\n')}\r\n`;
}

function cell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) && !/^[+-]?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
