import { hash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { exitCodes, UserError } from '../../project/errors.ts';
import { type Scratch, scratch } from './scratch.ts';

const manifestName = '.counterfoil-site.json';
const stagingName = '.counterfoil-publishing';

/** What a file of a site is known by. */
export interface Sum {
  sha256: string;
  bytes: number;
}

/** What a publish did to a folder. */
export interface Written {
  /** Files of the site. */
  files: number;
  /** Of them those whose bytes are new. */
  written: number;
  /** Files of an earlier publish that are no longer part of the site. */
  removed: number;
  bytes: number;
}

/**
 * A folder that a site is published to. New bytes are first written beside the old ones, in a folder of their own, and
 * then take their names one by one: whoever stops the program leaves whole files, and before the swap the old site.
 */
export interface SiteFolder {
  /** Hands over a file of the site; it is staged when its bytes differ from those in the folder. */
  put(path: string, body: string | Uint8Array): void;
  /** The checksums of what was handed over so far. */
  sums(): ReadonlyMap<string, Sum>;
  /** Swaps the staged files in, takes away those of an earlier publish that were not handed over, and says what was done. */
  finish(): Written;
  /** Forgets what was staged; the folder is as it was. */
  abandon(): void;
}

/** Opens a folder for a site. Throws CF-PUBLISH-001 where it holds something that no publish wrote. */
export function openSiteFolder(out: string): SiteFolder {
  const before = readManifest(out);
  if (
    before === null &&
    existsSync(out) &&
    (!lstatSync(out).isDirectory() ||
      readdirSync(out).some((name) => !name.startsWith(manifestName) && name !== stagingName))
  ) {
    throw new UserError('The folder to publish to holds something else.', {
      code: 'CF-PUBLISH-001',
      exit: exitCodes.usage,
      place: { file: out },
      hint: 'Name an empty folder, a new one, or one that an earlier publish made: --out DIR.',
    });
  }
  const staging = join(out, stagingName);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  const known = new Map<string, Sum>();
  const staged: string[] = [];
  const folders = new Set<string>();
  const [given, there] = [scratch(), scratch()];
  let total = 0;
  return {
    put(path, body) {
      const bytes = typeof body === 'string' ? given.encode(body) : body;
      known.set(path, { sha256: hash('sha256', bytes, 'hex'), bytes: bytes.length });
      total += bytes.length;
      if (sameBytes(join(out, path), bytes, there)) return;
      writeFileSync(join(staging, String(staged.length)), bytes);
      staged.push(path);
    },
    sums: () => known,
    finish() {
      const stale = (before ?? []).filter((path) => !known.has(path));
      // Names of both: a swap that is cut short leaves no file that the next publish would not know.
      writeManifest(out, [...known.keys(), ...stale]);
      for (const [index, path] of staged.entries()) {
        makeFolder(join(out, dirname(path)), folders);
        renameSync(join(staging, String(index)), join(out, path));
      }
      for (const path of stale) removeFile(out, path);
      writeManifest(out, [...known.keys()]);
      rmSync(staging, { recursive: true, force: true });
      return { files: known.size, written: staged.length, removed: stale.length, bytes: total };
    },
    abandon: () => rmSync(staging, { recursive: true, force: true }),
  };
}

function makeFolder(path: string, made: Set<string>): void {
  if (made.has(path)) return;
  mkdirSync(path, { recursive: true });
  made.add(path);
}

function sameBytes(path: string, bytes: Uint8Array, room: Scratch): boolean {
  // A look first: most files of a first publish are not there, and an exception for each is dear.
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  return size === bytes.length && room.read(path, size).equals(bytes);
}

function removeFile(out: string, path: string): void {
  rmSync(join(out, path), { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const place = join(out, folder);
    if (existsSync(place) && readdirSync(place).length > 0) return;
    if (existsSync(place)) rmdirSync(place);
  }
}

/** The files that the last publish wrote; null where there was none. Names that lead outside are not believed. */
function readManifest(out: string): string[] | null {
  try {
    const { files } = JSON.parse(readFileSync(join(out, manifestName), 'utf8')) as { files: unknown };
    if (!Array.isArray(files)) return null;
    return files.filter(
      (path): path is string =>
        typeof path === 'string' && !path.startsWith('/') && !path.split('/').includes('..'),
    );
  } catch {
    return null;
  }
}

/**
 * Not synced to the disk: the site is derived, the next publish compares every byte, and a sync here would wait for
 * all that was just written.
 */
function writeManifest(out: string, files: readonly string[]): void {
  const says = 'files that "counterfoil publish" wrote; it removes those that it no longer writes';
  const temporary = join(out, `${manifestName}.new`);
  writeFileSync(temporary, `${JSON.stringify({ schema: 1, says, files: [...files].sort() })}\n`);
  renameSync(temporary, join(out, manifestName));
}
