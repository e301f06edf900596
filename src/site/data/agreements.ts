import { sqlFile } from '../../engine/sql-file.ts';
import { sqlText } from '../../engine/sql-text.ts';
import { inOrder, type Workbench } from '../../figures/answer.ts';
import { conditionSql, editionsSql } from '../../figures/compile.ts';
import type { Figure } from '../../figures/figure.ts';
import { file, paths } from '../paths.ts';
import type { Site } from '../site.ts';
import type { Listed } from './figure-values.ts';
import type { RowNotes } from './row-notes.ts';

/** A row of a list, as listed. */
export interface ListedRow {
  edition: string;
  row: number;
  status: string;
  state: string | null;
  agency_key: string;
  name: string;
  model: string;
  type: string;
  county: string | null;
  county_text: string | null;
  signed: string | null;
  moa_url: string | null;
  /** One letter for each figure over lists that counts the row wherever its list is in force: `y` or `n`. */
  counts: string;
}

/** An organisation that was ever on a list of participating agencies. */
export interface Organisation {
  organisation: string;
  state: string;
  name: string;
  type: string;
  county: string | null;
  first_listed: string;
  last_listed: string;
  standing: 'listed' | 'unconfirmed' | 'departed';
  population: number | null;
  reference_edition: string | null;
  reference_row: number | null;
}

/** One unbroken time on the lists under one model. */
export interface Spell {
  organisation: string;
  state: string;
  model: string;
  spell_no: number;
  signed: string | null;
  first_listed: string;
  last_listed: string;
  appeared_on: string | null;
  departed_on: string | null;
  standing: 'listed' | 'unconfirmed' | 'departed';
  lists_missed: number;
  first_edition: string;
  first_row: number;
  last_edition: string;
  last_row: number;
  absent_edition: string | null;
}

/** A name that an organisation was listed under. */
export interface ListedName {
  organisation: string;
  state: string;
  agency_key: string;
  latest_key: string;
  relabelled_to: string | null;
  corrected_to: string | null;
  corrected_why: string | null;
}

/** What the pages of agreements are made from. */
export interface AgreementsData {
  listed: Listed;
  rows: readonly ListedRow[];
  /** Rows of one edition, in order. */
  rowsOf: ReadonlyMap<string, readonly ListedRow[]>;
  organisations: readonly Organisation[];
  spells: ReadonlyMap<string, readonly Spell[]>;
  names: ReadonlyMap<string, readonly ListedName[]>;
  /** `state|agency_key` to the organisation. */
  identity: ReadonlyMap<string, string>;
  /** Ids of the figures that the letters of `counts` stand for. */
  counted: readonly string[];
  /** Editions in force on a day. */
  inForce: ReadonlyMap<string, readonly string[]>;
  /** Rows on lists of participating agencies by organisation, oldest list first. */
  rowsOfOrganisation: ReadonlyMap<string, readonly ListedRow[]>;
  /** Organisations by the path of their page. */
  byPage: ReadonlyMap<string, Organisation>;
  notes: RowNotes;
}

const main = 'ice-participating';
const sql = (name: string) => sqlFile(new URL(`./agreements/${name}.sql`, import.meta.url));

/** Reads what the pages of agreements show, or gives undefined where the project has no list. */
export async function readAgreements(
  bench: Workbench,
  figures: readonly Figure[],
): Promise<AgreementsData | undefined> {
  const days = [
    ...new Set(bench.editions.filter((one) => one.source === main).map((one) => one.asOf)),
  ].sort();
  if (days.length === 0 || !bench.relations.models.has('agreements_listed')) return undefined;
  const { engine } = bench;
  const inForce = await listDays(bench, days);
  await engine.define('list_days', listDaysSql(inForce));
  await engine.define('agreements_at', sql('lists-at'));
  const read = async <T>(name: string) => (await engine.query(sql(name))) as unknown as T[];
  const counted = figures.filter((figure) => figure.from === 'agreements_in_force');
  const rows = (await engine.query(
    // The last column of the file is followed by one for each figure that counts the row.
    sql('listed-rows').replace('moa_url', `moa_url, ${flagsSql(counted)}`),
  )) as unknown as ListedRow[];
  const organisations = await read<Organisation>('organisations');
  const spells = Map.groupBy(await read<Spell>('spells'), (spell) => spell.organisation);
  const names = await read<ListedName>('names');
  const identity = new Map(names.map((name) => [`${name.state}|${name.agency_key}`, name.organisation]));
  const rowsOf = Map.groupBy(rows, (row) => row.edition);
  return {
    listed: { model: 'agreements_in_force', at: 'agreements_at', days },
    rows,
    rowsOf,
    counted: counted.map((figure) => figure.id),
    inForce,
    organisations,
    spells,
    names: Map.groupBy(names, (name) => name.organisation),
    identity,
    rowsOfOrganisation: Map.groupBy(
      inOrderOfLists(bench, rows),
      (row) => identity.get(`${row.state}|${row.agency_key}`) ?? '',
    ),
    byPage: new Map(organisations.map((one) => [paths.agency(one.organisation), one])),
    notes: notesOf(rowsOf, identity),
  };
}

