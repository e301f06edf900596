import { sqlList } from '../../engine/sql-text.ts';
import { type AnswerRow, answer, type EditionNote, editionNote, editionsFor } from '../../figures/answer.ts';
import { compile, conditionSql } from '../../figures/compile.ts';
import type { Figure, Query } from '../../figures/figure.ts';
import { recount } from '../../figures/receipt.ts';
import type { Edition } from '../../project/edition.ts';
import type { Site } from '../site.ts';
import { onLists } from './figure-values.ts';
import { packed } from './packed.ts';
import type { CheckedReceipt, CountedRow } from './receipts.ts';

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
      () => listReceipt(site, figure, day, known.get(day) ?? { value: 0 }, rowsOf(day)),
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
  return (day: string): CountedRow[] => {
    const rows = (data.inForce.get(day) ?? []).flatMap((edition) => data.rowsOf.get(edition) ?? []);
    const counted = rows
      .filter((row) => row.counts[letter] === 'y')
      .map((row): CountedRow => {
        const key: CountedRow['key'] = {};
        for (const name of keys) key[name] = row[name as 'state' | 'agency_key'];
        return { edition: row.edition, row: row.row, key };
      });
    return keys.length === 0 ? counted : counted.sort((a, b) => byKeyAndPlace(keys, a, b));
  };
}

function byKeyAndPlace(keys: readonly string[], a: CountedRow, b: CountedRow): number {
  for (const name of keys) {
    const [left, right] = [a.key[name] ?? '', b.key[name] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.edition === b.edition ? a.row - b.row : a.edition < b.edition ? -1 : 1;
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
  const places = new Map(
    [...Map.groupBy(rows, (row) => String(row['list_day']))].map(([day, all]) => [day, packed(all)]),
  );
  return (day: string): CountedRow[] =>
    (places.get(day)?.() ?? []).map((row) => {
      const key: CountedRow['key'] = {};
      for (const name of keys) key[name] = row[`key_${name}`] ?? null;
      return { edition: row['edition'] as string, row: row['row'] as number, key };
    });
}

function listReceipt(
  site: Site,
  figure: Figure,
  day: string,
  row: AnswerRow,
  rows: readonly CountedRow[],
): CheckedReceipt {
  const query: Query = { asOf: day, where: {}, by: [] };
  const { form } = figure.form;
  const part = { says: figure.definition, form, once: false, total: rows.length, rows };
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
