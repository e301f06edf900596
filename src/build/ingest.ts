import {
  copyFileSync,
  createWriteStream,
  existsSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Engine } from '../engine/engine.ts';
import { sqlText } from '../engine/sql-text.ts';
import type { Entrance, ReadAgain, Registry } from '../figures/kind.ts';
import { makeFolder, publishFolder, syncPath } from '../project/durable.ts';
import type { Accounting, Manifest } from '../project/edition.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { faultPoint } from '../project/fault-point.ts';
import { appendJournal } from '../project/journal.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { publishEdition, readStore, type StoredEdition, stageEdition } from '../project/store.ts';
import { hashFile } from '../read/count-records.ts';
import { type FoundFile, type FoundTable, openFile } from '../read/file.ts';
import { bytesOf, chunksOf, type HeldFile, type Input } from '../read/input.ts';
import { bindPaths, doorSelect, foldHeader, type Recognised, recognise } from '../read/layout.ts';
import { type RawRelationOptions, rawRelation, readsItself, rowsOf } from '../read/raw-relation.ts';
import type { ReadAccount } from '../read/raw-row.ts';
import type { Reader } from '../read/reader.ts';
import { refusalOf, refuse } from '../read/refusals.ts';
import { rowParts } from '../read/row-parts.ts';
import { streamRelation } from '../read/stream-relation.ts';
import { countDispositions, hashRecords, type KeptFacts, keptFacts, rejectedRows } from './edition-facts.ts';
import { writeNumbered } from './lake.ts';

