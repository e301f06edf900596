import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Registry } from '../figures/kind.ts';
import type { Checkpoint } from '../project/checkpoint.ts';
import { readConfig } from '../project/config.ts';
import type { Manifest } from '../project/edition.ts';
import type { Effects } from '../project/effects.ts';
import { type JournalEntry, journalLines, parseEntry } from '../project/journal.ts';
import { checkJournal, lastCheckpoint, readLog } from '../project/journal-log.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { editionFolder } from '../project/store.ts';
import { hashFile } from '../read/count-records.ts';
import { buildKey, readBuildState } from './build.ts';
import { checkCopies } from './check-copies.ts';
import { buildProject } from './project-build.ts';

/**
 * One thing that is not as it should be. `missing` parts make a project incomplete, `broken` ones invalid (bytes and
 * hash disagree), a `note` neither.
 */
export interface Finding {
  kind: 'missing' | 'broken' | 'note';
  what: 'journal' | 'edition' | 'original' | 'derived' | 'store' | 'copy';
  /** The entry, edition or file, relative to the project. */
  where: string;
  says: string;
}

/** What `doctor` looked at and what it found. It repairs nothing. */
export interface Checkup {
  /** All parts are there. */
  complete: boolean;
  /** All hashes of the parts that are there agree. */
  valid: boolean;
  findings: Finding[];
  entries: number;
  /** Entries that the last checkpoint states; null where there is none. */
  checkpoint: number | null;
  editions: { looked: number; total: number };
  originals: { looked: number; kept: number };
  /** Dated copies of the site that were looked at. */
  copies: number;
  /** Files of the derived folder that were made again and compared; null where it was not asked for or not built. */
  derived: { compared: number } | null;
}

export interface DoctorOptions {
  /** Look at every m-th edition, beginning with the n-th. */
  subset?: { n: number; m: number };
  /** Checkpoints kept elsewhere. */
  checkpoints?: readonly Checkpoint[];
  /** A folder with released files to compare instead of `originals/`. */
  originals?: string;
  /** Whether to make the derived folder again and compare. */
  rebuild: boolean;
}

/** Looks at everything that the project holds. Call it under the lock. */
export async function checkUp(
  paths: ProjectPaths,
  registry: Registry,
  effects: Pick<Effects, 'now' | 'signal'>,
  options: DoctorOptions,
): Promise<Checkup> {
  const findings: Finding[] = checkJournal(paths, options.checkpoints).map(({ entry, says }) => ({
    kind: 'broken',
    what: 'journal',
    where: entry === null ? 'records/journal.ndjson' : `entry ${entry}`,
    says,
  }));
  findings.push(...tornLine(paths));
  const visible = visibleEditions(paths);
  const { n, m } = options.subset ?? { n: 1, m: 1 };
  const looked = visible.filter((_, index) => index % m === (n - 1) % m);
  const manifests = new Map<string, Manifest>();
  for (const added of looked) {
    effects.signal.throwIfAborted();
    const manifest = await checkEdition(paths, added, findings);
    if (manifest) manifests.set(added.edition, manifest);
  }
  findings.push(...strangers(paths, new Set(visible.map((added) => added.edition))));
  const originals = await checkOriginals(paths, options, [...manifests.values()], registry, findings);
  const copies = await checkCopies(paths, { n, m }, effects.signal, findings);
  const sound = findings.every((finding) => finding.kind === 'note' || finding.what === 'copy');
  const derived = options.rebuild ? await checkDerived(paths, registry, effects, sound, findings) : null;
  return {
    complete: !findings.some((finding) => finding.kind === 'missing'),
    valid: !findings.some((finding) => finding.kind === 'broken'),
    findings,
    entries: readLog(paths).lines.length,
    checkpoint: lastCheckpoint(paths)?.size ?? null,
    editions: { looked: looked.length, total: visible.length },
    originals,
    copies,
    derived,
  };
}

function tornLine(paths: ProjectPaths): Finding[] {
  if (!existsSync(paths.journal) || readFileSync(paths.journal, 'utf8').endsWith('\n')) return [];
  if (readFileSync(paths.journal).length === 0) return [];
  const says =
    'the last line is torn; it was never acknowledged, and the next command that writes cuts it off';
  return [{ kind: 'note', what: 'journal', where: 'records/journal.ndjson', says }];
}

type Added = JournalEntry & { type: 'added' };

/** Editions that the journal names, broken lines passed over: `doctor` has to work where reading the store does not. */
function visibleEditions(paths: ProjectPaths): Added[] {
  const visible = new Map<string, Added>();
  for (const [index, line] of journalLines(paths.journal).entries()) {
    const entry = parseEntry(line, index + 1);
    if (entry?.type === 'added') visible.set(entry.edition, entry);
    else if (entry?.type === 'removed') visible.delete(entry.edition);
  }
  return [...visible.values()];
}

