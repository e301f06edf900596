/** What the values of a column are. Decimals come as exact text, dates as ISO text. */
export type ColumnKind = 'text' | 'count' | 'decimal';

/** A column of a download: its name, what it holds, and what that means in a sentence. */
export interface DataColumn {
  name: string;
  kind: ColumnKind;
  says: string;
}

/** A plain value; null is absent. */
export type DataValue = string | number | null;

/** A table as all downloads write it: the same rows in the same order, whatever the form of the file. */
export interface DataTable {
  columns: readonly DataColumn[];
  rows: readonly (readonly DataValue[])[];
}

/** The most decimals that a column of exact text has. */
export function decimalsOf(table: DataTable, column: number): number {
  let most = 0;
  for (const row of table.rows) most = Math.max(most, String(row[column] ?? '').split('.')[1]?.length ?? 0);
  return most;
}
