import { nextLine, type ParsedRecord, parseRecord, unfinished } from './csv-records.ts';
import type { Dialect } from './dialect.ts';
import { decoderOf, type Encoding } from './encoding.ts';
import type { Limits } from './limits.ts';
import type { RawRow, RejectCode } from './raw-row.ts';

export interface CsvRowsOptions {
  dialect: Dialect;
  encoding: Encoding;
  width: number;
  /** Index of the header record, -1 without one; rows before it are passed over. */
  headerRow: number;
  /** Whether U+FFFD marks bytes that were not of the encoding (else the publisher wrote it so). */
  spoiled: boolean;
  /** Whether rows of other widths are given on too, instead of rejected: whoever reads them knows what they are. */
  anyWidth?: boolean;
  limits: Limits;
}

/** Lines of a row of another width that is still taken for one row; more speak for a quote that is not closed. */
const mostLines = 4;

/** Rows that are given on together, for speed. */
const BATCH = 512;

/**
 * The rows of a CSV, read with patience: exact row and line numbers, any encoding, and a row that cannot be read is
 * rejected by itself. After a quote that is never closed, or closed in the middle of a cell, reading goes on at the
 * next physical line that parses to the table's width; one reject covers all the lines between. Memory is bounded by
 * `maxLineBytes`.
 */
export async function* csvRows(
  source: AsyncIterable<Uint8Array>,
  options: CsvRowsOptions,
): AsyncGenerator<RawRow[]> {
  const decoder = decoderOf(options.encoding);
  const cursor = new Cursor(options);
  for await (const chunk of source) {
    cursor.push(decoder.decode(chunk, { stream: true }));
    yield* cursor.take(false);
  }
  cursor.push(decoder.decode());
  yield* cursor.take(true);
}

class Cursor {
  private text = '';
  private line = 1;
  private record = 0;
  private skipping = false;
  private broken: RawRow | null = null;
  private blanks: RawRow[] = [];
  private batch: RawRow[] = [];
  private readonly options: CsvRowsOptions;

  constructor(options: CsvRowsOptions) {
    this.options = options;
  }

  push(text: string): void {
    this.text += text;
  }

  *take(last: boolean): Generator<RawRow[]> {
    const { dialect, limits } = this.options;
    let at = 0;
    while (at < this.text.length) {
      if (this.skipping) {
        at = nextLine(this.text, at, dialect);
        this.skipping = this.text[at - 1] !== (dialect.newline === 'cr' ? '\r' : '\n');
        if (!this.skipping) this.line += 1;
        continue;
      }
      const parsed = parseRecord(this.text, at, dialect, last);
      if (parsed === unfinished) {
        if (this.text.length - at <= limits.maxLineBytes) break;
        at = this.overlong(at);
        continue;
      }
      at = this.accept(parsed, at);
      if (this.batch.length >= BATCH) yield this.flush();
    }
    this.text = this.text.slice(at);
    if (last) this.endBroken();
    if (this.batch.length > 0) yield this.flush();
  }

  /** A record that goes on beyond the limit: an open quote, or one line without end. */
  private overlong(at: number): number {
    const next = nextLine(this.text, at, this.options.dialect);
    if (next < this.text.length) return this.fail('unclosed-quote', at);
    this.fail('cell-too-long', at);
    this.line -= 1;
    this.skipping = true;
    return this.text.length;
  }

  private accept(parsed: ParsedRecord, at: number): number {
    if (parsed.reject) return this.fail(parsed.reject, at);
    const { cells, lines, end } = parsed;
    const { width, limits } = this.options;
    // Preambles before the header have any width, and the header may have its own.
    const judged = this.record > this.options.headerRow;
    const blank = cells.every((cell) => cell === null || cell.trim() === '') && cells.length <= width;
    const other = judged && cells.length !== width && !blank;
    const wanted = this.options.anyWidth === true && lines <= mostLines && !this.broken;
    if (other && !wanted) {
      if (lines > 1) return this.fail('stray-quote', at);
      if (this.broken) return this.fail('stray-quote', at);
      this.reject('cell-count', cells.length);
    } else if (this.broken && blank) return this.fail('stray-quote', at);
    else {
      this.endBroken();
      const fault = end - at > limits.maxLineBytes ? 'cell-too-long' : this.fault(cells);
      if (fault) this.reject(fault, cells.length, lines);
      else this.emit({ row: 0, line: this.line, cells: blank ? [] : cells }, blank && cells.length === 1);
    }
    this.line += lines;
    return end;
  }

  private fault(cells: readonly (string | null)[]): RejectCode | null {
    for (const cell of cells) {
      if (cell === null) continue;
      if (
        cell.length > this.options.limits.cellBytes / 4 &&
        Buffer.byteLength(cell) > this.options.limits.cellBytes
      ) {
        return 'cell-too-long';
      }
      if (cell.includes('\0')) return 'nul';
      if (this.options.spoiled && cell.includes('\ufffd')) return 'not-text';
    }
    return null;
  }

  /** Begins or lengthens a stretch of lines that cannot be read; returns where the next line begins. */
  private fail(code: RejectCode, at: number): number {
    if (this.broken) this.broken.lines = (this.broken.lines ?? 1) + 1;
    else this.broken = { row: 0, line: this.line, cells: [], reject: code, lines: 1 };
    this.line += 1;
    return nextLine(this.text, at, this.options.dialect);
  }

  private endBroken(): void {
    if (!this.broken) return;
    const broken = this.broken;
    this.broken = null;
    this.emit(broken, false);
  }

  private reject(code: RejectCode, found: number, lines = 1): void {
    this.emit({ row: 0, line: this.line, cells: [], reject: code, found, lines }, false);
  }

  private emit(row: RawRow, empty: boolean): void {
    // Empty lines count once something follows them: a file may end in any number of line ends.
    if (empty) {
      this.blanks.push(row);
      if (this.blanks.length <= 10_000) return;
    }
    for (const blank of this.blanks) if (blank !== row) this.number(blank);
    this.blanks = [];
    this.number(row);
  }

  private number(row: RawRow): void {
    const index = this.record;
    this.record += 1;
    if (index <= this.options.headerRow) return;
    row.row = index - this.options.headerRow;
    this.batch.push(row);
  }

  private flush(): RawRow[] {
    const batch = this.batch;
    this.batch = [];
    return batch;
  }
}
