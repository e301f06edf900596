import type { EntranceTable } from '../../figures/kind.ts';
import { foldHeader, type Layout, type Recognised } from '../../read/layout.ts';
import { columnShapes } from './column-shapes.ts';
import { type SearchHeaders, searchColumns, sharedRules } from './columns.ts';
import { withTimeWord } from './layouts.ts';

/** Where a column is: its number, the first is 1, or its header as the file writes it. */
export type ColumnPlace = number | string;

/** Where a table has its columns: `schemas/search-layout.schema.json`. */
export interface SearchMapping {
  layout: string;
  title: string;
  publisher?: string;
  /** File names that it is for, with `*` and `?`; there it goes before every other layout. */
  files?: string;
  /** Whether the first record is a header; where columns are named by headers, their record is found. */
  header?: boolean;
  width?: number;
  columns: Partial<Record<keyof SearchHeaders, ColumnPlace>> & { time: ColumnPlace };
}

/**
 * A table read as a mapping says; null where it does not fit: another width, a header that is not there, or a column of
 * times in which no times stand.
 */
export function recogniseMapping(mapping: SearchMapping, table: EntranceTable): Recognised | null {
  const { preview, width } = table;
  if (mapping.width !== undefined && mapping.width !== width) return null;
  const headerRow = headerOf(mapping, preview);
  if (headerRow === null) return null;
  const header = preview[headerRow]?.map(foldHeader) ?? [];
  const positions = new Map<string, number>();
  for (const [name, place] of Object.entries(mapping.columns)) {
    const position = typeof place === 'number' ? place : header.indexOf(foldHeader(place)) + 1;
    if (position > width) return null;
    positions.set(name.toLowerCase(), position);
  }
  if (!timesIn(preview.slice(headerRow + 1), positions, width)) return null;
  const headers = Object.fromEntries(
    Object.keys(mapping.columns).map((name) => [name, name.toLowerCase()]),
  ) as unknown as SearchHeaders;
  const layout: Layout = {
    ...sharedRules('time'),
    ...withTimeWord('time', searchColumns(headers, 'us', 'audit')),
    id: mapping.layout,
    title: mapping.title,
    publisher: mapping.publisher ?? 'as released by the agency',
    requires: [],
    forbids: [],
  };
  return { layout, headerRow, positions, unreadColumns: Math.max(0, width - positions.size) };
}

/** The index of the record with every header that the mapping names, -1 where it has none, null where it is not there. */
function headerOf(mapping: SearchMapping, preview: EntranceTable['preview']): number | null {
  const named = Object.values(mapping.columns).filter((place) => typeof place === 'string');
  if (named.length === 0) return (mapping.header ?? true) ? 0 : -1;
  const wanted = named.map(foldHeader);
  const found = preview.findIndex((cells) => {
    const headers = cells.map(foldHeader);
    return wanted.every((header) => headers.includes(header));
  });
  return found === -1 ? null : found;
}

/** Most filled cells of the column of times hold a time: a mapping by numbers alone would fit any table. */
function timesIn(
  rows: EntranceTable['preview'],
  positions: ReadonlyMap<string, number>,
  width: number,
): boolean {
  const shape = columnShapes(rows, width)[(positions.get('time') ?? 0) - 1];
  return shape === 'instant' || (positions.has('date') && shape === 'clock');
}
