import { existsSync, readFileSync } from 'node:fs';
import { writeDurably } from '../project/durable.ts';

/** A count as it left: its value, `[c]` where it is hidden, `[x]` where it could not be read. */
export type ShownValue = number | '[c]' | '[x]';

/** What one release added to what is known outside. */
export interface LedgerRelease {
  /** ISO date of the release. */
  date: string;
  /** Months that were closed by then and had not been released before. */
  months: string[];
  /** Cell -> what was shown, of the cells that this release added. */
  shown: Record<string, ShownValue>;
}

/**
 * Everything that releases of one kind have shown so far, and the counts on which they rested. The counts are exact and
 * stay with the records; they never leave. A month is counted once, at its first release: what arrives for it later is
 * counted apart, since the difference of two releases would tell small counts.
 */
export interface Ledger {
  schema: 1;
  kind: string;
  releases: LedgerRelease[];
  /** The fine counts of released months: values in the order of `dimensions`, then the count. */
  dimensions: string[];
  counts: [...string[], number][];
}

/** The ledger at `path`, or an empty one. */
export function readLedger(path: string, kind: string, dimensions: readonly string[]): Ledger {
  if (!existsSync(path)) return { schema: 1, kind, releases: [], dimensions: [...dimensions], counts: [] };
  return JSON.parse(readFileSync(path, 'utf8')) as Ledger;
}

/** Writes the ledger whole or not at all. */
export function writeLedger(path: string, ledger: Ledger): void {
  writeDurably(path, `${JSON.stringify(ledger)}\n`);
}
