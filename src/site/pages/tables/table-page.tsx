import type { CellLike } from '../../cell.ts';
import { BigTable } from '../../components/big-table.tsx';
import type { DataTable, DataValue } from '../../downloads/data-table.ts';
import { type Here, page } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import { siteTables } from './all.ts';
import { tableFile } from './files.ts';
import { dataOf, type SiteTable } from './site-table.ts';

/** Rows on the page itself; a script shows them all. */
const first = 100;

interface TableData {
  table: SiteTable;
  data: DataTable;
}

/** A long table: its first rows, all of them as Parquet and CSV; a script sorts, filters and scrolls through all. */
export const tablePage = page<TableData>({
  route: 'tables/:table',
  says: 'the columns of a long table and its first rows; CSV and Parquet have them all',
  paths: (site) => siteTables(site).map(({ id }) => paths.table(id)),
  load(site, _path, { table: id }) {
    const table = siteTables(site).find((one) => one.id === id);
    return table && { table, data: dataOf(table, site) };
  },
  view({ table, data }, here, site) {
    const title = here.say(table.title);
    return {
      title,
      description: here.say(table.says),
      crumbs: [
        { label: here.say`Home`, href: 'index.html' },
        { label: here.say`Tables`, href: file(paths.tables) },
        { label: title },
      ],
      scripts: ['big-table'],
      children: (
        <>
          <h1>{title}</h1>
          <p class="lead">{here.say(table.says)}</p>
          <BigTable
            lang={here.lang}
            id="table"
            caption={title}
            root={here.to('')}
            columns={table.columns.map((column) => ({ ...column, label: here.say(column.label) }))}
            rows={data.rows.slice(0, first).map((row) => shown(table, row, here))}
            total={data.rows.length}
            parquet={{ href: 'data.parquet', bytes: tableFile(site, table.id).length }}
          />
        </>
      ),
    };
  },
  csv: ({ data }) => ({ columns: data.columns.map(({ name }) => name), rows: data.rows }),
  json: ({ table, data }) => ({
    id: table.id,
    title: table.title,
    says: table.says,
    columns: table.columns,
    total: data.rows.length,
    rows: data.rows.slice(0, first),
    all: { csv: 'index.csv', parquet: 'data.parquet' },
  }),
});

/** The columns that people see, each cell leading where its column says. */
function shown(table: SiteTable, row: readonly DataValue[], here: Here): CellLike[] {
  return table.columns.flatMap((column, i): CellLike[] => {
    if (column.hidden) return [];
    const value = row[i] ?? null;
    const at =
      column.link === undefined ? null : row[table.columns.findIndex(({ name }) => name === column.link)];
    return [typeof at === 'string' && value !== null ? { value, href: here.to(at) } : value];
  });
}
