import type { Figure } from '../figures/figure.ts';
import { chooseChange, chooseDay, isOfAnotherDay, periodOf } from './bind-days.ts';
import { chooseFigure, standing } from './bind-figure.ts';
import { type BindOptions, sayOf } from './bind-options.ts';
import { restrictionsOf } from './bind-restrictions.ts';
import type { ChangeAsked, Claim, Part } from './claim.ts';
import { askOf, askWhich, askWhichDay, inOrder, type Question } from './questions.ts';
import { conditionOf } from './sentence-conditions.ts';
import { findDates } from './sentence-dates.ts';
import { isShare, movedTo, movesBy, statesOf } from './sentence-moves.ts';
import { type FoundNumber, findNumbers } from './sentence-numbers.ts';
import { findPlaces, placesAtOdds, placesLeftOut, placesOfNumbers } from './sentence-places.ts';
import { fromTo, timesMore } from './sentence-readings.ts';
import { findWords, namedValues, qualifiers } from './sentence-words.ts';

/** A sentence turned into claims. */
export interface Bound {
  claims: Claim[];
  /** "Which date?" first. */
  questions: Question[];
  /** What was taken for granted, in plain sentences. */
  notes: string[];
}

/** A number with everything that was found out about it. */
interface Binding {
  number: FoundNumber;
  figure: Figure;
  where: Record<string, string[]>;
  change?: ChangeAsked;
  asOf?: string;
  states: string;
}

/**
 * Finds numbers, days, states and the words that call for figures in one sentence, and binds each number to the figure
 * whose words stand nearest. By rules alone; what they leave open becomes a question, and that number no claim.
 */
export function bindSentence(sentence: string, options: BindOptions): Bound {
  const dates = findDates(sentence, options.lists);
  const numbers = findNumbers(sentence, dates);
  const words = findWords(sentence, options.figures);
  const named = findPlaces(sentence, options.states);
  const places = placesOfNumbers(sentence, numbers, named);
  const atOdds = placesAtOdds(sentence, numbers, named);
  const questions: Question[] = placesLeftOut(sentence, named).map((text) => ({
    about: 'place',
    asks: sayOf(options)`No figure counts what is "${text}". How many are there in all, or within?`,
    choices: [],
  }));
  if (questions.length > 0) return { claims: [], questions, notes: [] };
  const notes: string[] = [];
  if (numbers.length === 0)
    questions.push({ about: 'number', asks: sayOf(options)`The sentence states no number.`, choices: [] });
  const bound: Binding[] = [];
  for (const number of numbers) {
    const twice = timesMore(sentence, number) ?? fromTo(sentence, number, numbers, dates.length);
    if (twice) {
      questions.push(askWhich(twice, options));
      continue;
    }
    const own = options.chosen?.[number.start];
    const asked = own === undefined ? options : { ...options, figure: own };
    const chosen = chooseFigure(sentence, number, numbers, words, asked, questions);
    const values = chosen ? namedValues(sentence, number, numbers, chosen.figure) : {};
    const meant = chosen && standing(chosen.figure, values, isShare(sentence, number), asked);
    const percentOfShare = number.stated.percent && meant?.unit.kind === 'share';
    const moved = meant !== null && meant !== undefined && movesBy(sentence, number, percentOfShare);
    const relative = moved || ((number.stated.percent || number.stated.times) && !percentOfShare);
    if (!chosen && asked.figure !== undefined) continue;
    const condition = meant && conditionOf(sentence, number, numbers, meant, Boolean(relative), chosen.word);
    if (condition) {
      questions.push(askOf(condition, number, meant, options));
      continue;
    }
    const change = relative
      ? chooseChange(sentence, number, moved, dates, meant, options, questions, notes)
      : undefined;
    if (!relative && isOfAnotherDay(sentence, number, numbers, dates, options)) {
      questions.push(askWhichDay(number, dates, options));
      continue;
    }
    const period = meant && !relative ? periodOf(number, numbers, dates, meant, options) : undefined;
    const asOf =
      relative || period ? undefined : chooseDay(number, numbers, dates, meant, options, questions, notes);
    if (!chosen || !meant || (relative && !change) || asOf === null) continue;
    const { where, unused, restricts } = chosen.word
      ? qualifiers(sentence, number, chosen.word, numbers)
      : { where: {}, unused: [], restricts: null };
    const read = [...numbers, ...dates, ...words, ...named];
    const restricted = restrictionsOf(sentence, number, { numbers, read, restricts }, meant, options);
    const left = unused.filter((word) => !restricted.read.some((one) => isIn(sentence, one, word)));
    if (left.length > 0 && !relative)
      notes.push(
        sayOf(
          options,
        )`Not used: ${left.map((word) => `"${word}"`).join(', ')}, between ${number.text} and ${chosen.figure.title.toLowerCase()}.`,
      );
    const direction = relative ? null : movedTo(sentence, number);
    if (direction !== null)
      notes.push(
        sayOf(options)`"${direction}" is not judged: only that it is ${number.text}, not what it was before.`,
      );
    const filters = Object.entries({ ...values, ...period, ...restricted.purposes }).map(
      ([name, values]) => `${sayOf(options)(meant.dimensions[name]?.title ?? name)}: ${values.join(', ')}`,
    );
    if (filters.length > 0)
      notes.push(sayOf(options)`${number.text} is read as a number of these alone. ${filters.join('; ')}.`);
    notes.push(...restricted.notes);
    questions.push(...restricted.questions);
    if (restricted.questions.length > 0) continue;
    const codes = places.get(number);
    const byPlace: Record<string, string[]> = codes ? { state: codes } : {};
    if (atOdds.has(number)) {
      questions.push({
        about: 'place',
        asks: sayOf(options)`Of which place is ${number.text} a number?`,
        choices: [],
      });
      continue;
    }
    // "38 states and Guam": states are not counted within one.
    const countsStates = meant.form.form === 'distinct' && meant.form.key.join() === 'state';
    if (codes && (!meant.dimensions['state'] || countsStates))
      questions.push({
        about: 'place',
        asks: sayOf(options)`${meant.title} cannot be told for one state. Which figure is meant?`,
        choices: [],
      });
    else
      for (const text of number.bounds ?? [number.text])
        bound.push({
          number,
          figure: meant,
          where: {
            ...without(values, meant.standsFor?.where ?? {}),
            ...period,
            ...where,
            ...byPlace,
            ...restricted.where,
          },
          states: statesOf(sentence, number, text, change),
          ...(change ? { change } : {}),
          ...(asOf ? { asOf } : {}),
        });
  }
  return { claims: claimsOf(sentence, bound), questions: inOrder(questions), notes: [...new Set(notes)] };
}

