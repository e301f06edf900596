import { type Flow, flowsOf } from '../../../publication/sums-of-shown.ts';
import { Matrix } from '../../components/matrix.tsx';
import { Table } from '../../components/table.tsx';
import type { SearchesData } from '../../data/searches.ts';
import { type Here, hidden, page } from '../../page-kind.ts';
import { paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { madeOfReleases } from './made.ts';
import { HiddenNote } from './notes.tsx';
import { byText, nameOf, shownClasses, timeName } from './released.ts';

interface FlowsData {
  states: Flow[];
  levels: Flow[];
}

/** From where networks are searched: sums of shown counts, each with how many hidden ones it leaves out. */
export const searchesFlowsPage = page<FlowsData>({
  route: 'searches/flows',
  says: 'searches from state to state and from level to level, as far as released counts tell',
  paths: () => [paths.searchesFlows],
  load: (site) => {
    const { release, places } = site.searches as SearchesData;
    return {
      states: flowsOf(release.tables, places, 'state'),
      levels: flowsOf(release.tables, places, 'level'),
    };
  },
  view: (data, here, site) => ({
    title: here.say`Flows between states and between levels`,
    description: here.say`From which states and levels of government networks are searched, as far as released counts tell.`,
    made: here.say(madeOfReleases),
    crumbs: [
      { label: here.say`Home`, href: 'index.html' },
      { label: here.say`Searches`, href: 'searches/index.html' },
      { label: here.say`Flows between states and between levels` },
    ],
    children: (
      <>
        <h1>{here.say`Flows between states and between levels`}</h1>
        <p class="lead">{here.say`From which states and levels of government networks are searched, as far as released counts tell.`}</p>
        <p>{here.say`Each number adds up the shown counts of the table of networks, organisations and years. Hidden counts are not in it: each of them is at least 1, and nothing more can be said of them. A search that reached several networks counts once in each.`}</p>
        <HiddenNote here={here} data={site.searches as SearchesData} />
        <Flows
          here={here}
          site={site}
          of="state"
          title={here.say`From state to state`}
          caption={here.say`Searches from state to state, by year`}
          flows={data.states}
        />
        <Flows
          here={here}
          site={site}
          of="level"
          title={here.say`From level to level`}
          caption={here.say`Searches from level to level, by year`}
          flows={data.levels}
        />
      </>
    ),
  }),
  csv: (data) => ({
    columns: ['between', 'from', 'to', 'year', 'through', 'shown', 'hidden_counts'],
    measured: ['shown'],
    rows: (['states', 'levels'] as const).flatMap((between) =>
      data[between].map((one) => [
        between,
        one.from,
        one.to,
        one.year,
        one.through,
        one.shown ?? hidden,
        one.hidden,
      ]),
    ),
  }),
});

interface FlowsProps {
  here: Here;
  site: Site;
  of: string;
  title: string;
  caption: string;
  flows: readonly Flow[];
}

/** The latest whole year, or the latest there is: organisations downwards, networks across. */
function FlowMatrix({ here, site, of, title, flows }: FlowsProps) {
  const years = [...new Set(flows.map(({ year }) => year))].sort();
  const whole = (year: string) =>
    flows.every((flow) => flow.year !== year || flow.through === null || flow.through.endsWith('-12'));
  const year = years.findLast(whole) ?? years.at(-1);
  const cells = flows.filter((flow) => flow.year === year);
  const [first] = cells;
  if (!first) return null;
  const at = new Map(cells.map((flow) => [`${flow.from}|${flow.to}`, flow]));
  const places = (side: 'from' | 'to') =>
    [...new Set(cells.map((flow) => flow[side]))]
      .map((key) => ({ key, label: nameOf(site, of, key) }))
      .sort((a, b) => byText(a.label, b.label));
  const time = timeName(site, {
    values: { year: first.year },
    through: first.through,
    value: null,
    status: null,
  });
  return (
    <Matrix
      lang={here.lang}
      id={`m-${of}`}
      message={`${title}: ${time}`}
      measure={here.say`searches in shown counts; how many hidden counts each leaves out stands in the table`}
      sides={{ rows: here.say`Organisations of`, columns: here.say`Networks of` }}
      rows={places('from')}
      columns={places('to')}
      cell={(from, to) => {
        const flow = at.get(`${from}|${to}`);
        if (!flow) return undefined;
        return flow.shown === null ? { value: null, status: 'c' } : flow.shown;
      }}
      classes={shownClasses(cells.flatMap(({ shown }) => shown ?? []))}
      unit={here.say`searches`}
    />
  );
}

function Flows(props: FlowsProps) {
  const { here, site, of, title, caption } = props;
  const named = props.flows.map((flow) => ({
    flow,
    from: nameOf(site, of, flow.from),
    to: nameOf(site, of, flow.to),
  }));
  named.sort((a, b) => byText(a.from, b.from) || byText(a.to, b.to) || byText(a.flow.year, b.flow.year));
  return (
    <section aria-labelledby={`h-${of}`}>
      <h2 id={`h-${of}`}>{title}</h2>
      <FlowMatrix {...props} />
      <Table
        lang={here.lang}
        id={`t-${of}`}
        caption={caption}
        columns={[
          { label: here.say`Organisations of`, kind: 'text' },
          { label: here.say`Networks of`, kind: 'text' },
          { label: here.say`Year`, kind: 'text' },
          { label: here.say`In shown counts` },
          { label: here.say`Hidden counts beside these` },
        ]}
        rows={named.map(({ flow, from, to }) => [
          from,
          to,
          timeName(site, { values: { year: flow.year }, through: flow.through, value: null, status: null }),
          flow.shown === null ? { value: null, status: 'c' } : flow.shown,
          flow.hidden,
        ])}
        downloads={[
          { label: here.say`JSON`, href: 'index.json' },
          { label: here.say`CSV`, href: 'index.csv' },
        ]}
      />
    </section>
  );
}
