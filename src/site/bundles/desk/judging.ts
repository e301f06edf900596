import { type Bound, bindSentence, figuresOfNumbers } from '../../../claims/bind-sentence.ts';
import type { Claim } from '../../../claims/claim.ts';
import { judgeBy } from '../../../claims/judge.ts';
import { retell } from '../../../claims/retell.ts';
import type { FoundNumber } from '../../../claims/sentence-numbers.ts';
import type { Verdict } from '../../../claims/verdict.ts';
import type { Figure } from '../../../figures/figure.ts';
import { english, type Say, sayWith } from '../../../language/say-with.ts';
import { onRelease } from '../../../publication/released-verdicts.ts';
import type { DeskFile, DeskValues } from '../../desk/shape.ts';
import { tableBook, toFigure } from '../../desk/table-book.ts';

/** What a person answers about one sentence, as with the options of `counterfoil check`. */
export interface Answers {
  asOf?: string;
  from?: string;
  /** Figures of single numbers, by where the number starts. */
  chosen: Readonly<Record<number, string>>;
}

/** A verdict as the desk gives it. */
export interface Judged {
  verdict: Verdict;
  /** Readings that could not be tried, because no table here has their values. */
  untried: number;
}

/** The desk without its page: the rules of `check` over published tables. */
export interface Judging {
  say: Say;
  figures: readonly Figure[];
  /** Titles in the language of the site, by id. */
  titles: ReadonlyMap<string, string>;
  /** Dates of the lists at hand, ascending. */
  lists: readonly string[];
  numbers(sentence: string): { number: FoundNumber; figures: Figure[] }[];
  bind(sentence: string, answers: Answers): Bound;
  judge(claim: Claim): Promise<Judged>;
}

/** Makes a desk of its file; `read` gives the values of one figure. */
export function judging(file: DeskFile, read: (figure: string) => Promise<DeskValues>): Judging {
  const say = file.messages === null ? english : sayWith(file.messages);
  const figures = file.figures.map(toFigure);
  const told = (file.told.length > 0 ? file.told : file.figures).map(toFigure);
  const closed = new Map(file.figures.flatMap(({ id, fixed }) => (fixed ? [[id, fixed]] : [])));
  const lists = [
    ...new Set(file.editions.filter(({ kind }) => kind !== 'reference').map(({ asOf }) => asOf)),
  ].sort();
  const book = tableBook(file, read);
  return {
    say,
    figures,
    titles: new Map(told.map(({ id, title }) => [id, title])),
    lists,
    numbers: (sentence) => figuresOfNumbers(sentence, { figures, lists }),
    bind: (sentence, answers) =>
      bindSentence(sentence, { figures, states: file.states, lists, say, ...answers }),
    async judge(claim) {
      const figure = told.find(({ id }) => id === claim.figure);
      const fixed = closed.get(claim.figure ?? '');
      if (fixed && figure) return { verdict: releasedVerdict(claim, figure, fixed, file, say), untried: 0 };
      const { verdict, untried } = await judgeBy(book, figures, claim);
      return { verdict: file.messages === null ? verdict : retell(verdict, figure, say), untried };
    },
  };
}

/** As publishing has it: on the released table alone, else not checkable. */
function releasedVerdict(
  claim: Claim,
  figure: Figure,
  fixed: Claim['where'],
  file: DeskFile,
  say: Say,
): Verdict {
  const why = say`what is published of these records is a fixed set of released tables; they do not hold this number`;
  const none: Verdict = {
    id: claim.id,
    claim,
    verdict: 'not checkable',
    why,
    figure: figure.id,
    unit: null,
    numbers: [],
    search: null,
    range: null,
    editions: [],
    says: [say`not checkable: ${why}.`],
  };
  return onRelease(none, fixed, figure, file.released, say) ?? none;
}
