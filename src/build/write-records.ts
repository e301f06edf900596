import { renameSync, rmSync } from 'node:fs';
import type { Engine } from '../engine/engine.ts';
import { sqlText } from '../engine/sql-text.ts';
import type { ReadAgain, Registry } from '../figures/kind.ts';
import { UserError } from '../project/errors.ts';
import type { FoundFile, FoundTable } from '../read/file.ts';
import { doorSelect, type Recognised } from '../read/layout.ts';
import { type RawRelationOptions, rawRelation, readsItself, rowsOf } from '../read/raw-relation.ts';
import type { ReadAccount } from '../read/raw-row.ts';
import type { Reader } from '../read/reader.ts';
import { rowParts } from '../read/row-parts.ts';
import { streamRelation } from '../read/stream-relation.ts';
import { countDispositions, type KeptFacts } from './edition-facts.ts';
import { writeNumbered } from './lake.ts';
import { entranceOf } from './recognise-tables.ts';

/** What reads the rows of a table and writes its records. */
export interface RecordWriter {
  registry: Registry;
  reader: Reader;
  engine: Engine;
}

/** A table whose records are to be written, with what they are to carry. */
export interface TableOfRecords {
  found: FoundFile;
  table: FoundTable;
  recognised: Recognised;
  edition: string;
  holder: string | null;
}

/** Of the rows of a first reading, the share that a second one may reject besides: more, and it has not understood the table. */
const mostDoubt = 0.05;

/**
 * Writes the records; where rows were rejected or headers stand in the middle, and the kind can tell the parts of such a
 * table apart, a second time.
 */
export async function writeBest(
  context: RecordWriter,
  table: TableOfRecords,
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

export function withRepairs(facts: KeptFacts, again: ReadAgain | undefined): KeptFacts {
  if (!again) return facts;
  const { count, rows } = again.repaired();
  const repairs = count === 0 ? [] : [{ column: 'cells', code: 'put-right', count, rows: [...rows] }];
  return { ...facts, problems: [...repairs, ...facts.problems], notes: [...facts.notes, ...again.notes()] };
}

/** Reads with patience in parts, each a query and a file of its own, and puts the files together in their order. */
async function writeParts(
  context: RecordWriter,
  table: TableOfRecords,
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

function doorOf(context: RecordWriter, table: TableOfRecords, raw: string, modified: string | null): string {
  return doorSelect(table.recognised, raw, {
    edition: table.edition,
    modified,
    holder: table.holder,
    confirmed: entranceOf(context.registry, table.recognised.layout.kind)?.confirmed,
  });
}

/** Plain files are read by the engine itself; where its count and the independent one differ, again with patience. */
async function writeRecords(
  context: RecordWriter,
  table: TableOfRecords,
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

/** Writes the number of each row into the records, where it is known only by their order. */
export async function numberRecords(engine: Engine, file: string): Promise<void> {
  const [found] = await engine.query(
    `select count(*) as n from read_parquet(${sqlText(file)}) where "row" is null`,
  );
  if (found?.['n'] === 0) return;
  const numbered = `${file}.numbered`;
  await writeNumbered(engine, file, numbered);
  renameSync(numbered, file);
}
