import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Sum } from './site-folder.ts';

/** The folder of all dated copies, from the root of the site. */
export const releasesFolder = 'releases';

/** A file of a dated copy that is made for it alone: what it is, and what came before and after. */
export interface OwnFile {
  path: string;
  text: string;
}

/** Whether a file belongs to a dated copy: all of the site but what is said about copies, and the journal's log, which is one for all. */
export function isCopied(path: string): boolean {
  return !path.startsWith(`${releasesFolder}/`) && !path.startsWith('log/');
}

/** The checksums of a site, as `sha256sum -c SHA256SUMS` reads them; by path, so that the same site gives the same text. */
export function checksums(sums: ReadonlyMap<string, Sum>): string {
  return (
    [...sums]
      .filter(([path]) => isCopied(path))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      // Two blanks: the program takes one for a mistake.
      .map(([path, { sha256 }]) => [sha256, path].join('  ').concat('\n'))
      .join('')
  );
}

/**
 * Makes the dated copy of a published site: every file under a second name (a hard link), or its bytes again where the
 * disk has no such thing. It takes its place at once, when it is whole.
 */
export function makeCopy(
  out: string,
  release: string,
  copied: readonly string[],
  own: readonly OwnFile[],
): void {
  const folder = join(out, releasesFolder, `.making-${release}`);
  rmSync(folder, { recursive: true, force: true });
  const made = new Set<string>();
  const place = (path: string) => {
    const parent = join(folder, dirname(path));
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    return join(folder, path);
  };
  let links = true;
  for (const path of copied) {
    const to = place(path);
    links &&= linked(join(out, path), to);
    if (!links) copyFileSync(join(out, path), to);
  }
  for (const { path, text } of own) writeFileSync(place(path), text);
  const final = copyFolder(out, release);
  rmSync(final, { recursive: true, force: true });
  renameSync(folder, final);
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Where a dated copy lies. */
export function copyFolder(out: string, release: string): string {
  return join(out, releasesFolder, release);
}

/** Whether a dated copy is there. */
export function hasCopy(out: string, release: string): boolean {
  return existsSync(join(copyFolder(out, release), 'SHA256SUMS'));
}

/** Takes the pages of a copy away and leaves one that says so. */
export function withdrawCopy(out: string, release: string, left: readonly OwnFile[]): void {
  const folder = copyFolder(out, release);
  if (!existsSync(folder)) return;
  rmSync(folder, { recursive: true, force: true });
  writeOwn(out, release, left);
}

/** Writes what is said about a copy, where it is another than before. */
export function writeOwn(out: string, release: string, own: readonly OwnFile[]): void {
  for (const { path, text } of own) {
    const file = join(copyFolder(out, release), path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }
}
