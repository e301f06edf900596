import type { Book, Question } from '../../claims/book.ts';
import {
  type Answer,
  type AnswerRow,
  editionNote,
  editionsFor,
  hasPair,
  missingSource,
  noPair,
  unitName,
} from '../../figures/answer.ts';
import { addDecimals } from '../../figures/exact.ts';
import type { Dimension, Figure, Query } from '../../figures/figure.ts';
import type { Edition } from '../../project/edition.ts';
import {
  type Desk,
  type DeskFigure,
  type DeskParts,
  type DeskTable,
  type DeskValue,
  type DeskValues,
  keyOf,
} from './shape.ts';

/** Reads published values: those of a figure, and its parts by a dimension that has a file of its own. */
export interface Reads {
  values(figure: string): Promise<DeskValues>;
  parts(figure: string, dimension: string): Promise<DeskParts>;
}

/** A figure of the desk as the rules of `check` take it. */
export function toFigure(one: DeskFigure): Figure {
  const { fixed: _, dimensions, ...rest } = one;
  return {
    ...rest,
    caveats: [],
    dimensions: Object.fromEntries(
      Object.entries(dimensions).map(([name, { pattern, ...dimension }]): [string, Dimension] => [
        name,
        { sql: name, ...dimension, ...(pattern === undefined ? {} : { pattern: new RegExp(pattern) }) },
      ]),
    ),
  };
}

/**
 * Published tables as a book: the values of each figure are read when they are asked for. What no table has is not held;
 * a value of a day between two lists is that of the list before, where every list that it rests on is then the same.
 */
export function tableBook(desk: Desk, read: Reads): Book {
  const editions = desk.editions as unknown as readonly Edition[];
  return {
    editions,
    key: questionKey,
    async answers(asked) {
      const tables = new Map<string, DeskValues>();
      for (const id of new Set(asked.map(({ figure }) => figure.id))) {
        const filters = asked
          .filter(({ figure }) => figure.id === id)
          .flatMap(({ query }) => Object.keys(query.where));
        tables.set(id, await withParts(id, new Set(filters), read));
      }
      return asked.map((question) => answerFrom(editions, tables.get(question.figure.id), question));
    },
  };
}

/** The values of a figure, with the parts by these dimensions that have files of their own. */
async function withParts(id: string, filters: ReadonlySet<string>, read: Reads): Promise<DeskValues> {
  const values = await read.values(id);
  const apart = (values.apart ?? []).filter((name) => name.split('.').every((one) => filters.has(one)));
  const own = values.tables[''];
  if (apart.length === 0 || !own) return values;
  const by: Record<string, DeskTable['by'][string]> = { ...own.by };
  for (const dimension of apart) {
    const parts = await read.parts(id, dimension);
    by[dimension] = Object.fromEntries(Object.entries(parts.values).map(([key, value]) => [key, [value]]));
  }
  const table: DeskTable = { ...own, by, lastOnly: [...(own.lastOnly ?? []), ...apart] };
  return { ...values, tables: { ...values.tables, '': table } };
}

/** As the SQL of the question: the model, what is counted under which condition, and the filters that hold. */
function questionKey(figure: Figure, query: Query): string {
  const filters = { ...figure.defaults, ...query.where };
  const sorted = Object.keys(filters)
    .sort()
    .map((name) => [name, filters[name]]);
  return JSON.stringify([
    query.asOf ?? '',
    query.until ?? '',
    figure.from,
    figure.form,
    figure.where ?? '',
    sorted,
  ]);
}

