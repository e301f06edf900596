/** The shapes of what a seal holds. Everything in `portable/` runs in a browser too, and imports nothing of Node's. */

/**
 * Raised whenever the page, the citations or the meaning of a field change; a verifier makes only its own again. A seal
 * is of version 2 where a part has a remainder, else of version 1, which is the same without one.
 */
export function versionOf(measures: readonly Pick<SealedMeasure, 'parts'>[]): number {
  return measures.some(({ parts }) => parts.some(({ remainder }) => remainder)) ? 2 : 1;
}

/** Text that a figure's declaration gives, as far as checking and reading need it. */
export interface SealedFigure {
  id: string;
  title: string;
  definition: string;
  unit:
    | { kind: 'count'; one: string; many: string }
    | { kind: 'money'; currency: string }
    | { kind: 'share' };
  /** As declared: the form with its columns. */
  form: { form: string; [key: string]: unknown };
  from: string;
  where: string | null;
  defaults: Record<string, readonly string[]>;
  caveats: readonly string[];
  sources: readonly string[];
}

export interface SealedQuery {
  asOf?: string;
  until?: string;
  knownAt?: string;
  where: Record<string, readonly string[]>;
}

/** Rows that are counted together; a share has two. */
export interface SealedPart {
  says: string;
  form: 'count' | 'flow' | 'distinct' | 'sum' | 'running';
  once: boolean;
  /** Rows in the file. */
  total: number;
  /** Counted rows on awards of individuals and sole proprietors, which are not in the file, and what they add. */
  remainder?: { rows: number; adds: string };
  /** What the plain recount gives, with the remainder. */
  value: string;
  /** Newline-separated canonical JSON, one line a row. */
  file: string;
}

/** One value with everything it was counted from. */
export interface SealedMeasure {
  query: SealedQuery;
  /** The date of the list it rests on. */
  as_of: string;
  value: string;
  /** The file with the portable text of the SQL. */
  sql: string;
  parts: SealedPart[];
  editions: string[];
}

export interface SealedNumber {
  stated: string;
  where: Record<string, readonly string[]>;
  /** Positions in `measures`: one, or the two ends of a change. */
  measures: number[];
  value: string;
  holds: boolean;
}

export interface SealedClaim {
  id: string;
  sentence: string;
  published: Record<string, string>;
  change: { from: string; to: string; in: 'percent' | 'times' | 'difference' } | null;
  verdict: 'holds' | 'differs';
  numbers: SealedNumber[];
}

export interface SealedReading {
  says: string;
  why: string;
  value: string | null;
}

/** `seal.json`. */
export interface SealDocument {
  seal: number;
  subject: { kind: 'figure' | 'claim'; id: string };
  title: string;
  /** The value in words, or the verdict. */
  statement: string;
  program: string;
  project: string;
  /** Where the value stands in a dated copy of the site, which is never changed; absent where there was none. */
  address?: string;
  figure: SealedFigure;
  claim: SealedClaim | null;
  measures: SealedMeasure[];
  readings: SealedReading[];
  readings_tried: number;
  /** The public key of the signature in `seal.note`; null where there is none. */
  signer: string | null;
  /** Every other file, the signature aside. */
  files: Record<string, { sha256: string; bytes: number }>;
}

/** One edition in `editions.json`. */
export interface SealedEdition {
  edition: string;
  name: string;
  kind: string;
  source: string;
  publisher: string;
  as_of: string;
  as_of_from: string;
  sha256: string;
  bytes: number;
  sheet: string | null;
  header_rows: number;
  records: number;
  records_sha256: string;
  obtained: string;
}

/** One entry in `journal/entries.json`; hashes as base64. */
export interface SealedEntry {
  edition: string;
  index: number;
  line: string;
  proof: string[];
}

/** One line of a rows file. */
export interface SealedRow {
  edition: string;
  row: number;
  place: string;
  file: string;
  sheet: string | null;
  key: Record<string, string | number | boolean | null>;
  amount?: string | number | null;
}

/** A seal taken apart. */
export interface OpenSeal {
  document: SealDocument;
  editions: SealedEdition[];
  entries: SealedEntry[];
  rows: ReadonlyMap<string, SealedRow[]>;
}
