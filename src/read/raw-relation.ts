import { readCsv } from './canonical-csv.ts';
import { csvRows } from './csv-rows.ts';
import type { CsvSource, FoundFile, FoundTable } from './file.ts';
import { chunksOf } from './input.ts';
import type { RawRow } from './raw-row.ts';
import type { Reader } from './reader.ts';
import { type RawRelation, type RawRows, streamRelation } from './stream-relation.ts';
import { treeRows } from './tree-table.ts';

export interface RawRelationOptions {
  /** Index of the header record in the preview, -1 without one. */
  headerRow: number;
  /** Whether to give link targets, `k1 … kN`. */
  links: boolean;
  /** Reads a CSV with patience even where the engine could read it. */
  careful?: boolean;
  /** Of a file of trees: the paths that become the columns, in order; without it those of the preview. */
  paths?: readonly string[];
  /** What a CSV's or a sheet's rows go through, of any width, on their way; `width` is that of what comes out. */
  through?: { width: number; rows(source: RawRows): RawRows } | undefined;
}

/** Longest records that one buffer of the engine holds; 32 where it is not told, which is eight times the memory. */
const bufferLines = 4;

/**
 * A found table as one relation for the engine, in one of three ways.
 *
 * A CSV that every reader agrees on (see {@link isPlain}) is read by the engine itself. There `row` and `line` are
 * null: a join-free `COPY` keeps the order, so Parquet's `file_row_number` + 1 is the row. `finished()` gives the
 * independent count; if the engine kept another number of rows, or its query failed, read again with `careful`.
 *
 * Any other CSV is read with patience, and a sheet in the child process; both come as a stream, with exact rows.
 */
export async function rawRelation(
  found: FoundFile,
  table: FoundTable,
  options: RawRelationOptions,
  reader: Reader,
): Promise<RawRelation> {
  if (readsItself(found, table, options, reader))
    return plainRelation(found, table, table.source as CsvSource, options, reader);
  const { rows, width, records } = rowsOf(found, table, options, reader);
  const relation = await streamRelation(rows, width, options.links, reader.limits);
  return records === null ? relation : { ...relation, finished: () => counted(relation, records) };
}

/** Whether the engine reads the file without our help. */
export function readsItself(
  found: FoundFile,
  table: FoundTable,
  options: RawRelationOptions,
  reader: Reader,
): boolean {
  return (
    table.source.kind === 'csv' &&
    !options.careful &&
    !options.through &&
    isPlain(found, table, table.source, options.headerRow, reader)
  );
}

/** The rows of a table as they are streamed to the engine, and how many there are by another count (null without one). */
export function rowsOf(
  found: FoundFile,
  table: FoundTable,
  options: RawRelationOptions,
  reader: Reader,
): { rows: RawRows; width: number; records: number | null } {
  const { source, width } = table;
  const { headerRow, through } = options;
  const passed = (rows: RawRows, records: number | null) =>
    through ? { rows: through.rows(rows), width: through.width, records } : { rows, width, records };
  if (source.kind === 'tree') {
    const paths = options.paths ?? (table.preview[0] as string[]);
    const rows = treeRows(found.input, source, found.encoding ?? 'utf-8', paths, reader.limits);
    return { rows, width: paths.length, records: source.records };
  }
  if (source.kind === 'sheet') {
    const rows = reader.workbooks.rows(source.workbook, source.index, headerRow);
    return passed(rows, Math.max(0, source.rows - headerRow - 1));
  }
  if (source.kind === 'rows') return { rows: inOrder(source.rows()), width, records: source.records };
  const rows = csvRows(chunksOf(found.input), {
    dialect: source.dialect,
    encoding: found.encoding ?? 'utf-8',
    width,
    headerRow,
    spoiled: source.count.utf8 === 'spoiled',
    anyWidth: through !== undefined,
    limits: reader.limits,
  });
  return passed(rows, source.count.quoted ? recordsAfter(source, headerRow) : null);
}

/**
 * Whether the engine may read a CSV by itself: valid UTF-8, every record from the header on of one width, one kind of
 * line end, quotes around whole cells only, no blank record or zero byte, no record beyond the limit, the header's
 * records one line each, and a path that is no pattern.
 */
function isPlain(
  found: FoundFile,
  table: FoundTable,
  source: CsvSource,
  headerRow: number,
  reader: Reader,
): boolean {
  const { count, dialect, lines } = source;
  const even = count.evenFrom <= Math.max(0, headerRow) && count.width === table.width;
  const next = lines[headerRow + 1];
  const flat = next === undefined || next === headerRow + 2;
  const utf8 = found.encoding === 'utf-8' || found.encoding === 'utf-8-bom';
  const short = count.longest <= Math.min(reader.limits.maxLineBytes, reader.limits.cellBytes);
  const named = typeof found.input === 'string' && !/[*?[\]{}]/.test(found.path);
  return (
    utf8 &&
    count.utf8 === 'valid' &&
    count.regular &&
    dialect.newline === 'lf' &&
    even &&
    flat &&
    short &&
    named
  );
}

function plainRelation(
  found: FoundFile,
  { width }: FoundTable,
  source: CsvSource,
  { headerRow, links }: RawRelationOptions,
  reader: Reader,
): RawRelation {
  const names = Array.from({ length: width }, (_, index) => index + 1);
  const read = readCsv(
    found.path,
    names.map((name) => `'c${name}': 'VARCHAR'`),
    `skip=${headerRow + 1}, allow_quoted_nulls=true, max_line_size=${reader.limits.maxLineBytes}, buffer_size=${reader.limits.maxLineBytes * bufferLines}`,
    source.dialect.delimiter,
  );
  const columns = ['NULL::BIGINT AS row', 'NULL::BIGINT AS line', ...names.map((name) => `c${name}`)];
  if (links) columns.push(...names.map((name) => `NULL::VARCHAR AS k${name}`));
  const records = recordsAfter(source, headerRow);
  return {
    sql: `(SELECT ${columns.join(', ')} FROM ${read})`,
    width,
    finished: async () => ({ records, independent: true, rejected: 0, rejects: [] }),
    cancel: () => {},
  };
}

function recordsAfter(source: CsvSource, headerRow: number): number {
  return Math.max(0, source.count.records - headerRow - 1);
}

async function* inOrder(rows: Iterable<RawRow>): AsyncGenerator<RawRow> {
  yield* rows;
}

/** The account with a count made by another way: the sheet's extent, or the byte count of the CSV. */
async function counted(relation: RawRelation, records: number) {
  return { ...(await relation.finished()), records, independent: true };
}
