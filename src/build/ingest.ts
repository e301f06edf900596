import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import type { Registry } from '../figures/kind.ts';
import type { Accounting, Manifest, Problem } from '../project/edition.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { appendJournal } from '../project/journal.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { publishEdition, readStore, type StoredEdition, stageEdition } from '../project/store.ts';
import type { HeldFile } from '../read/input.ts';
import type { Reader } from '../read/reader.ts';
import { refuse } from '../read/refusals.ts';
import { countDispositions, hashRecords, keptFacts, rejectedRows } from './edition-facts.ts';
import { keepOriginal } from './keep-original.ts';
import { entranceOf, recogniseTables } from './recognise-tables.ts';
import { numberRecords, type TableOfRecords, withRepairs, writeBest } from './write-records.ts';

/** What adding one file came to, for one of its tables. */
export type Outcome =
  | {
      outcome: 'added';
      file: string;
      edition: string;
      layout: string;
      source: string;
      accounting: Accounting;
      /** Values of the kept records that are listed, by column and code. */
      problems: readonly Problem[];
      /** Remarks on the file as a whole. */
      notes: readonly string[];
    }
  | { outcome: 'known'; file: string; edition: string; newName: boolean }
  | { outcome: 'skipped'; file: string; code: string; why: string }
  | { outcome: 'failed'; file: string; error: UserError };

export interface IngestContext {
  paths: ProjectPaths;
  registry: Registry;
  reader: Reader;
  engine: Engine;
  /** The organisation whose files these are, as the user says; else the file's name may tell. */
  holder?: string | undefined;
  /** Whether a released file may be kept in `originals/`. */
  keepOriginals: boolean;
  now(): Date;
  signal: AbortSignal;
  /** Whether every record has to carry its row number, for engines that do not know a row by its place. */
  numberRows?: boolean;
  /** For readers beside others: a name for their staged folders, and how to become the only writer for a moment. */
  beside?: { name: string; asWriter<T>(work: () => T): Promise<T> };
}

/** Bytes of the longest file name that is kept; a longer one is cut, not refused. */
const longestName = 200;

/**
 * Reads one file into the project: every table of it in which a layout is recognised becomes an edition. The project
 * is unchanged where the file cannot be read.
 *
 * @param name the name under which the file is listed (its last part)
 * @param asOf the date that the user gave, if any
 * @returns one outcome per edition, or one that says why there is none
 */
export async function ingestFile(
  context: IngestContext,
  given: string | (HeldFile & { archive: string }),
  name: string,
  asOf: string | undefined,
): Promise<Outcome[]> {
  const shown = name.slice(0, longestName);
  const disk = typeof given === 'string' ? given : given.archive;
  const before = fileState(disk);
  const { found, recognised } = await recogniseTables(given, context.reader, context.registry, shown);
  if (recognised.length === 0) {
    const why =
      found.tables.length === 0 ? `no layout for this form (${found.form})` : 'no layout has its columns';
    return [{ outcome: 'skipped', file: shown, code: 'CF-READ-030', why }];
  }
  const outcomes: Outcome[] = [];
  for (const [index, { table, layout }] of recognised.entries()) {
    const edition = `${found.sha256.slice(0, 16)}${index === 0 ? '' : `-${index + 1}`}`;
    const stored = readStore(context.paths).find((one) => one.manifest.edition === edition);
    const entrance = entranceOf(context.registry, layout.layout.kind);
    const holder = context.holder ?? entrance?.holder?.(shown) ?? null;
    const kept = entrance?.nameKept ? (entrance.nameKept(shown) ?? 'file') : shown;
    const sheet = table.sheet !== null && entrance?.nameKept ? entrance.nameKept(table.sheet) : table.sheet;
    outcomes.push(
      stored
        ? await writing(context, () => sameBytes(context, stored, kept, asOf))
        : await ingestTable(context, {
            found,
            disk,
            before,
            table,
            recognised: layout,
            edition,
            name: kept,
            sheet,
            holder,
            asOf,
          }),
    );
  }
  return outcomes;
}

/** Runs a step that writes to the journal: at once for the only writer, else under the lock. */
async function writing<T>(context: IngestContext, work: () => T): Promise<T> {
  return context.beside ? context.beside.asWriter(work) : work();
}

