import { type Answer, type AnswerRow, answer, answerAll, type Workbench } from '../../figures/answer.ts';
import { type Figure, withReadings } from '../../figures/figure.ts';
import { everyValue } from '../../figures/query.ts';
import { type Edition, servesAnyDate } from '../../project/edition.ts';
import { knownNames } from '../../publication/known-names.ts';
import { states } from '../../reference/states.ts';
import { type FigureValues, type Listed, onLists } from '../data/figure-values.ts';
import { figureIn } from '../data/figure-words.ts';
import type { SiteInput } from '../site.ts';
import { deskValue, partsApart } from './parts-apart.ts';
import {
  type Desk,
  type DeskEdition,
  type DeskFigure,
  type DeskNames,
  type DeskParts,
  type DeskTable,
  type DeskValue,
  type DeskValues,
  deskEditionFields,
  deskFigureFields,
} from './shape.ts';

/** The desk and the values of each of its figures, by id. */
export interface DeskData {
  desk: Desk;
  values: ReadonlyMap<string, DeskValues>;
  /** Parts by dimensions of many values: of vendors, say. */
  parts: readonly DeskParts[];
  names: DeskNames;
}

/** A dimension with more values than this is no table of the desk: a sentence seldom names one of its values. */
const mostGroups = 120;

/** So many days of a figure that is not over lists, the latest. */
const mostDays = 12;

/**
 * Each earlier day is a question over the records as they were then, one second for all real contract actions: of large
 * records fewer days are held, so that publishing them stays within its budget; one in any case.
 */
const mostRecordsAsked = 25_000;

/**
 * What the claims desk judges by: for figures over lists their value on every list, in all and by state, as declared and
 * under each reading; for others the value on the latest days on which the records changed, as declared and under each
 * reading, the parts that a sentence can name on each of these days, and all parts on the last. Everything is a value of
 * an open figure.
 */
export async function readDesk(
  { bench, registry, version }: Pick<SiteInput, 'bench' | 'registry' | 'version'>,
  all: ReadonlyMap<string, FigureValues>,
  listed: Listed | undefined,
  figures: { english: readonly DeskFigure[]; told: readonly DeskFigure[] },
): Promise<DeskData> {
  const values = new Map<string, DeskValues>();
  const others: FigureValues[] = [];
  for (const one of all.values()) {
    const onList = listed !== undefined && one.figure.from === listed.model && one.days.length > 0;
    if (onList) values.set(one.figure.id, await valuesOnLists(bench, one, listed));
    else others.push(one);
  }
  const earlier = await figuresOnDays(bench, others);
  const names = await knownNames(bench, registry);
  const parts = await partsApart(bench, others, names, dimensionsHeld);
  for (const one of others) {
    const own = parts.filter(({ figure }) => figure === one.figure.id);
    const apart = own.map(({ dimension }) => dimension);
    values.set(one.figure.id, {
      ...valuesOnDays(bench, one, earlier),
      ...(apart.length === 0 ? {} : { apart }),
    });
  }
  return {
    desk: {
      version,
      states,
      editions: bench.editions.map(editionOf),
      figures: figures.english,
      told: figures.told,
    },
    values,
    parts,
    names,
  };
}

async function valuesOnLists(
  bench: Workbench,
  { figure, days, series, by }: FigureValues,
  listed: Listed,
): Promise<DeskValues> {
  const own: Record<string, DeskTable['by'][string]> = {};
  for (const [name, groups] of by) {
    if (days.some((day) => !groups.has(day))) continue;
    const keys = [...new Set([...groups.values()].flatMap((one) => one.map(({ key }) => key)))].sort();
    own[name] = Object.fromEntries(
      keys.map((key) => [
        key,
        days.map((day) => {
          const found = groups.get(day)?.find((one) => one.key === key);
          return found ? deskValue(figure, found as unknown as AnswerRow) : empty(figure);
        }),
      ]),
    );
  }
  const tables: Record<string, DeskTable> = {
    '': {
      total: days.map((day) => deskValue(figure, series.get(day))),
      by: { ...own, ...(await byState(bench, figure, listed)) },
    },
  };
  for (const reading of figure.readings) {
    const changed = withReadings(figure, [reading]);
    if (changed.from !== listed.model) continue;
    const found = await answer(bench, onLists(changed, listed.at), { where: {}, by: ['list_day'] });
    const rows = new Map(found.rows.map((row) => [row['list_day'] as string, row]));
    tables[reading.id] = {
      total: days.map((day) => (rows.has(day) ? deskValue(changed, rows.get(day)) : empty(changed))),
      by: await byState(bench, changed, listed),
    };
  }
  return { days, tables };
}

