import { parquetOf } from '../../downloads/parquet.ts';
import { paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import type { FileBody } from '../../site-files.ts';
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

/** The Parquet files of all long tables. */
export function filesOfTables(site: Site): [string, () => FileBody][] {
  return siteTables(site).map(({ id }) => [`${paths.table(id)}/data.parquet`, () => tableFile(site, id)]);
}
