import { closeSync, openSync, readSync } from 'node:fs';

/** Room for the bytes of one file after another. What it gives holds until it is asked for the next. */
export interface Scratch {
  /** A text as UTF-8. */
  encode(text: string): Buffer;
  /** The first bytes of a file, as many as it has up to `size`. */
  read(path: string, size: number): Buffer;
}

/**
 * Thousands of files of all sizes, each in bytes of its own, leave the allocator with holes that nothing fits into, so all of
 * them share one room.
 */
export function scratch(): Scratch {
  let room = Buffer.alloc(0);
  const grown = (size: number) => {
    if (room.length < size) room = Buffer.allocUnsafeSlow(Math.ceil(size * 1.5));
    return room;
  };
  return {
    encode(text) {
      const most = text.length * 3;
      const size = room.length < most ? Buffer.byteLength(text, 'utf8') : most;
      const into = grown(size);
      return into.subarray(0, into.write(text, 0, size, 'utf8'));
    },
    read(path, size) {
      const into = grown(size);
      const file = openSync(path, 'r');
      try {
        let read = 0;
        for (let step = -1; step !== 0 && read < size; read += step)
          step = readSync(file, into, read, size - read, read);
        return into.subarray(0, read);
      } finally {
        closeSync(file);
      }
    },
  };
}
