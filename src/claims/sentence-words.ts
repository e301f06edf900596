import type { Dimension, Figure } from '../figures/figure.ts';
import type { FoundNumber } from './sentence-numbers.ts';

/** A word of a sentence that calls for a figure. */
export interface FoundWord {
  start: number;
  end: number;
  figure: Figure;
}

/**
 * The words that call for figures: a figure's own `words` (where it declares none, the plural of its unit) and its title. Of words that overlap
 * the longest counts ("police departments" before "departments"). Singulars count only as "1 agency": elsewhere they
 * mostly stand before another noun ("state agencies").
 */
export function findWords(sentence: string, figures: readonly Figure[]): FoundWord[] {
  const found: FoundWord[] = [];
  const entries = figures.flatMap((figure) => {
    const unit = figure.unit.kind === 'count' ? figure.unit : null;
    const words = [
      ...new Set(
        [...(figure.words ?? (unit ? [unit.many] : [])), figure.title].map((word) => word.toLowerCase()),
      ),
    ];
    return words.map((word) => ({
      word,
      figure,
      singular: unit !== null && word === unit.one.toLowerCase(),
    }));
  });
  for (const { word, figure, singular } of entries.sort((a, b) => b.word.length - a.word.length)) {
    for (const match of sentence.matchAll(
      new RegExp(`\\b${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`, 'gi'),
    )) {
      const place = { start: match.index, end: match.index + match[0].length, figure };
      if (singular && !/\b(?:1|one)\s+(?:[a-z-]+\s+){0,2}$/i.test(sentence.slice(0, place.start))) continue;
      const longer = found.some(
        (other) =>
          other.start <= place.start &&
          other.end >= place.end &&
          other.end - other.start > place.end - place.start,
      );
      if (!longer) found.push(place);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * The words nearest to a number, best first, one a figure. A word behind the number is nearer than one before it; a
 * number, a state or a full stop in between sets a word further off.
 */
export function nearestWords(
  sentence: string,
  number: FoundNumber,
  words: readonly FoundWord[],
  numbers: readonly FoundNumber[],
): { word: FoundWord; distance: number }[] {
  // "50 agencies in Alabama and 63 in Tennessee had agreements": a number without a noun takes up the one before.
  const bare =
    /^\s+(?:in|from)\s/.test(sentence.slice(number.end)) && numbers.some(({ end }) => end <= number.start);
  const measured = words
    // A word may reach into the hedge of a number: "cost up to" of "up to 90 million". One inside a hedge is only that.
    .filter((word) => word.start < number.start || word.start >= number.end)
    .map((word) => {
      const behind = word.start >= number.end;
      const [from, to] = behind ? [number.end, word.start] : [Math.min(word.end, number.start), number.start];
      const between = numbers.filter(
        (other) => other !== number && other.start >= from && other.end <= to,
      ).length;
      const stops = /[.;!?]\s/.test(sentence.slice(from, to)) ? 200 : 0;
      return {
        word,
        distance:
          (behind ? to - from : 2 * (to - from) + 10) + 40 * between + stops + (behind && bare ? 80 : 0),
      };
    })
    .sort((a, b) => a.distance - b.distance);
  return measured.filter(
    ({ word }, index) => measured.findIndex((other) => other.word.figure === word.figure) === index,
  );
}

/**
 * Dimension values that stand between a number and its word, or right behind the word: "764 task force agreements",
 * "764 agreements under the task force model". `unused` are other words in between, `restricts` a phrase behind that
 * restricts what is counted to something that is not read ("with sheriffs").
 */
export function qualifiers(
  sentence: string,
  number: FoundNumber,
  word: FoundWord,
  numbers: readonly FoundNumber[] = [number],
): { where: Record<string, string[]>; unused: string[]; restricts: string | null } {
  const where: Record<string, string[]> = {};
  const next = numbers.find(({ start }) => start >= word.end)?.start ?? sentence.length;
  const follows = word.start >= number.end;
  const tells = canBeTold(word.figure);
  const wholePhrase = follows && tells ? (behindWord.exec(sentence.slice(word.end, next))?.[0] ?? '') : '';
  const last = numbers.findLast(({ end }) => end <= word.start)?.end ?? 0;
  let between = (
    follows
      ? sentence.slice(number.end, word.start)
      : tells
        ? (justBefore.exec(sentence.slice(last, word.start))?.[0] ?? '')
        : ''
  ).toLowerCase();
  let behind = wholePhrase.toLowerCase();
  for (const [name, value, phrase] of values(word.figure)) {
    const pattern = new RegExp(`\\b${phrase.replaceAll(/[ -]/g, '[ -]')}\\b`);
    if (!pattern.test(between) && !pattern.test(behind)) continue;
    between = between.replace(pattern, ' ');
    behind = behind.replace(pattern, ' ');
    if (!where[name]?.includes(value)) where[name] = [...(where[name] ?? []), value];
  }
  for (const [name, found] of Object.entries(where))
    if (found.join() === word.figure.defaults?.[name]?.join()) delete where[name];
  const left = (text: string, known: ReadonlySet<string>) =>
    text.split(/[^a-z-]+/).filter((part) => part.length > 1 && !known.has(part));
  // "1,162 of the agreements were task force agreements", "764 are under the task force model", "that model accounts for 764"
  const ahead = sentence.slice(numbers.findLast(({ end }) => end <= number.start)?.end ?? 0, number.start);
  const after = follows
    ? sentence.slice(word.end + wholePhrase.length, next)
    : sentence.slice(number.end, numbers.find(({ start }) => start >= number.end)?.start);
  const told = `${ahead.split(partsOfSentence).at(-1)} ${after.split(/[.;:]\s/)[0]}`.toLowerCase();
  const later = values(word.figure).find(
    ([name, value, phrase]) =>
      word.figure.dimensions[name]?.adjectives?.[value] &&
      !where[name] &&
      new RegExp(`\\b${phrase.replaceAll(/[ -]/g, '[ -]')}\\b`).test(told),
  )?.[2];
  if (later !== undefined) return { where, unused: left(between, idle), restricts: later };
  if (!follows) return { where, unused: [], restricts: null };
  const restricts = tells && restrictive.test(wholePhrase) && left(behind, idleBehind).length > 0;
  return { where, unused: left(between, idle), restricts: restricts ? wholePhrase.trim() : null };
}

/** Where the words of one number end and those of the next begin. */
const partsOfSentence = /[,;:.]\s|\b(?:and|but|while|versus)\b/i;

/** Up to four words of a clause right before what is counted. */
const justBefore = /(?:[\w'’-]+\s+){1,4}$/;

/** The words behind what is counted, up to the end of its clause, a day or a place. */
const behindWord =
  /^\s+(?!(?:in|on|as|by|since|from|to|at|and|or|or\s+more)\b)(?:(?!(?:in|on|as|by|since|between|and|or|to|is|are|was|were|has|have|had|than|who|which|that|while)\b)[\w'’()-]+(?:\s+|(?=[.,;:!?)]|$)))+/i;
const restrictive =
  /^\s+(?:with|under|for|through|using|held|signed|run|among|covering|involving|at|via|without)\b/i;
const idleBehind: ReadonlySet<string> = new Set(
  'with under for through using held signed run among via ice dhs the of a an and its their all such agreement agreements agency agencies program programme section federal government immigration customs enforcement homeland security department officials authorities trump administration authority force effect place nationwide nationally now already total law local state localities across model models program country nation'.split(
    ' ',
  ),
);

const canBeTold = (figure: Figure) => Object.values(figure.dimensions).some((one) => one.adjectives);

/** Words between a number and its noun that change nothing in what is counted. */
const idle: ReadonlySet<string> = new Set(
  'of the and or in a an total different distinct separate participating law enforcement local law-enforcement police sheriff sheriffs their all such u.s us american has have had is are was were be been with now by to us'.split(
    ' ',
  ),
);

/** Dimension, value and the words for it, the longest words first. */
function values(figure: Figure): [string, string, string][] {
  const found = Object.entries(figure.dimensions).flatMap(([name, dimension]: [string, Dimension]) => [
    ...(dimension.values ?? [])
      .filter((value) => /^[a-z][a-z-]{4,}$/.test(value) && value !== 'other')
      .map((value): [string, string, string] => [name, value, value]),
    ...Object.entries(dimension.adjectives ?? {}).flatMap(([value, words]) =>
      words.map((word): [string, string, string] => [name, value, word]),
    ),
  ]);
  return found.sort((a, b) => b[2].length - a[2].length);
}

/**
 * Values that a sentence says of whoever is counted, for one number: "other agencies made 36 searches", "36 searches by
 * other agencies". Words after "by", "of" or "from" belong to the number before them, as their own subject to every
 * number after them up to the next words of that dimension; a number of which the one before is a part ("36 of the 53
 * searches") is not told by them.
 */
export function namedValues(
  sentence: string,
  number: FoundNumber,
  numbers: readonly FoundNumber[],
  figure: Figure,
): Record<string, string[]> {
  const where: Record<string, string[]> = {};
  for (const [name, { named }] of Object.entries(figure.dimensions)) {
    const found = named ? phrases(sentence, named) : [];
    if (found.length === 0) continue;
    const behind = found.find((one) => one.follows && partBefore(sentence, numbers, one.start) === number);
    const before = found.findLast(
      (one) => one.end <= number.start && !(one.follows && numbers.some((other) => other.end <= one.start)),
    );
    const whole = ofWhole.test(sentence.slice(0, number.start));
    const stop = before && /[.;!?]\s/.test(sentence.slice(before.end, number.start));
    const own = behind ?? (before && !whole && !stop ? before : undefined);
    const only = numbers.length === 1 && found.length === 1 ? found[0] : undefined;
    const meant = own ?? only;
    if (meant) where[name] = meant.value.split('|');
  }
  return where;
}

const ofWhole = /\bof\s+(?:(?:the|all|its|their|a\s+total\s+of)\s+)*$/i;

/** The number that a phrase behind it tells of: the last before it; of "37 of the 12,264 searches" the 37. */
function partBefore(sentence: string, numbers: readonly FoundNumber[], at: number): FoundNumber | undefined {
  const last = numbers.findLast(({ end }) => end <= at);
  const part = last && numbers[numbers.indexOf(last) - 1];
  const between = part ? sentence.slice(part.end, last.start) : '';
  return /^\s+of\s+(?:(?:the|all|its|their)\s+)*$/i.test(between) ? part : last;
}

/** A phrase that opens with one of these belongs to what stands before it. */
const opens = /^(?:for|on behalf|related|tied|linked|connected|involving|cit|nam|mention|list|about|with)/i;

/**
 * Phrases that may restrict what is counted and that nothing was made of: "by the Border Patrol", "for a stolen car",
 * a vendor's name. Only of figures that can be asked for by such a thing.
 */
export function unreadPhrases(
  sentence: string,
  figure: Figure,
  read: readonly { start: number; end: number }[],
): string[] {
  if (!canBeRestricted(figure)) return [];
  const open = isOpen(figure);
  const taken: { start: number; end: number }[] = [...read, ...namedPhrases(sentence, figure)];
  const patterns = open ? [subject, restricting, name] : [subject, restricting];
  return patterns
    .flatMap((pattern) => [...sentence.matchAll(pattern)])
    .flatMap((match) => {
      const text = (match[1] ?? match[0]).replace(/[.\s]+$/, '');
      const [start, end] = [match.index, match.index + text.length];
      if (taken.some((one) => start < one.end && end > one.start) || (open && publisher.test(text)))
        return [];
      taken.push({ start, end });
      return [text];
    });
}

/** "To private prison companies": who got it, without a name. */
const taker =
  /\b((?:to|with)\s+(?:(?!(?:in|on|by|to|all|its|the|an?|and)\b)[a-z'’-]+\s+){1,4}(?:companies|firms|contractors|vendors|businesses|corporations))/g;

/** Takers that a sentence describes and does not name; of figures that can be asked for by a taker. */
export function unnamedTakers(
  sentence: string,
  figure: Figure,
): { start: number; end: number; name: string; subject: false }[] {
  if (!isOpen(figure)) return [];
  return [...sentence.matchAll(taker)].map((match) => {
    const name = match[1] as string;
    return { start: match.index, end: match.index + name.length, name, subject: false as const };
  });
}

/** Whether a figure can be asked for by something that no word of a sentence is known to stand for: a vendor, a purpose. */
export function canBeRestricted(figure: Figure): boolean {
  return isOpen(figure) || Object.values(figure.dimensions).some((one) => one.named ?? one.adjectives);
}

function isOpen(figure: Figure): boolean {
  return Object.values(figure.dimensions).some((one) => !one.named && !one.values && !one.pattern);
}

/** Where a sentence says values of any dimension of a figure. */
export function namedPhrases(sentence: string, figure: Figure): { start: number; end: number }[] {
  return Object.values(figure.dimensions).flatMap((one) => (one.named ? phrases(sentence, one.named) : []));
}

/** A name of several words, or of one as the giver or taker: "paid Example Group", "Examplecorp received". */
const name =
  /\b[A-Z][\w&'’-]*(?:\s+(?:(?:of|and|the|&)\s+)*[A-Z][\w&'’-]*)+|(?<=\b(?:to|with|by|from|paid|pays|gave|awarded)\s)[A-Z][\w&'’-]+|^[A-Z][\w&'’-]+(?=\s+(?:received|receives|got|won|holds?|earned|made|has|was|were)\b)/g;
/** Whose records they are restricts nothing. */
const publisher =
  /^(?:(?:by|for|from|with|[Tt]he)\s+)*(?:ICE|DHS|US|U\.S\.?|United States|Immigration and Customs Enforcement|(?:Department of )?Homeland Security)$/;

/** A name that does what is counted: "Exampleton TX PD made 36 searches". */
const subject =
  /\b([A-Z][\w.'’&-]+(?:\s+(?:and|of|[A-Z][\w.'’&-]+)){0,7})\s+(?:(?:has|have|had)\s+)?(?:made|ran|run|conducted|performed|logged|did)\b/g;

const restricting =
  /\b(?:by|for|from|about|citing|mentioning|involving|without|with)\s+(?:(?!(?:in|on|during|between|and|but|while|by|for|from)\b)[\w.'’-]+\s*){1,5}/gi;

interface Phrase {
  start: number;
  end: number;
  value: string;
  /** It stands after "by", "of" or "from". */
  follows: boolean;
}

/** Where a sentence says values of a dimension, in order; of phrases that overlap the longest. */
function phrases(sentence: string, named: Readonly<Record<string, readonly string[]>>): Phrase[] {
  const found: Phrase[] = [];
  const all = Object.entries(named).flatMap(([value, words]) => words.map((word) => ({ value, word })));
  for (const { value, word } of all.sort((a, b) => b.word.length - a.word.length))
    for (const match of sentence.matchAll(new RegExp(`\\b${word.replaceAll(/[ -]/g, '[ -]+')}\\b`, 'gi'))) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const follows =
        /\b(?:by|of|from)\s+(?:the\s+)?$/i.test(sentence.slice(0, start)) || opens.test(match[0]);
      found.push({ start, end, value, follows });
    }
  return found.sort((a, b) => a.start - b.start);
}
