import { cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { watchSyncs } from '../../src/project/fault-point.ts';
import { type ProjectPaths, projectPaths } from '../../src/project/paths.ts';
import { readStore } from '../../src/project/store.ts';
import { tempDir } from '../support/temp-dir.ts';
import { contentOf, notWhole } from './every-call.ts';

/** What cutting the power after every sync came to. */
export interface PowerCuts {
  /** Syncs that were watched. */
  syncs: number;
  /** States of the disk that were opened. */
  states: number;
  wrong: string[];
}

/** A file or folder by its node, as the disk was last told to keep it. */
interface Kept {
  /** Bytes of files by node. */
  files: Map<string, Buffer>;
  /** Names in folders, by node: name -> node and whether it is a folder. */
  folders: Map<string, Map<string, { node: string; folder: boolean }>>;
}

/** Nodes are told apart by birth, too: numbers are given again. */
function nodeOf(path: string): { node: string; folder: boolean } {
  const { ino, birthtimeNs } = lstatSync(path, { bigint: true });
  return { node: `${ino}-${birthtimeNs}`, folder: lstatSync(path).isDirectory() };
}

function keep(kept: Kept, path: string): void {
  const { node, folder } = nodeOf(path);
  if (!folder) kept.files.set(node, readFileSync(path));
  else kept.folders.set(node, new Map(readdirSync(path).map((name) => [name, nodeOf(join(path, name))])));
}

function keepAll(kept: Kept, path: string): void {
  keep(kept, path);
  if (nodeOf(path).folder) for (const name of readdirSync(path)) keepAll(kept, join(path, name));
}

/** What the disk holds: only what was synced. A name without its bytes is an empty file, as on many disks. */
function writeKept(kept: Kept, node: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const [name, entry] of kept.folders.get(node) ?? []) {
    if (entry.folder) writeKept(kept, entry.node, join(to, name));
    else writeFileSync(join(to, name), kept.files.get(entry.node) ?? '');
  }
}

/** Names as they are, bytes as they were synced: a disk that writes names before bytes. */
function writeNames(kept: Kept, from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const { node, folder } = nodeOf(join(from, name));
    if (folder) writeNames(kept, join(from, name), join(to, name));
    else writeFileSync(join(to, name), kept.files.get(node) ?? '');
  }
}

/**
 * Does the work once and cuts the power after every sync, in thought: the disk then holds what it was told to keep and
 * nothing else, or all names and only the bytes that were synced. Each such project has to be whole, holds every
 * edition that an earlier one held, and at the end all that was acknowledged. From every `stride`-th the next run has
 * to come to the same end as an undisturbed one.
 */
export async function cutPower(
  base: ProjectPaths,
  work: (paths: ProjectPaths) => Promise<unknown>,
  stride: number,
): Promise<PowerCuts> {
  const root = tempDir('power');
  cpSync(base.root, root, { recursive: true });
  const paths = projectPaths(root);
  const kept: Kept = { files: new Map(), folders: new Map() };
  keepAll(kept, root);
  const states: { at: string; folder: string }[] = [];
  let syncs = 0;
  watchSyncs((path) => {
    keep(kept, path);
    syncs++;
    for (const [name, write] of [
      ['what was synced', (to: string) => writeKept(kept, nodeOf(root).node, to)],
      ['all names', (to: string) => writeNames(kept, root, to)],
    ] as const) {
      const folder = join(tempDir('cut'), 'project');
      write(folder);
      states.push({ at: `sync ${syncs} (${relative(root, path) || '.'}), ${name}`, folder });
    }
  });
  try {
    await work(paths);
  } finally {
    watchSyncs(null);
  }
  const wanted = contentOf(root);
  const wrong: string[] = [];
  const seen = new Map<string, Set<string>>();
  for (const [index, { at, folder }] of states.entries()) {
    const cut = projectPaths(folder);
    const faults = await notWhole(cut);
    wrong.push(...faults.map((says) => `${at}: ${says}`));
    const kind = at.replace(/^.*, /, '');
    const visible = faults.length > 0 ? new Set<string>() : visibleIn(cut);
    const lost = [...(seen.get(kind) ?? [])].filter((edition) => !visible.has(edition));
    if (faults.length === 0 && lost.length > 0) wrong.push(`${at}: ${lost.length} editions lost`);
    seen.set(kind, visible);
    if (index % stride === 0 && faults.length === 0) wrong.push(...(await goesOn(cut, work, wanted, at)));
    if (index >= states.length - 2 && visible.size !== visibleIn(paths).size)
      wrong.push(`${at}: what was acknowledged is not there`);
    rmSync(folder, { recursive: true, force: true });
  }
  rmSync(root, { recursive: true, force: true });
  return { syncs, states: states.length, wrong };
}

function visibleIn(paths: ProjectPaths): Set<string> {
  return new Set(readStore(paths).map(({ manifest }) => manifest.edition));
}

async function goesOn(
  paths: ProjectPaths,
  work: (paths: ProjectPaths) => Promise<unknown>,
  wanted: ReadonlyMap<string, string>,
  at: string,
): Promise<string[]> {
  try {
    await work(paths);
  } catch (error) {
    return [`${at}: the next run fails: ${String(error)}`];
  }
  const found = contentOf(paths.root);
  return [...new Set([...wanted.keys(), ...found.keys()])]
    .filter((name) => wanted.get(name) !== found.get(name))
    .map((name) => `${at}: the next run leaves another ${name}`);
}
