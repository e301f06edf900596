import type { SqlValue } from '../../../engine/engine.ts';
import type { Unit } from '../../../figures/figure.ts';
import { sayIn } from '../../../language/say.ts';
import { editionLink } from '../../data/edition-link.ts';
import { aboutRow, hasOwnPages, leadingOf, partPages } from '../../data/receipt-parts.ts';
import type { CheckedReceipt, CountedRow } from '../../data/receipts.ts';
import { variantOf } from '../../data/variants.ts';
import { anchorOf, file, paths } from '../../paths.ts';
import type { EditionLink, Site } from '../../site.ts';
import { groupPlaces, placesOf, type ReceiptPlaces, rowsByPart } from './places.ts';

/** A counted row, with what it says. */
export interface ReceiptLine {
  edition: string;
  row: number;
  place: string;
  /** Running number of what is counted; absent on further rows of the same. */
  no: number | null;
  name: string | null;
  page: string | null;
  by: Readonly<Record<string, string | null>>;
  amount?: string | number | null;
}

/** Rows under one heading: those of a state, or of a month. */
export interface ReceiptGroup {
  dimension: string;
  key: string;
  label: string;
  anchor: string;
  /** The figure's value for this part, from the figure; null where it has none of its own. */
  value: number | string | null;
  lines: ReceiptLine[];
}

export interface ReceiptData {
  id: string;
  title: string;
  definition: string;
  unit: Unit;
  as_of: string;
  /** Declared readings that this receipt is counted under, in words; empty for the figure itself. */
  readings: { says: string; why: string }[];
  /** Rows are shown as numbers by heading, not one by one: of readings, and where few things have many rows. */
  compact: boolean;
  /** Dimensions that tell what a row is about, where the figure has them. */
  about: readonly string[];
  value: number | string | null;
  why: string | null;
  page: string;
  sql: string;
  program: string;
  editions: EditionLink[];
  parts: {
    says: string;
    form: string;
    /** Each key adds its amount once, however many rows name it. */
    once: boolean;
    total: number;
    /** Rows on awards of individuals and sole proprietors, which are not listed, and what they add; null where there are none. */
    remainder: { rows: number; adds: string | number } | null;
    recount: string | number | null;
    value: string | number | null;
    groups: ReceiptGroup[];
  }[];
  places: ReceiptPlaces[];
  /** Dimensions whose parts are too many for this page, with the pages that show them. */
  elsewhere: { dimension: string; title: string; parts: number; pages: string[] }[];
}

/** The receipt of a site that was made last: its page, its twins and the pages of its parts ask one after another. */
const last = new WeakMap<Site, { name: string; data: ReceiptData }>();

/** The data of a receipt's page. */
export function receiptData(site: Site, id: string, day: string): ReceiptData | undefined {
  const name = `${id}|${day}`;
  const before = last.get(site);
  if (before?.name === name) return before.data;
  const data = makeReceipt(site, id, day);
  if (data) last.set(site, { name, data });
  return data;
}

function makeReceipt(site: Site, id: string, day: string): ReceiptData | undefined {
  const values = site.values.get(id.split('~')[0] ?? '');
  const variant = variantOf(site, id);
  const made = site.receipts.get(`${id}|${day}`)?.();
  if (!values || !variant || !made) return undefined;
  const { figure, readings } = variant;
  const row = made.answer.rows[0] ?? { value: null };
  const leading = leadingOf({ figure, by: values.by });
  const leadingTitle = figure.dimensions[leading]?.title ?? sayIn(site.lang)`State or territory`;
  const single = figure.form.form === 'distinct' && figure.form.key.length === 1;
  const compact = readings.length > 0 || single;
  const parts = made.parts.map((part, index) => {
    const lines = linesFrom(site, made.id, part.rows);
    if (part.form === 'distinct') numberKeys(part.rows, lines);
    const value =
      made.parts.length > 1
        ? ((index === 0 ? row['numerator'] : row['denominator']) as string | number | null)
        : row.value;
    const groups = grouped(site, readings.length > 0 ? '' : id, day, leading, lines);
    if (part.form !== 'distinct') numberLines(groups);
    return {
      says: part.says,
      form: part.form,
      once: part.once,
      total: part.total,
      remainder: part.remainder ?? null,
      recount: part.recount,
      value,
      groups,
    };
  });
  const all = linesOf(parts);
  const further = [...values.by.keys()].filter((name) => name !== leading);
  return {
    id,
    title: figure.title,
    definition: figure.definition,
    unit: figure.unit,
    as_of: day,
    readings: readings.map(({ says, why }) => ({ says, why })),
    compact,
    about: aboutRow.filter((name) => name in figure.dimensions),
    value: row.value,
    why: row.value === null ? sayIn(site.lang)(String(row['why'] ?? 'the records do not say')) : null,
    page: file(paths.figure(values.figure.id)),
    sql: made.sql,
    program: made.program,
    editions: made.editions
      .map(editionLink)
      .sort((a, b) => (a.as_of < b.as_of ? -1 : a.as_of > b.as_of ? 1 : 0)),
    parts,
    places: [
      ...(compact ? [groupPlaces(site, parts[0]?.groups ?? [], leadingTitle)] : []),
      ...further
        .filter((name) => !hasOwnPages(values, day, name))
        .flatMap((name) => placesOf(site, id, day, name, rowsByPart(all, name))),
    ],
    elsewhere: further
      .filter((name) => variant.readings.length === 0 && hasOwnPages(values, day, name))
      .map((name) => ({
        dimension: name,
        title: figure.dimensions[name]?.title ?? name,
        parts: values.by.get(name)?.get(day)?.length ?? 0,
        pages: partPages(values, day, name).map((path) => file(path)),
      })),
  };
}

