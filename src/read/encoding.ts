import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** `utf-8-bom` is UTF-8 that begins with a byte order mark; the mark belongs to no cell. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The encoding that the first bytes of a text speak for. What is not UTF-8 is windows-1252. */
export function guessEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8-bom';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const wide = unmarkedWide(head);
  if (wide) return wide;
  return isUtf8(wholeCharacters(head)) ? 'utf-8' : 'windows-1252';
}

/** UTF-16 without a mark: Latin text has a zero in every second byte. */
function unmarkedWide(head: Uint8Array): Encoding | null {
  const pairs = Math.min(head.length, 4096) >> 1;
  if (pairs < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.7 && even === 0) return 'utf-16le';
  if (even > pairs * 0.7 && odd === 0) return 'utf-16be';
  return null;
}

/** The bytes without a last character that is cut off (at most three bytes). */
export function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
    }
  }
  return bytes;
}

/** A streaming decoder; bytes that are not of the encoding become U+FFFD, a byte order mark is dropped. */
export function decoderOf(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding);
}

/** Tells good UTF-8 from bad over a stream of chunks, and how sure one may be that it was meant as UTF-8. */
export class Utf8Check {
  /** Characters of two and more bytes in chunks that are valid, counted where any byte is not. */
  private multibyte = 0;
  private bad = 0;
  private carry: Uint8Array = new Uint8Array(0);

  add(chunk: Uint8Array): void {
    const bytes = this.carry.length === 0 ? chunk : Buffer.concat([this.carry, chunk]);
    const whole = wholeCharacters(bytes);
    // A copy: `slice` of a Buffer is a view, and the chunk's memory is used again for the next one.
    this.carry = Uint8Array.from(bytes.subarray(whole.length));
    this.judge(whole);
  }

  /** Call once, after the last chunk. */
  verdict(): 'valid' | 'spoiled' | 'other' {
    if (this.carry.length > 0) this.bad += 1;
    if (this.bad === 0) return 'valid';
    // Other encodings hit valid sequences by chance only: a text that mostly is UTF-8 was meant as UTF-8.
    return this.multibyte > this.bad ? 'spoiled' : 'other';
  }

  private judge(bytes: Uint8Array): void {
    if (isUtf8(bytes) && this.bad === 0) {
      this.multibyte += countLeads(bytes);
      return;
    }
    const text = new TextDecoder().decode(bytes);
    for (const character of text) {
      if (character === '\ufffd') this.bad += 1;
      else if (character > '\u007f') this.multibyte += 1;
    }
  }
}

/** Lead bytes in the first 4 kB: enough to know that a text uses more than ASCII. */
function countLeads(bytes: Uint8Array): number {
  let leads = 0;
  const end = Math.min(bytes.length, 4096);
  for (let at = 0; at < end; at++) if ((bytes[at] ?? 0) >= 0xc0) leads += 1;
  return leads;
}
