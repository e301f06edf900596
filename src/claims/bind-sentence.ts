import type { Figure } from '../figures/figure.ts';
import { english, type Say } from '../language/say-with.ts';
import type { State } from '../reference/states.ts';
import type { ChangeAsked, Claim, Part } from './claim.ts';
import { type Condition, conditionOf } from './sentence-conditions.ts';
import { type FoundDate, findDates } from './sentence-dates.ts';
import { type FoundNumber, findNumbers, turned } from './sentence-numbers.ts';
import { belongsTo, type KnownOrganisation, offered, organisationsNamed } from './sentence-organisations.ts';
import { findPlaces, placesLeftOut, placesOfNumbers, unreadPlaces } from './sentence-places.ts';
import { fromTo, type TwoWays, timesMore } from './sentence-readings.ts';
import {
  canBeRestricted,
  type FoundWord,
  findWords,
  namedPhrases,
  namedValues,
  nearestWords,
  qualifiers,
  unreadPhrases,
} from './sentence-words.ts';

/** Something that the sentence leaves open; it is asked, never guessed. */
export interface Question {
  about: 'date' | 'figure' | 'number' | 'place' | 'organisation';
  asks: string;
  /** What could be meant; ISO dates, ids of figures, filters with the name that each stands for, or words. */
  choices: string[];
}

/** A sentence turned into claims. */
export interface Bound {
  claims: Claim[];
  /** "Which date?" first. */
  questions: Question[];
  /** What was taken for granted, in plain sentences. */
  notes: string[];
}

export interface BindOptions {
  figures: readonly Figure[];
  states: readonly State[];
  /** Dates of the lists at hand, ascending. */
  lists: readonly string[];
  /** Answers to questions: the id of the figure, the date (of a change the later one), the earlier date. */
  figure?: string;
  asOf?: string;
  from?: string;
  /** Answers to questions about organisations: by dimension the values that are meant. */
  where?: Readonly<Record<string, readonly string[]>>;
  /** Organisations of the records, to be offered. */
  organisations?: readonly KnownOrganisation[];
  /** The figure of single numbers, by the place in the sentence at which the number starts. */
  chosen?: Readonly<Record<number, string>>;
  /** The language of questions and notes; English unless told otherwise. */
  say?: Say;
}

const grows =
  /\b(?:surg|gr[eo]w|increas|ris|rose|jump|climb|expand|soar|balloon|explod|multipl|up\s+(?:by\s+)?$|growth)/i;
const shrinks = /\b(?:fell|fall|dropp?|declin|shr[aiu]nk|decreas|down\s+(?:by\s+)?$|los[st])/i;

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
    const condition = meant && conditionOf(sentence, number, numbers, meant, Boolean(relative));
    if (condition) {
      questions.push(askOf(condition, number, meant, options));
      continue;
    }
    const change = relative
      ? chooseChange(sentence, number, moved, dates, options, questions, notes)
      : undefined;
    const other = !relative && isOfAnotherDay(sentence, number, numbers, dates, options);
    const period =
      meant && !relative && !other ? periodOf(number, numbers, dates, meant, options) : undefined;
    if (other) questions.push(askWhichDay(number, dates, options));
    const asOf =
      relative || period
        ? undefined
        : other
          ? null
          : chooseDay(number, numbers, dates, options, questions, notes);
    if (!chosen || !meant || (relative && !change) || asOf === null) continue;
    const { where, unused, restricts } = chosen.word
      ? qualifiers(sentence, number, chosen.word, numbers)
      : { where: {}, unused: [], restricts: null };
    if (unused.length > 0 && !relative)
      notes.push(
        sayOf(
          options,
        )`Not used: ${unused.map((word) => `"${word}"`).join(', ')}, between ${number.text} and ${chosen.figure.title.toLowerCase()}.`,
      );
    const filters = Object.entries({ ...values, ...period }).map(
      ([name, values]) => `${sayOf(options)(meant.dimensions[name]?.title ?? name)}: ${values.join(', ')}`,
    );
    if (filters.length > 0)
      notes.push(sayOf(options)`${number.text} is read as a number of these alone. ${filters.join('; ')}.`);
    const read = [...numbers, ...dates, ...words, ...named];
    const answered = answeredFor(meant, options);
    for (const [dimension, given] of Object.entries(options.where ?? {}))
      if (!answered[dimension])
        notes.push(sayOf(options)`Not used: "${`${dimension}=${given.join(', ')}`}".`);
    const unread =
      Object.keys(answered).length > 0 || !canBeRestricted(meant)
        ? []
        : [
            ...organisationsNamed(sentence, [...read, ...namedPhrases(sentence, meant)]),
            ...(meant.dimensions['state'] ? unreadPlaces(sentence, read) : []),
          ].filter((one) => belongsTo(one, number, numbers));
    if (restricts !== null && Object.keys(answered).length === 0) {
      questions.push(askWhose(restricts, number, options));
      continue;
    }
    if (unread.length > 0) {
      for (const { name } of unread) questions.push(askWhose(name, number, options));
      continue;
    }
    for (const phrase of unreadPhrases(sentence, meant, read))
      notes.push(sayOf(options)`Not used: "${phrase}".`);
    const codes = places.get(number);
    const byPlace: Record<string, string[]> = codes ? { state: codes } : {};
    if (codes && !meant.dimensions['state'])
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
            ...answered,
          },
          states: statesOf(sentence, number, text, change),
          ...(change ? { change } : {}),
          ...(asOf ? { asOf } : {}),
        });
  }
  return { claims: claimsOf(sentence, bound), questions: inOrder(questions), notes: [...new Set(notes)] };
}