async function checkEdition(
  paths: ProjectPaths,
  added: Added,
  findings: Finding[],
): Promise<Manifest | null> {
  const folder = editionFolder(paths, added.edition);
  const where = relative(paths.root, folder);
  const fault = (kind: Finding['kind'], says: string) => {
    findings.push({ kind, what: 'edition', where, says });
    return null;
  };
  const [manifestFile, records] = [join(folder, '_manifest.json'), join(folder, 'records.parquet')];
  if (!existsSync(manifestFile)) return fault('missing', 'the manifest is not there');
  const text = readFileSync(manifestFile);
  if (added.manifest !== undefined && sha256(text) !== added.manifest) {
    return fault('broken', 'the manifest is not the one that the journal names');
  }
  const manifest = parseManifest(text.toString('utf8'));
  if (!manifest || manifest.edition !== added.edition) return fault('broken', 'the manifest cannot be read');
  if (!existsSync(records)) return fault('missing', 'the records are not there');
  const found = await hashFile(records);
  if (found.sha256 !== manifest.recordsSha256)
    return fault('broken', 'the records are not those that the manifest names');
  return manifest;
}

function parseManifest(text: string): Manifest | null {
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    return null;
  }
}

/** Folders that no entry names: left by a broken run, or put there by hand. Commands never look at them. */
function strangers(paths: ProjectPaths, visible: ReadonlySet<string>): Finding[] {
  if (!existsSync(paths.records)) return [];
  return readdirSync(paths.records, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !visible.has(entry.name))
    .map(({ name }) => ({
      kind: 'note',
      what: 'store',
      where: relative(paths.root, join(paths.records, name)),
      says: name.startsWith('.')
        ? 'left by a run that was broken off; the next "add" clears it'
        : 'no entry of the journal names this folder; no command looks at it',
    }));
}

async function checkOriginals(
  paths: ProjectPaths,
  options: DoctorOptions,
  manifests: readonly Manifest[],
  registry: Registry,
  findings: Finding[],
): Promise<{ looked: number; kept: number }> {
  const folder = options.originals ?? paths.originals;
  const keeps = new Set(registry.kinds.filter((kind) => kind.keepsOriginals).map((kind) => kind.id));
  const kept = options.originals === undefined && (await readConfig(paths)).originals === 'keep';
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
  const wanted = new Map(manifests.map((manifest) => [manifest.sha256, manifest]));
  const found = new Set<string>();
  for (const name of files.sort()) {
    const named = /^([0-9a-f]{64})\./.exec(name)?.[1];
    if (options.originals === undefined && (named === undefined || !wanted.has(named))) continue;
    const { sha256: hash } = await hashFile(join(folder, name));
    found.add(hash);
    if (options.originals === undefined && hash !== named) {
      findings.push({
        kind: 'broken',
        what: 'original',
        where: `originals/${name}`,
        says: 'its bytes are not those of its name',
      });
      found.add(named as string);
    }
  }
  for (const { edition, sha256: hash, kind } of wanted.values()) {
    if (found.has(hash) || !keeps.has(kind) || !(kept || options.originals !== undefined)) continue;
    findings.push({
      kind: 'note',
      what: 'original',
      where: `records/${edition}`,
      says: 'the released file is not kept here',
    });
  }
  return { looked: found.size, kept: [...wanted.keys()].filter((hash) => found.has(hash)).length };
}

/** Makes the derived folder again from the records in a private folder, and compares file by file. */
async function checkDerived(
  paths: ProjectPaths,
  registry: Registry,
  effects: Pick<Effects, 'now' | 'signal'>,
  sound: boolean,
  findings: Finding[],
): Promise<{ compared: number } | null> {
  const note = (says: string) => {
    findings.push({ kind: 'note', what: 'derived', where: '.counterfoil', says });
    return null;
  };
  if (!sound) return note('not made again: the records have to be put right first');
  const state = readBuildState(paths);
  if (!state) return note('there is no finished build; "counterfoil build" makes one');
  if (state.key !== buildKey(paths, registry)) return note('out of date; "counterfoil build" makes it again');
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-doctor-'));
  try {
    await buildProject({ ...paths, derived: folder }, registry, effects, () => {});
    const made = filesBelow(folder);
    for (const name of made) {
      const [mine, theirs] = [join(folder, name), join(paths.derived, name)];
      const where = `.counterfoil/${name}`;
      if (!existsSync(theirs))
        findings.push({
          kind: 'missing',
          what: 'derived',
          where,
          says: 'not there; delete .counterfoil and build again',
        });
      else if (!readFileSync(mine).equals(readFileSync(theirs))) {
        findings.push({
          kind: 'broken',
          what: 'derived',
          where,
          says: 'not what the records give; delete .counterfoil and build again',
        });
      }
    }
    return { compared: made.length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
