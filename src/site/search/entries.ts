import { sayIn } from '../../language/say.ts';
import { stateName } from '../data/labels.ts';
import { formatDate } from '../format.ts';
import { at } from '../pages/contracts/addresses.ts';
import { withPages } from '../pages/contracts/with-pages.ts';
import { file, paths } from '../paths.ts';
import type { Site } from '../site.ts';
import type { EntryType } from './types.ts';

/** Something that has a page: what a search finds. Only organisations, money, records and words; never a person. */
export interface Entry {
  type: EntryType;
  title: string;
  /** Address from the root of the site. */
  page: string;
  /** What tells it from others of the same name: a state, a date. */
  context?: string;
  /** Other words by which it may be looked for. */
  also?: string;
}

/** Every entry of a site, by type in the order of `entryTypes`, within a type in the order of titles. */
export function entriesOf(site: Site): Entry[] {
  const byTitle = (a: Entry, b: Entry) =>
    a.title < b.title ? -1 : a.title > b.title ? 1 : a.page < b.page ? -1 : 1;
  return [
    pages(site),
    figures(site),
    claims(site),
    states(site),
    agencies(site).sort(byTitle),
    ...contracts(site),
    searched(site).sort(byTitle),
    flags(site),
    sources(site),
  ].flat();
}

function pages(site: Site): Entry[] {
  const say = sayIn(site.lang);
  const all: [string, string][] = [
    [say('Home'), paths.home],
    [say('Figures'), paths.figures],
    ...(site.agreements
      ? ([
          [say('States and territories'), paths.states],
          [say('Agencies'), paths.agencies],
          [say('Changes from list to list'), paths.changes],
        ] as [string, string][])
      : []),
    ...(site.contracts
      ? ([
          [say('Contracts'), at.home],
          [say('Changes between downloads'), at.changes],
          [say('Flags'), at.flags],
        ] as [string, string][])
      : []),
    ...(site.searches
      ? ([
          [say('Searches'), paths.searches],
          [say('Rules'), paths.searchesRules],
          [say('Flows'), paths.searchesFlows],
        ] as [string, string][])
      : []),
    [say('Claims'), paths.claims],
    [say('Claims desk'), paths.desk],
    [say('Receipts'), paths.receipts],
    [say('Sources'), paths.sources],
    [say('Method'), paths.method],
  ];
  return all.map(([title, page]) => ({ type: 'page', title, page: file(page) }));
}

function figures(site: Site): Entry[] {
  return [...site.values.values()].map(({ figure }) => ({
    type: 'figure',
    title: figure.title,
    page: file(paths.figure(figure.id)),
    also: [figure.id, ...(figure.words ?? [])].join(' '),
  }));
}

function claims(site: Site): Entry[] {
  return site.verdicts.map(({ id, claim }) => ({
    type: 'claim',
    title: claim.sentence,
    page: file(paths.claim(id)),
    context: [claim.published.by, claim.published.on ?? ''].filter((part) => part !== '').join(', '),
  }));
}

function states(site: Site): Entry[] {
  const codes = [...new Set((site.agreements?.organisations ?? []).map((one) => one.state))];
  return codes
    .map((code) => ({
      type: 'state' as const,
      title: stateName(code),
      page: file(paths.state(code)),
      also: code,
    }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

function agencies(site: Site): Entry[] {
  return (site.agreements?.organisations ?? []).map((one) => ({
    type: 'agency',
    title: one.name,
    page: file(paths.agency(one.organisation)),
    context: stateName(one.state),
  }));
}

function contracts(site: Site): Entry[][] {
  const data = site.contracts;
  if (!data) return [];
  const own = withPages(data);
  const vendors = own.vendors.map(
    (one): Entry => ({
      type: 'vendor',
      title: one.vendor_name ?? one.vendor,
      page: file(at.vendor(one.vendor)),
      ...(one.vendor_name === null ? {} : { context: one.vendor }),
    }),
  );
  const vehicles = own.vehicles.map(
    (one): Entry => ({
      type: 'vehicle',
      title: one.vehicle_name,
      page: file(at.vehicle(one)),
      ...(one.vendor_name === null ? {} : { context: one.vendor_name }),
    }),
  );
  const families = own.families.map(
    (one): Entry => ({ type: 'family', title: one, page: file(at.family(one)) }),
  );
  const sorted = (list: Entry[]) => list.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
  return [sorted(vendors), sorted(vehicles), sorted(families), offices(site)];
}

/** Contracting agencies and offices, each once. */
function offices(site: Site): Entry[] {
  const found = new Map<string, Entry>();
  for (const one of site.contracts?.offices ?? []) {
    const agency = file(at.agency(one.agency_id));
    if (!found.has(agency))
      found.set(agency, {
        type: 'office',
        title: one.agency_name ?? one.agency_id,
        page: agency,
        context: one.agency_id,
      });
    if (one.office_id !== null)
      found.set(file(at.office(one.office_id)), {
        type: 'office',
        title: one.office_name ?? one.office_id,
        page: file(at.office(one.office_id)),
        context: one.office_id,
      });
  }
  return [...found.values()].sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}

/** Organisations and networks of released tables, which have a page. */
function searched(site: Site): Entry[] {
  const data = site.searches;
  if (!data) return [];
  return (['organisation', 'network'] as const).flatMap((dimension) => {
    const values = data.release.tables
      .filter((table) => table.by.includes(dimension))
      .flatMap((table) => table.rows.flatMap((row) => row.values[dimension] ?? []));
    return [...new Set(values)].map((id) => ({
      type: 'searcher' as const,
      title: data.names.get(id) ?? id,
      page: file(paths.searchesOf(`${dimension}s`, id)),
      ...(dimension === 'network' ? { also: 'network' } : {}),
    }));
  });
}

function flags(site: Site): Entry[] {
  const say = sayIn(site.lang);
  return (site.contracts?.flags ?? []).map(({ flag }) => ({
    type: 'flag',
    title: say(flag.title),
    page: file(at.flag(flag.id)),
    also: flag.id,
  }));
}

function sources(site: Site): Entry[] {
  return site.editions.map((edition) => ({
    type: 'source',
    title: edition.names[0] as string,
    page: file(paths.edition(edition.edition)),
    context: formatDate(edition.asOf, site.lang),
    also: edition.source,
  }));
}
