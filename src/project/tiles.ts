import { type Hash, treeHead } from './merkle.ts';

/** Hashes in one full tile, and entries in one full bundle. */
export const tileWidth = 256;

/**
 * The log as static files (C2SP tlog-tiles): path below the log's address -> bytes. Hash tiles say nothing of what the
 * entries are; entry bundles hold them, and are made only where `entries` is given.
 *
 * @param leaves leaf hashes, in order
 * @param note the checkpoint, signed or not
 */
export function logFiles(
  leaves: readonly Hash[],
  note: string,
  entries?: readonly Uint8Array[],
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>([['checkpoint', new TextEncoder().encode(note)]]);
  for (let level = 0, row = [...leaves]; row.length > 0; level++) {
    for (let at = 0; at < row.length; at += tileWidth) {
      const hashes = row.slice(at, at + tileWidth);
      files.set(`tile/${level}/${tilePath(at / tileWidth, hashes.length)}`, Buffer.concat(hashes));
    }
    const full = Math.floor(row.length / tileWidth);
    row = Array.from({ length: full }, (_, index) =>
      treeHead(row, index * tileWidth, (index + 1) * tileWidth),
    );
  }
  for (let at = 0; entries !== undefined && at < entries.length; at += tileWidth) {
    const bundle = entries.slice(at, at + tileWidth);
    files.set(
      `tile/entries/${tilePath(at / tileWidth, bundle.length)}`,
      Buffer.concat(bundle.map(withLength)),
    );
  }
  return files;
}

/** `x001/x234/067` for tile 1234067, with `.p/<width>` behind it where it is not full. */
export function tilePath(index: number, width: number): string {
  const groups = [];
  let rest = index;
  do {
    groups.unshift(String(rest % 1000).padStart(3, '0'));
    rest = Math.floor(rest / 1000);
  } while (rest > 0);
  const path = groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
  return width === tileWidth ? path : `${path}.p/${width}`;
}

function withLength(entry: Uint8Array): Uint8Array {
  if (entry.length > 0xffff) throw new Error('an entry of a log has at most 65,535 bytes');
  return Uint8Array.of(entry.length >> 8, entry.length & 255, ...entry);
}
