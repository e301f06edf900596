import { type EditionNote, editionNote, editionsFor } from '../../figures/answer.ts';
import { compile, conditionSql } from '../../figures/compile.ts';
import type { Figure, Query } from '../../figures/figure.ts';
import { type Receipt, type ReceiptPart, type ReceiptRow, receipt, recount } from '../../figures/receipt.ts';
import type { Edition } from '../../project/edition.ts';
import type { Site } from '../site.ts';

/** A receipt with what a second, plain count of its rows gives. */
export interface CheckedReceipt extends Omit<Receipt, 'parts'> {
  day: string;
  parts: (ReceiptPart & { recount: string | number })[];
}

/** Receipts of every figure and day, by `id|day`; made once, since many pages lead to them. */
export type Receipts = ReadonlyMap<string, () => CheckedReceipt>;

/**
 * The receipts of the whole site. Figures over lists read the rows of all days in one question, under the same
 * condition as the figure's own SQL; the others ask for theirs one by one.
 */
export async function readReceipts(site: Site): Promise<Receipts> {
  const found = new Map<string, () => CheckedReceipt>();
  const program = `counterfoil ${site.version}`;
  for (const values of site.values.values()) {
    const { figure, day, days } = values;
    if (day === null) continue;
    const listed = site.agreements?.listed;
    if (listed && figure.from === listed.model) {
      const rows = await rowsByDay(site, figure, listed.at);
      for (const one of days) {
        found.set(`${figure.id}|${one}`, () => listReceipt(site, figure, one, rows.get(one) ?? [], program));
      }
    } else {
      const made = await receipt(site.bench, figure, { where: {}, by: [] }, program);
      found.set(`${figure.id}|${day}`, () => checked(made, day));
    }
  }
  return found;
}

function checked(made: Receipt, day: string): CheckedReceipt {
  return { ...made, day, parts: made.parts.map((part) => ({ ...part, recount: recount(part) })) };
}

type Place = { edition: string; row: number; key: ReceiptRow['key'] };

async function rowsByDay(site: Site, figure: Figure, at: string): Promise<Map<string, Place[]>> {
  const keys = figure.form.form === 'distinct' ? figure.form.key : [];
  const present = keys.map((key) => ` and ${key} is not null`).join('');
  const rows = await site.bench.engine.query(
    `select list_day, edition, "row"${keys.map((key) => `, ${key} as key_${key}`).join('')}
from ${at}
where ${conditionSql(figure, { where: {}, by: [] })}${present}
order by list_day, ${keys.map((key) => `key_${key}, `).join('')}edition, "row"`,
  );
  const days = new Map<string, Place[]>();
  for (const row of rows) {
    const key = Object.fromEntries(keys.map((name) => [name, row[`key_${name}`] ?? null]));
    const place = { edition: row['edition'] as string, row: row['row'] as number, key };
    const day = row['list_day'] as string;
    const all = days.get(day);
    if (all) all.push(place);
    else days.set(day, [place]);
  }
  return days;
}

function listReceipt(
  site: Site,
  figure: Figure,
  day: string,
  places: readonly Place[],
  program: string,
): CheckedReceipt {
  const query: Query = { asOf: day, where: {}, by: [] };
  const rows = places.map((place) => placed(site, place));
  const part: ReceiptPart = {
    says: figure.definition,
    form: figure.form.form,
    once: false,
    total: rows.length,
    rows,
  };
  const editions = notesFor(site.bench.editions, figure, day);
  const row = site.values.get(figure.id)?.series.get(day) ?? { value: null };
  return {
    id: figure.id,
    title: figure.title,
    definition: figure.definition,
    sql: compile(figure, query, site.bench.relations),
    query,
    answer: {
      id: figure.id,
      unit: figure.unit.kind === 'count' ? figure.unit.many : figure.unit.kind,
      as_of: day,
      rows: [row],
      editions,
    },
    parts: [{ ...part, recount: recount(part) }],
    editions,
    program,
    day,
  };
}

function notesFor(editions: readonly Edition[], figure: Figure, day: string): EditionNote[] {
  return editionsFor(editions, figure, { asOf: day }).map(editionNote);
}

function placed(site: Site, { edition: id, row, key }: Place): ReceiptRow {
  const edition = editionCalled(site, id);
  const place = edition.sheet === null ? `record ${row}` : `row ${row + edition.headerRows}`;
  return { edition: id, row, place, file: edition.names[0] as string, sheet: edition.sheet, key };
}

/** The edition called `id`; there is one, since rows name it. */
export function editionCalled(site: Pick<Site, 'byEdition'>, id: string): Edition {
  return site.byEdition.get(id) as Edition;
}
