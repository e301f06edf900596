import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The zip of files in the order given. No clock, no name of a machine: the same files are the same bytes. */
export function zipOf(
  files: ReadonlyMap<string, string | Uint8Array>,
  level: 3 | 6 = 6,
): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  // What is packed already is only laid in.
  for (const [name, body] of files)
    entries[name] =
      typeof body === 'string'
        ? strToU8(body)
        : [body, { level: /\.(xlsx|parquet)$/.test(name) ? 0 : level }];
  // Zip keeps local time without a zone: the first moment that it can say, in whatever zone this runs.
  const stamp = new Date(1980, 0, 1);
  return new Uint8Array(zipSync(entries, { level, mtime: stamp, os: 3 }));
}

/** A zip that some library wrote, written again: its own stamps and its engine's compression fall away. */
export function rezipped(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return zipOf(new Map(Object.entries(unzipSync(bytes))), 3);
}