/** The rows that a receipt counts, those of its first part. */
export function linesOf(parts: ReceiptData['parts']): ReceiptLine[] {
  return parts[0]?.groups.flatMap((group) => group.lines) ?? [];
}

function linesFrom(site: Site, id: string, rows: readonly CountedRow[]): ReceiptLine[] {
  const [first] = rows;
  // What a form counts by may be finer than what pages show: awards of individuals have one name there, and keys of their own.
  const keys = Object.keys(first?.key ?? {}).filter((name) => !aboutRow.some((about) => about === name));
  const dimensions = Object.keys(first?.by ?? {});
  const dates = site.eventDates.get(id);
  const text = (value: SqlValue | undefined) =>
    value === null || value === undefined ? null : String(value);
  return rows.map(({ edition, row, key, by: own, amount }): ReceiptLine => {
    const note = site.notes(edition, row);
    const by: Record<string, string | null> = {};
    for (const name of keys) by[name] = text(key[name]);
    for (const name of dimensions) by[name] = text(own?.[name]);
    Object.assign(by, note?.by);
    // Of flows: the month of the event, from the date of the list.
    const date = dates?.get(`${edition}|${row}`);
    if (date !== undefined) by['month'] = date.slice(0, 7);
    const place = placeIn(site, edition, row);
    const line = { edition, row, place, no: null, name: note?.name ?? null, page: note?.page ?? null, by };
    return amount === undefined ? line : { ...line, amount };
  });
}

/** The place of a row in the language of the pages. */
function placeIn(site: Site, edition: string, row: number): string {
  const say = sayIn(site.lang);
  const found = site.byEdition.get(edition);
  if (row === 0) return say`the file as a whole`;
  return found === undefined || found.sheet === null
    ? say`record ${row}`
    : say`row ${row + found.headerRows}`;
}

/** Where every row counts, rows are numbered as they are shown. */
function numberLines(groups: readonly ReceiptGroup[]): void {
  for (const [index, line] of groups.flatMap((group) => group.lines).entries()) line.no = index + 1;
}

/** Each key gets a number when it first comes; its further rows get none. */
function numberKeys(rows: readonly CountedRow[], lines: ReceiptLine[]): void {
  const seen = new Set<SqlValue | undefined>();
  for (const [index, row] of rows.entries()) {
    const key = Object.values(row.key);
    const name = key.length === 1 ? key[0] : JSON.stringify(key);
    if (seen.has(name)) continue;
    seen.add(name);
    (lines[index] as ReceiptLine).no = seen.size;
  }
}

function grouped(
  site: Site,
  id: string,
  day: string,
  dimension: string,
  lines: readonly ReceiptLine[],
): ReceiptGroup[] {
  const groups = new Map<string, ReceiptLine[]>();
  for (const line of lines) {
    const key = line.by[dimension] ?? '';
    const found = groups.get(key);
    if (found) found.push(line);
    else groups.set(key, [line]);
  }
  const values = new Map(
    (site.values.get(id)?.by.get(dimension)?.get(day) ?? []).map((group) => [group.key, group.value]),
  );
  // A part of zero has a place too, so that its number leads somewhere.
  for (const key of values.keys()) if (!groups.has(key)) groups.set(key, []);
  // Of years the latest comes first: a page shows only so many rows.
  const first = dimension === 'fiscal_year' ? 1 : -1;
  return [...groups]
    .sort(([a], [b]) => (a < b ? first : -first))
    .map(([key, inside]) => ({
      dimension,
      key,
      label: site.label(dimension, key),
      anchor: anchorOf(dimension, key),
      value: values.get(key) ?? null,
      lines: inside,
    }));
}
