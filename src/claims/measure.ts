import { type Answer, type AnswerRow, type EditionNote, sourcesAsked } from '../figures/answer.ts';
import type { Figure, Query, Reading } from '../figures/figure.ts';
import { servesAnyDate } from '../project/edition.ts';
import type { Book, Question } from './book.ts';
import type { Claim, Where } from './claim.ts';
import { divide, multiply, type Rational, rational, subtract } from './rational.ts';

/** One end of a change, or the value of a plain claim, on the list in force that day. */
export interface End {
  /** The day asked for; null for the latest list. */
  day: string | null;
  /** The date of the list of the main source that was in force; null where there was none. */
  list: string | null;
  value: Rational | null;
  why: string | null;
  editions: readonly EditionNote[];
  /** Sources that belong to what is counted and of which nothing at hand is dated so early: counted without them. */
  without: readonly string[];
}

/** A value in the unit in which a claim states it (points for a percentage), with the ends it was computed from. */
export interface Measured {
  value: Rational | null;
  why: string | null;
  ends: readonly End[];
  /** True where the book does not hold a value: nothing is known of it, not even that it is absent. */
  unheld: boolean;
}

/** What to measure: a figure under one filter, on one day, or on two for a change. */
export interface Asked {
  figure: Figure;
  /** The readings that made the figure what it is here. */
  readings: readonly Reading[];
  where: Where;
  /** One day, or two; undefined stands for the latest list. */
  days: readonly (string | undefined)[];
}

/** Measures everything in as few statements as there are days; the same question twice is asked once. */
export async function measureAll(
  book: Book,
  claim: Claim,
  asked: readonly Asked[],
  percent: boolean,
): Promise<Measured[]> {
  const questions = new Map<string, Question & { index: number }>();
  const keys = asked.map((one) =>
    one.days.map((day) => {
      const query: Query = { where: one.where, by: [] };
      if (day !== undefined) query.asOf = day;
      if (claim.until !== undefined) query.until = claim.until;
      const key = book.key(one.figure, query);
      if (!questions.has(key))
        questions.set(key, { figure: one.figure, readings: one.readings, query, index: questions.size });
      return key;
    }),
  );
  const answers = await book.answers([...questions.values()]);
  return asked.map((one, order) => {
    const ends = one.days.map((day, place) => {
      const question = questions.get((keys[order] as string[])[place] as string) as { index: number };
      return endOf(book, answers[question.index] ?? null, one, day, percent && !claim.change);
    });
    return combine(ends, claim, percent);
  });
}

/** The source whose lists date a figure's values: the first with an edition that does not serve any date. */
export function mainSource(book: Pick<Book, 'editions'>, figure: Figure): string {
  return (
    figure.sources.find((source) =>
      book.editions.some((edition) => edition.source === source && !servesAnyDate(edition)),
    ) ?? (figure.sources[0] as string)
  );
}

function endOf(
  book: Book,
  answer: Answer | null,
  { figure, where }: Asked,
  day: string | undefined,
  points: boolean,
): End & { unheld: boolean } {
  if (answer === null)
    return {
      day: day ?? null,
      list: null,
      value: null,
      why: 'the value is not among those published here',
      editions: [],
      without: [],
      unheld: true,
    };
  const row = answer.rows[0] as AnswerRow | undefined;
  const list = listDate(book, answer, figure);
  const exact = row ? exactValue(row, figure) : null;
  const asked = sourcesAsked(figure, { where, ...(day === undefined ? {} : { asOf: day }) });
  const why = exact === null ? String(row?.['why'] ?? 'the records give no value') : null;
  return {
    day: day ?? null,
    list,
    value: exact !== null && points ? multiply(exact, rational(100)) : exact,
    why,
    editions: answer.editions,
    unheld: false,
    // Where any one source is enough, none of the others is missed.
    without:
      exact === null || figure.anySource
        ? []
        : asked.filter((source) => !answer.editions.some((note) => note.source === source)),
  };
}

/** The date of the list of the main source, else of the first other source that the answer rests on. */
function listDate(book: Book, answer: Answer, figure: Figure): string | null {
  const ids = new Set(
    book.editions.filter((edition) => !servesAnyDate(edition)).map(({ edition }) => edition),
  );
  const notes = answer.editions.filter((note) => ids.has(note.edition));
  const sources = [mainSource(book, figure), ...figure.sources];
  const source = sources.find((one) => notes.some((note) => note.source === one));
  const dates = notes.filter((note) => note.source === source).map((note) => note.as_of);
  return dates.sort().at(-1) ?? null;
}

/** A share from its exact parts, not from the rounded share. */
function exactValue(row: AnswerRow, figure: Figure): Rational | null {
  if (row.value === null) return null;
  if (figure.unit.kind === 'share' && row['denominator'] !== undefined && row['denominator'] !== null) {
    return divide(
      rational(row['numerator'] as string | number),
      rational(row['denominator'] as string | number),
    );
  }
  return rational(
    typeof row.value === 'number' && !Number.isInteger(row.value) ? row.value.toFixed(8) : row.value,
  );
}

function combine(ends: readonly (End & { unheld: boolean })[], claim: Claim, percent: boolean): Measured {
  const unheld = ends.some((end) => end.unheld);
  const missing = ends.find((end) => end.unheld) ?? ends.find((end) => end.value === null);
  if (missing) return { value: null, why: missing.why, ends, unheld };
  if (!claim.change) return { value: (ends[0] as End).value, why: null, ends, unheld };
  const [from, to] = ends.map((end) => end.value) as [Rational, Rational];
  if (claim.change.in === 'difference') {
    const difference = subtract(to, from);
    // Of shares a difference stated in points.
    return { value: percent ? multiply(difference, rational(100)) : difference, why: null, ends, unheld };
  }
  const ratio = divide(claim.change.in === 'times' ? to : subtract(to, from), from);
  if (ratio === null)
    return { value: null, why: 'the earlier value is zero, so there is no growth to compute', ends, unheld };
  return {
    value: claim.change.in === 'percent' ? multiply(ratio, rational(100)) : ratio,
    why: null,
    ends,
    unheld,
  };
}
