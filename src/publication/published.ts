import type { Release, ReleasedTable } from './release.ts';

/** What of a release is handed to pages: tables with their marks, and sentences that tell no more than these. */
export interface PublishedRelease {
  kind: string;
  /** Every month released so far. */
  months: readonly string[];
  /** Which release brought which months; the dates are those of the first publication. */
  releases: readonly { date: string; months: readonly string[] }[];
  tables: readonly ReleasedTable[];
  hiddenCells: number;
  cells: number;
  /** How much of all that was counted lies in hidden cells of the first table: `less than 5%`; null where that would tell too much. */
  hiddenShare: string | null;
  /** Whether the records of released months are not what they were when they were released. */
  changedSince: boolean;
}

/** Steps in which a hidden share is told: the whole percent from which each begins. */
const steps: readonly [number, string][] = [
  [50, 'more than half'],
  [20, '20% to 50%'],
  [5, '5% to 20%'],
  [0, 'less than 5%'],
];

/** How many counts the narrowest step has to span for each hidden cell. */
const leastSpan = 20;

/**
 * The share that hidden cells hold, in wide steps. An exact one, even a rounded one, is a sum of hidden counts: of 100
 * searches "5% in two cells" tells that the two hold five. Whether it is told at all depends on shown values alone.
 */
export function hiddenShare(release: Release): string | null {
  const rows = release.tables[0]?.rows ?? [];
  const hidden = rows.filter((row) => row.shown === '[c]').length;
  const shown = rows.reduce((sum, row) => sum + (typeof row.shown === 'number' ? row.shown : 0), 0);
  if (hidden === 0 || shown * 0.05 < leastSpan * hidden) return null;
  return steps.find(([from]) => release.hiddenPercent >= from)?.[1] ?? null;
}

/** A release as pages are handed it. */
export function published(
  release: Release,
  releases: readonly { date: string; months: readonly string[] }[],
): PublishedRelease {
  return {
    kind: release.kind,
    months: release.months,
    releases: releases.map(({ date, months }) => ({ date, months })),
    tables: release.tables,
    hiddenCells: release.hiddenCells,
    cells: release.cells,
    hiddenShare: hiddenShare(release),
    changedSince: release.lateArrivals,
  };
}