function answerFrom(
  editions: readonly Edition[],
  values: DeskValues | undefined,
  { figure, readings, query }: Question,
): Answer | null {
  if (query.until !== undefined || query.knownAt !== undefined || !values) return null;
  const used = editionsFor(editions, figure, query);
  const note = {
    id: figure.id,
    unit: unitName(figure.unit),
    as_of: query.asOf ?? null,
    editions: used.map(editionNote),
  };
  const missing = missingSource(figure, query, used, editions);
  if (missing !== undefined) {
    const why =
      query.asOf === undefined
        ? `no edition of ${missing} has been added`
        : `no edition of ${missing} is dated ${query.asOf} or earlier`;
    return { ...note, rows: [{ value: null, why }] };
  }
  const [only, ...more] = readings;
  const table = more.length > 0 ? undefined : values.tables[only?.id ?? ''];
  const day = dayOf(editions, values, figure, query, used);
  if (!table || day < 0) return null;
  // As the engine has it: without two editions to compare there is no value, and that is known.
  if (figure.pairs && !hasPair(used)) return { ...note, rows: [{ value: null, why: noPair }] };
  const value = cellOf(table, figure, query.where, day, values.days.length - 1);
  return value === undefined ? null : { ...note, rows: [rowOf(value)] };
}

/** The latest day with values whose editions are those that the question rests on; -1 where there is none. */
function dayOf(
  editions: readonly Edition[],
  { days }: DeskValues,
  figure: Figure,
  query: Query,
  used: readonly Edition[],
): number {
  const wanted = used.map(({ edition }) => edition).join(' ');
  for (let index = days.length - 1; index >= 0; index -= 1) {
    const day = days[index] as string;
    if (query.asOf !== undefined && day > query.asOf) continue;
    const there = editionsFor(editions, figure, { ...query, asOf: day });
    return there.map(({ edition }) => edition).join(' ') === wanted ? index : -1;
  }
  return -1;
}

/** Undefined where no table has such a part. */
function cellOf(
  table: DeskTable,
  figure: Figure,
  where: Query['where'],
  day: number,
  last: number,
): DeskValue | undefined {
  const filters = Object.entries(where);
  if (filters.length === 0) return table.total[day];
  // Of several filters the table is named by all of them, in whatever order they were asked.
  const names = filters.map(([one]) => one);
  const name = Object.keys(table.by).find(
    (one) => [...one.split('.')].sort().join() === [...names].sort().join(),
  );
  const groups = name === undefined ? undefined : table.by[name];
  if (name === undefined || !groups) return undefined;
  const several = filters.filter(([, values]) => values.length !== 1);
  if (several.some(([one, values]) => values.length === 0 || !figure.additive.includes(one)))
    return undefined;
  const lastOnly = table.lastOnly?.includes(name) === true;
  if (lastOnly && day !== last) return undefined;
  const keys = combined(name.split('.').map((one) => [...new Set(where[one] ?? [])])).map(keyOf);
  const found = keys.map((key) => groups[key]?.[lastOnly ? 0 : day]);
  const counts = ['count', 'distinct', 'flow'].includes(figure.form.form);
  if (found.length === 1)
    return found[0] !== undefined ? found[0] : counts ? 0 : figure.unit.kind === 'share' ? undefined : null;
  return sumOf(found, counts);
}

/** Parts by a dimension over which they add up, together: amounts are exact text, and what has none adds nothing. */
function sumOf(parts: readonly (DeskValue | undefined)[], counts: boolean): DeskValue | undefined {
  const known = parts.filter((one) => one !== undefined && one !== null);
  if (known.length === 0) return counts ? 0 : null;
  if (known.every((one) => typeof one === 'number')) return known.reduce((sum, one) => sum + one, 0);
  return known.every((one) => typeof one === 'string') ? addDecimals(known, 2) : undefined;
}

/** Every way to take one of each list, in order. */
function combined(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (made, list) => made.flatMap((start) => list.map((one) => [...start, one])),
    [[]],
  );
}

function rowOf(value: DeskValue): AnswerRow {
  if (value === null) return { value: null, why: 'no row that is counted has an amount' };
  if (!Array.isArray(value)) return { value };
  return { value: Number(value[0]) / Number(value[1]), numerator: value[0], denominator: value[1] };
}
