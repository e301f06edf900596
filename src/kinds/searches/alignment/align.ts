import type { EntranceTable, ReadAgain } from '../../../figures/kind.ts';
import type { Recognised } from '../../../read/layout.ts';
import { searchColumns } from '../columns.ts';
import { auditHeaders, withTimeWord } from '../layouts.ts';
import { Alignment, noColumn } from './aligned-rows.ts';
import { allHeaders, columnsOfHeader, type PartColumns } from './columns-of-part.ts';

/**
 * How a log in which rows were rejected, or headers repeated, is read again with its parts told apart; null where its
 * columns are not known by name.
 */
export function readAgain(table: EntranceTable, found: Recognised): ReadAgain | null {
  const columns = startOf(table, found);
  if (!columns) return null;
  const log = found.layout.id.startsWith('portal-') ? 'portal' : 'audit';
  const alignment = new Alignment(columns);
  return {
    recognised: {
      ...found,
      layout: {
        ...found.layout,
        ...withTimeWord('search time', searchColumns(auditHeaders, 'us', log)),
      },
      positions: new Map(allHeaders.map((header, index) => [header, index + 1])),
      noColumn,
    },
    width: allHeaders.length,
    rows: (source) => alignment.rows(source),
    repaired: () => ({ count: alignment.repaired, rows: alignment.places }),
    notes: () =>
      alignment.parts > 1 ? [`The file holds ${alignment.parts} parts with different columns.`] : [],
  };
}

/** Headers by the names that mapping files have for them, in lower case. */
const mapped = new Map(Object.entries(auditHeaders).map(([name, header]) => [name.toLowerCase(), header]));

/** Where the columns are at first: by the header line, or as a mapping file, or the form of the cells, has told. */
function startOf(table: EntranceTable, { headerRow, positions }: Recognised): PartColumns | null {
  if (headerRow >= 0 && !positions.has('time')) return columnsOfHeader(table.preview[headerRow] ?? []);
  const places = new Map<string, number>();
  for (const [name, position] of positions) {
    const header = mapped.get(name);
    if (header !== undefined) places.set(header, position - 1);
  }
  const taken = new Set(places.values());
  const free = Array.from({ length: table.width }, (_, at) => at).filter((at) => !taken.has(at));
  return places.has('search time') ? { places, free, width: table.width } : null;
}
