import { figuresOfNumbers } from '../../../claims/bind-figure.ts';
import { type Bound, bindSentence } from '../../../claims/bind-sentence.ts';
import { listDates, releaseDates } from '../../../claims/candidates.ts';
import type { Claim } from '../../../claims/claim.ts';
import { judgeBy } from '../../../claims/judge.ts';
import { retell } from '../../../claims/retell.ts';
import type { FoundNumber } from '../../../claims/sentence-numbers.ts';
import type { Verdict } from '../../../claims/verdict.ts';
import type { Figure } from '../../../figures/figure.ts';
import { english, type Say, sayWith } from '../../../language/say-with.ts';
import { servesAnyDate } from '../../../project/edition.ts';
import { onRelease } from '../../../publication/released-verdicts.ts';
import type { DeskFile, DeskNames } from '../../desk/shape.ts';
import { type Reads, tableBook, toFigure } from '../../desk/table-book.ts';

/** What a person answers about one sentence, as with the options of `counterfoil check`. */
export interface Answers {
  asOf?: string;
  from?: string;
  /** By dimension, whose a number is or what it is for. */
  where?: Readonly<Record<string, readonly string[]>>;
  /** Names and purposes that restrict nothing. */
  whole?: readonly string[];
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
  /** The days on which the records of some figures changed, the latest first; of none, the days of all. */
  daysOf(figures: readonly string[]): string[];
  /** Whether any day may be asked for, not only those with published values. */
  anyDay: boolean;
  numbers(sentence: string): { number: FoundNumber; figures: Figure[] }[];
  bind(sentence: string, answers: Answers): Bound;
  judge(claim: Claim): Promise<Judged>;
  /** Every claim of a sentence, as it is bound with these answers. */
  judgeAll(sentence: string, answers: Answers): Promise<{ claim: Claim; judged: Judged }[]>;
}

/** Where a server is at hand that has the records themselves: what `check` says of a sentence. */
export type Asking = (sentence: string, answers: Answers) => Promise<readonly Verdict[]>;

/** Makes a desk of its file and the names to be offered; `read` gives published values, `asking` the word of a server. */
export function judging(file: DeskFile, names: DeskNames, read: Reads, asking?: Asking): Judging {
  const say = file.messages === null ? english : sayWith(file.messages);
  const figures = file.figures.map(toFigure);
  const told = (file.told.length > 0 ? file.told : file.figures).map(toFigure);
  const closed = new Map(file.figures.flatMap(({ id, fixed }) => (fixed ? [[id, fixed]] : [])));
  const lists = [
    ...new Set(file.editions.filter((edition) => !servesAnyDate(edition)).map(({ asOf }) => asOf)),
  ].sort();
  const book = tableBook(file, read);
  const bind: Judging['bind'] = (sentence, answers) =>
    bindSentence(sentence, {
      figures,
      states: file.states,
      lists,
      listsOf: (figure) => listDates(book, figure),
      releasesOf: (figure) => releaseDates(book, figure),
      say,
      ...names,
      ...answers,
    });
  const toldIn = (verdict: Verdict) =>
    file.messages === null
      ? verdict
      : retell(
          verdict,
          told.find(({ id }) => id === verdict.figure),
          say,
        );
  const judge = async (claim: Claim): Promise<Judged> => {
    const figure = told.find(({ id }) => id === claim.figure);
    const fixed = closed.get(claim.figure ?? '');
    if (fixed && figure) return { verdict: releasedVerdict(claim, figure, fixed, file, say), untried: 0 };
    const { verdict, untried } = await judgeBy(book, figures, claim);
    return { verdict: toldIn(verdict), untried };
  };
  return {
    say,
    figures,
    titles: new Map(told.map(({ id, title }) => [id, title])),
    lists,
    numbers: (sentence) => figuresOfNumbers(sentence, { figures, lists }),
    daysOf: (ids) => {
      const sources = new Set(figures.filter(({ id }) => ids.includes(id)).flatMap((one) => one.sources));
      const days = file.editions
        .filter((edition) => !servesAnyDate(edition) && (sources.size === 0 || sources.has(edition.source)))
        .map(({ asOf }) => asOf);
      return [...new Set(days)].sort().reverse();
    },
    anyDay: asking !== undefined,
    bind,
    judge,
    async judgeAll(sentence, answers) {
      const { claims } = bind(sentence, answers);
      const open = claims.some((claim) => !closed.has(claim.figure ?? ''));
      const known = asking && open ? await asking(sentence, answers) : [];
      const all: { claim: Claim; judged: Judged }[] = [];
      for (const claim of claims) {
        const verdict = closed.has(claim.figure ?? '')
          ? undefined
          : known.find((one) => boundAlike(one.claim, claim));
        all.push({ claim, judged: verdict ? { verdict: toldIn(verdict), untried: 0 } : await judge(claim) });
      }
      return all;
    },
  };
}

/** Whether two claims ask the same, whatever they are called. */
function boundAlike(one: Claim, other: Claim): boolean {
  const asked = ({ figure, as_of, change, where, parts, states }: Claim) =>
    JSON.stringify([figure, as_of, change && [change.from, change.to, change.in], where, parts, states]);
  return asked(one) === asked(other);
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
