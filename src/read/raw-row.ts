/**
 * One row on its way from bytes to the engine. `row` is 1-based after the header, blank rows counted; `line` the
 * 1-based physical line where it begins (CSV) or null (workbooks: the sheet's row is `row` plus the header's).
 */
export interface RawRow {
  row: number;
  line: number | null;
  /** Cell texts, at most the table's width; a missing or empty one is null to the engine. */
  cells: readonly (string | null)[];
  /** Unwrapped link targets, by column. */
  links?: readonly (string | null)[];
  /** Set on a row that could not be read: `cells` is then empty, and the row goes to the account, not to the engine. */
  reject?: RejectCode;
  /** Of a reject: how many cells were found. */
  found?: number;
  /** Of a reject: physical lines that it covers, 1 unless said. */
  lines?: number;
}

/** Why a row was rejected. */
export type RejectCode =
  | 'cell-count'
  | 'unclosed-quote'
  | 'stray-quote'
  | 'not-text'
  | 'nul'
  | 'cell-too-long'
  /** Said by a layout: the cells are not where the header says. */
  | 'shifted-cells';

/** The place of a row that could not be read, and a code: never an excerpt. */
export interface RawReject {
  row: number;
  line?: number;
  /** Cells found, where they could be counted. */
  cells?: number;
  /** Physical lines covered, where more than one: an open quote can hide several records. */
  lines?: number;
  code: RejectCode;
}

/** What became of the rows of one reading. */
export interface ReadAccount {
  /** Records after the header: those handed to the engine and those rejected. Blank rows are records. */
  records: number;
  /** Whether `records` was counted by another way than the one that read the rows. */
  independent: boolean;
  /** All rejects; `rejects` lists the first of them (`limits.rejects`). */
  rejected: number;
  rejects: RawReject[];
}
