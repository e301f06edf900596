import type { HiddenShare } from './hidden-share.ts';
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
  /** How much of all that was counted lies in hidden cells of the first table, as far as shown counts tell it. */
  hiddenShare: HiddenShare | null;
  /** Whether the records of released months are not what they were when they were released. */
  changedSince: boolean;
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
    hiddenShare: release.hiddenShare,
    changedSince: release.lateArrivals,
  };
}
