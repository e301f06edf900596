import type { EntranceTable, ReadAgain } from '../../../figures/kind.ts';
import type { Recognised } from '../../../read/layout.ts';
import { searchColumns } from '../columns.ts';
import { auditHeaders, withTimeWord } from '../layouts.ts';
import { Alignment, noColumn } from './aligned-rows.ts';
import { allHeaders, columnsOfHeader, type PartColumns, vendorOrders } from './columns-of-part.ts';

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

function startOf(table: EntranceTable, found: Recognised): PartColumns | null {
  if (found.headerRow >= 0) return columnsOfHeader(table.preview[found.headerRow] ?? []);
  return vendorOrders.find(({ width }) => width === table.width) ?? null;
}
