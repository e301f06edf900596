import { sayIn } from '../../../language/say.ts';
import type { ReleasedRow, ReleasedTable } from '../../../publication/release.ts';
import type { Cell } from '../../cell.ts';
import { formatDate } from '../../format.ts';
import { type Classes, roundBreaks } from '../../maps/classes.ts';
import type { CsvTable } from '../../page-kind.ts';
import { paths } from '../../paths.ts';
import type { Site } from '../../site.ts';

/** A released count as data: a value, or none and why. */
export interface LongRow {
  values: Record<string, string>;
  /** Of a table by year: the last month counted. */
  through: string | null;
  value: number | null;
  status: 'c' | 'x' | null;
}

/** A released table, or the part of it that a page is about. */
export interface LongTable {
  id: string;
  title: string;
  by: readonly string[];
  rows: LongRow[];
}

const classes: Readonly<Record<string, string>> = {
  immigration: 'Names immigration',
  department: 'Department only',
  other: 'Names neither',
  unreadable: 'Not readable',
};
const levels: Readonly<Record<string, string>> = {
  municipal: 'Municipal',
  county: 'County',
  state: 'State',
  federal: 'Federal',
  school: 'School',
  university: 'University',
  tribal: 'Tribal',
  other: 'Other',
  unreadable: 'Not readable',
};

/** What dimensions are called in headings. */
export const dimensionTitles: Readonly<Record<string, string>> = {
  organisation: 'Organisation',
  network: 'Network',
  state: 'State',
  level: 'Level',
  reason_class: 'Stated reason',
  month: 'Month',
  year: 'Year',
};

/** A value of a dimension in words. */
export function nameOf(site: Site, dimension: string, value: string): string {
  if (dimension === 'reason_class') return said(site, classes[value]) ?? value;
  if (dimension === 'level') return said(site, levels[value]) ?? value;
  if (value === 'unreadable') return sayIn(site.lang)`Not readable`;
  if (dimension === 'organisation' || dimension === 'network')
    return site.searches?.names.get(value) ?? value;
  if (dimension === 'month') return formatDate(value, site.lang);
  if (dimension === 'state' && value === 'federal') return sayIn(site.lang)`Federal (no state)`;
  return dimension === 'state' ? site.label('state', value) : value;
}

function said(site: Site, text: string | undefined): string | undefined {
  return text === undefined ? undefined : sayIn(site.lang)(text);
}

/** `2026`, or `2026, through March 2026` where the year is not complete. */
export function timeName(site: Site, row: LongRow): string {
  const { month, year } = row.values;
  if (month !== undefined) return nameOf(site, 'month', month);
  if (row.through === null || row.through.endsWith('-12')) return year as string;
  return sayIn(site.lang)`${year as string}, through ${formatDate(row.through, site.lang)}`;
}

export function longRow(row: ReleasedRow): LongRow {
  const shown = typeof row.shown === 'number';
  return {
    values: row.values,
    through: row.through,
    value: shown ? (row.shown as number) : null,
    status: shown ? null : row.shown === '[c]' ? 'c' : 'x',
  };
}

/** A table with those of its rows that have these values. */
export function longTable(table: ReleasedTable, where: Readonly<Record<string, string>> = {}): LongTable {
  const fits = (row: ReleasedRow) =>
    Object.entries(where).every(([name, value]) => row.values[name] === value);
  return { id: table.id, title: table.title, by: table.by, rows: table.rows.filter(fits).map(longRow) };
}

/** A count as a cell: hidden and unreadable ones have no value here, only a mark. */
export function toShown(row: LongRow | undefined): Cell {
  if (!row) return { value: null };
  return row.status === null ? { value: row.value } : { value: null, status: row.status };
}

/** Tables as CSV: one line a count, with its status beside it. */
export function longCsv(tables: readonly LongTable[]): CsvTable {
  const dimensions = Object.keys(dimensionTitles).filter((name) =>
    tables.some(({ by }) => by.includes(name)),
  );
  return {
    columns: ['table', ...dimensions, 'through', 'searches', 'status'],
    rows: tables.flatMap((table) =>
      table.rows.map((row) => [
        table.id,
        ...dimensions.map((name) => row.values[name]),
        row.through,
        row.value,
        row.status,
      ]),
    ),
  };
}

/** Where the page of a value is, or undefined where there is none. */
export function pageOf(dimension: string, value: string): string | undefined {
  switch (dimension) {
    case 'organisation':
      return paths.searchesOf('organisations', value);
    case 'network':
      return paths.searchesOf('networks', value);
    case 'state':
      return paths.searchesOf('states', value);
    case 'level':
      return paths.searchesOf('levels', value);
    default:
      return undefined;
  }
}

/** By name, as text: an order that no count has a part in. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Classes of shown counts: the smallest count beside 0 that is ever shown is ten. */
export function shownClasses(shown: readonly number[]): Classes {
  const least = 10;
  const breaks = roundBreaks(shown.filter((value) => value > 0));
  return { breaks: breaks.filter((low, index) => index === 0 || low > least), least };
}
