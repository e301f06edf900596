import type { Problem } from './portable/open.ts';
import type { OpenReleased, SealedCell } from './portable/released/document.ts';

/** A file of a published site as text, or undefined where it has none. */
export type SiteReader = (path: string) => string | undefined;

/** What comparing the tables of a seal with those of a published site came to. */
export interface AgainstSite {
  problems: Problem[];
  /** Cells that the site shows as the seal does. */
  same: number;
  /** Cells of a year that the site counts through a later month by now. */
  grown: number;
}

/** A row of the JSON twin of a released table's page. */
interface SiteRow {
  values: Record<string, string>;
  through: string | null;
  value: number | null;
  status: string | null;
}

/**
 * Compares every cell of the seal's tables with the site's own, `searches/tables/ID/index.json`. A released month stays as it
 * was, so a cell that the site shows otherwise, or not at all, was invented or changed since; only a year that has grown
 * by a month is another cell by now, and says nothing.
 */
export function againstSite({ document, cells }: OpenReleased, read: SiteReader): AgainstSite {
  const problems: Problem[] = [];
  let [same, grown] = [0, 0];
  for (const { id, title, by, file } of document.tables) {
    const rows = siteRows(read(`searches/tables/${id}/index.json`));
    if (!rows) {
      problems.push({ code: 'site', says: `the site has no table “${title}” that can be read` });
      continue;
    }
    const place = (values: Record<string, string>) => by.map((name) => values[name] ?? '').join('|');
    const shown = new Map(rows.map((row) => [place(row.values), row]));
    const wrong = (cells.get(file) ?? []).filter((cell) => {
      const row = shown.get(place(cell.values));
      if (row && (row.through ?? '') > (cell.through ?? '')) grown += 1;
      else if (row && row.through === cell.through && markOf(row) === cell.shown) same += 1;
      else return true;
      return false;
    });
    if (wrong.length > 0)
      problems.push({
        code: 'site',
        says: `${wrong.length} ${wrong.length === 1 ? 'cell' : 'cells'} of “${title}” ${wrong.length === 1 ? 'is' : 'are'} not as the site shows; the first is ${place((wrong[0] as SealedCell).values)}`,
      });
  }
  return { problems, same, grown };
}

function markOf({ value, status }: SiteRow): SealedCell['shown'] {
  return status === 'c' ? '[c]' : status === 'x' ? '[x]' : (value ?? '[x]');
}

/** The rows of a table's twin; null where the text is no such thing. */
function siteRows(text: string | undefined): SiteRow[] | null {
  try {
    const { data } = JSON.parse(text ?? '') as { data: { rows: SiteRow[] } };
    const formed = data.rows.every(
      ({ values, value }) =>
        Object.values(values).every((one) => typeof one === 'string') &&
        (value === null || typeof value === 'number'),
    );
    return formed ? data.rows : null;
  } catch {
    return null;
  }
}