/**
 * The figure that is meant where the sentence names values of another: the share of searches for immigration, say, or the
 * figure of searches for immigration, which has readings of its own.
 */
function standing(
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

/** "Rose by 1,237", and of a share "rose 5 percentage points": the difference between two days. */
function movesBy(sentence: string, number: FoundNumber, percentOfShare: boolean): boolean {
  const before = sentence.slice(Math.max(0, number.start - 60), number.start);
  if (percentOfShare) return /points$/i.test(number.text) && (grows.test(before) || shrinks.test(before));
  return !number.stated.percent && !number.stated.times && movedBy.test(before);
}

const movedBy =
  /\b(?:surg|gr[eo]w|increas|ris|rose|jump|climb|expand|fell|fall|drop|declin|shr[aiu]nk|decreas)\w*\s+(?:\w+\s+){0,2}by\s+$|\b(?:increase|rise|growth|jump|gain|drop|fall|decline|decrease|loss)\s+of\s+$/i;

/** A percentage that is not said to be a growth or a fall. */
function isShare(sentence: string, number: FoundNumber): boolean {
  const before = sentence.slice(Math.max(0, number.start - 60), number.start);
  return number.stated.percent && !grows.test(before) && !shrinks.test(before);
}

const without = (
  where: Readonly<Record<string, string[]>>,
  names: Readonly<Record<string, unknown>>,
): Record<string, string[]> =>
  Object.fromEntries(Object.entries(where).filter(([name]) => !Object.hasOwn(names, name)));

/** The month, year or fiscal year of a number, as a filter, of a figure that tells events by it. */
function periodOf(
  number: FoundNumber,
  numbers: readonly FoundNumber[],
  dates: readonly FoundDate[],
  figure: Figure,
  options: BindOptions,
): Record<string, string[]> | undefined {
  // Of a running sum the changes of a month are not what it came to in that month.
  if (options.asOf !== undefined || figure.form.form === 'running') return undefined;
  const whole = (dates.length === 1 ? dates[0] : dateOf(number, numbers, dates))?.whole;
  if (!whole) return undefined;
  const [name, value] = whole.startsWith('FY')
    ? (['fiscal_year', whole.slice(2)] as const)
    : ([whole.length === 7 ? 'month' : figure.dimensions['year'] ? 'year' : 'calendar_year', whole] as const);
  return figure.dimensions[name] ? { [name]: [value] } : undefined;
}

function chooseFigure(
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
  if (best && rivals.length === 1) return { figure: best.word.figure, word: best.word };
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

/** The day of a plain number: undefined where none is named, null where it must be asked. */
function chooseDay(
  number: FoundNumber,
  numbers: readonly FoundNumber[],
  dates: readonly FoundDate[],
  options: BindOptions,
  questions: Question[],
  notes: string[],
): string | undefined | null {
  if (options.asOf !== undefined) return options.asOf;
  const [only] = dates;
  if (!only) {
    notes.push(sayOf(options)`The sentence names no date: the latest list is used.`);
    return undefined;
  }
  const date = dates.length === 1 ? only : dateOf(number, numbers, dates);
  if (date?.begins && date.day !== null) {
    questions.push({
      about: 'date',
      asks: sayOf(
        options,
      )`Is ${number.text} what came "${date.text.trim()}", or what there was on a day? On which?`,
      choices: options.lists.slice(-1),
    });
    return null;
  }
  if (date && date.day !== null && date.open === null) return date.day;
  questions.push(date ? openDate(date, options) : askWhichDay(number, dates, options));
  return null;
}

function askWhichDay(number: FoundNumber, dates: readonly FoundDate[], options: BindOptions): Question {
  return {
    about: 'date',
    asks: sayOf(options)`Which date does ${number.text} belong to?`,
    choices: dates.flatMap((one) => one.day ?? []),
  };
}

/** "Up from 135", "compared with $2 billion": a number of an earlier day, where no day of its own stands behind it. */
function isOfAnotherDay(
  sentence: string,
  number: FoundNumber,
  numbers: readonly FoundNumber[],
  dates: readonly FoundDate[],
  options: BindOptions,
): boolean {
  if (options.asOf !== undefined || !earlier.test(sentence.slice(0, number.start))) return false;
  const next = numbers[numbers.indexOf(number) + 1]?.start ?? sentence.length;
  return !dates.some(({ start, end }) => start >= number.end && end <= next) && dates.length < 2;
}

const earlier =
  /\b(?:(?:up|down|rise|rose|risen|rising|grew|grown|growing|growth|increase[sd]?|increasing|jump(?:ed)?|climb(?:ed)?|surged?|soared|expanded|fell|fallen|dropped|drop|declined?|decreased?|shrank|went|gone|change[sd]?|moved|compared|instead)\s+(?:\w+\s+)?from|compared\s+(?:with|to)|versus|vs\.?)\s+(?:(?:just|only|the|a\s+total\s+of)\s+)*$/i;

/**
 * The date of one number among several dates: where the first date stands before the first number each number takes
 * the date before it, where all stand behind numbers each takes the one behind it. Undefined where it could be either.
 */
function dateOf(
  number: FoundNumber,
  numbers: readonly FoundNumber[],
  dates: readonly FoundDate[],
): FoundDate | undefined {
  const gaps = [...numbers, null].map((next, index) => {
    const from = numbers[index - 1]?.end ?? 0;
    return dates.filter((date) => date.start >= from && (next === null || date.end <= next.start));
  });
  const place = numbers.indexOf(number);
  if (gaps.some((gap) => gap.length > 1)) return undefined;
  if (gaps[0]?.length === 1)
    return gaps.at(-1)?.length === 0
      ? gaps.slice(0, place + 1).findLast((gap) => gap.length === 1)?.[0]
      : undefined;
  return gaps.slice(place + 1).find((gap) => gap.length === 1)?.[0];
}

function chooseChange(
  sentence: string,
  number: FoundNumber,
  moved: boolean,
  dates: readonly FoundDate[],
  options: BindOptions,
  questions: Question[],
  notes: string[],
): ChangeAsked | undefined {
  const kind = moved ? 'difference' : number.stated.percent ? 'percent' : 'times';
  const verb = sentence.slice(Math.max(0, number.start - 60), number.start);
  if (
    kind === 'percent' &&
    !grows.test(verb) &&
    !shrinks.test(verb) &&
    !/^[\s,-]*(?:\w+\s+)?(?:increase|growth|rise|jump|surge|more|higher|drop|decline|decrease|fall|fewer|less|lower)\b/i.test(
      sentence.slice(number.end),
    )
  ) {
    questions.push({
      about: 'figure',
      asks: sayOf(options)`What is ${number.text} a percentage of?`,
      choices: options.figures.filter((figure) => figure.unit.kind === 'share').map((figure) => figure.id),
    });
    return undefined;
  }
  const open = dates.find((date) => date.open !== null && date.open !== 'relative');
  const days = dates.flatMap((date) => date.day ?? []);
  const from =
    options.from ??
    (days.length === 2 ? ([...days].sort()[0] as string) : dates.find((date) => date.begins)?.day);
  const to =
    options.asOf ??
    (days.length === 2
      ? ([...days].sort()[1] as string)
      : from !== undefined && days[0] === from
        ? options.lists.at(-1)
        : days[0]);
  if (from && to && from < to && days.length <= 2 && (!open || (options.from && options.asOf))) {
    if (days[0] === from && days.length === 1 && options.asOf === undefined)
      notes.push(sayOf(options)`The sentence names no later date: the latest list, of ${to}, is used.`);
    return { from, to, in: kind };
  }
  if (open) questions.push(openDate(open, options));
  else
    questions.push({
      about: 'date',
      asks: sayOf(options)`Which two dates does the change of ${number.text} lie between?`,
      choices: days,
    });
  return undefined;
}

function openDate(date: FoundDate, options: BindOptions): Question {
  return {
    about: 'date',
    asks:
      date.open === 'year'
        ? sayOf(options)`Which year is meant by "${date.text.trim()}"?`
        : sayOf(options)`Which day is meant by "${date.text.trim()}"?`,
    choices: date.choices,
  };
}

/** What can be read in two ways is not judged by either; the sentence has to say which. */
function askWhich({ text, kind, ways }: TwoWays, options: BindOptions): Question {
  const say = sayOf(options);
  const asks = {
    'times more': say`"${text}" is read as ${ways[0] ?? ''} by some and as ${ways[1] ?? ''} by others. Which is meant?`,
    'times less': say`"${text}" states no number. What part, or what percentage, is meant?`,
    'from to': say`Is "${text}" a change from one to the other, or a range?`,
  };
  return { about: 'number', asks: asks[kind], choices: ways };
}

/** What no figure counts is not judged by one that counts something else. */
function askOf(
  { text, kind }: Condition,
  number: FoundNumber,
  figure: Figure,
  options: BindOptions,
): Question {
  const say = sayOf(options);
  const asks = {
    denied: say`The sentence says with "${text}" what is not so. What is ${number.text} a number of?`,
    rate: say`"${text}" makes a rate or an average of ${number.text}; what is it in all?`,
    'on top': say`"${text}" is what came on top of something else. What is it in all?`,
    otherwise: say`"${text}" is not what ${figure.title} counts. What is ${number.text} a number of?`,
  };
  return { about: 'number', asks: asks[kind], choices: [] };
}

/** Whether it is all of it, or that of one organisation, is never guessed: all would be held against the number of one. */
function askWhose(name: string, number: FoundNumber, options: BindOptions): Question {
  return {
    about: 'organisation',
    asks: sayOf(options)`Is ${number.text} a number of "${name}" alone? It is not held against all.`,
    choices: offered(name, options.organisations ?? []),
  };
}

/** The filters that were given as answers, of dimensions that the figure has. */
function answeredFor({ dimensions }: Figure, { where = {} }: BindOptions): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(where).flatMap(([name, values]) => (dimensions[name] ? [[name, [...values]]] : [])),
  );
}

function sayOf({ say = english }: BindOptions): Say {
  return say;
}

/** As printed; a fall is a growth below zero, so that a fall of more is a growth of less. */
function statesOf(
  sentence: string,
  number: FoundNumber,
  text: string,
  change: ChangeAsked | undefined,
): string {
  const verb = sentence.slice(Math.max(0, number.start - 40), number.start);
  const falls =
    (change?.in === 'percent' || change?.in === 'difference') &&
    (shrinks.test(verb)
      ? !grows.test(verb)
      : !grows.test(verb) && lessBehind.test(sentence.slice(number.end)));
  return falls ? turned(text) : text;
}

/** "A 5% drop", "5 percent fewer". */
const lessBehind = /^[\s,-]*(?:\w+\s+)?(?:drop|decline|decrease|fall|fewer|less|lower)\b/i;

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

function inOrder(questions: readonly Question[]): Question[] {
  const order: readonly Question['about'][] = ['date', 'figure', 'number', 'place', 'organisation'];
  const once = questions.filter(
    (one, index) => questions.findIndex((other) => other.asks === one.asks) === index,
  );
  return once.sort((a, b) => order.indexOf(a.about) - order.indexOf(b.about));
}