/** Which figures count a row, in the order of the figures: under the condition of each figure's own SQL. */
function flagsSql(figures: readonly Figure[]): string {
  const letters = figures.map((figure) => {
    const keys = figure.form.form === 'distinct' ? figure.form.key : [];
    const present = keys.map((key) => ` and ${key} is not null`).join('');
    return `case when ${conditionSql(figure, { where: {}, by: [] })}${present} then 'y' else 'n' end`;
  });
  return `${letters.length === 0 ? "''" : letters.join(' || ')} as counts`;
}

/** The editions in force on each day, asked once and then held as values: every question about all days reads them. */
async function listDays({ engine }: Workbench, days: readonly string[]): Promise<Map<string, string[]>> {
  const parts = days.map(
    (day) =>
      `select ${sqlText(day)} as list_day, edition from (\n${editionsSql({ asOf: day })}\n) as asked where in_force`,
  );
  const found = await engine.query(`${parts.join('\nunion all\n')}\norder by list_day, edition`);
  const editions = new Map<string, string[]>(days.map((day) => [day, []]));
  for (const row of found) editions.get(row['list_day'] as string)?.push(row['edition'] as string);
  return editions;
}

function listDaysSql(inForce: ReadonlyMap<string, readonly string[]>): string {
  const values = [...inForce].flatMap(([day, editions]) =>
    editions.map((edition) => `(${sqlText(day)}, ${sqlText(edition)})`),
  );
  return `select list_day, edition from (values ${values.join(', ')}) as listed (list_day, edition)`;
}

function inOrderOfLists(bench: Workbench, rows: readonly ListedRow[]): ListedRow[] {
  const lists = bench.editions.filter((edition) => edition.source === main).sort(inOrder);
  const byEdition = Map.groupBy(rows, (row) => row.edition);
  return lists.flatMap((list) => byEdition.get(list.edition) ?? []);
}

/** Rows of an edition are numbered from 1 with gaps where some were withheld: found by a map of each. */
function notesOf(
  rowsOf: ReadonlyMap<string, readonly ListedRow[]>,
  identity: ReadonlyMap<string, string>,
): RowNotes {
  const byNumber = new Map<string, Map<number, ListedRow>>();
  return (edition, row) => {
    let numbered = byNumber.get(edition);
    if (!numbered) {
      numbered = new Map((rowsOf.get(edition) ?? []).map((one) => [one.row, one]));
      byNumber.set(edition, numbered);
    }
    const found = numbered.get(row);
    if (!found) return undefined;
    const organisation = identity.get(`${found.state}|${found.agency_key}`);
    const { state, model, type, county, status } = found;
    return {
      name: found.name,
      page: organisation === undefined ? null : file(paths.agency(organisation)),
      by: { state, model, type, county, status },
    };
  };
}

/** Of each time on the lists, the date on which it appeared or departed, by figure and under the row that stands for it. */
export function eventDatesOf({ spells }: AgreementsData): Site['eventDates'] {
  const [appeared, departed] = [new Map<string, string>(), new Map<string, string>()];
  for (const spell of [...spells.values()].flat()) {
    const place = `${spell.first_edition}|${spell.first_row}`;
    if (spell.appeared_on !== null) appeared.set(place, spell.appeared_on);
    if (spell.departed_on !== null) departed.set(place, spell.departed_on);
  }
  return new Map([
    ['agreements.new', appeared],
    ['agreements.departed', departed],
  ]);
}
