import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { exitCodes, UserError } from '../project/errors.ts';
import { sweepStore } from '../project/store.ts';
import { archiveEntries } from '../read/archive.ts';
import { type Refusal, refusalOf } from '../read/refusals.ts';
import { sniff } from '../read/sniff.ts';
import { type IngestContext, ingestFile, type Outcome } from './ingest.ts';
import { sweepOwn, type WorkList } from './work-list.ts';

/** Files that are simply not records: in a folder they are skipped with a note, named alone they are an error. */
const notRecords: ReadonlySet<Refusal> = new Set([
  'empty',
  'not-a-file',
  'old-workbook',
  'office-document',
  'pdf',
  'html',
  'binary',
  'no-table',
  'other-workbook',
]);

/** More files than this in one folder are refused: the wrong folder was named. */
const mostFiles = 100_000;

interface Candidate {
  path: string;
  /** How it is called in notes and as an edition. */
  name: string;
  /** Whether the user named this very file. */
  explicit: boolean;
}

/**
 * Adds files, folders (at any depth) and plain zips. Each file stands for itself: one that cannot be read leaves the
 * others alone.
 *
 * @param tell called with each outcome as it comes
 * @param work the list that says which files are ours, where several machines read together
 */
export async function addFiles(
  context: IngestContext,
  given: readonly string[],
  options: { cwd: string; asOf?: string | undefined; tell?: (outcome: Outcome) => void; work?: WorkList },
): Promise<Outcome[]> {
  const sweep = () =>
    context.beside ? sweepOwn(context.paths, context.beside.name) : sweepStore(context.paths);
  sweep();
  const outcomes: Outcome[] = [];
  const take = (found: Outcome[]) => {
    for (const outcome of found) {
      outcomes.push(outcome);
      options.tell?.(outcome);
    }
  };
  try {
    for (const candidate of given.flatMap((path) => candidates(resolve(options.cwd, path)))) {
      context.signal.throwIfAborted();
      const claim = options.work?.take(candidate.path);
      if (claim === null) continue;
      try {
        take(await addOne(context, candidate, options.asOf));
        claim?.done();
      } catch (error) {
        claim?.release();
        throw error;
      }
    }
  } finally {
    // What a failed file left would keep a full disk full.
    sweep();
  }
  return outcomes;
}

function candidates(path: string): Candidate[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return [{ path, name: basename(path), explicit: true }];
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (names.length > mostFiles) {
    throw new UserError(`The folder holds ${names.length} files.`, {
      code: 'CF-READ-032',
      exit: exitCodes.usage,
      place: { file: path },
      hint: `Name a folder with at most ${mostFiles} files.`,
    });
  }
  return names.map((file) => ({ path: file, name: basename(file), explicit: false }));
}

async function addOne(
  context: IngestContext,
  candidate: Candidate,
  asOf: string | undefined,
): Promise<Outcome[]> {
  try {
    if (await isArchive(context, candidate.path)) return await addArchive(context, candidate, asOf);
    const outcomes = await ingestFile(context, candidate.path, candidate.name, asOf);
    return candidate.explicit ? outcomes.map(skippedIsFailed) : outcomes;
  } catch (error) {
    return [asOutcome(error, candidate)];
  }
}

async function isArchive({ reader }: IngestContext, path: string): Promise<boolean> {
  const sniffed = await sniff(path, reader.limits).catch((error: unknown) => {
    // A text without the shape of a table may be one that a kind reads.
    if (refusalOf(error) !== 'no-table') throw error;
    return null;
  });
  return sniffed?.form === 'archive';
}

/** A file that the user named and that holds no records is an error: something else was expected of it. */
function skippedIsFailed(outcome: Outcome): Outcome {
  if (outcome.outcome !== 'skipped') return outcome;
  return {
    outcome: 'failed',
    file: outcome.file,
    error: new UserError(`No layout is known for this file: ${outcome.why}.`, {
      code: outcome.code,
      exit: exitCodes.unreadable,
      place: { file: outcome.file },
      hint: 'Check that it is the file as its publisher released it, with its header row. Of an audit log in another form, "counterfoil layout FILE" proposes where its columns are.',
    }),
  };
}

/** What a caught error means for one file; an error that is not about the file goes on. */
function asOutcome(error: unknown, candidate: Candidate): Outcome {
  if (!(error instanceof UserError)) throw error;
  const refusal = refusalOf(error);
  if (refusal !== undefined && notRecords.has(refusal) && !candidate.explicit) {
    return { outcome: 'skipped', file: candidate.name, code: error.code, why: error.message };
  }
  const { code, exit, hint } = error;
  return {
    outcome: 'failed',
    file: candidate.name,
    error: new UserError(error.message, {
      code,
      exit,
      hint,
      place: { ...error.place, file: candidate.name },
    }),
  };
}

/** The files of a plain zip, one after the other. None of them is unpacked to a disk: each is read where it lies. */
async function addArchive(
  context: IngestContext,
  candidate: Candidate,
  asOf: string | undefined,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const entry of archiveEntries(candidate.path, context.reader.limits)) {
    context.signal.throwIfAborted();
    const name = basename(entry.name);
    const inside: Candidate = { path: candidate.path, name: `${candidate.name}/${name}`, explicit: false };
    try {
      const found = await ingestFile(context, { ...entry, archive: candidate.path }, name, asOf);
      outcomes.push(...found.map((one) => (one.outcome === 'skipped' ? { ...one, file: inside.name } : one)));
    } catch (error) {
      outcomes.push(asOutcome(error, inside));
    }
  }
  return outcomes;
}
