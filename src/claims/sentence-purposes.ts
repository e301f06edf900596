import type { Figure } from '../figures/figure.ts';
import type { KnownName } from './sentence-organisations.ts';

/** What a sentence says that a number is for: "for skip tracing", "detention" of "detention contracts". */
export interface FoundPurpose {
  start: number;
  end: number;
  /** As printed, with the word that opens it. */
  text: string;
  /** Without that word and without articles, in lower case. */
  what: string;
  /** It stands before the noun that is counted, in place of behind it. */
  before: boolean;
}

interface Stretch {
  start: number;
  end: number;
}

const ends =
  'in|on|at|to|by|for|from|with|within|without|during|between|through|until|since|after|before|under|over|including|among|and|or|but|while|as|than|that|which|who|when|where|if|is|are|was|were|has|have|had|worth|alone|instead|rose|rises|grew|grows|fell|falls|jumped|climbed|dropped|increased|decreased|doubled|tripled|reached|came|totall?ed|amounted|costs?|went';
const body = `((?:(?!(?:${ends})\\b)[A-Za-z][\\w'’-]*(?:\\s+(?=[A-Za-z])|(?=[^\\w'’-]|$))(?:and\\s+(?=[a-z-]+(?:ing|tion|ment|s)\\b))?){1,6})`;
const joined = ['related', 'tied', 'linked', 'connected', 'devoted', 'dedicated', 'relating'].join('|');
/** "For skip tracing", "on detention", "related to transport". */
const stated = new RegExp(
  `\\b(?:for|on|about|cit(?:ing|e[sd]?)|mention(?:ing|s|ed)?|involving|regarding|concerning|towards?|(?:${joined})\\s+to)\\s+${body}`,
  'gi',
);
/** "To house migrants": what the money is to do. */
const infinitive = new RegExp(
  `\\bto\\s+((?:acquire|build|buy|convert|deport|detain|develop|expand|feed|find|fly|guard|hire|hold|house|identify|install|lease|locate|maintain|manage|monitor|move|operate|process|procure|provide|purchase|recruit|remove|renovate|rent|run|staff|supply|support|track|train|transport)\\b(?:\\s+(?!(?:${ends})\\b)[A-Za-z][\\w'’-]*){0,5})`,
  'gi',
);
/** "Detention contracts", "skip-tracing spending". */
const counted =
  'contracts?|orders?|awards?|deals?|vehicles?|vendors?|contractors?|companies|firms|spending|obligations|searches|lookups|queries';
const adjunct = new RegExp(`\\b([A-Za-z][a-z-]+(?:\\s+[a-z][a-z-]+){0,2})\\s+(?:${counted})\\b`, 'g');

/** Words that stand beside any noun. */
const small: ReadonlySet<string> = new Set(
  `a an the its their his her our this that these those such all any each every both some many most several more less fewer other another various
  new old additional total combined overall annual average first second third last next past same single separate different distinct
  of in on at to by for from with and or also alone only just about around nearly almost roughly than over under up it them us me you him`.split(
    /\s+/,
  ),
);

