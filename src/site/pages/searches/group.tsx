import { Table } from '../../components/table.tsx';
import type { SearchesData } from '../../data/searches.ts';
import { formatDate, formatNumber } from '../../format.ts';
import { type AnyPage, type Here, page } from '../../page-kind.ts';
import type { Site } from '../../site.ts';
import { grid } from './grid.ts';
import { madeOfReleases } from './made.ts';
import { MonthChart } from './month-chart.tsx';
import { HiddenNote } from './notes.tsx';
import { type LongTable, longCsv, longTable, nameOf, pageOf } from './released.ts';

interface GroupData {
  dimension: string;
  value: string;
  name: string;
  tables: LongTable[];
}

const headings: Readonly<Record<string, string>> = {
  month: 'By month',
  year: 'By year',
  'reason_class|month': 'Stated reasons by month',
  'reason_class|year': 'Stated reasons by year',
  'organisation|year': 'Who searches it',
  'network|year': 'Which networks it searches',
};

/** The pages of one dimension: an organisation's, a network's, a state's, a level's. */
export function groupPage(dimension: string, group: string, says: string): AnyPage {
  const valuesOf = (site: Site) => [
    ...new Set(
      (site.searches?.release.tables ?? [])
        .filter((table) => table.by.includes(dimension))
        .flatMap((table) => table.rows.map((row) => row.values[dimension] as string)),
    ),
  ];
  return page<GroupData>({
    route: `searches/${group}/:value`,
    says,
    paths: (site) => valuesOf(site).map((value) => pageOf(dimension, value) as string),
    load: (site, path) => {
      const value = valuesOf(site).find((one) => pageOf(dimension, one) === path);
      if (value === undefined) return undefined;
      const tables = (site.searches as SearchesData).release.tables
        .filter((table) => table.by.includes(dimension))
        .map((table) => longTable(table, { [dimension]: value }));
      return { dimension, value, name: nameOf(site, dimension, value), tables };
    },
    view: (data, here, site) => ({
      title: data.name,
      description: here.say`Searches: ${data.name}.`,
      made: here.say(madeOfReleases),
      crumbs: [
        { label: here.say`Home`, href: 'index.html' },
        { label: here.say`Searches`, href: 'searches/index.html' },
        { label: data.name },
      ],
      children: (
        <>
          <h1>{data.name}</h1>
          <p class="lead">{here.say(leads[dimension] ?? '')}</p>
          <LinkedAgency here={here} site={site} data={data} />
          <HiddenNote here={here} data={site.searches as SearchesData} />
          {data.tables.map((table) => (
            <Part here={here} site={site} data={data} table={table} />
          ))}
          <NetworkFacts here={here} site={site} data={data} />
          <p class="note">{here.say`“Department only”: the reason names a part of the department or an ambiguous word, its purpose not certain. A number that is hidden leaves a gap in a line. Lines of stated reasons are not joined from October to November 2025: late in that year free text became a list of offences, and reasons before and after are not comparable.`}</p>
        </>
      ),
    }),
    csv: (data) => longCsv(data.tables),
  });
}

const leads: Readonly<Record<string, string>> = {
  organisation: 'Searches by this organisation in the logs at hand, and what they state as their reason.',
  network: 'Searches in the logs of this network. A search that reached several networks stands in each.',
  state: 'Searches by organisations of this state in the logs at hand.',
  level: 'Searches by organisations of this level of government, by the form of their account.',
};

/** Of an organisation that is certainly an agency of the agreements: since when that agency is on ICE's lists. */
function LinkedAgency(props: { here: Here; site: Site; data: GroupData }) {
  const { here, site, data } = props;
  const link = data.dimension === 'organisation' ? site.searches?.links.get(data.value) : undefined;
  if (!link) return null;
  return (
    <p>
      {link.listed
        ? here.say`This agency holds a 287(g) agreement: first listed on `
        : here.say`This agency held a 287(g) agreement: it was first listed on `}
      {formatDate(link.since, here.lang)}
      {link.listed ? '' : here.say` and last on ${formatDate(link.last, here.lang)}`}.{' '}
      <span class="note">{here.say`Held to be “${link.name}”: ${here.say(link.why)}.`}</span>
    </p>
  );
}

