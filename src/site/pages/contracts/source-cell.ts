import { editionNote } from '../../../figures/answer.ts';
import { sayIn } from '../../../language/say.ts';
import type { Cell } from '../../cell.ts';
import type { Source } from '../../data/contracts/rows.ts';
import { editionLink } from '../../data/edition-link.ts';
import type { Here } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import type { EditionLink, Site } from '../../site.ts';
import { ranges } from '../receipt/ranges.ts';

/** A row of a released file as a person finds it, with the page of the file, where its hash is. */
export interface Place {
  edition: string;
  file: string;
  place: string;
  page: string;
}

/** The place of a row; null where nothing at hand has it. */
export function placeOf(site: Site, { edition, row }: Source): Place | null {
  const found = edition === null ? undefined : site.byEdition.get(edition);
  if (!found || row === null) return null;
  const say = sayIn(site.lang);
  const place = found.sheet === null ? say`record ${row}` : say`row ${row + found.headerRows}`;
  return {
    edition: found.edition,
    file: found.names[0] as string,
    place,
    page: file(paths.edition(found.edition)),
  };
}

/** A place as a cell of a table. */
export function placeCell(here: Here, place: Place | null): Cell {
  if (place === null) return { value: null };
  return { value: `${place.file}, ${place.place}`, href: here.to(place.page) };
}

/** Rows of one file in short: `12, 45–47`. */
export function placesByEdition(site: Site, sources: readonly Source[]): Place[] {
  const say = sayIn(site.lang);
  const rows = new Map<string, number[]>();
  for (const { edition, row } of sources) {
    if (edition === null || row === null) continue;
    const found = rows.get(edition);
    if (found) found.push(row);
    else rows.set(edition, [row]);
  }
  return [...rows].flatMap(([edition, numbers]) => {
    const found = site.byEdition.get(edition);
    if (!found) return [];
    const listed = ranges(site, edition, numbers);
    return [
      {
        edition,
        file: found.names[0] as string,
        place: numbers.length === 1 ? say`record ${listed}` : say`records ${listed}`,
        page: file(paths.edition(edition)),
      },
    ];
  });
}

/** The files behind some places, each once, in the order of the site. */
export function filesOf(site: Site, places: readonly (Place | null)[]): EditionLink[] {
  const used = new Set(places.flatMap((place) => (place === null ? [] : [place.edition])));
  return site.editions
    .filter((edition) => used.has(edition.edition))
    .map((edition) => editionLink(editionNote(edition)));
}
