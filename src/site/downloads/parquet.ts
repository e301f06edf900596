import type { SchemaElement } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { type DataTable, type DataValue, decimalsOf } from './data-table.ts';

/** Rows in a group: what a browser fetches at once when it shows a part of a long table. */
const groupRows = 10_000;

/** Digits that a decimal of eight bytes holds. */
const precision = 18;

/**
 * A table as Parquet: text, 64-bit counts, exact decimals; never a binary fraction. Every column has statistics, so
 * that a reader skips groups that cannot match. The same rows are the same bytes.
 */
export function parquetOf(
  table: DataTable,
  about: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const columns = table.columns.map((_, index) => columnOf(table, index));
  const buffer = parquetWriteBuffer({
    schema: [{ name: 'table', num_children: columns.length }, ...columns.map((column) => column.schema)],
    columnData: columns.map((column) => column.source),
    codec: 'SNAPPY',
    rowGroupSize: groupRows,
    createdBy: 'counterfoil',
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
  });
  return new Uint8Array(buffer);
}

function columnOf(table: DataTable, index: number): { schema: SchemaElement; source: ColumnSource } {
  const { name, kind } = table.columns[index] as DataTable['columns'][number];
  const cells = table.rows.map((row) => row[index] ?? null);
  const base = { name, repetition_type: 'OPTIONAL' as const };
  if (kind === 'count')
    return {
      schema: { ...base, type: 'INT64' },
      source: { name, data: cells.map((cell) => (cell === null ? null : BigInt(cell))) },
    };
  const scale = kind === 'decimal' ? decimalsOf(table, index) : 0;
  if (kind === 'decimal' && cells.every((cell) => fits(cell, scale)))
    return {
      schema: { ...base, type: 'INT64', converted_type: 'DECIMAL', scale, precision },
      source: { name, data: cells.map((cell) => (cell === null ? null : unscaled(String(cell), scale))) },
    };
  return {
    schema: { ...base, type: 'BYTE_ARRAY', converted_type: 'UTF8' },
    source: { name, data: cells.map((cell) => (cell === null ? null : String(cell))) },
  };
}

/** Whether a value is a plain decimal that eight bytes hold at this scale. */
function fits(cell: DataValue, scale: number): boolean {
  if (cell === null) return true;
  const [whole = '', part = ''] = String(cell).replace(/^[+-]/, '').split('.');
  return /^\d+$/.test(whole) && /^\d*$/.test(part) && whole.length + scale <= precision;
}

/** `-12.5` at two decimals is -1250. */
function unscaled(text: string, scale: number): bigint {
  const [whole = '', part = ''] = text.split('.');
  return BigInt(whole + part.padEnd(scale, '0'));
}
