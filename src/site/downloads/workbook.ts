import { type Cell, writeXlsx } from 'hucre/xlsx';
import { rezipped } from './archive.ts';
import type { ColumnKind, DataTable, DataValue } from './data-table.ts';

/** Digits that a cell of a workbook holds exactly. */
const exactDigits = 15;

/**
 * A table as a workbook: a sheet with the rows, and one that says what they are. A number that a workbook would round
 * stays text; text never becomes a formula. The same rows are the same bytes.
 */
export async function workbookOf(
  table: DataTable,
  about: readonly (readonly [string, string])[],
  title: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const header = table.columns.map(({ name }) => name);
  const rows = table.rows.map((row) =>
    row.map((value, i) => cellValue(value, table.columns[i]?.kind ?? 'text')),
  );
  const bold: Partial<Cell> = { style: { font: { bold: true } } };
  const cells = new Map(
    header.map((value, column): [string, Partial<Cell>] => [`0,${column}`, { ...bold, value }]),
  );
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Data', rows: [header, ...rows], cells },
      { name: 'About', rows: about.map((line) => [...line]) },
    ],
    properties: { title, creator: 'Counterfoil', created: epoch, modified: epoch },
  });
  return rezipped(bytes);
}

/** Workbooks want a date of their making; the records carry theirs in the rows. */
const epoch = new Date(0);

function cellValue(value: DataValue, kind: ColumnKind): DataValue {
  if (value === null || typeof value === 'number' || kind === 'text') return value;
  return value.replace(/\D/g, '').length <= exactDigits && /^[+-]?\d+(\.\d+)?$/.test(value)
    ? Number(value)
    : value;
}
