import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectPaths } from '../project/paths.ts';

/** One link in the file of those that wait. */
export const linkEntry = /^ {2}- organisation:/gm;

/** Where the links stand that a person has still to decide on: derived, to be copied and completed. */
export function linksFile(paths: ProjectPaths): string {
  return join(paths.derived, 'links-to-confirm.yaml');
}

/** How many links wait for a person, as of the last build. */
export function linksWaiting(paths: ProjectPaths): number {
  const file = linksFile(paths);
  return existsSync(file) ? (readFileSync(file, 'utf8').match(linkEntry)?.length ?? 0) : 0;
}
