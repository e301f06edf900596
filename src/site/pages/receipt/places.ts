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

/** Where the rows of each part of a dimension stand; `within` picks some of the parts, by their order. */
export function placesOf(
  site: Site,
  id: string,
  day: string,
  dimension: string,
  lines: readonly ReceiptLine[],
  within?: readonly [from: number, to: number],
): ReceiptPlaces[] {
  const values = site.values.get(id);
  const all = values?.by
    .get(dimension)
    ?.get(day)
    ?.slice(...(within ?? [0]));
  if (!values || !all || all.length === 0) return [];
  const rows = new Map<string, Map<string, number[]>>();
  for (const line of lines) {
    const key = line.by[dimension] ?? '';
    const editions = rows.get(key) ?? new Map<string, number[]>();
    rows.set(key, editions);
    const numbers = editions.get(line.edition);
    if (numbers) numbers.push(line.row);
    else editions.set(line.edition, [line.row]);
  }
  const groups = all.map((group) => {
    const places = [...(rows.get(group.key) ?? [])].map(([edition, numbers]) => ({
      edition,
      rows: ranges(site, edition, numbers),
    }));
    const count = [...(rows.get(group.key) ?? new Map<string, number[]>()).values()].reduce(
      (sum, numbers) => sum + numbers.length,
      0,
    );
    return {
      key: group.key,
      label: group.label,
      anchor: anchorOf(dimension, group.key),
      value: group.value,
      rows: count,
      places,
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
      const editions = new Map<string, number[]>();
      for (const line of lines) {
        const rows = editions.get(line.edition);
        if (rows) rows.push(line.row);
        else editions.set(line.edition, [line.row]);
      }
      const places = [...editions].map(([edition, rows]) => ({ edition, rows: ranges(site, edition, rows) }));
      return { key, label, anchor, value: null, rows: lines.length, places };
    }),
  };
}
