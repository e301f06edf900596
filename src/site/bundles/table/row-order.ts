import type { CellValue } from './column-store.ts';

/** What a filter asks of a value; absent values meet none. */
export type Test = (value: CellValue) => boolean;

/** Reads what a person typed into a filter: text is looked for anywhere; numbers and dates may be ranges. */
export function testOf(typed: string, kind: string): Test | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (kind !== 'text') {
    const found = /^(<=?|>=?|=)?\s*([^<>=.][^<>=]*?)$/.exec(text);
    const range = /^(.+?)\s*\.\.\s*(.+)$/.exec(text);
    const read =
      kind === 'date' ? (part: string) => part : (part: string) => Number(part.replace(/[$,\s]/g, ''));
    if (range) {
      const [low, high] = [read(range[1] ?? ''), read(range[2] ?? '')];
      return (value) => value !== null && own(value, kind) >= low && upTo(own(value, kind), high);
    }
    if (found) {
      const [sign, at] = [found[1] ?? '=', read(found[2] ?? '')];
      return (value) => {
        if (value === null) return false;
        const it = own(value, kind);
        if (sign === '<') return it < at;
        if (sign === '<=') return upTo(it, at);
        if (sign === '>') return it > at;
        if (sign === '>=') return it >= at;
        return typeof it === 'string' ? it.startsWith(String(at)) : it === at;
      };
    }
  }
  const wanted = fold(text);
  // Folding costs more than all else, and most texts of a column stand in many rows.
  const known = new Map<CellValue, boolean>();
  return (value) => {
    if (value === null) return false;
    const before = known.get(value);
    if (before !== undefined) return before;
    const found = fold(String(value)).includes(wanted);
    if (known.size < mostKnown) known.set(value, found);
    return found;
  };
}

/** Different texts of a column that a filter remembers. */
const mostKnown = 50_000;

/** `2026` as an end holds all of 2026. */
function upTo(value: string | number, end: string | number): boolean {
  return typeof value === 'string'
    ? value <= String(end) || value.startsWith(String(end))
    : value <= Number(end);
}

function own(value: CellValue, kind: string): string | number {
  return kind === 'date' ? String(value) : Number(value);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Rows that pass all tests, in order of the file; undefined where there is no test. */
export function passing(
  rows: number,
  tests: readonly { values: readonly CellValue[]; test: Test }[],
): Uint32Array | undefined {
  if (tests.length === 0) return undefined;
  const found = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row += 1)
    if (tests.every(({ values, test }) => test(values[row] ?? null))) found[count++] = row;
  return found.subarray(0, count);
}

/** Rows in order of a column, equal ones as in the file; absent values last, whichever way. */
export function sorted(
  rows: Uint32Array | number,
  values: readonly CellValue[],
  descending: boolean,
  lang: string,
): Uint32Array {
  const order = typeof rows === 'number' ? Uint32Array.from({ length: rows }, (_, i) => i) : rows.slice();
  if (values.some((value) => typeof value === 'string')) return byRank(order, values, descending, lang);
  const sign = descending ? -1 : 1;
  const keys = Float64Array.from({ length: values.length }, (_, row) => {
    const value = values[row] ?? null;
    return value === null ? Number.POSITIVE_INFINITY : sign * Number(value);
  });
  return order.sort((a, b) => {
    const [left, right] = [keys[a] as number, keys[b] as number];
    return left < right ? -1 : left > right ? 1 : a - b;
  });
}

/** Text by its place among the different texts: a million rows have few of them, so rows are dealt out, not compared. */
function byRank(
  order: Uint32Array,
  values: readonly CellValue[],
  descending: boolean,
  lang: string,
): Uint32Array {
  const collator = new Intl.Collator(lang, { numeric: true });
  const distinct = [...new Set(values)].filter((value) => value !== null && value !== undefined).map(String);
  distinct.sort(collator.compare);
  if (descending) distinct.reverse();
  const places = new Map(distinct.map((text, place) => [text, place]));
  const rankOf = (row: number) => places.get(String(values[row] ?? '')) ?? distinct.length;
  const ranks = Uint32Array.from(order, rankOf);
  const starts = new Uint32Array(distinct.length + 2);
  for (const rank of ranks) starts[rank + 1] = (starts[rank + 1] as number) + 1;
  for (let rank = 1; rank < starts.length; rank += 1)
    starts[rank] = (starts[rank] as number) + (starts[rank - 1] as number);
  const dealt = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i += 1) {
    const rank = ranks[i] as number;
    const place = starts[rank] as number;
    dealt[place] = order[i] as number;
    starts[rank] = place + 1;
  }
  return dealt;
}
