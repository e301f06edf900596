import { readConfig } from '../project/config.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { readStore } from '../project/store.ts';
import { hashFile } from '../read/count-records.ts';

/** The reference files that the configuration names and whose bytes are no edition yet. */
export async function missingReferences(paths: ProjectPaths): Promise<string[]> {
  const { references } = await readConfig(paths);
  if (references.length === 0) return [];
  const known = new Set(readStore(paths).map((stored) => stored.manifest.sha256));
  const missing: string[] = [];
  for (const file of references) {
    const { sha256 } = await hashFile(file);
    if (!known.has(sha256)) missing.push(file);
  }
  return missing;
}

/** Whether a build would first have to read a reference file. */
export async function referencesChanged(paths: ProjectPaths): Promise<boolean> {
  return (await missingReferences(paths)).length > 0;
}
