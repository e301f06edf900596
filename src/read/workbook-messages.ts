import type { Limits } from './limits.ts';
import type { Refusal } from './refusals.ts';
import type { SheetRow } from './sheet-rows.ts';

/** A sheet as the child lists it. */
export interface SheetListing {
  name: string;
  index: number;
  width: number;
  lastRow: number;
  /** The first rows. */
  preview: (string | null)[][];
}

/** What the parent asks of the child; one question is open at a time. */
export type WorkbookQuestion =
  | { ask: 'open'; path: string; limits: Limits }
  | { ask: 'rows'; path: string; index: number; from: number; limits: Limits }
  | { ask: 'more' }
  | { ask: 'stop' };

/** What the child answers. A failure is a word of `refusals.ts`, never a message of a parser. */
export type WorkbookAnswer =
  | { is: 'sheets'; sheets: SheetListing[]; modified: string | null }
  | { is: 'rows'; rows: SheetRow[]; last: boolean }
  | { is: 'stopped' }
  | { is: 'refused'; refusal: Refusal };
