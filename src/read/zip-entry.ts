import { createInflateRaw } from 'node:zlib';
import { refuse } from './refusals.ts';
import type { ZipBytes } from './zip-bytes.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL = 0x04034b50;

/**
 * The inflated bytes of one entry, chunk by chunk. Never more than the directory declared: an entry that lies about
 * its size ends in an error before the excess is held.
 * @throws UserError `zip-damaged`
 */
export async function* zipEntryBytes(zip: ZipBytes, entry: ZipEntry): AsyncGenerator<Buffer> {
  const path = zip.name;
  const start = await dataStart(zip, entry);
  let size = 0;
  const chunks = entry.compressed === 0 ? [] : inflated(zip, start, entry);
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > entry.inflated) throw refuse('zip-damaged', path);
      yield chunk;
    }
  } catch {
    // zlib's own message is of no use to a reader of records.
    throw refuse('zip-damaged', path);
  }
  if (size !== entry.inflated) throw refuse('zip-damaged', path);
}

async function* inflated(zip: ZipBytes, start: number, entry: ZipEntry): AsyncGenerator<Buffer> {
  const source = zip.stream(start, start + entry.compressed);
  if (entry.method === 0) {
    yield* source;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  source.on('error', (error) => inflate.destroy(error));
  try {
    yield* source.pipe(inflate);
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

async function dataStart(zip: ZipBytes, entry: ZipEntry): Promise<number> {
  const header = await zip.at(entry.offset, 30);
  const known = entry.method === 0 || entry.method === 8;
  if (!known || header.length !== 30 || header.readUInt32LE(0) !== LOCAL)
    throw refuse('zip-damaged', zip.name);
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** The whole of one small entry as text; `most` bytes at the utmost. */
export async function zipEntryText(zip: ZipBytes, entry: ZipEntry, most: number): Promise<string> {
  if (entry.inflated > most) throw refuse('zip-too-large', zip.name);
  const chunks: Buffer[] = [];
  for await (const chunk of zipEntryBytes(zip, entry)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
