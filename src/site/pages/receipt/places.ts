import { anchorOf } from '../../paths.ts';
import type { Site } from '../../site.ts';
import type { ReceiptGroup, ReceiptLine } from './data.ts';
import { ranges } from './ranges.ts';

/** Where the rows of a further part stand: row numbers by edition, in compact form. */
export interface ReceiptPlaces {
  dimension: string;
  title: string;
  /** Whether the figure has a value for each part. */
  own: boolean;
  groups: {
    key: string;
    label: string;
    anchor: string;
    value: number | string | null;
    rows: number;
    places: { edition: string; rows: string }[];
  }[];
}

/** Row numbers by edition. */
type RowsOfEditions = ReadonlyMap<string, readonly number[]>;

/** The rows of each part of a dimension. */
export type RowsByPart = ReadonlyMap<string, RowsOfEditions>;

/** Finds where the rows of each part of a dimension stand. */
export function rowsByPart(lines: readonly ReceiptLine[], dimension: string): RowsByPart {
  const parts = Map.groupBy(lines, (line) => line.by[dimension] ?? '');
  return new Map([...parts].map(([key, inside]) => [key, rowsOfEditions(inside)]));
}

function rowsOfEditions(lines: readonly ReceiptLine[]): RowsOfEditions {
  const editions = Map.groupBy(lines, (line) => line.edition);
  return new Map([...editions].map(([edition, inside]) => [edition, inside.map(({ row }) => row)]));
}

/** Where the rows of each part of a dimension stand, in words; `within` picks some of the parts, by their order. */
export function placesOf(
  site: Site,
  id: string,
  day: string,
  dimension: string,
  rows: RowsByPart,
  within?: readonly [from: number, to: number],
): ReceiptPlaces[] {
  const values = site.values.get(id);
  const all = values?.by
    .get(dimension)
    ?.get(day)
    ?.slice(...(within ?? [0]));
  if (!values || !all || all.length === 0) return [];
  const groups = all.map((group) => {
    const editions = rows.get(group.key) ?? new Map<string, number[]>();
    return {
      key: group.key,
      label: group.label,
      anchor: anchorOf(dimension, group.key),
      value: group.value,
      rows: [...editions.values()].reduce((sum, numbers) => sum + numbers.length, 0),
      places: placesInWords(site, editions),
    };
  });
  return [{ dimension, title: values.figure.dimensions[dimension]?.title ?? dimension, own: true, groups }];
}

/** The rows of a reading by their heading: a reading has no parts of its own. */
export function groupPlaces(site: Site, groups: readonly ReceiptGroup[], title: string): ReceiptPlaces {
  const dimension = groups[0]?.dimension ?? 'state';
  return {
    dimension,
    title,
    own: false,
    groups: groups.map(({ key, label, anchor, lines }) => {
      const places = placesInWords(site, rowsOfEditions(lines));
      return { key, label, anchor, value: null, rows: lines.length, places };
    }),
  };
}

function placesInWords(site: Site, editions: RowsOfEditions): { edition: string; rows: string }[] {
  return [...editions].map(([edition, rows]) => ({ edition, rows: ranges(site, edition, rows) }));
}
