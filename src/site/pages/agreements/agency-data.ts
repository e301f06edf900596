import { editionNote } from '../../../figures/answer.ts';
import { sayIn } from '../../../language/say.ts';
import type { Organisation, Spell } from '../../data/agreements.ts';
import { editionLink } from '../../data/edition-link.ts';
import type { EditionLink, Site } from '../../site.ts';
import { type ChangeRow, evidenceOf } from './change-rows.ts';

type Evidence = ChangeRow['evidence'];

/** One unbroken time on the lists under one model, with the rows that show its ends. */
export interface Stretch
  extends Pick<
    Spell,
    | 'model'
    | 'signed'
    | 'first_listed'
    | 'last_listed'
    | 'standing'
    | 'lists_missed'
    | 'departed_on'
    | 'appeared_on'
  > {
  first: Evidence;
  last: Evidence;
  /** The first list that it is missing from, of those that departed. */
  absent: EditionLink | null;
}

/** A spelling under which the agency was listed. */
export interface Spelling {
  text: string;
  first: Evidence;
  last: Evidence;
  lists: number;
  /** How it was tied to the agency, in words; null where the names are the same but for blanks and case. */
  tie: string | null;
}

export interface AgencyData {
  organisation: string;
  name: string;
  state: string;
  state_name: string;
  type: string;
  county: string | null;
  county_name: string | null;
  standing: Organisation['standing'];
  first_listed: string;
  last_listed: string;
  /** The first and the last list at hand. */
  span: { from: string; to: string };
  stretches: Stretch[];
  spellings: Spelling[];
  documents: { model: string; url: string }[];
  population: { value: number; edition: EditionLink | null; row: number | null } | null;
  editions: EditionLink[];
}

/** The data of an agency's page. */
export function agencyData(site: Site, path: string): AgencyData | undefined {
  const data = site.agreements;
  const one = data?.byPage.get(path);
  if (!data || !one) return undefined;
  const spells = data.spells.get(one.organisation) ?? [];
  const stretches = spells.map((spell) => ({
    model: spell.model,
    signed: spell.signed,
    first_listed: spell.first_listed,
    last_listed: spell.last_listed,
    standing: spell.standing,
    lists_missed: spell.lists_missed,
    departed_on: spell.departed_on,
    appeared_on: spell.appeared_on,
    first: evidenceOf(site, spell.first_edition, spell.first_row),
    last: evidenceOf(site, spell.last_edition, spell.last_row),
    absent: linkOf(site, spell.absent_edition),
  }));
  const days = data.listed.days;
  const used = new Set(stretches.flatMap((stretch) => [stretch.first.edition, stretch.last.edition]));
  return {
    organisation: one.organisation,
    name: one.name,
    state: one.state,
    state_name: site.label('state', one.state),
    type: one.type,
    county: one.county,
    county_name: one.county === null ? null : site.label('county', one.county),
    standing: one.standing,
    first_listed: one.first_listed,
    last_listed: one.last_listed,
    span: { from: days[0] as string, to: days.at(-1) as string },
    stretches,
    spellings: spellingsOf(site, one),
    documents: documentsOf(site, one),
    population:
      one.population === null
        ? null
        : { value: one.population, edition: linkOf(site, one.reference_edition), row: one.reference_row },
    editions: site.editions
      .filter((edition) => used.has(edition.edition))
      .map((edition) => editionLink(editionNote(edition))),
  };
}

function linkOf(site: Site, id: string | null): EditionLink | null {
  const edition = id === null ? undefined : site.byEdition.get(id);
  return edition ? editionLink(editionNote(edition)) : null;
}

function rowsOf(site: Site, one: Organisation) {
  return site.agreements?.rowsOfOrganisation.get(one.organisation) ?? [];
}

function spellingsOf(site: Site, one: Organisation): Spelling[] {
  const say = sayIn(site.lang);
  const rows = rowsOf(site, one);
  const names = new Map(
    (site.agreements?.names.get(one.organisation) ?? []).map((name) => [name.agency_key, name]),
  );
  const texts = new Map<string, typeof rows>();
  for (const row of rows) texts.set(row.name, [...(texts.get(row.name) ?? []), row]);
  return [...texts].map(([text, found]) => {
    const [first, last] = [found[0], found.at(-1)] as [(typeof rows)[number], (typeof rows)[number]];
    const name = names.get(first.agency_key);
    const tie = name?.corrected_to
      ? say`Corrected after a look by a person: ${say(name.corrected_why ?? '')}.`
      : name?.relabelled_to
        ? say`Re-labelled: on one list this name left, and a near spelling arrived with the same state, model and signing date.`
        : null;
    return {
      text,
      first: evidenceOf(site, first.edition, first.row),
      last: evidenceOf(site, last.edition, last.row),
      lists: new Set(found.map((row) => row.edition)).size,
      tie,
    };
  });
}

/** The agreements themselves, where the publisher's list links to them; the latest link of each model. */
function documentsOf(site: Site, one: Organisation): AgencyData['documents'] {
  const latest = new Map<string, string>();
  for (const row of rowsOf(site, one)) if (row.moa_url !== null) latest.set(row.model, row.moa_url);
  return [...latest].map(([model, url]) => ({ model, url })).sort((a, b) => (a.model < b.model ? -1 : 1));
}
