import type { Engine, SqlRow, SqlValue } from '../engine/engine.ts';
import { sqlList, sqlName } from '../engine/sql-text.ts';
import { type Edition, servesAnyDate } from '../project/edition.ts';
import { chainSql, compileNarrow, editionsSql, modelsAsked, valuesSql } from './compile.ts';
import { divideDecimals } from './exact.ts';
import type { Figure, Query, Unit } from './figure.ts';
import { narrowed } from './look-ups.ts';
import type { Relations } from './model.ts';
import { checkQuery } from './query.ts';

/** An edition that an answer rests on, as readers see it. */
export interface EditionNote {
  edition: string;
  name: string;
  source: string;
  as_of: string;
  sha256: string;
}

/** One row of an answer: the dimensions asked for and the value; a ratio shows its parts. */
export type AnswerRow = Record<string, SqlValue> & { value: number | string | null };

/** What `figure --json` prints. */
export interface Answer {
  id: string;
  unit: string;
  /** The date asked for, else the date of the latest edition it rests on; null before the first. */
  as_of: string | null;
  rows: AnswerRow[];
  editions: EditionNote[];
}

/** What is needed to answer: the engine with the built relations defined, and the editions they were built from. */
export interface Workbench {
  engine: Engine;
  relations: Relations;
  editions: readonly Edition[];
  /** Dates that no question goes beyond: what was there on that day, what was known then. */
  limits?: Pick<Query, 'asOf' | 'knownAt'>;
}

/** A question within the limits of its bench. */
export function withinLimits({ limits }: Pick<Workbench, 'limits'>, query: Query): Query {
  if (!limits) return query;
  const earlier = (a: string | undefined, b: string | undefined) =>
    a === undefined || (b !== undefined && b < a) ? b : a;
  const [asOf, known] = [earlier(query.asOf, limits.asOf), earlier(query.knownAt, limits.knownAt)];
  return {
    ...query,
    ...(asOf === undefined ? {} : { asOf }),
    ...(known === undefined ? {} : { knownAt: known }),
  };
}

/** Decimals of a ratio; a share of 0.123456 is 12.3456%. */
export const ratioPlaces = 6;

/** The values of a figure. Throws the errors of `checkQuery`. */
export async function answer(bench: Workbench, figure: Figure, query: Query): Promise<Answer> {
  const [only] = await answerAll(bench, [{ figure, query }]);
  return only as Answer;
}

/**
 * Several answers in one statement, so that the readings of a claim cost one round. Questions without groups go
 * together, and those by one dimension of few and fixed words; as soon as there is another, each is asked by itself.
 */
export async function answerAll(
  bench: Workbench,
  given: readonly { figure: Figure; query: Query }[],
): Promise<Answer[]> {
  const asked = given.map(({ figure, query }) => ({ figure, query: withinLimits(bench, query) }));
  for (const { figure, query } of asked) checkQuery(figure, query);
  const answers: Answer[] = [];
  const batch = asked.every(goesWithOthers) && asked.length > 1;
  const rows = batch ? await batchRows(bench, asked) : [];
  for (const [index, { figure, query }] of asked.entries()) {
    const editions = editionsFor(bench.editions, figure, query);
    const note = { id: figure.id, unit: unitName(figure.unit), editions: editions.map(editionNote) };
    const missing = missingSource(figure, query, editions, bench.editions);
    if (missing !== undefined) {
      const why =
        query.knownAt !== undefined
          ? `no edition of ${missing} was obtained by ${query.knownAt}${query.asOf === undefined ? '' : ` and is dated ${query.asOf} or earlier`}`
          : query.asOf === undefined
            ? `no edition of ${missing} has been added`
            : `no edition of ${missing} is dated ${query.asOf} or earlier`;
      answers.push({
        ...note,
        as_of: query.asOf ?? null,
        rows: query.by.length === 0 ? [{ value: null, why }] : [],
      });
      continue;
    }
    if (figure.pairs && !hasPair(editions)) {
      answers.push({
        ...note,
        as_of: query.asOf ?? latest(editions),
        rows: query.by.length === 0 ? [{ value: null, why: noPair }] : [],
      });
      continue;
    }
    const main = editions.filter((edition) => !servesAnyDate(edition));
    const found = batch
      ? (rows[index] as SqlRow[])
      : await bench.engine.query(compileNarrow(figure, query, bench.relations));
    answers.push({
      ...note,
      as_of: query.asOf ?? latest(main.length > 0 ? main : editions),
      rows: found.map((row) => withReason(finish(row, figure), query)),
    });
  }
  return answers;
}

