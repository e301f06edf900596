import { Table } from '../../components/table.tsx';
import { page } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import { siteTables } from './all.ts';

interface TablesData {
  tables: { id: string; title: string; says: string; rows: number; page: string }[];
}

/** The long tables of the site. */
export const tablesPage = page<TablesData>({
  route: 'tables',
  says: 'the long tables of the site, with what one row is and how many there are',
  paths: (site) => (siteTables(site).length === 0 ? [] : [paths.tables]),
  load: (site) => ({
    tables: [
      ...siteTables(site).map((table) => ({
        id: table.id,
        title: table.title,
        says: table.says,
        rows: table.rows(site).length,
        page: file(paths.table(table.id)),
      })),
      ...(site.searches?.release.tables ?? []).map((table) => ({
        id: table.id,
        title: table.title,
        says: 'One row is one released count of searches, with its status.',
        rows: table.rows.length,
        page: file(paths.searchesTable(table.id)),
      })),
    ],
  }),
  view: ({ tables }, here) => ({
    title: here.say`Tables`,
    description: here.say`Long tables to sort, filter and take along.`,
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`Tables` }],
    children: (
      <>
        <h1>{here.say`Tables`}</h1>
        <p class="lead">{here.say`Long tables to sort, filter and take along. Of searches they are the released tables alone.`}</p>
        <Table
          lang={here.lang}
          id="tables"
          caption={here.say`Long tables`}
          columns={[
            { label: here.say`Table`, kind: 'text' },
            { label: here.say`What one row is`, kind: 'text' },
            { label: here.say`Rows` },
          ]}
          rows={tables.map((table) => [
            { value: here.say(table.title), href: here.to(table.page) },
            here.say(table.says),
            table.rows,
          ])}
        />
      </>
    ),
  }),
  csv: ({ tables }) => ({
    columns: ['table', 'title', 'row', 'rows', 'page'],
    rows: tables.map(({ id, title, says, rows, page: at }) => [id, title, says, rows, at]),
  }),
});
