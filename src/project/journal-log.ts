import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, type Json } from './canonical.ts';
import { type Checkpoint, checkpointText, parseCheckpoint } from './checkpoint.ts';
import { writeDurably } from './durable.ts';
import { journalLines, parseEntry } from './journal.ts';
import { type Hash, leafHash, sameHash, treeHead } from './merkle.ts';
import type { ProjectPaths } from './paths.ts';

/** The journal as an append-only tree: its lines are the entries. */
export interface JournalLog {
  lines: string[];
  leaves: Hash[];
  /** What the log is called: made from its first entry, so that no two projects share it and no setting can change it. */
  origin: string;
}

/** Reads the journal as a tree. */
export function readLog(paths: ProjectPaths): JournalLog {
  const lines = journalLines(paths.journal);
  const leaves = lines.map((line) => leafHash(new TextEncoder().encode(line)));
  const first = leaves[0] ? Buffer.from(leaves[0]).toString('hex').slice(0, 24) : 'empty';
  return { lines, leaves, origin: `counterfoil/journal/${first}` };
}

/** The statement of what the log holds now, or held when it had `size` entries. */
export function logCheckpoint(log: JournalLog, size = log.leaves.length): Checkpoint {
  return { origin: log.origin, size, head: treeHead(log.leaves, 0, size) };
}

const checkpointFile = (paths: ProjectPaths) => join(paths.records, 'checkpoint');
const hashesFile = (paths: ProjectPaths) => join(paths.records, 'journal.hashes');

/** The last checkpoint that this project wrote, or null where there is none that can be read. */
export function lastCheckpoint(paths: ProjectPaths): Checkpoint | null {
  return existsSync(checkpointFile(paths))
    ? parseCheckpoint(readFileSync(checkpointFile(paths), 'utf8'))
    : null;
}

/** Leaf hashes written with the last checkpoint: by them `doctor` can name the entry that was changed. */
export function lastHashes(paths: ProjectPaths): Hash[] {
  if (!existsSync(hashesFile(paths))) return [];
  const bytes = readFileSync(hashesFile(paths));
  return Array.from({ length: Math.floor(bytes.length / 32) }, (_, index) =>
    bytes.subarray(index * 32, index * 32 + 32),
  );
}

/**
 * Writes the checkpoint of the journal as it is, hashes first. Does nothing where nothing was appended, and nothing
 * either where the journal is not a continuation of the last checkpoint: that stays on record until a person looks.
 */
export function writeCheckpoint(paths: ProjectPaths): void {
  if (!existsSync(paths.journal)) return;
  const log = readLog(paths);
  const before = lastCheckpoint(paths);
  if (before && (before.size >= log.leaves.length || !continues(log, before))) return;
  if (log.leaves.length === 0) return;
  writeDurably(hashesFile(paths), Buffer.concat(log.leaves));
  writeDurably(checkpointFile(paths), `${checkpointText(logCheckpoint(log))}\n`);
}

/** Whether the log begins with what the checkpoint states. */
export function continues(log: JournalLog, checkpoint: Checkpoint): boolean {
  return (
    checkpoint.origin === log.origin &&
    checkpoint.size <= log.leaves.length &&
    sameHash(treeHead(log.leaves, 0, checkpoint.size), checkpoint.head)
  );
}

/** Something wrong with the journal: the entry (1-based; null for the whole) and what is wrong, in words. */
export interface JournalFault {
  entry: number | null;
  says: string;
}

/**
 * Looks at every line of the journal and at the last checkpoint; `given` are checkpoints kept elsewhere, which hold the
 * owner of the project too. The first broken entry comes first.
 */
export function checkJournal(paths: ProjectPaths, given: readonly Checkpoint[] = []): JournalFault[] {
  const log = readLog(paths);
  const faults: JournalFault[] = [];
  const hashes = lastHashes(paths);
  for (const [index, line] of log.lines.entries()) {
    const entry = parseEntry(line, index + 1);
    const hash = hashes[index];
    if (!entry)
      faults.push({ entry: index + 1, says: 'is not an entry of the journal, or not in its place' });
    else if (!isCanonical(line)) faults.push({ entry: index + 1, says: 'is not in canonical form' });
    if (hash && !sameHash(hash, log.leaves[index] as Hash)) {
      faults.push({
        entry: index + 1,
        says: 'is not the entry that was there when the last checkpoint was written',
      });
    }
  }
  const own = lastCheckpoint(paths);
  if (own === null && existsSync(checkpointFile(paths)))
    faults.push({ entry: null, says: 'records/checkpoint is not a checkpoint' });
  if (own !== null && (hashes.length < own.size || !sameHash(treeHead(hashes, 0, own.size), own.head))) {
    faults.push({ entry: null, says: 'records/journal.hashes does not belong to records/checkpoint' });
  }
  for (const checkpoint of [...(own ? [own] : []), ...given])
    faults.push(...againstCheckpoint(log, checkpoint));
  return faults.sort((a, b) => (a.entry ?? Number.MAX_SAFE_INTEGER) - (b.entry ?? Number.MAX_SAFE_INTEGER));
}

function againstCheckpoint(log: JournalLog, checkpoint: Checkpoint): JournalFault[] {
  if (checkpoint.size > log.leaves.length) {
    return [
      {
        entry: log.leaves.length + 1,
        says: `is missing: a checkpoint of ${checkpoint.size} entries was made of this journal`,
      },
    ];
  }
  if (continues(log, checkpoint)) return [];
  if (checkpoint.origin !== log.origin)
    return [{ entry: null, says: 'a checkpoint belongs to another journal, or entry 1 was changed' }];
  return [
    {
      entry: null,
      says: `the first ${checkpoint.size} entries are not those of a checkpoint made of this journal`,
    },
  ];
}

function isCanonical(line: string): boolean {
  try {
    return canonicalJson(JSON.parse(line) as Json) === line;
  } catch {
    return false;
  }
}
