import type { Dialect } from './dialect.ts';
import type { RejectCode } from './raw-row.ts';

/** A record parsed from text at some place, or why none begins there. */
export interface ParsedRecord {
  cells: (string | null)[];
  /** Where the next record begins. */
  end: number;
  /** Physical lines that the record covers. */
  lines: number;
  reject?: RejectCode;
}

/** The text ended inside the record: more is needed, or there is no more. */
export const unfinished = 'unfinished';

/**
 * Parses the record that begins at `at`. An empty cell is null, quoted or not. Blanks around a quoted cell are
 * dropped; a quote inside an unquoted cell is text. A quoted cell that goes on after its closing quote is a
 * `stray-quote`; the caller goes on at the next line.
 */
export function parseRecord(
  text: string,
  at: number,
  dialect: Dialect,
  last: boolean,
): ParsedRecord | typeof unfinished {
  const newline = dialect.newline === 'cr' ? '\r' : '\n';
  const quote = text.indexOf('"', at);
  const lineEnd = text.indexOf(newline, at);
  if (lineEnd === -1 && !last) return unfinished;
  if (quote === -1 || (lineEnd !== -1 && quote > lineEnd)) return plainRecord(text, at, lineEnd, dialect);
  return quotedRecord(text, at, dialect, newline, last);
}

function plainRecord(text: string, at: number, lineEnd: number, dialect: Dialect): ParsedRecord {
  let end = lineEnd === -1 ? text.length : lineEnd;
  const next = lineEnd === -1 ? end : end + 1;
  if (dialect.newline === 'lf' && lineEnd !== -1 && end > at && text[end - 1] === '\r') end -= 1;
  const cells: (string | null)[] = text.slice(at, end).split(dialect.delimiter);
  for (let index = 0; index < cells.length; index++) if (cells[index] === '') cells[index] = null;
  return { cells, end: next, lines: 1 };
}

function quotedRecord(
  text: string,
  start: number,
  dialect: Dialect,
  newline: string,
  last: boolean,
): ParsedRecord | typeof unfinished {
  const cells: (string | null)[] = [];
  let lines = 1;
  let at = start;
  for (;;) {
    let from = at;
    while (text[from] === ' ') from += 1;
    let cell: string;
    if (text[from] === '"') {
      const closed = closingQuote(text, from + 1);
      if (closed === -1)
        return last ? { cells: [], end: text.length, lines, reject: 'unclosed-quote' } : unfinished;
      if (closed + 2 >= text.length && !last) return unfinished;
      const raw = text.slice(from + 1, closed);
      for (let i = raw.indexOf(newline); i !== -1; i = raw.indexOf(newline, i + 1)) lines += 1;
      cell = raw.includes('""') ? raw.replaceAll('""', '"') : raw;
      at = closed + 1;
      while (text[at] === ' ') at += 1;
    } else {
      const end = cellEnd(text, at, dialect.delimiter, newline);
      if (end === text.length && !last) return unfinished;
      cell = text.slice(at, end);
      if (newline === '\n' && cell.endsWith('\r') && text[end] === '\n') cell = cell.slice(0, -1);
      at = end;
    }
    cells.push(cell === '' ? null : cell);
    if (text.startsWith('\r\n', at) && newline === '\n') return { cells, end: at + 2, lines };
    if (at >= text.length) return last ? { cells, end: at, lines } : unfinished;
    if (text[at] === newline) return { cells, end: at + 1, lines };
    if (text[at] !== dialect.delimiter) return { cells: [], end: at, lines, reject: 'stray-quote' };
    at += 1;
  }
}

/** The index of the quote that closes a cell, doubled ones passed over; -1 when the text ends first. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

function cellEnd(text: string, from: number, delimiter: string, newline: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === delimiter || character === newline) return at;
  }
  return text.length;
}

/** All records of a short text, each with the line where it begins; one that cannot be parsed becomes one empty cell. */
export function parseRecords(text: string, dialect: Dialect): { line: number; cells: (string | null)[] }[] {
  const records: { line: number; cells: (string | null)[] }[] = [];
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const record = parseRecord(text, at, dialect, true);
    if (record === unfinished) break;
    if (record.reject) {
      records.push({ line, cells: [null] });
      at = nextLine(text, at, dialect);
      line += 1;
      continue;
    }
    records.push({ line, cells: record.cells });
    at = record.end;
    line += record.lines;
  }
  return records;
}

/** Where the physical line after the one at `at` begins, or the end of the text. */
export function nextLine(text: string, at: number, dialect: Dialect): number {
  const end = text.indexOf(dialect.newline === 'cr' ? '\r' : '\n', at);
  return end === -1 ? text.length : end + 1;
}
