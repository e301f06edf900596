import type { Figure } from '../figures/figure.ts';
import { type BindOptions, sayOf } from './bind-options.ts';
import type { Question } from './questions.ts';
import { findDates } from './sentence-dates.ts';
import { isShare } from './sentence-moves.ts';
import { type FoundNumber, findNumbers } from './sentence-numbers.ts';
import { type FoundWord, findWords, nearestWords } from './sentence-words.ts';

/**
 * The figure that is meant where the sentence names values of another: the share of searches for immigration, say, or the
 * figure of searches for immigration, which has readings of its own.
 */
export function standing(
  figure: Figure,
  named: Readonly<Record<string, readonly string[]>>,
  share: boolean,
  { figure: given, figures }: BindOptions,
): Figure {
  if (given !== undefined) return figure;
  const found = figures.find(
    ({ standsFor, unit }) =>
      standsFor?.figure === figure.id &&
      (unit.kind === 'share') === share &&
      Object.entries(standsFor.where).every(([name, values]) => named[name]?.join() === values.join()),
  );
  return found ?? figure;
}

export function chooseFigure(
  sentence: string,
  number: FoundNumber,
  numbers: readonly FoundNumber[],
  words: readonly FoundWord[],
  options: BindOptions,
  questions: Question[],
): { figure: Figure; word: FoundWord | null } | null {
  const near = nearestWords(sentence, number, words, numbers);
  if (options.figure !== undefined) {
    const figure = options.figures.find((one) => one.id === options.figure);
    const word = near.find((one) => one.word.figure === figure)?.word ?? null;
    return figure ? { figure, word } : null;
  }
  const going = near.filter(({ word }) => goesWith(number, word.figure));
  // A percentage that is no growth is a share, where the sentence has words for one.
  const shares = isShare(sentence, number)
    ? going.filter(({ word }) => word.figure.unit.kind === 'share')
    : [];
  const fitting = shares.length > 0 ? shares : going;
  const [best] = fitting;
  // A number without a word of its own takes up an earlier one, which must then be the only one.
  const earlier = fitting.filter(({ word }) => word.end <= number.start);
  const rivals =
    best && best.word.end <= number.start
      ? earlier
      : fitting.filter(({ distance }) => distance === best?.distance);
  const otherNoun =
    best !== undefined && best.word.end <= number.start && isOfAnother(sentence, number, words);
  if (best && rivals.length === 1 && !otherNoun) return { figure: best.word.figure, word: best.word };
  const choices = best
    ? rivals.map(({ word }) => word.figure.id)
    : options.figures.filter((figure) => goesWith(number, figure)).map((figure) => figure.id);
  const asks =
    number.stated.percent || number.stated.times
      ? sayOf(options)`What grew, or fell, by ${number.text}?`
      : sayOf(options)`Which figure is ${number.text} a number of?`;
  questions.push({ about: 'figure', asks, choices });
  return null;
}

const anotherNoun =
  /\b(?:an?|the|its|their|this|that)\s+(?:[a-z-]+\s+)?(?!(?:total|number|count|sum|amount|value|maximum|minimum|average|figure|majority|record|peak|share|part|half|list|high|low|rate|increase|rise|growth|jump|gain|drop|fall|decline|decrease|loss|cost|price|limit|worth|combined)\s)([a-z-]+)\s+of\s+$/i;

/** "A backlog of 1.5 million": the number is of that noun, and takes up no earlier one. */
function isOfAnother(sentence: string, number: FoundNumber, words: readonly FoundWord[]): boolean {
  const found = anotherNoun.exec(sentence.slice(0, number.start));
  if (!found) return false;
  const end = found.index + found[0].length;
  return !words.some((word) => word.end > found.index && word.start < end);
}

/** The numbers of a sentence, each with the figures that it could be one of, those whose words stand nearest first. */
export function figuresOfNumbers(
  sentence: string,
  { figures, lists }: Pick<BindOptions, 'figures' | 'lists'>,
): { number: FoundNumber; figures: Figure[] }[] {
  const numbers = findNumbers(sentence, findDates(sentence, lists));
  const words = findWords(sentence, figures);
  return numbers.map((number) => {
    const near = nearestWords(sentence, number, words, numbers).map(({ word }) => word.figure);
    const all = [...new Set([...near, ...figures])];
    return { number, figures: all.filter((figure) => goesWith(number, figure)) };
  });
}

/** Money goes with sums of money alone, a percentage with a share or as the growth of anything. */
function goesWith(number: FoundNumber, figure: Figure): boolean {
  if (number.stated.money) return figure.unit.kind === 'money';
  if (number.stated.percent || number.stated.times) return true;
  return figure.unit.kind !== 'share';
}