function sameBytes(
  context: IngestContext,
  stored: StoredEdition,
  name: string,
  asOf: string | undefined,
): Outcome {
  const { edition } = stored.manifest;
  const newName = !stored.names.includes(name);
  if (newName)
    appendJournal(
      context.paths.journal,
      [{ type: 'named', edition, name, ...(asOf ? { asOf } : {}) }],
      context.now(),
    );
  else if (asOf !== undefined && asOf !== stored.givenAsOf) {
    appendJournal(context.paths.journal, [{ type: 'dated', edition, asOf }], context.now());
  }
  return { outcome: 'known', file: name, edition, newName };
}

interface TableToRead extends TableOfRecords {
  /** The file on the disk that it is, or that it is in. */
  disk: string;
  /** What the file system said of the file before its hash was taken. */
  before: string;
  name: string;
  /** The sheet's name as it may be kept. */
  sheet: string | null;
  asOf: string | undefined;
}

async function ingestTable(context: IngestContext, table: TableToRead): Promise<Outcome> {
  const { found, recognised, edition, name, asOf } = table;
  const { layout } = recognised;
  const staged = stageEdition(context.paths, edition, context.beside?.name);
  const file = join(staged, 'records.parquet');
  const { account, again } = await writeBest(context, table, file);
  if (context.numberRows) await numberRecords(context.engine, file);
  context.signal.throwIfAborted();
  // The hash was taken in an earlier pass than the rows: both must be of the same bytes.
  if (fileState(table.disk) !== table.before) throw refuse('changed', name);
  const accounting = await countDispositions(context.engine, file, account, recognised.headerRow + 1);
  checkAccounting(accounting, name);
  const doorVersion = context.registry.kinds.find((kind) => kind.id === layout.kind)?.doorVersion;
  const manifest: Manifest = {
    schema: 1,
    edition,
    sha256: found.sha256,
    bytes: found.bytes,
    form: found.form,
    kind: layout.kind,
    layout: layout.id,
    layoutVersion: layout.version,
    ...(doorVersion === undefined ? {} : { doorVersion }),
    shape: layout.shape.name,
    source: layout.source,
    publisher: layout.publisher,
    coverage: layout.coverage,
    sheet: table.sheet,
    headerRows: recognised.headerRow + 1,
    modified: found.modified,
    ...withRepairs(await keptFacts(context.engine, file, layout), again),
    accounting,
    rejects: [
      ...account.rejects,
      ...(await rejectedRows(context.engine, file, accounting.rejected - account.rejected)),
    ].map((reject) => ({
      ...reject,
      sheet: table.sheet,
    })),
    droppedColumns: recognised.unreadColumns,
    recordsSha256: await hashRecords(file),
  };
  if (
    context.keepOriginals &&
    context.registry.kinds.find((kind) => kind.id === layout.kind)?.keepsOriginals
  ) {
    await keepOriginal(context.paths, found);
  }
  const other = await writing(context, () => {
    // Another reader may have had the same bytes under another name.
    const known = context.beside && readStore(context.paths).find((one) => one.manifest.edition === edition);
    if (known) rmSync(staged, { recursive: true, force: true });
    else
      publishEdition(
        context.paths,
        staged,
        manifest,
        { name, ...(asOf === undefined ? {} : { asOf }) },
        context.now(),
      );
    return known && sameBytes(context, known, name, asOf);
  });
  if (other) return other;
  const { problems, notes } = manifest;
  return {
    outcome: 'added',
    file: name,
    edition,
    layout: layout.id,
    source: layout.source,
    accounting,
    problems,
    notes,
  };
}

function fileState(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino}:${found.size}:${found.mtimeNs}` : '';
}

function checkAccounting(accounting: Accounting, name: string): void {
  const { records, kept, withheld, rejected, blank, header } = accounting;
  const sum = kept + withheld + rejected + blank + header;
  if (sum === records) return;
  throw new UserError(`The rows do not add up: ${records} in the file, ${sum} accounted for.`, {
    code: 'CF-READ-031',
    exit: exitCodes.fault,
    place: { file: name },
    hint: 'Nothing was added. Report this with the layout of the file (not with its rows).',
  });
}
