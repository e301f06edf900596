import { editionNote } from '../../../figures/answer.ts';
import { sayIn } from '../../../language/say.ts';
import type { Spell } from '../../data/agreements.ts';
import { editionLink } from '../../data/edition-link.ts';
import { file, paths } from '../../paths.ts';
import type { EditionLink, Site } from '../../site.ts';
import { rowLink } from './row-link.ts';

/** An agreement that a list has and the one before it had not, or the reverse. */
export interface ChangeRow {
  change: 'appeared' | 'departed' | 'unconfirmed';
  organisation: string;
  name: string;
  state: string;
  model: string;
  /** Page of the agency. */
  page: string;
  /** The row that is evidence: the first on a list, or the last before it was missing. */
  evidence: { edition: string; as_of: string; place: string; href: string };
}

/** What one list changed. */
export interface ListChanges {
  list: EditionLink;
  rows: ChangeRow[];
}

/** Changes of every list but the first, the latest list first. */
export function changesByList(site: Site): ListChanges[] {
  const data = site.agreements;
  if (!data) return [];
  const names = new Map(data.organisations.map((one) => [one.organisation, one.name]));
  const days = data.listed.days;
  const last = days.at(-1);
  const found = new Map<string, ChangeRow[]>(days.slice(1).map((day) => [day, []]));
  for (const spell of [...data.spells.values()].flat()) {
    if (spell.appeared_on !== null) found.get(spell.appeared_on)?.push(rowOf(site, names, spell, 'appeared'));
    if (spell.departed_on !== null) found.get(spell.departed_on)?.push(rowOf(site, names, spell, 'departed'));
    else if (spell.standing === 'unconfirmed' && last !== undefined)
      found.get(last)?.push(rowOf(site, names, spell, 'unconfirmed'));
  }
  return [...found].reverse().flatMap(([day, rows]) => {
    const edition = site.editions
      .filter((one) => one.source === 'ice-participating' && one.asOf === day)
      .at(-1);
    if (!edition) return [];
    return [{ list: editionLink(editionNote(edition)), rows: rows.sort(byNameAndModel) }];
  });
}

/** Changes of the latest list; undefined where there is only one. */
export function latestChanges(site: Site): ListChanges | undefined {
  return changesByList(site)[0];
}

function rowOf(
  site: Site,
  names: ReadonlyMap<string, string>,
  spell: Spell,
  change: ChangeRow['change'],
): ChangeRow {
  const first = change === 'appeared';
  return {
    change,
    organisation: spell.organisation,
    name: names.get(spell.organisation) ?? spell.organisation,
    state: spell.state,
    model: spell.model,
    page: file(paths.agency(spell.organisation)),
    evidence: evidenceOf(
      site,
      first ? spell.first_edition : spell.last_edition,
      first ? spell.first_row : spell.last_row,
    ),
  };
}

/** A row of a list as a place that a person can open: in the receipt of agreements on that list. */
export function evidenceOf(site: Site, id: string, row: number): ChangeRow['evidence'] {
  const edition = site.byEdition.get(id);
  const as_of = edition?.asOf ?? '';
  const place =
    edition === undefined || edition.sheet === null
      ? sayIn(site.lang)`record ${row}`
      : sayIn(site.lang)`row ${row + edition.headerRows}`;
  const receipt =
    site.receipts.has(`agreements.agreements|${as_of}`) &&
    edition?.source === 'ice-participating' &&
    latestOf(site, as_of) === id;
  return {
    edition: id,
    as_of,
    place,
    href: receipt ? rowLink(site, id, as_of, row) : file(paths.edition(id)),
  };
}

/** Of two lists of one day the later one is in force, and only it has receipts. */
function latestOf(site: Site, day: string): string | undefined {
  return site.editions.filter((one) => one.source === 'ice-participating' && one.asOf === day).at(-1)
    ?.edition;
}

function byNameAndModel(a: ChangeRow, b: ChangeRow): number {
  const key = (row: ChangeRow) => `${row.change}|${row.state}|${row.name}|${row.model}`;
  return key(a) < key(b) ? -1 : 1;
}
