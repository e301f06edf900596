import { type Cell, writeXlsx } from 'hucre/xlsx';
import type { ExampleList } from './calendar.ts';
import { exampleCanaries } from './canaries.ts';
import { cellsOf, type ExampleCell, headerOf } from './list-rows.ts';

/** The name of the sheet, as the publisher used it in each era. */
function sheetName(list: ExampleList): string {
  if (list.layout === 'H5') return '287(g) Agreements';
  return list.layout.startsWith('Q') && list.asOf > '2025-09-01' ? 'Sheet 1' : 'Sheet1';
}

function cellOf({ value, error, target }: ExampleCell): Partial<Cell> {
  if (error) return { value, type: 'error' };
  if (value instanceof Date) return { value, type: 'date', style: { numFmt: 'mm-dd-yy' } };
  // An empty cell with a style widens the used range, as in the publisher's own files.
  if (value === null) return { value, type: 'empty', style: { alignment: { vertical: 'center' } } };
  return target === undefined ? { value, type: 'string' } : { value, type: 'string', hyperlink: { target } };
}

/** The bytes of a list as a workbook: the same on any day and machine. */
export async function workbookOf(list: ExampleList): Promise<Uint8Array> {
  const header: ExampleCell[] = headerOf(list).map((value) => ({ value }));
  const rows = [header, ...cellsOf(list), ...Array.from({ length: list.blankRows }, (): ExampleCell[] => [])];
  const wide = rows.map((row) =>
    Array.from({ length: list.width }, (_, column): ExampleCell => row[column] ?? { value: null }),
  );
  const cells = new Map<string, Partial<Cell>>();
  wide.forEach((row, index) => {
    row.forEach((cell, column) => {
      cells.set(`${index},${column}`, cellOf(cell));
    });
  });
  return await writeXlsx({
    sheets: [{ name: sheetName(list), rows: wide.map((row) => row.map(({ value }) => value)), cells }],
    properties: {
      creator: exampleCanaries.creator,
      lastModifiedBy: exampleCanaries.lastModifiedBy,
      manager: exampleCanaries.manager,
      created: new Date('2025-02-15T19:41:07Z'),
      modified: new Date(list.modified),
    },
  });
}
