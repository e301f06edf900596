import { foldHeader } from '../../../read/layout.ts';
import { headerSpellings } from '../headers.ts';

/** The headers of this kind in one order: the columns of a table whose parts have different ones. */
export const allHeaders: readonly string[] = Object.keys(headerSpellings);

const canonical = new Map(
  Object.entries(headerSpellings).flatMap(([header, spellings]) =>
    [header, ...spellings].map((spelling) => [spelling, header] as const),
  ),
);

/** Where the columns of a part of a table are. */
export interface PartColumns {
  /** Header -> 0-based cell. */
  places: ReadonlyMap<string, number>;
  /** Cells of columns that nothing is known of; anything may stand in them. */
  free: readonly number[];
  /** Cells of a row. */
  width: number;
}

/** The columns of a part by its header line; null where the row is no header. */
export function columnsOfHeader(cells: readonly (string | null)[]): PartColumns | null {
  const places = new Map<string, number>();
  const free: number[] = [];
  let unknown = 0;
  for (const [index, cell] of cells.entries()) {
    const folded = foldHeader(cell);
    const header = canonical.get(folded);
    if (header !== undefined && !places.has(header)) places.set(header, index);
    else {
      free.push(index);
      if (folded !== '') unknown += 1;
    }
  }
  const isHeader = places.has('search time') && places.size >= 3 && places.size > unknown;
  return isHeader ? { places, free, width: cells.length } : null;
}

const long =
  'id|name|org name|total networks searched|total devices searched|time frame|license plate|reason|case #|filters|search time|search type|text prompt|moderation'.split(
    '|',
  );
const without = (headers: readonly string[], ...out: string[]) => headers.filter((one) => !out.includes(one));

/** Orders in which the vendor exports columns: a stretch of rows without a header line is known by them. */
export const vendorOrders: readonly PartColumns[] = [
  long,
  without(long, 'total devices searched'),
  without(long, 'id'),
  without(long, 'id', 'text prompt', 'moderation'),
  without(long, 'id', 'text prompt', 'moderation', 'total devices searched'),
  without(long, 'name', 'license plate', 'case #', 'filters', 'text prompt'),
  'org name|total networks searched|time frame|search time|search type'.split('|'),
].map((headers) => ({
  places: new Map(headers.map((header, index) => [header, index])),
  free: [],
  width: headers.length,
}));

/** The columns with one cell too many before place `at`, or one too few there. */
export function displaced({ places, free, width }: PartColumns, at: number, by: 1 | -1): PartColumns {
  const lost = (place: number) => by === -1 && place === at;
  const moved = (place: number) => (place >= at ? place + by : place);
  return {
    places: new Map(
      [...places].flatMap(([header, place]) => (lost(place) ? [] : [[header, moved(place)] as const])),
    ),
    free: free.filter((place) => !lost(place)).map(moved),
    width: width + by,
  };
}
