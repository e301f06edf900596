/** One table that leaves: counts by these dimensions. A `year` stands for the closed months of it so far. */
export interface ReleaseTable {
  id: string;
  title: string;
  by: readonly string[];
}

/**
 * What of a kind's counts leaves, and nothing else: a fixed list of tables over one fine table of counts (the base),
 * never a free cube.
 */
export interface ReleasePlan {
  kind: string;
  /** SQL of the base: one row per combination of `dimensions`, with `n`. */
  base: string;
  dimensions: readonly string[];
  /** Dimension -> those that follow from it, as organisation -> state. */
  parents: Readonly<Record<string, readonly string[]>>;
  /** The dimension that holds the month; `year` follows from it. */
  month: string;
  /** The dimension whose values may be unreadable, and the value that says so. */
  readable: { dimension: string; unreadable: string; values: readonly string[] };
  tables: readonly ReleaseTable[];
  /** SQL with one row: `last_day`, the last day that the editions cover. */
  lastDay: string;
}

/** Counts of 1 to this are not shown. */
export const largestHidden = 9;
