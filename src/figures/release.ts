/** One table that leaves: counts by these dimensions. A `year` stands for the closed months of it so far. */
export interface ReleaseTable {
  id: string;
  title: string;
  by: readonly string[];
}

/**
 * A dimension of which one counted thing may have several values, as a search stands in the logs of several networks.
 * A table by it counts each thing in each of its values, so that its counts add up to more than the whole; none is more
 * than the whole. Each thing has at least one value.
 */
export interface Overlap {
  dimension: string;
  /** The dimension beside which it is counted; a table by the overlapping one has this one too. */
  within: string;
  /** SQL: one row per value of the overlapping dimension and of the plan's dimensions but `readable`, with `n`. */
  base: string;
}

/**
 * What of a kind's counts leaves, and nothing else: a fixed list of tables over one fine table of counts (the base),
 * never a free cube.
 */
export interface ReleasePlan {
  kind: string;
  /** Raised with every change of what is counted or shown: a ledger of another version is refused. */
  version: number;
  /** SQL of the base: one row per combination of `dimensions`, with `n`. */
  base: string;
  dimensions: readonly string[];
  /** Dimension -> those that follow from it, as organisation -> state. */
  parents: Readonly<Record<string, readonly string[]>>;
  /** The dimension that holds the month; `year` follows from it. */
  month: string;
  /** The dimension whose values may be unreadable, and the value that says so. */
  readable: { dimension: string; unreadable: string; values: readonly string[] };
  overlap?: Overlap;
  /**
   * SQL: one row per month that records cover (`month`) and what they are limited to: a column for each dimension that
   * may be, null where it is not. A zero of which nothing is covered is no zero, and is not shown as one.
   */
  covered: string;
  tables: readonly ReleaseTable[];
  /** SQL with one row: `last_day`, the last day that the editions cover. */
  lastDay: string;
}

/** Counts of 1 to this are not shown. */
export const largestHidden = 9;

/** Whether a table counts each thing in each value of the overlapping dimension. */
export function overlaps(plan: ReleasePlan, table: ReleaseTable): boolean {
  return plan.overlap !== undefined && table.by.includes(plan.overlap.dimension);
}
