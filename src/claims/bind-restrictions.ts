import type { Figure } from '../figures/figure.ts';
import { type BindOptions, sayOf } from './bind-options.ts';
import { askWhatFor, askWhose, type Question } from './questions.ts';
import type { FoundNumber } from './sentence-numbers.ts';
import { belongsTo, organisationsNamed } from './sentence-organisations.ts';
import { unreadPlaces } from './sentence-places.ts';
import { filterFor, findPurposes, isFor } from './sentence-purposes.ts';
import { canBeRestricted, namedPhrases, unnamedTakers, unreadPhrases } from './sentence-words.ts';

/** What restricts one number of a sentence beside what its figure's words say of it. */
export interface Restrictions {
  /** Filters that were answered, and purposes that a dimension has in so many words. */
  where: Record<string, string[]>;
  /** The purposes among these, to be told. */
  purposes: Record<string, string[]>;
  questions: Question[];
  notes: string[];
  /** Stretches that were asked about, bound or answered. */
  read: { start: number; end: number }[];
}

/** What of a sentence was read when its restrictions are looked for. */
interface Read {
  numbers: readonly FoundNumber[];
  /** Stretches that something was made of. */
  read: readonly { start: number; end: number }[];
  /** A phrase right behind what is counted that restricts it to something unread ("with sheriffs"). */
  restricts: string | null;
}

/**
 * Whose a number is, where, and what it is for: bound where the figure has a value of that name, answered by a person, or
 * asked; what cannot be a filter is told as unused.
 */
export function restrictionsOf(
  sentence: string,
  number: FoundNumber,
  { numbers, read, restricts }: Read,
  figure: Figure,
  options: BindOptions,
): Restrictions {
  const say = sayOf(options);
  const answered = answeredFor(figure, options);
  const found: Restrictions = { where: answered, purposes: {}, questions: [], notes: [], read: [] };
  for (const [dimension, given] of Object.entries(options.where ?? {}))
    if (!answered[dimension]) found.notes.push(say`Not used: "${`${dimension}=${given.join(', ')}`}".`);
  if (!canBeRestricted(figure)) return found;
  const taken = [...read, ...namedPhrases(sentence, figure)];
  const whole = new Set((options.whole ?? []).map(plain));
  const isWhole = (phrase: string) => {
    if (!whole.has(plain(phrase))) return false;
    found.notes.push(say`"${phrase}" restricts nothing, as you said: ${number.text} is held against all.`);
    return true;
  };
  const tellsOf = Object.keys(answered).map((name) => figure.dimensions[name]?.tells);
  const ask = (name: string) => {
    if (isWhole(name) || tellsOf.some((tells) => tells !== 'what for')) return;
    found.questions.push(askWhose(name, number, figure, options));
  };
  if (restricts !== null) ask(restricts);
  const named = [
    ...organisationsNamed(sentence, taken),
    ...(figure.dimensions['state'] ? unreadPlaces(sentence, read) : []),
    ...unnamedTakers(sentence, figure),
  ];
  for (const one of named.filter((one) => belongsTo(one, number, numbers))) {
    found.read.push(one);
    ask(one.name);
  }
  const purposes = tellsPurposes(figure) ? findPurposes(sentence, [...taken, ...named]) : [];
  for (const one of purposes) {
    found.read.push(one);
    if (!isFor(one, number, { sentence, numbers, purposes })) continue;
    if (isWhole(one.text) || tellsOf.some((tells) => tells === 'what for' || tells === 'both')) continue;
    const filter = filterFor(one, figure);
    if (filter) Object.assign(found.purposes, filter);
    else found.questions.push(askWhatFor(one, number, figure, options));
  }
  for (const phrase of unreadPhrases(sentence, figure, [...read, ...found.read]))
    found.notes.push(say`Not used: "${phrase}".`);
  found.where = { ...found.purposes, ...answered };
  return found;
}

/** Whether what a figure counts is for something: contracts and searches are, agreements are not. */
const tellsPurposes = ({ dimensions }: Figure) =>
  Object.values(dimensions).some(({ tells }) => tells === 'what for' || tells === 'both');

/** The filters that were given as answers, of dimensions that the figure has. */
function answeredFor({ dimensions }: Figure, { where = {} }: BindOptions): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(where).flatMap(([name, values]) => (dimensions[name] ? [[name, [...values]]] : [])),
  );
}

const plain = (phrase: string) => phrase.trim().toLowerCase().replaceAll(/\s+/g, ' ');