/** Whether the answer fits into rows of one text and two numbers. */
function goesWithOthers({ figure, query }: { figure: Figure; query: Query }): boolean {
  const [name, ...more] = query.by;
  return name === undefined || (more.length === 0 && figure.dimensions[name]?.values !== undefined);
}

/** The rows of each question, asked in one statement for all that are asked of the same editions. */
async function batchRows(
  bench: Workbench,
  asked: readonly { figure: Figure; query: Query }[],
): Promise<SqlRow[][]> {
  const found: SqlRow[][] = asked.map(() => []);
  const together = Map.groupBy(
    asked.map((item, index) => ({ ...item, index })),
    ({ query }) => `${query.asOf}|${query.knownAt}`,
  );
  for (const group of together.values()) {
    const text = (sql: string) => `cast(${sql} as varchar)`;
    const parts = group.map(({ figure, query, index }) => {
      const part = text(query.by[0] === undefined ? 'null' : sqlName(query.by[0]));
      const [a, b] = hasParts(figure) ? ['numerator', 'denominator'] : ['value', 'null'];
      return `select ${index} as asked, ${part} as part, ${text(a as string)} as a, ${text(b as string)} as b from (\n${valuesSql(figure, query, narrowed(bench.relations))}\n) as part_${index}`;
    });
    const models = group.flatMap(({ figure, query }) => modelsAsked(figure, query));
    const chain = chainSql(models, (group[0] as { query: Query }).query, bench.relations);
    const sql = `${chain}select asked, part, a, b from (\n${parts.join('\nunion all\n')}\n) as parts\norder by asked, part`;
    for (const row of await bench.engine.query(sql)) {
      const { figure, query } = asked[row['asked'] as number] as { figure: Figure; query: Query };
      const [a, b] = [row['a'] as string | null, row['b'] as string | null];
      (found[row['asked'] as number] as SqlRow[]).push({
        ...(query.by[0] === undefined ? {} : { [query.by[0]]: row['part'] as string | null }),
        ...(hasParts(figure)
          ? { numerator: partFrom(a, figure), denominator: partFrom(b, figure) }
          : { value: fromText(a, figure) }),
      });
    }
  }
  return found;
}

const hasParts = (figure: Figure) => figure.form.form === 'ratio' || figure.form.form === 'concentration';

function fromText(text: string | null, figure: Figure): string | number | null {
  if (text === null) return null;
  return figure.unit.kind === 'money' ? text : Number(text);
}

/** As the engine gives it where it is asked alone: whole numbers as numbers, decimals as text. */
function partFrom(text: string | null, figure: Figure): string | number | null {
  const whole =
    text !== null &&
    figure.form.form === 'ratio' &&
    /^-?\d+$/.test(text) &&
    Number.isSafeInteger(Number(text));
  return whole ? Number(text) : text;
}

/** A sum over nothing is absent, not zero; an answer without groups says so. */
function withReason(row: AnswerRow, query: Query): AnswerRow {
  return row.value === null && query.by.length === 0
    ? { ...row, why: 'no row that is counted has an amount' }
    : row;
}

function finish(row: SqlRow, figure: Figure): AnswerRow {
  if (!hasParts(figure)) return { ...row, value: (row['value'] ?? null) as number | string | null };
  const { numerator, denominator, ...dimensions } = row;
  const places = figure.form.form === 'concentration' && figure.form.top === undefined ? 8 : ratioPlaces;
  const share =
    denominator === null || denominator === undefined
      ? null
      : divideDecimals((numerator ?? 0) as string, denominator as string, places);
  return {
    ...dimensions,
    value: share === null ? null : Number(share),
    numerator: (numerator ?? 0) as SqlValue,
    denominator: (denominator ?? null) as SqlValue,
  };
}

/**
 * The editions that a figure rests on under a query: of its sources those in force. The same rule as `editionsSql`,
 * which a test holds it to.
 */
export function editionsFor(editions: readonly Edition[], figure: Figure, query: AskedOf): Edition[] {
  const sources = sourcesAsked(figure, query);
  const asked = editions.filter(
    (edition) =>
      sources.includes(edition.source) &&
      (query.asOf === undefined || edition.asOf <= query.asOf || servesAnyDate(edition)) &&
      (query.knownAt === undefined || edition.obtained <= query.knownAt),
  );
  if (figure.pairs) return asked.filter(({ coverage }) => coverage !== 'window' && coverage !== 'delta');
  return asked.filter((edition) => {
    if (edition.coverage === 'window' || edition.coverage === 'delta') return true;
    const rivals = asked.filter(
      (other) =>
        other.source === edition.source &&
        (edition.coverage === 'snapshot' || periodOf(other) === periodOf(edition)),
    );
    return rivals.every((other) => other === edition || inOrder(other, edition) < 0);
  });
}

