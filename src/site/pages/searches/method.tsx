import type { SearchesData } from '../../data/searches.ts';
import { page } from '../../page-kind.ts';
import { paths } from '../../paths.ts';
import { madeOfReleases } from './made.ts';
import { HiddenNote, ReleasesNote } from './notes.tsx';

interface MethodData {
  months: readonly string[];
  releases: readonly { date: string; months: readonly string[] }[];
  tables: { id: string; title: string; by: readonly string[] }[];
}

/** How counts of searches are hidden, in plain words. */
export const searchesMethodPage = page<MethodData>({
  route: 'searches/method',
  says: 'the tables of searches that leave, and when each month was released',
  paths: () => [paths.searchesMethod],
  load: (site) => {
    const { release } = site.searches as SearchesData;
    return {
      months: release.months,
      releases: release.releases,
      tables: release.tables.map(({ id, title, by }) => ({ id, title, by })),
    };
  },
  view: (data, here, site) => ({
    title: here.say`How counts are hidden`,
    description: here.say`Which counts of searches leave, which are hidden, and why.`,
    made: here.say(madeOfReleases),
    crumbs: [
      { label: here.say`Home`, href: 'index.html' },
      { label: here.say`Searches`, href: 'searches/index.html' },
      { label: here.say`How counts are hidden` },
    ],
    children: (
      <>
        <h1>{here.say`How counts of searches are hidden`}</h1>
        <p class="lead">{here.say`A small count next to the name of an organisation can point at one search, and so at a person. So only these tables leave, with small counts hidden.`}</p>
        <h2>{here.say`What leaves`}</h2>
        <ul>
          {data.tables.map((table) => (
            <li>{here.say(table.title)}</li>
          ))}
        </ul>
        <p>{here.say`Only calendar months that are over, and that the logs, taken together, cover to their end. A log that begins or ends within a month lists a part of it. No other grouping can be asked for: not here, and not in the data files.`}</p>
        <h2>{here.say`What the marks say`}</h2>
        <dl>
          <dt>[c]</dt>
          <dd>{here.say`The count is from 1 to 9, or it is larger and is hidden so that one from 1 to 9 cannot be worked out from the counts around it. A hidden count leaves at least ten possible values.`}</dd>
          <dt>[x]</dt>
          <dd>{here.say`Not available, which is not zero: in none of these searches could the reason be read, or no log at hand covers the organisation, or the network, in that time.`}</dd>
          <dt>0</dt>
          <dd>{here.say`The logs at hand list none. It does not say that nobody searched.`}</dd>
        </dl>
        <h2>{here.say`How hidden counts are chosen`}</h2>
        <p>{here.say`First every count from 1 to 9 is hidden. Then the program does what a curious reader would do: it adds up and subtracts what is shown, across all tables, and looks how narrowly that bounds each hidden count. While one can still be worked out, it hides one more count beside it, the smallest that will do. If no choice is safe, nothing is published.`}</p>
        <p>{here.say`At the end every hidden count needs witnesses: two other tables of whole numbers that agree with everything shown, in this and all earlier releases, and differ there by nine or more. They are added up again by plain code. Who knows only what is published cannot tell them from the true one, so no calculation finds the count. One without witnesses counts as given away, and a further count is hidden.`}</p>
        <p>{here.say`A search that reached several networks stands in the log of each, and counts once in each of them. So the counts of networks overlap: they may add up to more than there are, no single one may be more than there are, and where one network alone lists an organisation the two counts are the same. What follows from this is taken into account when counts are hidden.`}</p>
        <p>{here.say`What earlier releases showed is remembered, since the difference of two releases tells as much as a table. A count that was shown stays as it was; one that was hidden stays hidden; what arrives late for a released month is not added to it.`}</p>
        <p>{here.say`Tables and lists here stand in the order of names, dates or fixed groups, never in the order of counts. There are no percentages, ranks or averages beside the released counts. Flows between states and levels, and what a rule asks about, are sums of shown counts that anyone can add up from these tables; how many hidden counts are left out stands beside each.`}</p>
        <h2>{here.say`Releases so far`}</h2>
        <ReleasesNote here={here} data={site.searches as SearchesData} />
        <HiddenNote here={here} data={site.searches as SearchesData} />
        <h2>{here.say`What never leaves`}</h2>
        <p>{here.say`Rows, receipts of rows, times within a month, wordings of reasons, case numbers, ids, and the number of rows of a log. A sentence about searches is judged here only where a released count answers it.`}</p>
      </>
    ),
  }),
  csv: (data) => ({
    columns: ['released', 'month'],
    rows: data.releases.flatMap((one) => one.months.map((month) => [one.date, month])),
  }),
});
