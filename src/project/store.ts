import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, publishFolder, syncPath, writeDurably } from './durable.ts';
import { type Manifest, withoutPersons } from './edition.ts';
import { exitCodes, UserError } from './errors.ts';
import { faultPoint } from './fault-point.ts';
import { appendJournal, type JournalEntry, readJournal } from './journal.ts';
import type { ProjectPaths } from './paths.ts';

/** An edition as the store holds it: what its bytes say, and what the journal says of it. */
export interface StoredEdition {
  manifest: Manifest;
  /** The entry that added it. */
  added: JournalEntry & { type: 'added' };
  /** Every name it came under, first first. */
  names: string[];
  /** The date that the user gave last, if any. */
  givenAsOf: string | undefined;
}

/** The folder of one edition's records. */
export function editionFolder(paths: ProjectPaths, edition: string): string {
  return join(paths.records, edition);
}

/** The Parquet file of one edition's records. */
export function recordsFile(paths: ProjectPaths, edition: string): string {
  return join(editionFolder(paths, edition), 'records.parquet');
}

/** An empty private folder inside `records/`, in which an edition is prepared. It is invisible until published. */
export function stageEdition(paths: ProjectPaths, edition: string, beside?: string): string {
  // A reader beside others holds no lock while it reads: its folder is not swept by the next writer.
  const folder = join(
    paths.records,
    beside === undefined ? `.staged-${edition}-${process.pid}` : `.shard-${beside}-${edition}`,
  );
  rmSync(folder, { recursive: true, force: true });
  makeFolder(paths.records);
  // Once, before the first entry: the folder may have been made by a run that was killed before it told the disk.
  if (!existsSync(paths.journal)) syncPath(paths.root);
  faultPoint('mkdir');
  mkdirSync(folder);
  return folder;
}

/**
 * Makes a staged edition part of the project: manifest and records synced, folder renamed, journal appended, in that
 * order. Only the journal line makes it visible; a folder without one is left from a broken run and is replaced.
 */
export function publishEdition(
  paths: ProjectPaths,
  staged: string,
  manifest: Manifest,
  event: { name: string; asOf?: string },
  at: Date,
): void {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  writeDurably(join(staged, '_manifest.json'), text);
  syncPath(join(staged, 'records.parquet'));
  const folder = editionFolder(paths, manifest.edition);
  rmSync(folder, { recursive: true, force: true });
  publishFolder(staged, folder);
  appendJournal(
    paths.journal,
    [{ type: 'added', edition: manifest.edition, ...event, manifest: sha256(text) }],
    at,
  );
}

/**
 * Takes editions out: tombstones first, then the files. A kill in between leaves files that no run looks at.
 *
 * @param everywhere dated copies of the site that hold it are withdrawn by the next publish
 */
export function removeEdition(
  paths: ProjectPaths,
  edition: string,
  why: string,
  at: Date,
  everywhere = false,
): void {
  const event = { type: 'removed' as const, edition, why };
  appendJournal(paths.journal, [everywhere ? { ...event, everywhere } : event], at);
  const folder = editionFolder(paths, edition);
  if (!existsSync(folder)) return;
  const doomed = join(paths.records, `.removed-${edition}`);
  rmSync(doomed, { recursive: true, force: true });
  faultPoint('rename');
  renameSync(folder, doomed);
  faultPoint('remove');
  rmSync(doomed, { recursive: true, force: true });
}

/** Clears what broken runs left in `records/` and `originals/`: staged and removed folders, temporary files. Call it under the lock. */
export function sweepStore(paths: ProjectPaths): void {
  for (const folder of [paths.records, paths.originals]) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      if (/^\.(staged|removed|tmp)-|\.tmp-\d+$/.test(name))
        rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
  // Folders of editions whose removal was written down before the run was broken off.
  const removed = new Set<string>();
  for (const entry of readJournal(paths.journal)) {
    if (entry.type === 'removed') removed.add(entry.edition);
    else if (entry.type === 'added') removed.delete(entry.edition);
  }
  for (const edition of removed) rmSync(editionFolder(paths, edition), { recursive: true, force: true });
}

/**
 * The visible editions, in the order in which they were added.
 *
 * @throws UserError CF-STORE-002 where the journal names an edition whose manifest is missing or not readable
 */
export function readStore(paths: ProjectPaths): StoredEdition[] {
  const editions = new Map<string, StoredEdition>();
  for (const entry of readJournal(paths.journal)) {
    if (entry.type === 'added') {
      editions.set(entry.edition, {
        manifest: undefined as unknown as Manifest,
        added: entry,
        names: [entry.name],
        givenAsOf: entry.asOf,
      });
    } else if (entry.type === 'removed') {
      editions.delete(entry.edition);
    } else if (entry.type !== 'fetched') {
      const edition = editions.get(entry.edition);
      if (!edition) continue;
      if (entry.type === 'named' && !edition.names.includes(entry.name)) edition.names.push(entry.name);
      if (entry.asOf !== undefined) edition.givenAsOf = entry.asOf;
    }
  }
  for (const [id, edition] of editions) edition.manifest = readManifest(paths, id);
  return [...editions.values()];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function readManifest(paths: ProjectPaths, edition: string): Manifest {
  const file = join(editionFolder(paths, edition), '_manifest.json');
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    return { ...manifest, problems: withoutPersons(manifest.problems) };
  } catch {
    throw new UserError('The journal names an edition whose manifest cannot be read.', {
      code: 'CF-STORE-002',
      exit: exitCodes.unreadable,
      place: { file },
      hint: `Take it out with "counterfoil remove ${edition}" and add its file again, or put back a copy of records/.`,
    });
  }
}
