import { sqlList } from '../../engine/sql-text.ts';
import { type AnswerRow, answer, type EditionNote, editionNote, editionsFor } from '../../figures/answer.ts';
import { compile, conditionSql } from '../../figures/compile.ts';
import type { Figure, Query } from '../../figures/figure.ts';
import { type ReceiptPart, type ReceiptRow, recount } from '../../figures/receipt.ts';
import { sayIn } from '../../language/say.ts';
import type { Edition } from '../../project/edition.ts';
import type { Site } from '../site.ts';
import { onLists } from './figure-values.ts';
import { packed } from './packed.ts';
import type { CheckedReceipt } from './receipts.ts';

/** A counted row: its place, and the values of the columns that it is counted by. */
type Place = [edition: string, row: number, ...key: (string | null)[]];

/**
 * Receipts of a figure over lists, by day. The rows of all days come from one question; so do the values, which the
 * second count is held against, where they are not handed over.
 */
export async function listReceipts(
  site: Site,
  figure: Figure,
  at: string,
  days: readonly string[],
  values?: ReadonlyMap<string, AnswerRow>,
): Promise<Map<string, () => CheckedReceipt>> {
  const keys = figure.form.form === 'distinct' ? figure.form.key : [];
  const known = values ?? (await valuesByDay(site, figure, at, days));
  const rowsOf = rowsAtHand(site, figure, keys) ?? (await rowsByDay(site, figure, at, days, keys));
  return new Map(
    days.map((day) => [
      day,
      () => listReceipt(site, figure, day, known.get(day) ?? { value: 0 }, rowsOf(day), keys),
    ]),
  );
}

async function valuesByDay(site: Site, figure: Figure, at: string, days: readonly string[]) {
  const found = await answer(site.bench, onLists(figure, at), {
    where: { list_day: days },
    by: ['list_day'],
  });
  return new Map(found.rows.map((row) => [row['list_day'] as string, row]));
}

/**
 * Finds the rows of a declared figure among those that were read with the lists, day by day as they are asked for;
 * undefined for a figure that counts by other columns.
 */
function rowsAtHand(site: Site, figure: Figure, keys: readonly string[]) {
  const data = site.agreements;
  const letter = data?.counted.indexOf(figure.id) ?? -1;
  const same = figure === site.values.get(figure.id)?.figure;
  if (!data || letter < 0 || !same || keys.some((key) => key !== 'state' && key !== 'agency_key'))
    return undefined;
  return (day: string): Place[] => {
    const rows = (data.inForce.get(day) ?? []).flatMap((edition) => data.rowsOf.get(edition) ?? []);
    const places = rows
      .filter((row) => row.counts[letter] === 'y')
      .map((row): Place => [row.edition, row.row, ...keys.map((key) => row[key as 'state' | 'agency_key'])]);
    return keys.length === 0 ? places : places.sort(byKeyAndPlace);
  };
}

function byKeyAndPlace(a: Place, b: Place): number {
  for (let index = 2; index < a.length; index += 1) {
    const [left, right] = [a[index] ?? '', b[index] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1;
}

async function rowsByDay(
  site: Site,
  figure: Figure,
  at: string,
  days: readonly string[],
  keys: readonly string[],
) {
  const present = keys.map((key) => ` and ${key} is not null`).join('');
  const rows = await site.bench.engine.query(
    `select list_day, edition, "row"${keys.map((key) => `, ${key} as key_${key}`).join('')}
from ${at}
where list_day in ${sqlList(days)} and ${conditionSql(figure, { where: {}, by: [] })}${present}
order by list_day, ${keys.map((key) => `key_${key}, `).join('')}edition, "row"`,
  );
  const found = new Map<string, Place[]>();
  for (const row of rows) {
    const place: Place = [row['edition'] as string, row['row'] as number];
    for (const key of keys) place.push((row[`key_${key}`] ?? null) as string | null);
    const day = row['list_day'] as string;
    const all = found.get(day);
    if (all) all.push(place);
    else found.set(day, [place]);
  }
  const places = new Map([...found].map(([day, rows]) => [day, packed(rows)]));
  return (day: string): Place[] => places.get(day)?.() ?? [];
}

function listReceipt(
  site: Site,
  figure: Figure,
  day: string,
  row: AnswerRow,
  places: readonly Place[],
  keys: readonly string[],
): CheckedReceipt {
  const say = sayIn(site.lang);
  const query: Query = { asOf: day, where: {}, by: [] };
  const rows = places.map(([id, row, ...key]): ReceiptRow => {
    const edition = site.byEdition.get(id) as Edition;
    const place = edition.sheet === null ? say`record ${row}` : say`row ${row + edition.headerRows}`;
    const named = Object.fromEntries(keys.map((name, index) => [name, key[index] ?? null]));
    return { edition: id, row, place, file: edition.names[0] as string, sheet: edition.sheet, key: named };
  });
  const part: ReceiptPart = {
    says: figure.definition,
    form: figure.form.form,
    once: false,
    total: rows.length,
    rows,
  };
  const editions = notesFor(site.bench.editions, figure, day);
  const unit = figure.unit.kind === 'count' ? figure.unit.many : figure.unit.kind;
  return {
    id: figure.id,
    title: figure.title,
    definition: figure.definition,
    sql: compile(figure, query, site.bench.relations),
    query,
    answer: { id: figure.id, unit, as_of: day, rows: [row], editions },
    parts: [{ ...part, recount: recount(part) }],
    editions,
    program: `counterfoil ${site.version}`,
    day,
  };
}

function notesFor(editions: readonly Edition[], figure: Figure, day: string): EditionNote[] {
  return editionsFor(editions, figure, { asOf: day }).map(editionNote);
}