/** Of a network: what can be read in its logs, and whether the rules that apply can be checked with them. */
function NetworkFacts(props: { here: Here; site: Site; data: GroupData }) {
  const { here, site, data } = props;
  const searches = site.searches as SearchesData;
  const network =
    data.dimension === 'network' ? searches.networks.find(({ id }) => id === data.value) : undefined;
  if (!network) return null;
  const packs = searches.packs.filter((pack) => network.rules.some((rule) => rule.pack === pack.id));
  return (
    <>
      <h2 id="coverage">{here.say`What can be read in its logs`}</h2>
      <p>{here.say`A masked cell is never counted as empty, and never as within a rule. Months and years here are those of the time zone ${network.zone}.`}</p>
      <Table
        lang={here.lang}
        id="t-coverage"
        caption={here.say`Columns of the logs of ${network.name}`}
        columns={[
          { label: here.say`Column`, kind: 'text' },
          { label: here.say`Cells`, kind: 'text' },
        ]}
        rows={network.coverage.map((one) => [one.title, one.says])}
      />
      <h2 id="rules">{here.say`Rules that apply`}</h2>
      <p>{here.say`A rule says of a search that it needs an explanation, is within the rule, or is not checkable. How many it asks about is told where released counts tell it; a hidden count is at least 1, and is not in the sum. What else a rule asks about is seen by the holder of the log alone.`}</p>
      {packs.map((pack) => (
        <Table
          lang={here.lang}
          id={`t-${pack.id}`}
          caption={`${pack.title} (${pack.status === 'draft' ? here.say`draft, to be confirmed` : here.say`confirmed on ${formatDate(pack.confirmed_on ?? '', here.lang)}`})`}
          columns={[
            { label: here.say`What is asked`, kind: 'text' },
            { label: here.say`With these logs`, kind: 'text' },
            { label: here.say`Needs an explanation, in shown counts`, kind: 'text' },
            { label: here.say`Hidden counts beside these`, kind: 'text' },
          ]}
          rows={pack.rules.map((rule) => {
            const note = network.rules.find((one) => one.pack === pack.id && one.rule === rule.id);
            return [
              rule.says,
              note?.checkable ?? '',
              note?.asked
                ? note.asked.shown === null
                  ? '[c]'
                  : formatNumber(note.asked.shown, here.lang)
                : here.say`holder alone`,
              note?.asked ? formatNumber(note.asked.hidden, here.lang) : '',
            ];
          })}
        />
      ))}
    </>
  );
}

function Part(props: { here: Here; site: Site; data: GroupData; table: LongTable }) {
  const { here, site, data, table } = props;
  const rest = table.by.filter((name) => name !== data.dimension).join('|');
  const title = here.say(headings[rest] ?? table.title);
  const downloads = [
    { label: here.say`JSON`, href: 'index.json' },
    { label: here.say`CSV`, href: 'index.csv' },
  ];
  return (
    <section aria-labelledby={`h-${table.id}`}>
      <h2 id={`h-${table.id}`}>{title}</h2>
      {rest.endsWith('month') ? (
        <MonthChart
          site={site}
          here={here}
          table={table}
          message={`${data.name}: ${title.toLowerCase()}`}
          measure={here.say`searches a month; a gap where a count is hidden or not available`}
          fixed={[data.dimension]}
        />
      ) : null}
      <Table
        {...grid(site, here, table, `${data.name}: ${title.toLowerCase()}`, [data.dimension])}
        lang={here.lang}
        id={`t-${table.id}`}
        downloads={downloads}
      />
    </section>
  );
}
