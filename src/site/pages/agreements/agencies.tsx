import { Link } from '../../components/link.tsx';
import { stateName } from '../../data/labels.ts';
import { page } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import { type AgencyRow, agencyRow } from './state-data.ts';

interface AgenciesData {
  states: { code: string; name: string; agencies: (AgencyRow & { state: string })[] }[];
}

/** Every agency that was ever listed, by state. */
export const agenciesPage = page<AgenciesData>({
  route: 'agencies',
  says: 'every agency that was ever listed, with models, dates and standing',
  paths: () => [paths.agencies],
  load(site) {
    const states = new Map<string, (AgencyRow & { state: string })[]>();
    for (const one of site.agreements?.organisations ?? []) {
      states.set(one.state, [
        ...(states.get(one.state) ?? []),
        { ...agencyRow(site, one), state: one.state },
      ]);
    }
    return {
      states: [...states]
        .map(([code, agencies]) => ({ code, name: stateName(code), agencies }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  },
  view: ({ states }, here) => ({
    title: here.say`Agencies`,
    description: here.say`Every agency that was ever on a list, by state.`,
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`Agencies` }],
    children: (
      <>
        <h1>{here.say`Agencies`}</h1>
        <p class="lead">{here.say`Every agency that a list at hand has, by state. The browser’s own search finds a name here; one that is struck out is missing from the latest list.`}</p>
        <p class="index">
          {states.map((state) => (
            <>
              <a href={`#${state.code}`}>{state.name}</a>{' '}
            </>
          ))}
        </p>
        {states.map((state) => (
          <section aria-labelledby={state.code}>
            <h2 id={state.code}>
              <Link href={here.to(file(paths.state(state.code)))}>{state.name}</Link>
            </h2>
            <ul class="columns">
              {state.agencies.map((agency) => (
                <li>
                  {agency.standing === 'listed' ? (
                    <a href={here.to(agency.page)}>{agency.name}</a>
                  ) : (
                    <s>
                      <a href={here.to(agency.page)}>{agency.name}</a>
                    </s>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  }),
  csv: ({ states }) => ({
    columns: [
      'organisation',
      'state',
      'name',
      'type',
      'county',
      'models',
      'first_listed',
      'last_listed',
      'standing',
      'page',
    ],
    rows: states.flatMap((state) =>
      state.agencies.map((row) => [
        row.organisation,
        row.state,
        row.name,
        row.type,
        row.county,
        row.models.join('; '),
        row.first_listed,
        row.last_listed,
        row.standing,
        row.page,
      ]),
    ),
  }),
});
