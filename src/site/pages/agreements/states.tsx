import { Link } from '../../components/link.tsx';
import { page } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import { StateMap } from './state-map.tsx';
import { StateMultiples } from './state-multiples.tsx';
import { type StateRow, stateRows } from './state-rows.ts';

/** The map and the table of all states. */
export const statesPage = page<{ states: StateRow[] }>({
  route: 'states',
  says: 'agencies and agreements by state and territory on the latest list',
  paths: () => [paths.states],
  load: (site) => ({ states: stateRows(site) }),
  view: ({ states }, here, site) => ({
    title: here.say`States`,
    description: here.say`Agencies with an agreement by state and territory.`,
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`States` }],
    scripts: ['map-slider'],
    children: (
      <>
        <h1>{here.say`States and territories`}</h1>
        <p class="lead">{here.say`Choose a state for its agencies, its counties and how both changed.`}</p>
        <h2 class="visually-hidden">{here.say`Map`}</h2>
        <StateMap here={here} site={site} rows={states} table="open" />
        <p>
          <Link href={here.to(file(paths.counties))}>{here.say`All counties on one map`}</Link>
        </p>
        <StateMultiples here={here} site={site} />
      </>
    ),
  }),
  csv: ({ states }) => ({
    columns: ['state', 'name', 'agencies', 'agreements', 'receipt_agencies', 'receipt_agreements'],
    measured: ['agencies', 'agreements'],
    rows: states.map((row) => [
      row.code,
      row.name,
      row.agencies.value,
      row.agreements.value,
      row.agencies.receipt,
      row.agreements.receipt,
    ]),
  }),
});
