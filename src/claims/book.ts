import { type Answer, answerAll, type Workbench } from '../figures/answer.ts';
import { valuesSql } from '../figures/compile.ts';
import type { Figure, Query, Reading } from '../figures/figure.ts';
import type { Edition } from '../project/edition.ts';

/** One question of a verdict: a figure, as it is under declared readings, and what is asked of it. */
export interface Question {
  figure: Figure;
  readings: readonly Reading[];
  query: Query;
}

/** Where verdicts look values up: the built records, or tables that were made of them beforehand. */
export interface Book {
  /** The editions that the values come from. */
  editions: readonly Edition[];
  /** Two questions with one key have the same answer. */
  key(figure: Figure, query: Query): string;
  /** An answer for each question; null where the book does not hold it. */
  answers(asked: readonly Question[]): Promise<readonly (Answer | null)[]>;
}

/** The built records as a book: it holds every answer. */
export function bookOf(bench: Workbench): Book {
  return {
    editions: bench.editions,
    key: (figure, query) => `${query.asOf ?? ''}|${query.until ?? ''}|${valuesSql(figure, query)}`,
    answers: (asked) => answerAll(bench, asked),
  };
}
