import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Dialect } from './dialect.ts';
import { decoderOf, type Encoding, Utf8Check } from './encoding.ts';
import type { HeldFile, Input } from './input.ts';
import { refuse } from './refusals.ts';

/** What one pass over a CSV's bytes tells. */
export interface RecordCount {
  /** Hex, of the bytes as released. */
  sha256: string;
  bytes: number;
  /** Records, the header and blank ones included, blank ones at the very end not. */
  records: number;
  /** Index of the record from which on every record has the same number of cells. */
  evenFrom: number;
  /** Cells of each of those. */
  width: number;
  /** Bytes of the longest record. */
  longest: number;
  /** The file ends inside a quoted cell: `records` then says little. */
  open: boolean;
  /** Quotes stand around whole cells only, and every one is closed: `records` can be relied on. */
  quoted: boolean;
  /** Besides, one kind of line end, no blank record, no zero byte: any reader agrees on it. */
  regular: boolean;
  utf8: 'valid' | 'spoiled' | 'other';
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** A quote-aware count, one byte at a time, over chunks as they come. It knows nothing of the readers it checks. */
export class RecordCounter {
  private readonly delimiter: number;
  private readonly end: number;
  private readonly special = new Uint8Array(256);
  // 0 at the start of a cell, 1 in an unquoted cell, 2 in a quoted one, 3 after a quote in a quoted one
  private state = 0;
  private cells = 1;
  private size = 0;
  private previous = 0;
  private previousWidth = -1;
  private blanks = 0;
  private lfs = 0;
  private crlfs = 0;
  records = 0;
  evenFrom = 0;
  longest = 0;
  quoted = true;
  regular = true;

  constructor(dialect: Dialect) {
    this.delimiter = dialect.delimiter.charCodeAt(0);
    this.end = dialect.newline === 'cr' ? CR : LF;
    for (const byte of [this.delimiter, LF, CR, QUOTE]) this.special[byte] = 1;
  }

  add(chunk: Uint8Array): void {
    const { delimiter, end, special } = this;
    const length = chunk.length;
    let state = this.state;
    let begin = 0;
    let at = 0;
    while (at < length) {
      if (state === 2) {
        while (at < length && chunk[at] !== QUOTE) at += 1;
        if (at === length) break;
        state = 3;
        at += 1;
        continue;
      }
      const byte = chunk[at] as number;
      if (special[byte] === 0) {
        if (state === 3) this.quoted = false;
        state = 1;
        at += 1;
        while (at < length && special[chunk[at] as number] === 0) at += 1;
        continue;
      }
      if (byte === delimiter) {
        this.cells += 1;
        state = 0;
      } else if (byte === QUOTE) {
        if (state === 1) this.quoted = false;
        else state = 2;
      } else if (byte === end) {
        const before = at > 0 ? (chunk[at - 1] as number) : this.previous;
        this.finish(this.size + at - begin, before === CR && end === LF);
        this.size = 0;
        begin = at + 1;
        state = 0;
      } else if (byte === CR && end === LF) {
        const after = at + 1 < length ? chunk[at + 1] : LF;
        if (after !== LF) this.regular = false;
      } else if (state !== 3) state = 1;
      at += 1;
    }
    this.size += length - begin;
    this.state = state;
    if (length > 0) this.previous = chunk[length - 1] as number;
  }

  /** Call once after the last byte; says whether a quoted cell was left open. */
  close(): boolean {
    const open = this.state === 2;
    if (this.size > 0) this.finish(this.size, this.previous === CR && !open, true);
    if (open) this.quoted = false;
    if (!this.quoted || (this.lfs > 0 && this.crlfs > 0)) this.regular = false;
    return open;
  }

  get width(): number {
    return Math.max(0, this.previousWidth);
  }

  private finish(size: number, crlf: boolean, last = false): void {
    if (!last) {
      if (crlf) this.crlfs += 1;
      else this.lfs += 1;
    }
    if (size - (crlf ? 1 : 0) === 0) {
      // A blank record counts once another follows: a file may end in any number of line ends.
      this.blanks += 1;
      this.cells = 1;
      return;
    }
    if (this.blanks > 0) {
      this.regular = false;
      this.records += this.blanks;
      this.blanks = 0;
    }
    if (this.cells !== this.previousWidth) this.evenFrom = this.records;
    this.previousWidth = this.cells;
    this.records += 1;
    this.cells = 1;
    if (size > this.longest) this.longest = size;
  }
}

/**
 * Counts a file's records, hashes it and checks its UTF-8, in one pass and in flat memory.
 * @throws UserError `unopened`
 */
export async function countRecords(input: Input, dialect: Dialect, encoding: Encoding): Promise<RecordCount> {
  const counter = new RecordCounter(dialect);
  const utf8 = new Utf8Check();
  const wide = encoding.startsWith('utf-16') ? decoderOf(encoding) : null;
  let zeros = false;
  const { sha256, bytes } = await hashFile(input, (chunk, first) => {
    if (wide) {
      const text = wide.decode(chunk, { stream: true });
      counter.add(Buffer.from(text));
      zeros ||= text.includes('\0');
      return;
    }
    const marked = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    counter.add(marked ? chunk.subarray(3) : chunk);
    utf8.add(chunk);
    zeros ||= chunk.includes(0);
  });
  const left = counter.close();
  return {
    sha256,
    bytes,
    records: counter.records,
    evenFrom: counter.evenFrom,
    width: counter.width,
    longest: counter.longest,
    open: left,
    quoted: counter.quoted,
    regular: counter.regular && !zeros,
    utf8: wide ? 'other' : utf8.verdict(),
  };
}

/** SHA-256 and size of a file; `see` is shown each chunk, which is re-used afterwards. */
export async function hashFile(
  input: Input,
  see?: (chunk: Buffer, first: boolean) => void,
): Promise<{ sha256: string; bytes: number }> {
  if (typeof input !== 'string') return hashHeld(input, see);
  const path = input;
  const handle = await open(path, 'r').catch(() => undefined);
  if (!handle) throw refuse('unopened', path);
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(1024 * 1024);
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, bytes);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      see?.(chunk, bytes === 0);
      bytes += bytesRead;
    }
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    await handle.close();
  }
}

async function hashHeld(
  input: HeldFile,
  see?: (chunk: Buffer, first: boolean) => void,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of input.open()) {
    hash.update(chunk);
    see?.(chunk, bytes === 0);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
