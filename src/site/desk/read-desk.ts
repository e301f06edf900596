import { type AnswerRow, answer, type Workbench } from '../../figures/answer.ts';
import { type Figure, type Reading, withReadings } from '../../figures/figure.ts';
import type { Edition } from '../../project/edition.ts';
import { states } from '../../reference/states.ts';
import { type FigureValues, type Listed, onLists } from '../data/figure-values.ts';
import { figureIn } from '../data/figure-words.ts';
import type { SiteInput } from '../site.ts';
import {
  type Desk,
  type DeskEdition,
  type DeskFigure,
  type DeskTable,
  type DeskValue,
  type DeskValues,
  deskEditionFields,
} from './shape.ts';

/** The desk and the values of each of its figures, by id. */
export interface DeskData {
  desk: Desk;
  values: ReadonlyMap<string, DeskValues>;
}

/** A dimension with more values than this is no table of the desk: a sentence seldom names one of its values. */
const mostGroups = 120;

/**
 * What the claims desk judges by: for figures over lists their value on every list, in all and by state, as declared and
 * under each reading; for others the latest value and its parts. Everything is a value of an open figure.
 */
export async function readDesk(
  bench: Workbench,
  all: ReadonlyMap<string, FigureValues>,
  listed: Listed | undefined,
  version: string,
  figures: { english: readonly DeskFigure[]; told: readonly DeskFigure[] },
): Promise<DeskData> {
  const values = new Map<string, DeskValues>();
  for (const one of all.values()) {
    const onList = listed !== undefined && one.figure.from === listed.model && one.days.length > 0;
    values.set(one.figure.id, onList ? await valuesOnLists(bench, one, listed) : latestValues(one));
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

function latestValues({ figure, day, row, by, readings }: FigureValues): DeskValues {
  if (day === null) return { days: [], tables: {} };
  const parts = Object.fromEntries(
    [...by].flatMap(([name, groups]) => {
      const found = groups.get(day) ?? [];
      return found.length === 0 || found.length > mostGroups
        ? []
        : [
            [
              name,
              Object.fromEntries(
                found
                  .filter(({ key }) => key !== '')
                  .map((group) => [group.key, [deskValue(figure, group as unknown as AnswerRow)]]),
              ),
            ],
          ];
    }),
  );
  const tables: Record<string, DeskTable> = { '': { total: [deskValue(figure, row)], by: parts } };
  for (const { id, value } of readings) {
    const reading = figure.readings.find((one) => one.id === id) as Reading;
    // A share is judged by its exact parts, which are not at hand for its readings.
    if (withReadings(figure, [reading]).unit.kind === 'share') continue;
    tables[id] = { total: [value], by: {} };
  }
  return { days: [day], tables };
}

function deskValue(figure: Figure, row: AnswerRow | undefined): DeskValue {
  if (!row || row.value === null) return null;
  const { numerator, denominator } = row as { numerator?: string | number; denominator?: string | number };
  if (figure.unit.kind === 'share' && denominator !== undefined && denominator !== null)
    return [numerator ?? 0, denominator];
  return row.value;
}

/** What a part gives that has no row: none, where rows are counted; nothing, where amounts are added up. */
function empty(figure: Figure): DeskValue {
  return ['count', 'distinct', 'flow'].includes(figure.form.form) ? 0 : null;
}

/** The fields of an edition that a desk is handed, and of its names the first. */
function editionOf(edition: Edition): DeskEdition {
  const picked = Object.fromEntries(deskEditionFields.map((name) => [name, edition[name]]));
  return { ...picked, period: edition.period ?? null, names: edition.names.slice(0, 1) } as DeskEdition;
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
  const { id, title, unit, definition, from, form, where, defaults, sources, anySource, eventDate, words } =
    figure;
  return {
    id,
    title,
    unit,
    definition,
    from,
    form,
    sources,
    ...(where === undefined ? {} : { where }),
    ...(defaults === undefined ? {} : { defaults }),
    ...(anySource === undefined ? {} : { anySource }),
    ...(eventDate === undefined ? {} : { eventDate }),
    ...(words === undefined ? {} : { words }),
    dimensions: Object.fromEntries(
      Object.entries(figure.dimensions).map(([name, one]) => [
        name,
        {
          title: one.title,
          says: one.says,
          ...(one.values === undefined ? {} : { values: one.values }),
          ...(one.pattern === undefined ? {} : { pattern: one.pattern.source }),
          ...(one.sources === undefined ? {} : { sources: one.sources }),
        },
      ]),
    ),
    readings: figure.readings,
  };
}
