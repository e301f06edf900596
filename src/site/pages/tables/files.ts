import type { ReleasedTable } from '../../../publication/release.ts';
import type { DataTable, DataValue } from '../../downloads/data-table.ts';
import { parquetOf } from '../../downloads/parquet.ts';
import { paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import type { FileBody } from '../../site-files.ts';
import { longCsv, longTable } from '../searches/released.ts';
import { siteTables } from './all.ts';
import { dataOf } from './site-table.ts';

const kept = new WeakMap<Site, Map<string, Uint8Array<ArrayBuffer>>>();

/** A long table as Parquet, made once for its page, which states the size, and for the file. */
export function tableFile(site: Site, id: string): Uint8Array<ArrayBuffer> {
  const made = kept.get(site) ?? new Map<string, Uint8Array<ArrayBuffer>>();
  kept.set(site, made);
  const before = made.get(id);
  if (before) return before;
  const table = siteTables(site).find((one) => one.id === id);
  if (!table) throw new Error(`there is no table ${id}`);
  const bytes = parquetOf(dataOf(table, site), { title: table.title, row: table.says });
  made.set(id, bytes);
  return bytes;
}

/** A released table of searches as Parquet: one row a count, with its status; a hidden one has no number. */
export function releasedFile(table: ReleasedTable): Uint8Array<ArrayBuffer> {
  const { columns, rows } = longCsv([longTable(table)]);
  const data: DataTable = {
    columns: columns.map((name) => ({
      name,
      kind: name === 'searches' ? 'count' : 'text',
      says: columnSays[name] ?? name,
    })),
    rows: [...rows].map((row) => row.map((cell) => (cell ?? null) as DataValue)),
  };
  return parquetOf(data, { title: table.title, row: 'one released count' });
}

const columnSays: Readonly<Record<string, string>> = {
  through: 'of a table by year, the last month counted',
  searches: 'the count; absent where status says why',
  status: 'c: hidden, x: not available; absent where there is a count',
};

/** The Parquet files of all released tables, beside their pages. */
export function filesOfReleased(site: Site): [string, () => FileBody][] {
  return (site.searches?.release.tables ?? []).map((table) => [
    `${paths.searchesTable(table.id)}/data.parquet`,
    () => releasedFile(table),
  ]);
}

/** The Parquet files of all long tables. */
export function filesOfTables(site: Site): [string, () => FileBody][] {
  return siteTables(site).map(({ id }) => [`${paths.table(id)}/data.parquet`, () => tableFile(site, id)]);
}
