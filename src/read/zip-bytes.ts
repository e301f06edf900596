import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** A zip that can be read at any place: a file, or bytes in memory. */
export interface ZipBytes {
  /** How it is called in errors. */
  name: string;
  size(): Promise<number>;
  /** As many bytes from a place as there are, at most `length`. */
  at(position: number, length: number): Promise<Buffer>;
  /** The bytes from `start` up to `end`, exclusive. */
  stream(start: number, end: number): Readable;
}

/** A zip in a file. */
export function fileZip(path: string): ZipBytes {
  const reading = async <T>(work: (handle: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> => {
    const handle = await open(path, 'r');
    try {
      return await work(handle);
    } finally {
      await handle.close();
    }
  };
  return {
    name: path,
    size: () => reading(async (handle) => (await handle.stat()).size),
    at: (position, length) =>
      reading(async (handle) => {
        const bytes = Buffer.alloc(Math.max(0, length));
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, position);
        return bytes.subarray(0, bytesRead);
      }),
    stream: (start, end) => createReadStream(path, { start, end: end - 1 }),
  };
}

/** A zip in memory. */
export function heldZip(name: string, bytes: Buffer): ZipBytes {
  return {
    name,
    size: async () => bytes.length,
    at: async (position, length) => bytes.subarray(position, position + Math.max(0, length)),
    stream: (start, end) => Readable.from([bytes.subarray(start, end)], { objectMode: false }),
  };
}
