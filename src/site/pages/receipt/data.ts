import type { Unit } from '../../../figures/figure.ts';
import type { ReceiptRow } from '../../../figures/receipt.ts';
import { editionLink } from '../../data/edition-link.ts';
import type { CheckedReceipt } from '../../data/receipts.ts';
import { anchorOf, file, paths } from '../../paths.ts';
import type { EditionLink, Site } from '../../site.ts';

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

/** Where the rows of a further part stand: row numbers by edition, in compact form. */
export interface ReceiptPlaces {
  dimension: string;
  title: string;
  groups: {
    key: string;
    label: string;
    anchor: string;
    value: number | string | null;
    rows: number;
    places: { edition: string; rows: string }[];
  }[];
}

export interface ReceiptData {
  id: string;
  title: string;
  definition: string;
  unit: Unit;
  as_of: string;
  value: number | string | null;
  why: string | null;
  page: string;
  sql: string;
  program: string;
  editions: EditionLink[];
  parts: {
    says: string;
    form: string;
    total: number;
    recount: string | number;
    value: string | number | null;
    groups: ReceiptGroup[];
  }[];
  places: ReceiptPlaces[];
}

/** The data of a receipt's page. */
export function receiptData(site: Site, id: string, day: string): ReceiptData | undefined {
  const values = site.values.get(id);
  const made = site.receipts.get(`${id}|${day}`)?.();
  if (!values || !made) return undefined;
  const { figure } = values;
  const row = made.answer.rows[0] ?? { value: null };
  const leading = figure.form.form === 'flow' && values.by.has('month') ? 'month' : 'state';
  const parts = made.parts.map((part, index) => {
    const lines = part.rows.map((one) => lineOf(site, made, one));
    if (part.form === 'distinct') numberKeys(part.rows, lines);
    else for (const [at, line] of lines.entries()) line.no = at + 1;
    const value =
      made.parts.length > 1
        ? ((index === 0 ? row['numerator'] : row['denominator']) as string | number | null)
        : row.value;
    return {
      says: part.says,
      form: part.form,
      total: part.total,
      recount: part.recount,
      value,
      groups: grouped(site, id, day, leading, lines),
    };
  });
  const all = parts[0]?.groups.flatMap((group) => group.lines) ?? [];
  return {
    id,
    title: figure.title,
    definition: figure.definition,
    unit: figure.unit,
    as_of: day,
    value: row.value,
    why: row.value === null ? String(row['why'] ?? 'the records do not say') : null,
    page: file(paths.figure(id)),
    sql: made.sql,
    program: made.program,
    editions: made.editions.map(editionLink),
    parts,
    places: [...values.by.keys()]
      .filter((name) => name !== leading)
      .flatMap((name) => placesOf(site, id, day, name, all)),
  };
}

function lineOf(site: Site, made: CheckedReceipt, row: ReceiptRow): ReceiptLine {
  const note = site.notes(row.edition, row.row);
  const own = Object.fromEntries(
    Object.entries(row.key).map(([name, value]) => [name, value === null ? null : String(value)]),
  );
  const month = monthOf(site, made, row);
  const by = { ...own, ...note?.by, ...(month === null ? {} : { month }) };
  const line: ReceiptLine = {
    edition: row.edition,
    row: row.row,
    place: row.place,
    no: null,
    name: note?.name ?? null,
    page: note?.page ?? null,
    by,
  };
  return row.amount === undefined ? line : { ...line, amount: row.amount };
}

/** Of flows: the month of the event, from the date of the list. */
function monthOf(site: Site, made: CheckedReceipt, row: ReceiptRow): string | null {
  const date = site.eventDates.get(`${made.id}|${row.edition}|${row.row}`);
  return date === undefined ? null : date.slice(0, 7);
}

/** Each key gets a number when it first comes; its further rows get none. */
function numberKeys(rows: readonly ReceiptRow[], lines: ReceiptLine[]): void {
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const key = JSON.stringify(Object.values(row.key));
    if (seen.has(key)) continue;
    seen.add(key);
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
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inside]) => ({
      dimension,
      key,
      label: site.label(dimension, key),
      anchor: anchorOf(dimension, key),
      value: values.get(key) ?? null,
      lines: inside,
    }));
}

function placesOf(
  site: Site,
  id: string,
  day: string,
  dimension: string,
  lines: readonly ReceiptLine[],
): ReceiptPlaces[] {
  const values = site.values.get(id);
  const all = values?.by.get(dimension)?.get(day);
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
  return [{ dimension, title: values.figure.dimensions[dimension]?.title ?? dimension, groups }];
}

/** `2–14, 16`: rows as a person finds them in the file. */
export function ranges(site: Site, edition: string, numbers: readonly number[]): string {
  const found = site.byEdition.get(edition);
  const shift = found?.sheet === null ? 0 : (found?.headerRows ?? 0);
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let at = 0; at < sorted.length; at += 1) {
    const first = sorted[at] as number;
    let last = first;
    while (sorted[at + 1] === last + 1) {
      at += 1;
      last = sorted[at] as number;
    }
    parts.push(first === last ? String(first + shift) : `${first + shift}–${last + shift}`);
  }
  return parts.join(', ');
}
