import type { HeldFile } from './input.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { fileZip } from './zip-bytes.ts';
import { checkZipDirectory, readZipDirectory } from './zip-directory.ts';
import { zipEntryBytes } from './zip-entry.ts';

/**
 * The files inside a plain zip in the order of its directory, without folders and the copies of metadata that some
 * systems add (`__MACOSX/`). What each is, its bytes say: see `sniffBytes`.
 * @throws UserError of `zip-directory.ts`, before the first entry is handed on
 */
export async function* archiveEntries(
  path: string,
  limits: Limits = defaultLimits,
): AsyncGenerator<HeldFile> {
  const zip = fileZip(path);
  const entries = await readZipDirectory(zip, limits);
  checkZipDirectory(entries, limits, limits.archiveBytes, path);
  for (const entry of entries) {
    if (entry.name.endsWith('/') || entry.name.startsWith('__MACOSX/')) continue;
    yield { name: entry.name, size: entry.inflated, open: () => zipEntryBytes(zip, entry) };
  }
}