/** What adding one file came to, for one of its tables. */
export type Outcome =
  | {
      outcome: 'added';
      file: string;
      edition: string;
      layout: string;
      source: string;
      accounting: Accounting;
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
  const found = await openFile(given, context.reader).catch((error: unknown) =>
    openText(given, context.registry, error),
  );
  refuseTables(found, context.registry, shown);
  const recognised = found.tables.flatMap((table) => {
    const layout =
      described(table, context.registry, shown) ??
      recognise(table.preview, context.registry.layouts) ??
      guess(table, context.registry);
    if (!layout) return [];
    return [{ table, layout: table.source.kind === 'tree' ? bindPaths(layout) : layout }];
  });
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

function entranceOf(registry: Registry, kind: string): Entrance | undefined {
  return registry.kinds.find((one) => one.id === kind)?.entrance;
}

/** Bytes of a text that is held in memory as a whole. */
const longestText = 256 * 1024 * 1024;

/** A file that is no table may be a text that a kind reads; else the refusal stands. */
async function openText(input: Input, registry: Registry, error: unknown): Promise<FoundFile> {
  if (refusalOf(error) !== 'no-table') throw error;
  if ((typeof input === 'string' ? statSync(input).size : input.size) > longestText) throw error;
  const text = (await bytesOf(input)).toString('utf8');
  const reader = registry.kinds
    .flatMap((kind) => kind.entrance?.texts ?? [])
    .find((one) => one.recognises(text.slice(0, 4096)));
  if (!reader) throw error;
  const rows = () => reader.rows(text);
  const table: FoundTable = {
    sheet: null,
    preview: [[...reader.header]],
    width: reader.header.length,
    source: { kind: 'rows', rows, records: reader.count(text) },
  };
  return {
    path: typeof input === 'string' ? realpathSync(input) : input.name,
    input,
    form: 'text',
    ...(await hashFile(input)),
    modified: null,
    tables: [table],
  };
}

/** Throws where a table is one that a kind never lets in, wherever in the preview its header stands. */
function refuseTables(found: FoundFile, registry: Registry, file: string): void {
  const rules = registry.kinds.flatMap((kind) => kind.entrance?.refuses ?? []);
  for (const cells of found.tables.flatMap((table) => table.preview)) {
    const headers = new Set(cells.map(foldHeader));
    const rule = rules.find(
      ({ requires, forbids }) =>
        requires.every((header) => headers.has(header)) && !forbids.some((header) => headers.has(header)),
    );
    if (rule)
      throw new UserError(rule.message, {
        code: rule.code,
        exit: exitCodes.unreadable,
        place: { file },
        hint: rule.hint,
      });
  }
}

function guess(table: FoundTable, registry: Registry): Recognised | null {
  for (const kind of registry.kinds) {
    const found = kind.entrance?.guess?.(table);
    if (found) return found;
  }
  return null;
}

function described(table: FoundTable, registry: Registry, name: string): Recognised | null {
  for (const kind of registry.kinds) {
    const found = kind.entrance?.described?.(table, name);
    if (found) return found;
  }
  return null;
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

interface TableToRead {
  found: FoundFile;
  /** The file on the disk that it is, or that it is in. */
  disk: string;
  /** What the file system said of the file before its hash was taken. */
  before: string;
  table: FoundTable;
  recognised: Recognised;
  edition: string;
  name: string;
  /** The sheet's name as it may be kept. */
  sheet: string | null;
  holder: string | null;
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
  return { outcome: 'added', file: name, edition, layout: layout.id, source: layout.source, accounting };
}

async function numberRecords(engine: Engine, file: string): Promise<void> {
  const [found] = await engine.query(
    `select count(*) as n from read_parquet(${sqlText(file)}) where "row" is null`,
  );
  if (found?.['n'] === 0) return;
  const numbered = `${file}.numbered`;
  await writeNumbered(engine, file, numbered);
  renameSync(numbered, file);
}

function fileState(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino}:${found.size}:${found.mtimeNs}` : '';
}

/** Of the rows of a first reading, the share that a second one may reject besides: more, and it has not understood the table. */
const mostDoubt = 0.05;

/**
 * Writes the records; where rows were rejected or headers stand in the middle, and the kind can tell the parts of such a
 * table apart, a second time.
 */
async function writeBest(
  context: IngestContext,
  table: TableToRead,
  file: string,
): Promise<{ account: ReadAccount; again?: ReadAgain }> {
  const account = await writeRecords(context, table, file);
  const { kind } = table.recognised.layout;
  const first = await countDispositions(context.engine, file, account, 0);
  const trouble = first.rejected + first.header;
  const again =
    trouble === 0 ? null : entranceOf(context.registry, kind)?.readAgain?.(table.table, table.recognised);
  if (!again || !['csv', 'sheet'].includes(table.table.source.kind)) return { account };
  const other = `${file}.again`;
  const second = await writeRecords(context, { ...table, recognised: again.recognised }, other, again);
  const { rejected } = await countDispositions(context.engine, other, second, 0);
  const same = rejected === first.rejected && again.repaired().count === 0 && again.notes().length === 0;
  if (same || rejected > first.rejected + first.kept * mostDoubt) {
    rmSync(other);
    return { account };
  }
  renameSync(other, file);
  return { account: second, again };
}

function withRepairs(facts: KeptFacts, again: ReadAgain | undefined): KeptFacts {
  if (!again) return facts;
  const { count, rows } = again.repaired();
  const repairs = count === 0 ? [] : [{ column: 'cells', code: 'put-right', count, rows: [...rows] }];
  return { ...facts, problems: [...repairs, ...facts.problems], notes: [...facts.notes, ...again.notes()] };
}

/** Reads with patience in parts, each a query and a file of its own, and puts the files together in their order. */
async function writeParts(
  context: IngestContext,
  table: TableToRead,
  file: string,
  options: RawRelationOptions,
  modified: string | null,
): Promise<ReadAccount> {
  const { limits } = context.reader;
  const { rows, width, records } = rowsOf(table.found, table.table, options, context.reader);
  const account: ReadAccount = { records: 0, independent: false, rejected: 0, rejects: [] };
  const parts: string[] = [];
  for await (const part of rowParts(rows, limits.partRows)) {
    const relation = await streamRelation(part, width, options.links, limits);
    const name = `${file}.part-${parts.length}`;
    try {
      await context.engine.writeParquet(doorOf(context, table, relation.sql, modified), name);
    } catch (error) {
      relation.cancel();
      await relation.finished().catch((cause: unknown) => {
        if (cause instanceof UserError) throw cause;
      });
      throw error;
    }
    parts.push(name);
    const { records: read, rejected, rejects } = await relation.finished();
    account.records += read;
    account.rejected += rejected;
    account.rejects.push(...rejects.slice(0, limits.rejects - account.rejects.length));
  }
  await context.engine.writeParquet(`select * from read_parquet([${parts.map(sqlText).join(', ')}])`, file);
  for (const part of parts) rmSync(part);
  return records === null ? account : { ...account, records, independent: true };
}

function doorOf(context: IngestContext, table: TableToRead, raw: string, modified: string | null): string {
  return doorSelect(table.recognised, raw, {
    edition: table.edition,
    modified,
    holder: table.holder,
    confirmed: entranceOf(context.registry, table.recognised.layout.kind)?.confirmed,
  });
}

/** Plain files are read by the engine itself; where its count and the independent one differ, again with patience. */
async function writeRecords(
  context: IngestContext,
  table: TableToRead,
  file: string,
  through?: ReadAgain,
): Promise<ReadAccount> {
  const { found, recognised } = table;
  const options: RawRelationOptions = {
    headerRow: recognised.headerRow,
    links: recognised.layout.links.length > 0,
    through,
    ...(recognised.paths ? { paths: recognised.paths } : {}),
  };
  const modified = found.modified === null ? null : found.modified.slice(0, 10);
  const read = async (careful: boolean): Promise<{ account: ReadAccount; rows: number }> => {
    const relation = await rawRelation(found, table.table, { ...options, careful }, context.reader);
    let rows: number;
    try {
      const select = doorOf(context, table, relation.sql, modified);
      // A row group is held in memory whole: of a wide table it must have fewer rows.
      const wide = Object.keys(recognised.layout.shape.columns).length > 30;
      rows = await context.engine.writeParquet(select, file, wide ? { rowGroupSize: 20_480 } : {});
    } catch (error) {
      relation.cancel();
      await relation.finished().catch((cause: unknown) => {
        if (cause instanceof UserError) throw cause;
      });
      throw error;
    }
    return { account: await relation.finished(), rows };
  };
  const csv = found.form === 'csv';
  const inParts = csv && found.bytes > context.reader.limits.partsFrom;
  const itself = readsItself(found, table.table, options, context.reader);
  if (inParts && !itself) return writeParts(context, table, file, options, modified);
  const first = await read(false).catch((error: unknown) => {
    if (csv && !through && !(error instanceof UserError)) return undefined;
    throw error;
  });
  if (first && first.rows + first.account.rejected === first.account.records) return first.account;
  if (!csv || through) return (first as { account: ReadAccount }).account;
  if (inParts) return writeParts(context, table, file, { ...options, careful: true }, modified);
  return (await read(true)).account;
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

/** The ending under which an original is kept; of no meaning to the program. */
const endings: Record<string, string> = {
  workbook: 'xlsx',
  csv: 'csv',
  json: 'json',
  xml: 'xml',
  yaml: 'yaml',
};

/** Copies the released bytes to `originals/<sha256>.<ending>`, whole or not at all. */
async function keepOriginal(paths: ProjectPaths, found: FoundFile): Promise<void> {
  const target = join(paths.originals, `${found.sha256}.${endings[found.form] ?? 'bin'}`);
  if (existsSync(target)) return;
  makeFolder(dirname(target));
  const temporary = join(paths.originals, `.tmp-${found.sha256}`);
  faultPoint('copy');
  if (typeof found.input === 'string') copyFileSync(found.input, temporary);
  else await pipeline(chunksOf(found.input), createWriteStream(temporary));
  syncPath(temporary);
  publishFolder(temporary, target);
}
