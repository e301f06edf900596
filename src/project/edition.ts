/** How editions of one source add up; each layout declares it (see docs/architecture.md). */
export type Coverage = 'snapshot' | 'window' | 'partition' | 'delta';

/**
 * Where an edition's date came from, in the order in which the rules are tried. `undated` is a file of the user's own
 * that nothing dates: its date is the day on which it was obtained, and stands for nothing else.
 */
export type AsOfOrigin = 'given' | 'capture' | 'name' | 'modified' | 'content' | 'obtained' | 'undated';

/** What stands for the publisher of a file that the project's owner wrote. */
export const typist = 'Typed in by the user';

/** Whether an edition counts on any date, and dates no figure: a reference list, or what the user stated undated. */
export function servesAnyDate(edition: Pick<Edition, 'kind' | 'asOfFrom'>): boolean {
  return edition.kind === 'reference' || edition.asOfFrom === 'undated';
}

/** How every row of an edition's file was dealt with. The parts add up to `records`. */
export interface Accounting {
  /** Rows in the file as an independent count finds them, header and blank rows included. */
  records: number;
  kept: number;
  withheld: number;
  rejected: number;
  blank: number;
  header: number;
}

/** A row that could not be read: its place and a code, never its text. */
export interface Reject {
  row: number;
  line?: number | null;
  sheet?: string | null;
  cells?: number | null;
  code: string;
}

/** A value that could not be read and became null: its column, a code, and where. */
export interface Problem {
  column: string;
  code: string;
  count: number;
  /** The first places, at most 50; none of rows that stand for persons, which are counted alone. */
  rows: number[];
}

/** The code of rows whose recipient is, or may be, a natural person or sole proprietor: their places lead to them. */
export const personsCode = 'folded-into-individuals';

/** Whether the bytes of a manifest, as an earlier version wrote it, tell the places of persons. */
export function listsPersons(manifest: Uint8Array): boolean {
  try {
    const { problems } = JSON.parse(new TextDecoder().decode(manifest)) as Manifest;
    return problems.some(({ code, rows }) => code === personsCode && rows.length > 0);
  } catch {
    return false;
  }
}

/** Problems as they may be told; editions of before listed the places of persons, too. */
export function withoutPersons(problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => (problem.code === personsCode ? { ...problem, rows: [] } : problem));
}

/** What is known of an edition from its bytes alone; written once, beside its records. */
export interface Manifest {
  schema: 1;
  edition: string;
  sha256: string;
  bytes: number;
  form: string;
  kind: string;
  layout: string;
  layoutVersion: number;
  /** Of a kind that states one: the version of the door by which it came in; absent in editions of before. */
  doorVersion?: number;
  shape: string;
  source: string;
  publisher: string;
  coverage: Coverage;
  /** The sheet of a workbook, else null. */
  sheet: string | null;
  /** 1-based position of the first record's line or sheet row, minus 1: what to add to `row`. */
  headerRows: number;
  /** The time that the file itself gives for its last change, ISO, or null. */
  modified: string | null;
  /** Latest event date in the records that is not outside reason, ISO date, or null. */
  latestEvent: string | null;
  /** First event date that is not outside reason, ISO date, or null. */
  firstEvent: string | null;
  /** What the file covers, where its layout names it (`partition`): `7012 FY2026`. */
  period?: string | null;
  accounting: Accounting;
  rejects: Reject[];
  problems: Problem[];
  /** Positions (1-based) of columns that were in the file and are not kept. */
  droppedColumns: number;
  /** SHA-256 of records.parquet. */
  recordsSha256: string;
  /** Anything a kind wants to state about the reading, in words of the program's own. */
  notes: string[];
}

/** An edition as the program sees it: its manifest, its names, and its date with where that came from. */
export interface Edition extends Manifest {
  /** Position in the journal at which it was added; later is larger. */
  seq: number;
  names: string[];
  asOf: string;
  asOfFrom: AsOfOrigin;
  /** Said where the name and the content disagree. */
  contradiction: string | null;
  /** Order within one day: `am` 1, none or `mid` 2, `pm` 3, then suffix numbers. */
  dayPart: number;
  /** When it was obtained, ISO instant. */
  obtained: string;
}
