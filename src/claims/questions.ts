import type { Figure } from '../figures/figure.ts';
import { type BindOptions, sayOf } from './bind-options.ts';
import type { Condition } from './sentence-conditions.ts';
import type { FoundDate } from './sentence-dates.ts';
import type { FoundNumber } from './sentence-numbers.ts';
import { type KnownName, offered } from './sentence-organisations.ts';
import { type FoundPurpose, purposesOffered } from './sentence-purposes.ts';
import type { TwoWays } from './sentence-readings.ts';

/** Something that the sentence leaves open; it is asked, never guessed. */
export interface Question {
  about: 'date' | 'figure' | 'number' | 'place' | 'organisation' | 'purpose';
  asks: string;
  /** What could be meant; ISO dates, ids of figures, filters with the name that each stands for, or words. */
  choices: string[];
  /** Of a name or a purpose: the choices, filter and name apart. */
  offers?: readonly KnownName[];
  /** Of these, too: the dimensions by which the figure can be asked for it. */
  by?: string[];
  /** Of these, too: as the sentence has it, for the answer that it restricts nothing. */
  phrase?: string;
}

/** What can be read in two ways is not judged by either; the sentence has to say which. */
export function askWhich({ text, kind, ways }: TwoWays, options: BindOptions): Question {
  const say = sayOf(options);
  const asks = {
    'times more': say`"${text}" is read as ${ways[0] ?? ''} by some and as ${ways[1] ?? ''} by others. Which is meant?`,
    'times less': say`"${text}" states no number. What part, or what percentage, is meant?`,
    'from to': say`Is "${text}" a change from one to the other, or a range?`,
  };
  return { about: 'number', asks: asks[kind], choices: ways };
}

/** What no figure counts is not judged by one that counts something else. */
export function askOf(
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
    rest: say`"${text}" says that ${number.text} is a number of some others. What is it in all?`,
    otherwise: say`"${text}" is not what ${figure.title} counts. What is ${number.text} a number of?`,
  };
  return { about: 'number', asks: asks[kind], choices: [] };
}

export function askWhichDay(
  number: FoundNumber,
  dates: readonly FoundDate[],
  options: BindOptions,
): Question {
  return {
    about: 'date',
    asks: sayOf(options)`Which date does ${number.text} belong to?`,
    choices: dates.flatMap((one) => one.day ?? []),
  };
}

/** Whether it is all of it, or that of one organisation, is never guessed: all would be held against the number of one. */
export function askWhose(name: string, number: FoundNumber, figure: Figure, options: BindOptions): Question {
  return {
    about: 'organisation',
    asks: sayOf(options)`Is ${number.text} a number of "${name}" alone? It is not held against all.`,
    ...asChoices(offered(name, options.organisations ?? [])),
    by: telling(figure, 'whose'),
    phrase: name,
  };
}

/** Whether it is all of it, or what was for one purpose alone, is never guessed either. */
export function askWhatFor(
  purpose: FoundPurpose,
  number: FoundNumber,
  figure: Figure,
  options: BindOptions,
): Question {
  return {
    about: 'purpose',
    asks: sayOf(
      options,
    )`Is ${number.text} a number of what is "${purpose.text}" alone? It is not held against all.`,
    ...asChoices(purposesOffered(purpose, figure, options.purposes ?? [])),
    by: telling(figure, 'what for'),
    phrase: purpose.text,
  };
}

const asChoices = (offers: readonly KnownName[]) => ({
  choices: offers.map(({ where, name }) => (where.endsWith(`=${name}`) ? where : `${where} (${name})`)),
  offers,
});

const telling = ({ dimensions }: Figure, what: 'whose' | 'what for') =>
  Object.entries(dimensions).flatMap(([name, { tells }]) =>
    tells === what || tells === 'both' ? [name] : [],
  );

export function openDate(date: FoundDate, options: BindOptions): Question {
  return {
    about: 'date',
    asks:
      date.open === 'year'
        ? sayOf(options)`Which year is meant by "${date.text.trim()}"?`
        : sayOf(options)`Which day is meant by "${date.text.trim()}"?`,
    choices: date.choices,
  };
}

export function inOrder(questions: readonly Question[]): Question[] {
  const order: readonly Question['about'][] = [
    'date',
    'figure',
    'number',
    'place',
    'organisation',
    'purpose',
  ];
  const once = questions.filter(
    (one, index) => questions.findIndex((other) => other.asks === one.asks) === index,
  );
  return once.sort((a, b) => order.indexOf(a.about) - order.indexOf(b.about));
}
