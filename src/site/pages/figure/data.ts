import type { Revision } from '../../../build/published-values.ts';
import { expectedNext } from '../../../figures/expected.ts';
import type { Form } from '../../../figures/figure.ts';
import type { Accounting } from '../../../project/edition.ts';
import { editionLink } from '../../data/edition-link.ts';
import { type FigureValues, groupOf } from '../../data/figure-values.ts';
import { partAddress } from '../../data/receipt-parts.ts';
import { revisionsOf } from '../../data/shown-values.ts';
import { type FigureSummary, summaryOf } from '../../data/summary.ts';
import { variantKey } from '../../data/variants.ts';
import { file, paths } from '../../paths.ts';
import type { EditionLink, Num, Site } from '../../site.ts';

/** A part of a figure. */
export interface PartGroup extends Num {
  key: string;
  label: string;
  numerator?: string | number | null;
  denominator?: string | number | null;
}

/** The parts of a figure by one dimension, at its latest date. */
export interface Part {
  dimension: string;
  title: string;
  /** What the values are: the figure, or what a figure says that its values by this dimension are. */
  measures: string;
  /** Whether the parts add up to the whole. */
  additive: boolean;
  groups: PartGroup[];
}

/** A declared reading and what it gives at the latest date. */
export interface DeclaredReading {
  id: string;
  class: string;
  says: string;
  why: string;
  value: number | string | null;
  receipt: string | null;
}

export interface FigureData {
  summary: FigureSummary;
  /** Receipt of each value of the series. */
  receipts: string[];
  parts: Part[];
  /** Lines of the series by a dimension with few values, or null. */
  lines: {
    dimension: string;
    series: { key: string; label: string; values: (number | string | null)[] }[];
  } | null;
  readings: DeclaredReading[];
  /** What was shown for one of its days before, and is no longer: the oldest first. */
  revisions: Omit<Revision, 'figure' | 'editions'>[];
  editions: EditionLink[];
  /** What became of the rows of each of these editions, in the same order. */
  accounting: EditionAccounting[];
  /** When the next edition of its main source is to be expected, by the days between its latest ones; null with too few. */
  next_expected: { date: string; every_days: number } | null;
  /** How the value comes from the rows. */
  form: Form['form'];
  /** Whether the two numbers of its shares are squares of amounts, which mean nothing by themselves. */
  squares: boolean;
}

/** One edition that a figure rests on, as its publisher released it, and what became of its rows. */
export interface EditionAccounting extends Accounting {
  edition: string;
  publisher: string;
  source: string;
  /** Columns of the file that are not kept. */
  dropped: number;
  /** Values that could not be read and are absent. */
  unreadable: number;
}

const kept = new WeakMap<FigureValues, WeakRef<FigureData>>();

/** The data of a figure's page; undefined for an unknown id. Its page and its files ask for them one after another. */
export function figureData(site: Site, id: string): FigureData | undefined {
  const values = site.values.get(id);
  if (!values) return undefined;
  const before = kept.get(values)?.deref();
  // The receipts come last when a site is read: what was made without them is not what a page shows.
  if (before && site.receipts.size > 0) return before;
  const made = makeData(site, values);
  if (site.receipts.size > 0) kept.set(values, new WeakRef(made));
  return made;
}

function makeData(site: Site, values: FigureValues): FigureData {
  const { figure, days } = values;
  return {
    summary: summaryOf(values),
    receipts: days.map((date) => file(paths.receipt(figure.id, date))),
    parts: [...values.by.keys()]
      .map((dimension) => partOf(values, dimension))
      .filter((part) => part.groups.length > 0),
    lines: linesOf(values),
    readings: figure.readings.map(({ id: name, class: kind, says, why }) => ({
      id: name,
      class: kind,
      says,
      why,
      ...readingValue(site, values, name),
    })),
    revisions: revisionsOf(site, values).map(({ figure: _figure, editions: _editions, ...one }) => one),
    editions: values.answer.editions.map(editionLink),
    accounting: values.answer.editions.flatMap(({ edition }) => accountingOf(site, edition)),
    form: figure.form.form,
    squares: figure.form.form === 'concentration' && figure.form.top === undefined,
    next_expected: nextOf(site, figure.sources),
  };
}

/** From the dates of the editions alone: a page says nothing of today. */
function nextOf(site: Site, sources: readonly string[]): FigureData['next_expected'] {
  const main = sources.find((source) => site.editions.some((edition) => edition.source === source));
  const own = site.editions.filter(({ source, coverage }) => source === main && coverage === 'snapshot');
  const last = own.at(-1)?.asOf;
  const found =
    last === undefined
      ? null
      : expectedNext(
          own.map(({ asOf }) => asOf),
          new Date(last),
        );
  return found === null ? null : { date: found.next, every_days: found.everyDays };
}

/** Whether the value of a day is another than was shown for it before. */
export function isRevised({ revisions }: Pick<FigureData, 'revisions'>, day: string | null): boolean {
  return revisions.some((one) => one.day === day && one.part === undefined);
}

/** Whether a part of the latest day is another than was shown for it before; known where its dimension declares its values. */
export function isPartRevised(
  { revisions }: Pick<FigureData, 'revisions'>,
  dimension: string,
  key: string,
): boolean {
  return revisions.some((one) => one.part === `${dimension}=${key}`);
}

function accountingOf(site: Site, id: string): EditionAccounting[] {
  const edition = site.byEdition.get(id);
  if (!edition) return [];
  const { publisher, source, accounting, droppedColumns, problems } = edition;
  const unreadable = problems.reduce((sum, { count }) => sum + count, 0);
  return [{ edition: id, publisher, source, ...accounting, dropped: droppedColumns, unreadable }];
}

function partOf(values: FigureValues, dimension: string): Part {
  const { figure, day } = values;
  const groups = day === null ? [] : (values.by.get(dimension)?.get(day) ?? []);
  return {
    dimension,
    title: figure.dimensions[dimension]?.title ?? dimension,
    measures: figure.parts?.by.includes(dimension) ? figure.parts.title : figure.title,
    additive: figure.additive.includes(dimension),
    // Each group is at hand: looking each up again would cost the square of their number.
    groups: groups.map((group, index) => ({
      ...group,
      receipt: day === null ? null : partAddress(values, day, dimension, group, index),
    })),
  };
}

/** By model over time, where the figure has both: what people ask for first. */
function linesOf(values: FigureValues): FigureData['lines'] {
  const byDay = values.by.get('model');
  if (!byDay || values.days.length < 2) return null;
  const keys = new Map([...byDay.values()].flat().map((group) => [group.key, group.label]));
  const series = [...keys].map(([key, label]) => ({
    key,
    label,
    values: values.days.map((day) => groupOf(values, 'model', key, day).value),
  }));
  return { dimension: 'model', series };
}

/** What a reading gives at the latest date, with its receipt where one is made. */
function readingValue(site: Site, { figure, day, readings }: FigureValues, id: string): Num {
  const key = variantKey(figure.id, [{ id }]);
  const value = day === null ? null : (readings.find((reading) => reading.id === id)?.value ?? null);
  return {
    value,
    receipt: day !== null && site.receipts.has(`${key}|${day}`) ? file(paths.receipt(key, day)) : null,
  };
}
