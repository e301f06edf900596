import { realpath } from 'node:fs/promises';
import { countRecords, hashFile, type RecordCount } from './count-records.ts';
import type { Dialect } from './dialect.ts';
import type { Encoding } from './encoding.ts';
import { type Input, nameOf } from './input.ts';
import type { RawRow } from './raw-row.ts';
import type { Reader } from './reader.ts';
import { type Form, sniff } from './sniff.ts';
import { isTreeForm, openTree, type TreeSource } from './tree-table.ts';

/** A file of which form and tables are known. An `archive` lists no tables here. */
export interface FoundFile {
  /** Absolute, links resolved; of an entry of a zip its name there. */
  path: string;
  /** What it is read from. */
  input: Input;
  form: Form;
  /** Of text forms, after all of the file was seen. */
  encoding?: Encoding;
  /** Hex, of the bytes as released. */
  sha256: string;
  bytes: number;
  /** ISO instant in UTC, from the workbook's own stamp; null for every other form. */
  modified: string | null;
  tables: FoundTable[];
}

/** One table of a file: a CSV has one, a workbook one a sheet, a file of trees one with paths as its header. */
export interface FoundTable {
  sheet: string | null;
  /** The first 40 records as text, empty cells null; of a workbook as wide as its sheet. */
  preview: (string | null)[][];
  /** Columns: of a sheet up to its last cell, of a CSV the number that most records have. */
  width: number;
  delimiter?: string;
  source: CsvSource | SheetSource | TreeSource | RowsSource;
}

/** Rows that something else reads out of the file. */
export interface RowsSource {
  kind: 'rows';
  rows(): Iterable<RawRow>;
  /** Records after the header, counted by another way. */
  records: number;
}

/** What re-reading a CSV needs. */
export interface CsvSource {
  kind: 'csv';
  dialect: Dialect;
  /** Physical line, 1-based, on which each record of the preview begins. */
  lines: number[];
  count: RecordCount;
}

/** What re-reading a sheet needs. */
export interface SheetSource {
  kind: 'sheet';
  /** How the workbook is called where it is parsed. */
  workbook: string;
  /** Among all sheets of the workbook. */
  index: number;
  /** Rows from the first to the last with a cell. */
  rows: number;
}

/**
 * Opens a file: recognises it, reads it through once (hash, count, encoding), and lists its tables.
 * @throws UserError every refusal of `refusals.ts`
 */
export async function openFile(given: Input, reader: Reader): Promise<FoundFile> {
  const { form, encoding, shape } = await sniff(given, reader.limits);
  const real = typeof given === 'string' ? await realpath(given) : given;
  const found = { path: nameOf(real), input: real, form, modified: null };
  if (form === 'workbook') {
    const { sha256, bytes } = await hashFile(real);
    const { sheets, modified, key } = await reader.workbooks.open(real);
    const tables = sheets.map(({ name, width, lastRow, preview, index }): FoundTable => {
      return { sheet: name, preview, width, source: { kind: 'sheet', workbook: key, index, rows: lastRow } };
    });
    return { ...found, sha256, bytes, modified, tables };
  }
  if (encoding && isTreeForm(form)) {
    const { sha256, bytes, table } = await openTree(real, form, encoding, reader.limits);
    return { ...found, encoding, sha256, bytes, tables: table ? [{ sheet: null, ...table }] : [] };
  }
  if (!shape || !encoding) {
    const { sha256, bytes } = await hashFile(real);
    return { ...found, ...(encoding ? { encoding } : {}), sha256, bytes, tables: [] };
  }
  const count = await countRecords(real, shape.dialect, encoding);
  const table: FoundTable = {
    sheet: null,
    preview: shape.records.map((record) => record.cells),
    width: shape.width,
    delimiter: shape.dialect.delimiter,
    source: { kind: 'csv', dialect: shape.dialect, lines: shape.records.map((record) => record.line), count },
  };
  return {
    ...found,
    encoding: settle(encoding, count),
    sha256: count.sha256,
    bytes: count.bytes,
    tables: [table],
  };
}

/** The first bytes may all be ASCII, or hold the one bad byte of a UTF-8 file. */
function settle(guessed: Encoding, count: RecordCount): Encoding {
  if (guessed === 'utf-8' && count.utf8 === 'other') return 'windows-1252';
  if (guessed === 'windows-1252' && count.utf8 !== 'other') return 'utf-8';
  return guessed;
}