/** Values by state on every list, asked in one question. */
async function byState(bench: Workbench, figure: Figure, listed: Listed): Promise<DeskTable['by']> {
  if (!figure.dimensions['state'] || figure.unit.kind === 'share') return {};
  const at = onLists(figure, listed.at);
  const found = await answer(bench, at, { where: {}, by: ['state', 'list_day'] });
  const rows = new Map(found.rows.map((row) => [`${row['state']}|${row['list_day']}`, row]));
  const codes = [
    ...new Set(found.rows.flatMap((row) => (row['state'] === null ? [] : [String(row['state'])]))),
  ];
  return {
    state: Object.fromEntries(
      codes.sort().map((code) => [
        code,
        listed.days.map((day) => {
          const row = rows.get(`${code}|${day}`);
          return row ? deskValue(figure, row) : empty(figure);
        }),
      ]),
    ),
  };
}

/** The answers about one day; see `keyOf`. */
type OnDay = ReadonlyMap<string, Answer>;

/** What an answer was about: a figure, as declared or under a reading, in all or by a dimension. */
const keyOf = (figure: Figure, { reading = '', by = '' }) => `${figure.id}|${reading}|${by}`;

/**
 * The days on which the records of a figure changed, without its last, which stands for what is there now. Of figures
 * that compare editions none: each day would compare them all again.
 */
function earlierDays(bench: Workbench, { figure, day }: FigureValues): string[] {
  if (day === null || figure.pairs) return [];
  const own = bench.editions.filter(
    (edition) => figure.sources.includes(edition.source) && !servesAnyDate(edition),
  );
  const kinds = new Set(own.map(({ kind }) => kind));
  const records = bench.editions
    .filter(({ kind }) => kinds.has(kind))
    .reduce((sum, { accounting }) => sum + accounting.kept, 0);
  const held = Math.max(1, Math.min(mostDays - 1, Math.floor(mostRecordsAsked / Math.max(1, records))));
  return [...new Set(own.map(({ asOf }) => asOf))]
    .filter((one) => one < day)
    .sort()
    .slice(-held);
}

/** One statement a day, for all figures that have it. */
async function figuresOnDays(
  bench: Workbench,
  all: readonly FigureValues[],
): Promise<ReadonlyMap<string, OnDay>> {
  const days = new Map<string, FigureValues[]>();
  for (const one of all)
    for (const day of earlierDays(bench, one)) days.set(day, [...(days.get(day) ?? []), one]);
  const found = new Map<string, OnDay>();
  for (const [asOf, some] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const asked = some.flatMap((one) => {
      const { figure } = one;
      const inAll = { where: {}, by: [], asOf };
      return [
        { key: keyOf(figure, {}), figure, query: inAll },
        ...readingsHeld(figure).map((reading) => ({
          key: keyOf(figure, { reading: reading.id }),
          figure: withReadings(figure, [reading]),
          query: inAll,
        })),
        ...dimensionsHeld(one)
          .filter((name) => namedInSentences(figure, name))
          .map((by) => ({
            key: keyOf(figure, { by }),
            figure,
            query: { where: everyValue(figure, by), by: [by], asOf },
          })),
      ];
    });
    const answers = await answerAll(bench, asked);
    found.set(asOf, new Map(asked.map(({ key }, index) => [key, answers[index] as Answer])));
  }
  return found;
}

/** The dimensions of which the desk has values: those with a few groups on the last day. */
function dimensionsHeld({ day, by }: FigureValues): string[] {
  return [...by].flatMap(([name, groups]) => {
    const last = groups.get(day ?? '')?.length ?? 0;
    return last === 0 || last > mostGroups ? [] : [name];
  });
}

/** A share is judged by its exact parts, which are not at hand for its readings. */
function readingsHeld(figure: Figure): Figure['readings'] {
  return figure.readings.filter((reading) => withReadings(figure, [reading]).unit.kind !== 'share');
}

