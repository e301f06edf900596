import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** A file that lies in no folder: an entry of a zip. It is read as often as needed and never written anywhere. */
export interface HeldFile {
  name: string;
  /** Bytes, as declared and enforced. */
  size: number;
  /** The bytes from the beginning; each call reads anew. */
  open(): AsyncIterable<Buffer>;
}

/** Where bytes come from: a path, or a file that lies in no folder. */
export type Input = string | HeldFile;

const chunkBytes = 256 * 1024;

/** How an input is called in errors. */
export function nameOf(input: Input): string {
  return typeof input === 'string' ? input : input.name;
}

/** The bytes of an input, chunk by chunk. */
export function chunksOf(input: Input): AsyncIterable<Buffer> {
  return typeof input === 'string' ? createReadStream(input, { highWaterMark: chunkBytes }) : input.open();
}

/** The first bytes of an input, at most `most`, and whether they are all. */
export async function headOf(input: Input, most: number): Promise<{ head: Buffer; whole: boolean }> {
  if (typeof input === 'string') {
    const handle = await open(input, 'r');
    try {
      const buffer = Buffer.alloc(most + 1);
      const { bytesRead } = await handle.read(buffer, 0, most + 1, 0);
      return { head: buffer.subarray(0, Math.min(bytesRead, most)), whole: bytesRead <= most };
    } finally {
      await handle.close();
    }
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of input.open()) {
    parts.push(part);
    size += part.length;
    if (size > most) break;
  }
  return { head: Buffer.concat(parts).subarray(0, most), whole: size <= most };
}

/** All bytes of an input; the caller has seen to its size. */
export async function bytesOf(input: Input): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of chunksOf(input)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
