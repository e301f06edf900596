import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { defaultLimits, type Limits } from './limits.ts';
import { checkZipDirectory, readZipDirectory } from './zip-directory.ts';
import { zipEntryBytes } from './zip-entry.ts';

/** One file inside a plain zip. `size` in bytes, inflated, as declared and enforced. */
export interface ArchiveEntry {
  name: string;
  size: number;
  /** The inflated bytes as a stream; nothing is written anywhere. Each call reads anew. */
  open(): Readable;
}

/**
 * The files inside a plain zip in the order of its directory, without folders and the copies of metadata that some
 * systems add (`__MACOSX/`). What each is, its bytes say: see `sniffBytes`.
 * @throws UserError of `zip-directory.ts`, before the first entry is handed on
 */
export async function* archiveEntries(
  path: string,
  limits: Limits = defaultLimits,
): AsyncGenerator<ArchiveEntry> {
  const handle = await open(path, 'r');
  let entries: Awaited<ReturnType<typeof readZipDirectory>>;
  try {
    entries = await readZipDirectory(handle, (await handle.stat()).size, limits, path);
  } finally {
    await handle.close();
  }
  checkZipDirectory(entries, limits, limits.archiveBytes, path);
  for (const entry of entries) {
    if (entry.name.endsWith('/') || entry.name.startsWith('__MACOSX/')) continue;
    yield {
      name: entry.name,
      size: entry.inflated,
      open: () => Readable.from(zipEntryBytes(path, entry), { objectMode: false }),
    };
  }
}
