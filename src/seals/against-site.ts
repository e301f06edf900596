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
 * Compares the seal's tables with the site's own, `searches/tables/ID/index.json`, cell by cell and both ways: one left out
 * makes a sum smaller. A released month stays as it was, so a cell that the site shows otherwise, or not at all, was
 * invented or changed since. What the site has of later months, and a year that has grown by one, says nothing.
 */
export function againstSite({ document, cells }: OpenReleased, read: SiteReader): AgainstSite {
  const problems: Problem[] = [];
  let [same, grown] = [0, 0];
  const last = document.releases.flatMap(({ months }) => months).at(-1) ?? '';
  for (const { id, title, by, time, file } of document.tables) {
    const rows = siteRows(read(`searches/tables/${id}/index.json`));
    if (!rows) {
      problems.push({ code: 'site', says: `the site has no table “${title}” that can be read` });
      continue;
    }
    const place = (values: Record<string, string>) => by.map((name) => values[name] ?? '').join('|');
    const shown = new Map(rows.map((row) => [place(row.values), row]));
    const sealed = cells.get(file) ?? [];
    const wrong = sealed.filter((cell) => {
      const row = shown.get(place(cell.values));
      if (row && (row.through ?? '') > (cell.through ?? '')) grown += 1;
      else if (row && row.through === cell.through && markOf(row) === cell.shown) same += 1;
      else return true;
      return false;
    });
    const known = new Set(sealed.map(({ values }) => place(values)));
    const left = rows.filter(
      ({ values, through }) => (through ?? values[time] ?? '') <= last && !known.has(place(values)),
    );
    const tell = (which: readonly { values: Record<string, string> }[], one: string, more: string) => {
      const [first] = which;
      if (first)
        problems.push({
          code: 'site',
          says: `${which.length} ${which.length === 1 ? `cell of “${title}” is ${one}` : `cells of “${title}” are ${more}`}; the first is ${place(first.values)}`,
        });
    };
    tell(wrong, 'not as the site shows it', 'not as the site shows them');
    tell(left, 'on the site and not in the seal', 'on the site and not in the seal');
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
