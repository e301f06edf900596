import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteRelease } from '../../project/site-releases.ts';
import { copyFolder, releasesFolder } from '../publish/dated-copy.ts';

/** The bytes of a file of a dated copy by its address from the root; undefined where there is none. */
export type HeldCopies = (path: string) => Uint8Array<ArrayBuffer> | undefined;

/** Files of a copy that are in no list of checksums: the list itself, and what is said about the copy. */
const besides = ['SHA256SUMS', 'manifest.json', 'releases/index.html', 'releases/index.json'];

/** What is left of a copy that was withdrawn. */
const left = ['index.html', 'index.json'];

/**
 * The dated copies in the folder that the site was published to. An address is looked up in the copy's own list of
 * checksums before the disk is touched. A copy with an edition that has to go everywhere is not given, whether or not a
 * publish has withdrawn it yet.
 *
 * @param releases every release, as the project knows them now
 * @param gone the editions that have to go everywhere, as of now
 */
export function heldCopies(
  out: string,
  releases: () => readonly SiteRelease[],
  gone: () => ReadonlySet<string>,
): HeldCopies {
  // A copy is never changed, and its name is never given to another.
  const lists = new Map<string, ReadonlySet<string>>();
  const listOf = (release: string): ReadonlySet<string> => {
    const known = lists.get(release);
    if (known) return known;
    const file = join(copyFolder(out, release), 'SHA256SUMS');
    if (!existsSync(file)) return new Set();
    const names = readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.slice(66));
    const list = new Set([...names.filter((name) => name !== ''), ...besides]);
    lists.set(release, list);
    return list;
  };
  return (path) => {
    const [, name, inside] = /^releases\/(\d{4}-\d\d-\d\d(?:-\d+)?)\/(.+)$/.exec(path) ?? [];
    if (name === undefined || inside === undefined) return undefined;
    const release = releases().find((one) => one.release === name);
    if (!release) return undefined;
    const removed = gone();
    const listed =
      release.withdrawn !== null
        ? left.includes(inside)
        : !release.editions.some((edition) => removed.has(edition)) && listOf(name).has(inside);
    const file = join(out, releasesFolder, name, inside);
    return listed && existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
  };
}
