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
  return (value) => value !== null && fold(String(value)).includes(wanted);
}

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
  let left = everyRow(rows);
  for (const { values, test } of tests) {
    let count = 0;
    for (const row of left) if (test(values[row] ?? null)) left[count++] = row;
    left = left.subarray(0, count);
  }
  return left;
}

function everyRow(rows: number): Uint32Array {
  const all = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) all[row] = row;
  return all;
}

/** Rows in order of a column, equal ones as in the file; absent values last, whichever way. */
export function sorted(
  rows: Uint32Array | number,
  values: readonly CellValue[],
  descending: boolean,
  lang: string,
): Uint32Array {
  const asked = typeof rows === 'number' ? everyRow(rows) : rows;
  const rank = ranks(asked, values, lang);
  const sign = descending ? -1 : 1;
  const keys = new Float64Array(asked.length);
  for (let i = 0; i < keys.length; i += 1) {
    const value = values[asked[i] as number] ?? null;
    keys[i] = value === null ? Number.POSITIVE_INFINITY : sign * rank(value);
  }
  return inOrder(keys).map((place) => asked[place] as number);
}

/** Numbers by size; text by its place among the different texts, found once: a million rows have few of them. */
function ranks(
  rows: Uint32Array,
  values: readonly CellValue[],
  lang: string,
): (value: string | number | bigint) => number {
  const different = new Set<CellValue>();
  if (rows.every((row) => typeof (values[row] ?? 0) !== 'string')) return Number;
  for (const row of rows) different.add(values[row] ?? null);
  different.delete(null);
  const distinct = [...different].map(String).sort(new Intl.Collator(lang, { numeric: true }).compare);
  const places = new Map(distinct.map((text, i) => [text, i]));
  return (value) => places.get(String(value)) ?? 0;
}

/**
 * Places by their keys, from the lowest bits to the highest: each pass deals them out by sixteen bits and keeps the order of
 * equal ones. Comparing two at a time takes a million rows so long that the page stands still.
 */
function inOrder(keys: Float64Array): Uint32Array {
  // As whole numbers the bits of floats have their order once negative ones are turned round.
  const bits = new Uint32Array(keys.buffer);
  for (let high = 1; high < bits.length; high += 2) {
    const word = bits[high] as number;
    if (word >>> 31 === 1) bits[high - 1] = ~(bits[high - 1] as number);
    bits[high] = word >>> 31 === 1 ? ~word : word ^ 0x80000000;
  }
  let from = everyRow(keys.length);
  for (const [word, shift] of [
    [0, 0],
    [0, 16],
    [1, 0],
    [1, 16],
  ] as const) {
    const digit = (place: number) => ((bits[2 * place + word] as number) >>> shift) & 0xffff;
    const starts = new Uint32Array(0x10001);
    for (const place of from) starts[digit(place) + 1] = (starts[digit(place) + 1] as number) + 1;
    if (starts.includes(from.length)) continue;
    for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
    const to = new Uint32Array(from.length);
    for (const place of from) {
      const next = starts[digit(place)] as number;
      to[next] = place;
      starts[digit(place)] = next + 1;
    }
    from = to;
  }
  return from;
}
