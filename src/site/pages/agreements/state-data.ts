import { sayIn } from '../../../language/say.ts';
import type { Organisation } from '../../data/agreements.ts';
import { type FigureValues, groupOf } from '../../data/figure-values.ts';
import { anchorOf, file, paths } from '../../paths.ts';
import type { Num, Site } from '../../site.ts';
import { modelSeries } from './home-sections.tsx';
import type { ModelSeries } from './model-chart.tsx';
import { rowLink } from './row-link.ts';

/** An agency on a state's page. */
export interface AgencyRow {
  organisation: string;
  name: string;
  page: string;
  type: string;
  county: string | null;
  models: string[];
  first_listed: string;
  last_listed: string;
  standing: Organisation['standing'];
}

export interface StateData {
  code: string;
  name: string;
  as_of: string;
  agencies: Num;
  agreements: Num;
  /** Agencies on every list. */
  series: (Num & { date: string })[];
  models: ModelSeries;
  listed: AgencyRow[];
  /** Those that an earlier list has: departed, or missing from the latest. */
  earlier: AgencyRow[];
  pending: { name: string; model: string; edition: string; place: string }[];
  counties: (Num & { fips: string; name: string })[];
  /** Rows of the latest list whose county could not be placed. */
  counties_not_placed: { agency: string; county: string | null; href: string }[];
}

/** The data of a state's page. */
export function stateData(site: Site, code: string): StateData | undefined {
  const data = site.agreements;
  const agencies = site.values.get('agreements.agencies');
  const agreements = site.values.get('agreements.agreements');
  if (!data || !agencies || !agreements || agreements.day === null) return undefined;
  const here = data.organisations.filter((one) => one.state === code).map((one) => agencyRow(site, one));
  const day = agreements.day;
  return {
    code,
    name: site.label('state', code),
    as_of: day,
    agencies: groupOf(agencies, 'state', code),
    agreements: groupOf(agreements, 'state', code),
    series: agencies.days.map((date) => ({ date, ...groupOf(agencies, 'state', code, date) })),
    models: modelSeries(agreements, (model, date) => ofStateAndModel(site, agreements, code, model, date)),
    listed: here.filter((row) => row.standing === 'listed'),
    earlier: here.filter((row) => row.standing !== 'listed'),
    pending: pendingOf(site, code),
    counties: (agreements.by.get('county')?.get(day) ?? [])
      .filter((group) => group.key !== '' && site.countyState(group.key) === code)
      .map((group) => ({ fips: group.key, name: group.label, ...groupOf(agreements, 'county', group.key) })),
    counties_not_placed: notPlaced(site, code, day),
  };
}

export function agencyRow(site: Site, one: Organisation): AgencyRow {
  const spells = site.agreements?.spells.get(one.organisation) ?? [];
  const current = spells.filter((spell) => one.standing !== 'listed' || spell.standing === 'listed');
  return {
    organisation: one.organisation,
    name: one.name,
    page: file(paths.agency(one.organisation)),
    type: one.type,
    county: one.county,
    models: [...new Set(current.map((spell) => spell.model))].sort(),
    first_listed: one.first_listed,
    last_listed: one.last_listed,
    standing: one.standing,
  };
}

/** Agreements of one state under one model on a day; its receipt is the state's part of that day's. */
function ofStateAndModel(site: Site, values: FigureValues, code: string, model: string, day: string): Num {
  const found = site.crosses.get(`${day}|${code}|${model}`);
  const listed = (groupOf(values, 'state', code, day).value ?? 0) !== 0;
  return {
    value: found ?? 0,
    receipt: file(paths.receipt(values.figure.id, day), listed ? anchorOf('state', code) : undefined),
  };
}

function pendingOf(site: Site, code: string): StateData['pending'] {
  const latest = site.editions.filter((edition) => edition.source === 'ice-pending').at(-1);
  if (!latest) return [];
  const rows = site.agreements?.rowsOf.get(latest.edition) ?? [];
  return rows
    .filter((row) => row.state === code)
    .map((row) => ({
      name: row.name,
      model: row.model,
      edition: latest.edition,
      place: sayIn(site.lang)`row ${row.row + (latest.sheet === null ? 0 : latest.headerRows)}`,
    }));
}

function notPlaced(site: Site, code: string, day: string): StateData['counties_not_placed'] {
  const edition = site.editions
    .filter((one) => one.source === 'ice-participating' && one.asOf === day)
    .at(-1);
  const rows = edition ? (site.agreements?.rowsOf.get(edition.edition) ?? []) : [];
  return rows
    .filter((row) => row.state === code && row.county === null)
    .map((row) => ({
      agency: row.name,
      county: row.county_text,
      href: rowLink(site, row.edition, day, row.row),
    }));
}
