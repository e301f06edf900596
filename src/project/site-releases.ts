import { join } from 'node:path';
import { writeDurably } from './durable.ts';
import { exitCodes, UserError } from './errors.ts';
import { readKept } from './kept-file.ts';
import type { ProjectPaths } from './paths.ts';

/** One dated copy of the whole site, as it was published. */
export interface SiteRelease {
  /** Its name, and the folder it has under `releases/`: the date, and from the second of a day on `-2`, `-3`. */
  release: string;
  /** ISO date of the publish that made it, in UTC. */
  date: string;
  /** SHA-256 of its `SHA256SUMS`: two sites are the same when this is. */
  content: string;
  files: number;
  bytes: number;
  /** The editions that it was made from, those of kinds that never leave row by row included. */
  editions: string[];
  /** The ISO date on which its pages were taken away, since it holds an edition that had to go everywhere; else null. */
  withdrawn: string | null;
}

/** A release as the site tells of it. */
export interface ListedRelease extends Omit<SiteRelease, 'editions'> {
  /** Whether its copy is in the folder that the site is published to. */
  held: boolean;
  /** How many of its editions have been taken out of the project since. */
  removed: number;
}

/** Releases as the site tells of them, the oldest first. */
export function listReleases(
  releases: readonly SiteRelease[],
  editions: ReadonlySet<string>,
  held: (release: string) => boolean,
): ListedRelease[] {
  return releases.map(({ editions: made, ...release }) => ({
    ...release,
    held: release.withdrawn === null && held(release.release),
    removed: made.filter((edition) => !editions.has(edition)).length,
  }));
}

interface Listed {
  schema: 1;
  releases: SiteRelease[];
}

/**
 * Where the list of releases lies: among the records, since no date in it can be made again from anything. It does not
 * leave; the site has a list of its own.
 */
export function siteReleasesPath(paths: ProjectPaths): string {
  return join(paths.records, 'site-releases.json');
}

/** Every release so far, the oldest first. Throws CF-RELEASE-004 where the list cannot be read. */
export function readSiteReleases(paths: ProjectPaths): SiteRelease[] {
  const path = siteReleasesPath(paths);
  return readKept<Listed>(
    path,
    { schema: 1, releases: [] },
    ({ releases }) => Array.isArray(releases) && releases.every(isRelease),
    () =>
      new UserError('The list of dated releases of the site cannot be read.', {
        code: 'CF-RELEASE-004',
        exit: exitCodes.unreadable,
        place: { file: path },
        hint: 'Put the file back from a copy. Without it, an address that somebody has cited could be given to another site.',
      }),
  ).releases;
}

function isRelease(one: SiteRelease): boolean {
  return (
    /^\d{4}-\d\d-\d\d(-\d+)?$/.test(one.release) &&
    /^[0-9a-f]{64}$/.test(one.content) &&
    Array.isArray(one.editions)
  );
}

/** Writes the list whole or not at all. */
export function writeSiteReleases(paths: ProjectPaths, releases: readonly SiteRelease[]): void {
  writeDurably(siteReleasesPath(paths), `${JSON.stringify({ schema: 1, releases }, null, 1)}\n`);
}

/** The name of the next release: a name that was given once is never given again. */
export function nextReleaseName(releases: readonly SiteRelease[], date: string): string {
  const taken = new Set(releases.map((one) => one.release));
  for (let count = 1; ; count++) {
    const name = count === 1 ? date : `${date}-${count}`;
    if (!taken.has(name)) return name;
  }
}
