import { anchorOf, file, paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { shownRows } from '../receipt/rows-table.ts';

/**
 * Where a person can open a row of a list: its line in the receipt of agreements on that list. A list longer than what the
 * receipt shows has no lines for its last rows; the heading of the row's state, which always stands, is led to instead.
 */
export function rowLink(site: Site, edition: string, day: string, row: number): string {
  const rows = site.agreements?.rowsOf.get(edition) ?? [];
  const state = rows.length > shownRows ? rows.find((one) => one.row === row)?.state : null;
  return file(
    paths.receipt('agreements.agreements', day),
    rows.length <= shownRows ? `r-${row}` : state == null ? undefined : anchorOf('state', state),
  );
}
