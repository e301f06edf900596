import { existsSync, readFileSync } from 'node:fs';
import type { ReleasePlan } from '../figures/release.ts';
import { writeDurably } from '../project/durable.ts';
import type { Covered } from './coverage.ts';

/** A count as it left: its value, `[c]` where it is hidden, `[x]` where it could not be read or no records cover it. */
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
  schema: 2;
  kind: string;
  /** The version of the plan by which all its releases were made. */
  plan: number;
  releases: LedgerRelease[];
  /** The fine counts of released months: values in the order of `dimensions`, then the count. */
  dimensions: string[];
  counts: [...string[], number][];
  /** The same by network, for plans in which one search is counted in several. */
  shared: [...string[], number][];
  /** What records covered of released months when these were released; absent in ledgers of before. */
  covered?: Covered[];
}

/** A ledger of no release yet. */
export function emptyLedger(plan: Pick<ReleasePlan, 'kind' | 'version' | 'dimensions'>): Ledger {
  return {
    schema: 2,
    kind: plan.kind,
    plan: plan.version,
    releases: [],
    dimensions: [...plan.dimensions],
    counts: [],
    shared: [],
  };
}

/** The ledger at `path` as it is, or an empty one. Whether it fits the plan is for the caller to see. */
export function readLedger(path: string, plan: ReleasePlan): Ledger {
  if (!existsSync(path)) return emptyLedger(plan);
  return JSON.parse(readFileSync(path, 'utf8')) as Ledger;
}

/** Writes the ledger whole or not at all. */
export function writeLedger(path: string, ledger: Ledger): void {
  writeDurably(path, `${JSON.stringify(ledger)}\n`);
}
