import { Table } from '../../components/table.tsx';
import type { SearchesData } from '../../data/searches.ts';
import { page } from '../../page-kind.ts';
import { paths } from '../../paths.ts';
import { grid } from './grid.ts';
import { madeOfReleases } from './made.ts';
import { HiddenNote } from './notes.tsx';
import { type LongTable, longCsv, longTable } from './released.ts';

const mostRows = 300;

/** One released table, whole in its data. */
export const searchesTablePage = page<LongTable>({
  route: 'searches/tables/:table',
  says: 'a released table of searches: one row a count, with status c (hidden) or x (not readable)',
  paths: (site) => (site.searches?.release.tables ?? []).map((table) => paths.searchesTable(table.id)),
  load: (site, path) => {
    const table = site.searches?.release.tables.find((one) => paths.searchesTable(one.id) === path);
    return table && longTable(table);
  },
  view: (data, here, site) => {
    const whole = data.rows.length === 0 ? null : grid(site, here, data, here.say(data.title));
    return {
      title: here.say(data.title),
      made: here.say(madeOfReleases),
      crumbs: [
        { label: here.say`Home`, href: 'index.html' },
        { label: here.say`Searches`, href: 'searches/index.html' },
        { label: here.say(data.title) },
      ],
      children: (
        <>
          <h1>{here.say(data.title)}</h1>
          <HiddenNote here={here} data={site.searches as SearchesData} />
          {whole === null ? (
            <p>{here.say`No calendar month has been released yet.`}</p>
          ) : (
            <Table
              {...whole}
              rows={whole.rows.slice(0, mostRows)}
              total={whole.rows.length}
              lang={here.lang}
              id="table"
              downloads={[
                { label: here.say`JSON`, href: 'index.json', rows: data.rows.length },
                { label: here.say`CSV`, href: 'index.csv', rows: data.rows.length },
                { label: 'Parquet', href: 'data.parquet', rows: data.rows.length },
              ]}
            />
          )}
        </>
      ),
    };
  },
  csv: (data) => longCsv([data]),
});
