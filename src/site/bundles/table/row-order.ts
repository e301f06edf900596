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
  const rank = ranks(values, lang);
  const absent = descending ? -1 : Number.MAX_SAFE_INTEGER;
  const sign = descending ? -1 : 1;
  const key = (row: number) => {
    const value = values[row] ?? null;
    return value === null ? absent : rank(value);
  };
  return order.sort((a, b) => sign * (key(a) - key(b)) || a - b);
}

/** Numbers by size; text by its place among the different texts, found once: a million rows have few of them. */
function ranks(values: readonly CellValue[], lang: string): (value: string | number | bigint) => number {
  if (!values.some((value) => typeof value === 'string')) return Number;
  const collator = new Intl.Collator(lang, { numeric: true });
  const distinct = [...new Set(values.filter((value) => value !== null))].map(String);
  distinct.sort(collator.compare);
  const places = new Map(distinct.map((text, i) => [text, i]));
  return (value) => places.get(String(value)) ?? 0;
}
