import type { SealDocument, SealedFigure } from '../document.ts';

/** The form of seals that hold a released table and no row; `seal.json` names it. */
export const releasedForm = 'released-cells';

/** Raised whenever the page, the citations or the meaning of a field change. */
export const releasedVersion = 2;

export type Filters = Record<string, readonly string[]>;

/** A cell of a released table, as it left: `[c]` is hidden, `[x]` is not available: it could not be read, or no log covers it. */
export interface SealedCell {
  values: Record<string, string>;
  /** Of a table by year: the last month counted. */
  through: string | null;
  shown: number | '[c]' | '[x]';
}

/** A released table; its cells are in `file`, one canonical line each. */
export interface SealedTable {
  id: string;
  title: string;
  by: readonly string[];
  /** The dimension that holds the time. */
  time: 'month' | 'year';
  /** The dimension in each value of which one thing counts once, so that its cells are never added up. */
  overlap: string | null;
  cells: number;
  /** Cells marked `[c]`. */
  hidden: number;
  file: string;
}

/** A value and the cells that it is the sum of: all those of the table that satisfy the filters and what the figure counts. */
export interface SealedValue {
  where: Filters;
  /** Position in `tables`. */
  table: number;
  cells: number;
  /** The last month counted, where a year is not complete. */
  through: string | null;
  value: string;
}

export interface SealedReleaseClaim {
  id: string;
  sentence: string;
  published: Record<string, string>;
  verdict: 'holds' | 'differs';
  /** `value` is a position in `values`. */
  numbers: { stated: string; value: number; holds: boolean }[];
}

/** `seal.json` of a seal that holds a released table. */
export interface ReleasedDocument {
  seal: number;
  form: typeof releasedForm;
  /** The language of the page and of the statement; definitions stand as they are declared. */
  language: 'en' | 'es';
  subject: SealDocument['subject'];
  title: string;
  statement: string;
  program: string;
  project: string;
  /** Where the table or the claim stands in a dated copy of the site; absent where there was none. */
  address?: string;
  figure: SealedFigure;
  /** What the figure counts of the tables, as values of dimensions. */
  counts: Filters;
  claim: SealedReleaseClaim | null;
  /** Every release so far, as the site tells it: the last is the one that the tables are of. */
  releases: { date: string; months: readonly string[] }[];
  tables: SealedTable[];
  values: SealedValue[];
  signer: string | null;
  files: SealDocument['files'];
}

/** A seal of a released table, taken apart; the cells by the name of their file. */
export interface OpenReleased {
  document: ReleasedDocument;
  cells: ReadonlyMap<string, SealedCell[]>;
}

/** Files that every such seal has beside its tables. */
export const releasedFiles = ['citation.bib', 'citation.json', 'citation.txt', 'index.html'];
