import type { Limits } from './limits.ts';
import { refuse } from './refusals.ts';
import type { ZipBytes } from './zip-bytes.ts';

/** One file inside a zip, as its central directory declares it. Sizes and offset in bytes. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated; others are refused when opened. */
  method: number;
  compressed: number;
  inflated: number;
  /** Of the local header. */
  offset: number;
  encrypted: boolean;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;

/**
 * Reads a zip's central directory (APPNOTE 6.3, sections 4.3.12 to 4.3.16), nothing else: no entry is inflated.
 * @throws UserError `truncated-zip`, `zip-damaged`, `zip-entries`
 */
export async function readZipDirectory(zip: ZipBytes, limits: Limits): Promise<ZipEntry[]> {
  const file = zip.name;
  const size = await zip.size();
  const tailSize = Math.min(size, 65_557);
  const tail = await readAt(zip, size - tailSize, tailSize);
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1;
  if (at < 0) throw refuse('truncated-zip', file);
  let count = tail.readUInt16LE(at + 10);
  let length = tail.readUInt32LE(at + 12);
  let start = tail.readUInt32LE(at + 16);
  if (count === 0xffff || length === 0xffffffff || start === 0xffffffff) {
    if (at < 20 || tail.readUInt32LE(at - 20) !== LOCATOR64) throw refuse('zip-damaged', file);
    const record = await readAt(zip, Number(tail.readBigUInt64LE(at - 12)), 56);
    if (record.readUInt32LE(0) !== END64) throw refuse('zip-damaged', file);
    count = Number(record.readBigUInt64LE(32));
    length = Number(record.readBigUInt64LE(40));
    start = Number(record.readBigUInt64LE(48));
  }
  if (count > limits.zipEntries || length > limits.zipEntries * 1024) throw refuse('zip-entries', file);
  if (start + length > size) throw refuse('truncated-zip', file);
  return parseDirectory(await readAt(zip, start, length), count, start, file);
}

function parseDirectory(bytes: Buffer, count: number, start: number, file?: string): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw refuse('zip-damaged', file);
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    if (extraEnd > bytes.length) throw refuse('zip-damaged', file);
    const entry: ZipEntry = {
      name: bytes.toString('utf8', at + 46, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      compressed: bytes.readUInt32LE(at + 20),
      inflated: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      encrypted: (bytes.readUInt16LE(at + 8) & 0x41) !== 0,
    };
    widen(entry, bytes.subarray(nameEnd, extraEnd));
    if (entry.offset + 30 + entry.compressed > start) throw refuse('zip-damaged', file);
    entries.push(entry);
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Takes 64-bit sizes from the zip64 extra field (4.5.3), which holds only the values that did not fit. */
function widen(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    if (extra.readUInt16LE(at) === 1) {
      let from = at + 4;
      for (const field of ['inflated', 'compressed', 'offset'] as const) {
        if (entry[field] !== 0xffffffff || from + 8 > end) continue;
        entry[field] = Number(extra.readBigUInt64LE(from));
        from += 8;
      }
    }
    at = end;
  }
}

/**
 * Refuses what should not be inflated: encrypted entries, names that lead outside, entries that overlap, too much
 * altogether (`most` bytes), or too much for its size.
 * @throws UserError `zip-encrypted`, `zip-path`, `zip-damaged`, `zip-too-large`
 */
export function checkZipDirectory(
  entries: readonly ZipEntry[],
  limits: Limits,
  most: number,
  file?: string,
): void {
  let total = 0;
  for (const entry of entries) {
    if (entry.encrypted) throw refuse('zip-encrypted', file);
    if (leadsOutside(entry.name)) throw refuse('zip-path', file);
    total += entry.inflated;
    const steep = entry.inflated > limits.ratioFloor && entry.inflated > entry.compressed * limits.ratio;
    if (steep || total > most) throw refuse('zip-too-large', file);
  }
  const ordered = entries.toSorted((a, b) => a.offset - b.offset);
  for (const [index, entry] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next && entry.offset + 30 + entry.compressed > next.offset) throw refuse('zip-damaged', file);
  }
}

function leadsOutside(name: string): boolean {
  return /^[/\\]|^[A-Za-z]:|\0/.test(name) || name.split(/[/\\]/).includes('..');
}

async function readAt(zip: ZipBytes, position: number, length: number): Promise<Buffer> {
  const bytes = await zip.at(position, length);
  if (bytes.length !== Math.max(0, length)) throw refuse('truncated-zip', zip.name);
  return bytes;
}
