import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { refuse } from './refusals.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL = 0x04034b50;

/**
 * The inflated bytes of one entry, chunk by chunk. Never more than the directory declared: an entry that lies about
 * its size ends in an error before the excess is held.
 * @throws UserError `zip-damaged`
 */
export async function* zipEntryBytes(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  const start = await dataStart(path, entry);
  let size = 0;
  const chunks = entry.compressed === 0 ? [] : inflated(path, start, entry);
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

async function* inflated(path: string, start: number, entry: ZipEntry): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { start, end: start + entry.compressed - 1 });
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

async function dataStart(path: string, entry: ZipEntry): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const header = Buffer.alloc(30);
    const { bytesRead } = await handle.read(header, 0, 30, entry.offset);
    const known = entry.method === 0 || entry.method === 8;
    if (!known || bytesRead !== 30 || header.readUInt32LE(0) !== LOCAL) throw refuse('zip-damaged', path);
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}

/** The whole of one small entry as text; `most` bytes at the utmost. */
export async function zipEntryText(path: string, entry: ZipEntry, most: number): Promise<string> {
  if (entry.inflated > most) throw refuse('zip-too-large', path);
  const chunks: Buffer[] = [];
  for await (const chunk of zipEntryBytes(path, entry)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
