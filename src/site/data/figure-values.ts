import { type Answer, type AnswerRow, answer, answerAll, type Workbench } from '../../figures/answer.ts';
import { type Figure, type Query, withReadings } from '../../figures/figure.ts';
import { everyValue } from '../../figures/query.ts';
import { servesAnyDate } from '../../project/edition.ts';
import { file, paths } from '../paths.ts';
import type { Num } from '../site.ts';
import type { Label } from './labels.ts';
import { partAddress } from './receipt-parts.ts';

/** One value of a dimension with what the figure gives for it. */
export interface Group {
  key: string;
  label: string;
  value: AnswerRow['value'];
  numerator?: string | number | null;
  denominator?: string | number | null;
}

/** What the pages show of one figure: its value, its series over the lists, its parts by each dimension. */
export interface FigureValues {
  figure: Figure;
  /** The latest value. */
  answer: Answer;
  row: AnswerRow;
  /** The date that the latest value stands for, or null before the first edition. */
  day: string | null;
  /** Every day with a receipt, in order; the latest alone where there is no series. */
  days: readonly string[];
  /** Value of each day. */
  series: ReadonlyMap<string, AnswerRow>;
  /** By dimension, then by day, in order of keys. */
  by: ReadonlyMap<string, ReadonlyMap<string, readonly Group[]>>;
  /** Each declared reading at the latest day. */
  readings: readonly { id: string; value: AnswerRow['value']; answer: Answer }[];
}

/** Figures over a model of lists in force, and the same model with the day of each list: one question for all days. */
export interface Listed {
  model: string;
  /** Relation with the columns of `model` and `list_day`. */
  at: string;
  days: readonly string[];
}

/** The latest value of a figure and its parts; with `listed`, those of every list. */
export async function figureValues(
  bench: Workbench,
  figure: Figure,
  label: Label,
  listed: Listed | undefined,
): Promise<FigureValues> {
  const latest = listed?.days.at(-1);
  const query: Query = { where: {}, by: [], ...(latest === undefined ? {} : { asOf: latest }) };
  const found = await answerAll(bench, [
    { figure, query },
    ...figure.readings.map((reading) => ({ figure: withReadings(figure, [reading]), query })),
  ]);
  const main = found[0] as Answer;
  const day = latest ?? dayOf(main, bench);
  const row = main.rows[0] ?? { value: null };
  const base = { figure, answer: main, row, day };
  const readings = figure.readings.map(({ id }, index) => {
    const answer = found[index + 1] as Answer;
    return { id, value: answer.rows[0]?.value ?? null, answer };
  });
  if (day === null) return { ...base, days: [], series: new Map(), by: new Map(), readings };
  const names = dimensionsShown(figure);
  const by = new Map<string, ReadonlyMap<string, readonly Group[]>>();
  if (!listed) {
    for (const name of names) {
      const found = await groups(bench, figure, label, name);
      if (!oneTakerEach(figure, found)) by.set(name, new Map([[day, found]]));
    }
    return { ...base, days: [day], series: new Map([[day, row]]), by, readings };
  }
  const at = onLists(figure, listed.at);
  const series = new Map<string, AnswerRow>();
  for (const one of (await answer(bench, at, { where: {}, by: ['list_day'] })).rows)
    series.set(one['list_day'] as string, one);
  for (const one of listed.days) if (!series.has(one)) series.set(one, { value: 0 });
  for (const name of names) {
    const many = figure.dimensions[name]?.values === undefined;
    by.set(
      name,
      many
        ? new Map([[day, await groups(bench, figure, label, name, day)]])
        : await groupsOnLists(bench, at, label, name, listed.days),
    );
  }
  return { ...base, days: listed.days, series, by, readings };
}

/** The figure over the relation that has the day of each list, so that one question answers for all days. */
export function onLists(figure: Figure, at: string): Figure {
  const list_day = { sql: 'list_day', title: 'Date of the list', says: 'a date' };
  return { ...figure, from: at, dimensions: { ...figure.dimensions, list_day } };
}

/** Dimensions worth a table: not what the figure counts by alone, and then none with hundreds of values. */
function dimensionsShown(figure: Figure): string[] {
  const only =
    figure.form.form === 'distinct' && figure.form.key.length === 1 ? figure.form.key[0] : undefined;
  return Object.entries(figure.dimensions)
    .filter(([, { sql, values }]) => only === undefined || (sql !== only && values !== undefined))
    .filter(([, { values }]) => values === undefined || values.length > 1)
    .map(([name]) => name);
}

/** A concentration by what it is reckoned among, or by what has one taker, is the whole in each part: it says nothing. */
function oneTakerEach({ form }: Figure, found: readonly Group[]): boolean {
  return form.form === 'concentration' && found.length > 1 && found.every(({ value }) => Number(value) === 1);
}

async function groups(
  bench: Workbench,
  figure: Figure,
  label: Label,
  name: string,
  asOf?: string,
): Promise<Group[]> {
  const query: Query = {
    where: everyValue(figure, name),
    by: [name],
    ...(asOf === undefined ? {} : { asOf }),
  };
  return (await answer(bench, figure, query)).rows.map((row) => toGroup(row, label, name));
}

async function groupsOnLists(
  bench: Workbench,
  at: Figure,
  label: Label,
  name: string,
  days: readonly string[],
) {
  const found = new Map<string, Group[]>(days.map((day) => [day, []]));
  for (const row of (await answer(bench, at, { where: everyValue(at, name), by: ['list_day', name] })).rows) {
    found.get(row['list_day'] as string)?.push(toGroup(row, label, name));
  }
  return found;
}

function toGroup(row: AnswerRow, label: Label, name: string): Group {
  const key = row[name] === null || row[name] === undefined ? '' : String(row[name]);
  const parts =
    'denominator' in row
      ? { numerator: row['numerator'] as string, denominator: row['denominator'] as string }
      : {};
  return { key, label: label(name, key), value: row.value, ...parts };
}

/** The date that an answer stands for: of the latest edition that does not serve any date, else of the latest. */
function dayOf(found: Answer, bench: Workbench): string | null {
  const undated = new Set(bench.editions.filter(servesAnyDate).map((edition) => edition.edition));
  const dated = found.editions.filter((note) => !undated.has(note.edition));
  const days = (dated.length > 0 ? dated : found.editions).map((note) => note.as_of).sort();
  return days.at(-1) ?? null;
}

/** A figure's value on a day as a number with its receipt. */
export function totalOf(values: FigureValues, day: string | null = values.day): Num {
  if (day === null) return { value: null, receipt: null };
  return {
    value: values.series.get(day)?.value ?? null,
    receipt: file(paths.receipt(values.figure.id, day)),
  };
}

/** A part of a figure on a day; zero where the list is complete and has none, absent before the first list. */
export function groupOf(
  values: FigureValues,
  dimension: string,
  key: string,
  day: string | null = values.day,
): Num {
  const all = day === null ? undefined : values.by.get(dimension)?.get(day);
  if (!all || day === null) return { value: null, receipt: null };
  const index = all.findIndex((group) => group.key === key);
  const found = all[index];
  const counts = values.figure.unit.kind === 'count';
  return {
    value: found ? found.value : counts ? 0 : null,
    receipt: found
      ? partAddress(values, day, dimension, found, index)
      : file(paths.receipt(values.figure.id, day)),
  };
}