/** Words that say nothing of a purpose. */
const idle: ReadonlySet<string> = new Set(
  `contract contracts contractor contractors vendor vendors company companies firm firms order orders award awards deal deals vehicle vehicles
  search searches lookup lookups query queries times agency agencies department departments government federal state states local national nationwide statewide
  network networks list lists log logs record records system database license licence plate plates reader readers camera cameras alpr lpr flock police
  year years month months week weeks day days decade quarter period time date moment fiscal calendar january february march april may june july
  august september october november december monday tuesday wednesday thursday friday saturday sunday today
  example instance now free sale good granted comment record average behalf paper file hold top people public publication work services goods
  ice dhs us u.s united homeland security immigration-and-customs
  money dollars spending obligations obligated amount sum number numbers program programme money price`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Before "contracts", words that are no purpose: what was done with them, and how they look. */
const plain: ReadonlySet<string> = new Set(
  `signed signs sign awarded awards award awarding issued issues issue made makes make ran runs run won wins win got gets get gave gives give received receives receive
  hold holds held placed places place logged logs cancelled canceled has have had is are was were be been being can could may might will would shall should
  active current open existing large larger largest big bigger biggest small smaller smallest major minor private multiple individual
  potential possible known recorded listed logged released published many in-state out-of-state no not one two three four five six seven eight nine ten
  through under between with without via into across within among including cover covers covered show shows showed counted counts use used uses found finds include includes
  its their these those such and or of by for from at on to in as than said says paid pays obligated spent spends cost costs worth entered entering`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/**
 * What numbers of a sentence are for. `read` are stretches that something was made of already (numbers, dates, places,
 * words of figures, names): a phrase of which nothing else is left is none.
 */
export function findPurposes(sentence: string, read: readonly Stretch[]): FoundPurpose[] {
  const found: FoundPurpose[] = [];
  const add = (start: number, text: string, words: string, before: boolean) => {
    const end = start + text.length;
    if (found.some((one) => start < one.end && end > one.start)) return;
    const at = start + text.lastIndexOf(words);
    const what = leftOf(words, at, read).filter(
      (word) => !idle.has(word) && !small.has(word) && !(before && plain.has(word)),
    );
    if (what.length > 0) found.push({ start, end, text, what: withoutArticles(words), before });
  };
  for (const pattern of [stated, infinitive])
    for (const match of sentence.matchAll(pattern)) {
      const words = (match[1] as string).trim().replace(/[.'’]+$/, '');
      add(match.index, match[0].slice(0, match[0].indexOf(words) + words.length), words, false);
    }
  for (const match of sentence.matchAll(adjunct)) {
    const words = nounOf(match[1] as string, match.index, read);
    if (words !== '') add(match.index + (match[1] as string).length - words.length, words, words, true);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The words of a phrase, in lower case, without those that were read. */
function leftOf(words: string, at: number, read: readonly Stretch[]): string[] {
  return [...words.matchAll(/[A-Za-z][\w'’-]*/g)].flatMap(({ 0: word, index }) =>
    read.some(({ start, end }) => at + index < end && at + index + word.length > start)
      ? []
      : [word.toLowerCase()],
  );
}

/** Of the words before a noun those that stand next to it and may say what it is for. */
function nounOf(words: string, at: number, read: readonly Stretch[]): string {
  const parts = [...words.matchAll(/\S+/g)];
  let from = parts.length;
  while (from > 0) {
    const { 0: word, index } = parts[from - 1] as RegExpExecArray;
    const lower = word.toLowerCase();
    const taken = read.some(({ start, end }) => at + index < end && at + index + word.length > start);
    if (taken || small.has(lower) || plain.has(lower)) break;
    from -= 1;
  }
  return from === parts.length ? '' : words.slice((parts[from] as RegExpExecArray).index);
}

const withoutArticles = (text: string) =>
  text
    .toLowerCase()
    .replace(/^(?:(?:a|an|the|its|their|such|more|new)\s+)+/, '')
    .replaceAll('-', ' ')
    .trim();

/** Between two numbers of which the second alone is told by what follows: "$6 billion, of which 300 million for …". */
const parted = /[,;:.!?]|\b(?:of|while|but|whereas|including|among|versus)\b/i;

/**
 * Whether a purpose is told of a number: it belongs to the number before it, and to those that stand in one breath with
 * it; where none stands before it, to all.
 */
export function isFor(
  purpose: FoundPurpose,
  number: Stretch,
  {
    sentence,
    numbers,
    purposes,
  }: { sentence: string; numbers: readonly Stretch[]; purposes: readonly Stretch[] },
): boolean {
  const before = numbers.filter((other) => other.end <= purpose.start);
  if (before.length === 0) return true;
  const at = before.indexOf(number);
  if (at < 0) return false;
  return before.slice(at + 1).every((next, index) => {
    const from = (before[at + index] as Stretch).end;
    const own = purposes.some(({ start, end }) => start >= from && end <= next.start);
    return !own && !parted.test(sentence.slice(from, next.start));
  });
}

/** The filter that says a purpose in so many words, if a dimension of the figure has it. */
export function filterFor({ what }: FoundPurpose, { dimensions }: Figure): Record<string, string[]> | null {
  for (const [name, { purposes }] of Object.entries(dimensions))
    for (const [value, words] of Object.entries(purposes ?? {}))
      if (words.same.some((word) => singular(word) === singular(what))) return { [name]: value.split('|') };
  return null;
}

/** At most so many filters are offered. */
const mostOffered = 5;

/** Filters that may say a purpose: values of the figure's own, and names of the records, those with most of its words first. */
export function purposesOffered(
  { what }: FoundPurpose,
  { dimensions }: Figure,
  known: readonly KnownName[],
): KnownName[] {
  const words = stemsOf(what);
  const own = Object.entries(dimensions).flatMap(([name, { purposes }]) =>
    Object.entries(purposes ?? {}).map(([value, said]) => ({
      where: `${name}=${value}`,
      name: said.same[0] ?? value,
      texts: [value, ...said.same, ...(said.near ?? [])],
    })),
  );
  const recorded = known
    .filter(({ where }) => dimensions[where.slice(0, where.indexOf('='))] !== undefined)
    .map((one) => ({ ...one, texts: [one.name] }));
  const scored = [...own, ...recorded].map((one) => ({
    ...one,
    score: Math.max(...one.texts.map((text) => alike(words, stemsOf(text)))),
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0
    ? []
    : scored
        .filter(({ score }) => score === best)
        .slice(0, mostOffered)
        .map(({ where, name }) => ({ where, name }));
}

const alike = (words: readonly string[], others: readonly string[]) =>
  words.filter((word) => others.some((other) => sameStem(word, other))).length;

/** "Transport" and "transporter", and not "house" and "housekeeping". */
function sameStem(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length);
  return one === other || (short.length > 4 && long.length - short.length <= 3 && long.startsWith(short));
}

/** The words of a text without their endings: "transporting" and "TRANSPORTATION" begin alike. */
function stemsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !idle.has(word) && !small.has(word))
    .map((word) =>
      word.length > 5 ? word.replace(/(?:ations?|ings?|ions?|ments?|es|s)$/, '') : word.replace(/s$/, ''),
    );
}

const singular = (text: string) => text.replaceAll('-', ' ').replace(/s\b/g, '');
