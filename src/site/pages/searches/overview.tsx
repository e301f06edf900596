import { Caveats } from '../../components/caveats.tsx';
import { Link } from '../../components/link.tsx';
import { Table } from '../../components/table.tsx';
import type { SearchesData } from '../../data/searches.ts';
import { formatNumber, plural } from '../../format.ts';
import { type Here, page } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { grid } from './grid.ts';
import { madeOfReleases } from './made.ts';
import { HiddenNote, ReleasesNote } from './notes.tsx';
import { ReasonMatrix } from './reason-matrix.tsx';
import { type LongTable, longCsv, longTable } from './released.ts';

interface OverviewData {
  definition: string;
  networks: readonly string[];
  months: readonly string[];
  releases: readonly { date: string; months: readonly string[] }[];
  hidden_counts: number;
  counts: number;
  /** Percent of all searches in hidden counts of the first table, as far as shown counts tell it. */
  hidden_share: { low: number; high: number | null } | null;
  tables: { id: string; title: string; counts: number; page: string }[];
  by_year: LongTable | null;
}

const mostRows = 300;

/** The first page about searches: who searches, where from, for which stated reasons, as far as counts may be shown. */
export const searchesPage = page<OverviewData>({
  route: 'searches',
  says: 'searches by organisation and year, months released, and the list of released tables',
  paths: () => [paths.searches],
  load: (site) => {
    const data = site.searches as SearchesData;
    const byYear = data.release.tables.find(
      (table) =>
        table.by.includes('network') && table.by.includes('organisation') && table.by.includes('year'),
    );
    return {
      definition: data.definition,
      networks: data.networks.map(({ name }) => name),
      months: data.release.months,
      releases: data.release.releases,
      hidden_counts: data.release.hiddenCells,
      counts: data.release.cells,
      hidden_share: data.release.hiddenShare,
      tables: data.release.tables.map((table) => ({
        id: table.id,
        title: table.title,
        counts: table.rows.length,
        page: file(paths.searchesTable(table.id)),
      })),
      by_year: byYear ? longTable(byYear) : null,
    };
  },
  view: (data, here, site) => ({
    title: here.say`Searches`,
    description: here.say`How plate-reader networks are queried: by which organisations, for which stated reasons.`,
    made: here.say(madeOfReleases),
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`Searches` }],
    children: (
      <>
        <h1>{here.say`Searches of plate-reader networks`}</h1>
        <p class="lead">{here.say`How a network is queried, by which organisations, and for which stated reasons. Counted from audit logs; nobody who searches and nobody who is searched for is in them.`}</p>
        {data.months.length === 0 ? (
          <p>{here.say`No calendar month has been released yet.`}</p>
        ) : (
          <Released here={here} site={site} data={data} />
        )}
        <Caveats
          lang={here.lang}
          id="know"
          items={[...(site.searches as SearchesData).caveats.map((one) => here.say(one))]}
        />
      </>
    ),
  }),
  csv: (data) => longCsv(data.by_year ? [data.by_year] : []),
});

function Released(props: { here: Here; site: Site; data: OverviewData }) {
  const { here, site, data } = props;
  const searches = site.searches as SearchesData;
  const [only] = searches.networks;
  const alone = searches.networks.length === 1 && only !== undefined;
  const whole =
    data.by_year &&
    grid(
      site,
      here,
      alone
        ? { ...data.by_year, rows: data.by_year.rows.filter((row) => row.values['network'] === only.id) }
        : data.by_year,
      alone
        ? here.say`Searches of ${only.name}, by organisation and year`
        : here.say`Searches by network, organisation and year`,
      alone ? ['network'] : [],
    );
  const last = data.months.at(-1) as string;
  return (
    <>
      <p>{here.say(data.definition)}</p>
      {searches.networks.length === 0 ? null : (
        <p>{here.say`From logs of: ${searches.networks.map((network, index) => (
          <>
            {index === 0 ? '' : ', '}
            <Link href={here.to(file(paths.searchesOf('networks', network.id)))}>{network.name}</Link>
          </>
        ))}.`}</p>
      )}
      <ReleasesNote here={here} data={searches} />
      <HiddenNote here={here} data={searches} />
      {whole === null ? null : (
        <section aria-labelledby="organisations">
          <h2 id="organisations">{here.say`Organisations`}</h2>
          <Table
            {...whole}
            rows={whole.rows.slice(0, mostRows)}
            total={whole.rows.length}
            lang={here.lang}
            id="by-year"
            note={here.say`In the order of names. Each leads to its months and stated reasons.`}
            downloads={[
              { label: here.say`JSON`, href: 'index.json' },
              { label: here.say`CSV`, href: 'index.csv' },
            ]}
          />
        </section>
      )}
      <h2 id="where">{here.say`Where searches come from, and what they state`}</h2>
      <p>{here.say`A stated reason names immigration enforcement; or only a part of the department (or an ambiguous word), its purpose not certain; or neither; or it cannot be read.`}</p>
      {searches.release.tables
        .filter(({ by }) => by.includes('reason_class') && by.includes('month'))
        .map((table) => (
          <ReasonMatrix here={here} site={site} table={longTable(table)} month={last} />
        ))}
      {searches.linksToConfirm === 0 ? null : (
        <p class="note">{here.say`Some organisations may be agencies with a 287(g) agreement; that is not certain, nothing is said of it here, and it waits for a person to confirm.`}</p>
      )}
      <h2 id="tables">{here.say`All released tables`}</h2>
      <p>{here.say`These are all the numbers about searches that leave. Each is there whole, as JSON and CSV.`}</p>
      <ul>
        {data.tables.map((table) => (
          <li>
            <Link href={here.to(table.page)}>{here.say(table.title)}</Link> (
            {plural(table.counts, { one: '# count', other: '# counts' }, here.lang)})
          </li>
        ))}
      </ul>
      <p>
        <Link
          href={here.to(file(paths.searchesRules))}
        >{here.say`Rules that a log can be held against (${formatNumber(searches.packs.length, here.lang)} packs)`}</Link>{' '}
        ·{' '}
        <Link
          href={here.to(file(paths.searchesFlows))}
        >{here.say`Flows between states and between levels`}</Link>{' '}
        · <Link href={here.to(file(paths.searchesMethod))}>{here.say`How counts are hidden`}</Link>
      </p>
    </>
  );
}