/** Why a figure that compares editions has no value. */
export const noPair = 'there are no two editions of one source to compare';

/** Whether two of the editions are of one source and period. */
export function hasPair(editions: readonly Edition[]): boolean {
  const groups = editions.map(
    (edition) => `${edition.source}|${edition.coverage === 'partition' ? periodOf(edition) : ''}`,
  );
  return new Set(groups).size < groups.length;
}

/** What a `partition` covers: its layout's own word, else its first event. */
function periodOf(edition: Edition): string | null {
  return edition.period ?? edition.firstEvent;
}

type AskedOf = Pick<Query, 'asOf' | 'knownAt'> & Partial<Pick<Query, 'where'>>;

/**
 * The sources that a question rests on: those of the values asked for, where a dimension says from which source each
 * value comes (pending agreements are on the pending list alone), and every source that no dimension speaks of.
 */
export function sourcesAsked(figure: Figure, query: AskedOf): string[] {
  const { free, choices } = sourceChoices(figure, query);
  return figure.sources.filter(
    (source) => free.includes(source) || choices.some((choice) => choice.includes(source)),
  );
}

/**
 * The first source without which there is no number: every source that no dimension speaks of must have an edition, and
 * of those that one dimension chooses among at least one. So pending agreements alone are absent, not zero, before the
 * first pending list, and participating and pending ones together are those on the lists there were. What the user
 * stated undated is not enough before the first edition that has a date, where there is one: a list of families counts
 * no action.
 *
 * @param used the editions that the question rests on
 * @param all those from which they were taken
 */
export function missingSource(
  figure: Figure,
  query: AskedOf,
  used: readonly Edition[],
  all: readonly Edition[],
): string | undefined {
  const { free, choices } = sourceChoices(figure, query);
  const isDated = (edition: Edition) => edition.asOfFrom !== 'undated';
  const without = choices.find((choice) => {
    const ofChoice = ({ source }: Edition) => choice.includes(source);
    const enough = all.filter(ofChoice).some(isDated) ? isDated : () => true;
    return !used.filter(ofChoice).some(enough);
  });
  return without?.[0] ?? free.find((source) => !used.some((edition) => edition.source === source));
}

function sourceChoices(figure: Figure, query: AskedOf): { free: string[]; choices: string[][] } {
  if (figure.anySource) return { free: [], choices: [[...figure.sources]] };
  const told = Object.entries(figure.dimensions ?? {}).flatMap(([name, { sources }]) =>
    sources ? [{ name, sources }] : [],
  );
  const choices = told.map(({ name, sources }) => {
    const values = query.where?.[name] ?? figure.defaults?.[name] ?? Object.keys(sources);
    return values.flatMap((value) => sources[value] ?? []);
  });
  const spokenOf = new Set(told.flatMap(({ sources }) => Object.values(sources)));
  return { free: figure.sources.filter((source) => !spokenOf.has(source)), choices };
}

/** Negative where `a` comes before `b` in the order of editions: date, part of the day, order of arrival. */
export function inOrder(a: Edition, b: Edition): number {
  if (a.asOf !== b.asOf) return a.asOf < b.asOf ? -1 : 1;
  return a.dayPart - b.dayPart || a.seq - b.seq;
}

/** As `editionsFor`, asked of the engine: the second way, for tests and for receipts. */
export async function editionsInForce(
  bench: Workbench,
  query: Pick<Query, 'asOf' | 'knownAt'>,
  sources: readonly string[],
): Promise<string[]> {
  const rows = await bench.engine.query(
    `select edition from (\n${editionsSql(query)}\n) as asked\nwhere in_force and source in ${sqlList(sources)}\norder by edition`,
  );
  return rows.map((row) => row['edition'] as string);
}

function latest(editions: readonly Edition[]): string {
  return editions.reduce((day, edition) => (edition.asOf > day ? edition.asOf : day), '');
}

export function editionNote(edition: Edition): EditionNote {
  return {
    edition: edition.edition,
    name: edition.names[0] as string,
    source: edition.source,
    as_of: edition.asOf,
    sha256: edition.sha256,
  };
}

/** The name of a unit in JSON: `agencies`, `USD`, `share`. */
export function unitName(unit: Unit): string {
  return unit.kind === 'count' ? unit.many : unit.kind === 'money' ? unit.currency : 'share';
}