function valuesOnDays(
  bench: Workbench,
  values: FigureValues,
  earlier: ReadonlyMap<string, OnDay>,
): DeskValues {
  const { figure, day, row, by, readings } = values;
  if (day === null) return { days: [], tables: {} };
  const before = earlierDays(bench, values);
  const then = (one: string, about: Parameters<typeof keyOf>[1]) =>
    earlier.get(one)?.get(keyOf(figure, about))?.rows ?? [];
  const totals = (reading: string, changed: Figure) =>
    before.map((one) => deskValue(changed, then(one, { reading })[0]));
  const parts: Record<string, DeskTable['by'][string]> = {};
  const lastOnly: string[] = [];
  for (const name of dimensionsHeld(values)) {
    const named = namedInSentences(figure, name);
    if (!named && before.length > 0) lastOnly.push(name);
    const now = (by.get(name)?.get(day) ?? []).map(
      (group) => [group.key, group as unknown as AnswerRow] as const,
    );
    const days = [
      ...(named ? before : []).map((one) =>
        then(one, { by: name }).map((part) => [String(part[name] ?? ''), part] as const),
      ),
      now,
    ].map((rows) => new Map(rows));
    const keys = [...new Set(days.flatMap((rows) => [...rows.keys()]))];
    parts[name] = Object.fromEntries(
      keys
        .filter((key) => key !== '')
        .sort()
        .map((key) => [
          key,
          days.map((rows) => (rows.has(key) ? deskValue(figure, rows.get(key)) : empty(figure))),
        ]),
    );
  }
  const tables: Record<string, DeskTable> = {
    '': {
      total: [...totals('', figure), deskValue(figure, row)],
      by: parts,
      ...(lastOnly.length === 0 ? {} : { lastOnly }),
    },
  };
  for (const reading of readingsHeld(figure)) {
    const value = readings.find(({ id }) => id === reading.id)?.value ?? null;
    tables[reading.id] = { total: [...totals(reading.id, withReadings(figure, [reading])), value], by: {} };
  }
  return { days: [...before, day], tables };
}

/** Values of a dimension stand in a sentence only where they are few and fixed words: "30 competed awards". */
function namedInSentences(figure: Figure, name: string): boolean {
  return figure.unit.kind !== 'share' && figure.dimensions[name]?.values !== undefined;
}

/** What a part gives that has no row: none, where rows are counted; nothing, where amounts are added up. */
function empty(figure: Figure): DeskValue {
  return ['count', 'distinct', 'flow'].includes(figure.form.form) ? 0 : null;
}

/** The fields of an edition that a desk is handed, and of its names the first. */
function editionOf(edition: Edition): DeskEdition {
  return {
    ...pick(edition, deskEditionFields),
    period: edition.period ?? null,
    names: edition.names.slice(0, 1),
  };
}

/** The figures of a desk: those with values, and those of closed kinds, in English and in the language of the site. */
export function deskFigures(
  asked: Pick<SiteInput, 'figures' | 'closed' | 'lang'>,
  values: ReadonlyMap<string, FigureValues>,
): { english: DeskFigure[]; told: DeskFigure[] } {
  const closed = asked.closed ?? [];
  const one = (figure: Figure, fixed?: DeskFigure['fixed']) => ({
    ...figureOf(figure),
    ...(fixed ? { fixed } : {}),
  });
  const open = asked.figures.filter(({ id }) => values.has(id));
  return {
    english: [...open.map((figure) => one(figure)), ...closed.map(({ figure, fixed }) => one(figure, fixed))],
    told:
      asked.lang === 'en'
        ? []
        : [
            ...open.map((figure) => one(figureIn(figure, asked.lang))),
            ...closed.map(({ figure, fixed }) => one(figureIn(figure, asked.lang), fixed)),
          ],
  };
}

/** A figure as the desk is handed it. */
export function figureOf(figure: Figure): DeskFigure {
  return {
    ...pick(figure, deskFigureFields),
    dimensions: Object.fromEntries(
      Object.entries(figure.dimensions).map(([name, { pattern, ...one }]) => [
        name,
        {
          title: one.title,
          says: one.says,
          ...pick(one, ['values']),
          ...(pattern === undefined ? {} : { pattern: pattern.source }),
          ...pick(one, ['named', 'adjectives', 'tells', 'purposes', 'sources']),
        },
      ]),
    ),
    readings: figure.readings,
  };
}

/** The fields of these names that have a value. */
function pick<T, Name extends keyof T>(whole: T, names: readonly Name[]): Pick<T, Name> {
  const fields = names.flatMap((name) => (whole[name] === undefined ? [] : [[name, whole[name]]]));
  return Object.fromEntries(fields) as Pick<T, Name>;
}