const without = (
  where: Readonly<Record<string, string[]>>,
  names: Readonly<Record<string, unknown>>,
): Record<string, string[]> =>
  Object.fromEntries(Object.entries(where).filter(([name]) => !Object.hasOwn(names, name)));

const isIn = (sentence: string, { start, end }: { start: number; end: number }, word: string) =>
  sentence
    .slice(start, end)
    .toLowerCase()
    .split(/[^a-z-]+/)
    .includes(word);

/** Numbers of one figure on one day, each with its own place, are judged together. */
function claimsOf(sentence: string, bound: readonly Binding[]): Claim[] {
  const groups: Binding[][] = [];
  for (const one of bound) {
    const together = groups.find(
      ([first]) =>
        first !== undefined &&
        first.figure === one.figure &&
        first.asOf === one.asOf &&
        !first.change &&
        !one.change &&
        !!first.where['state'] &&
        !!one.where['state'] &&
        first.where['state'].join() !== one.where['state'].join(),
    );
    if (together && !together.some((other) => JSON.stringify(other.where) === JSON.stringify(one.where)))
      together.push(one);
    else groups.push([one]);
  }
  return groups.map((group, index): Claim => {
    const first = group[0] as Binding;
    const parts: Part[] = group.map(({ where, states }) => ({ where, states }));
    return {
      id: `sentence-${index + 1}`,
      sentence,
      published: { by: 'as given' },
      figure: first.figure.id,
      ...(first.change ? { change: first.change } : {}),
      ...(first.asOf ? { as_of: first.asOf } : {}),
      ...(parts.length > 1 ? { where: {}, parts } : { where: first.where, states: first.states }),
    };
  });
}
