import { hedgePattern, hedges, notHedgePattern } from './hedges.ts';
import { numberWordPattern, scalePattern } from './number-words.ts';
import { compare, rational } from './rational.ts';
import { parseStated, type Stated } from './stated.ts';

/** A number in a sentence, and where. */
export interface FoundNumber {
  start: number;
  end: number;
  /** As printed, hedge included. */
  text: string;
  stated: Stated;
  /** Of a range the two bounds that it states: "at least 1,100" and "at most 1,200". */
  bounds?: readonly [string, string];
}

const digits = `\\d{1,3}(?:[,\\u00a0\\u2009\\u202f]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\b(?:${numberWordPattern})(?![\\w-]*\\w*-year)`;
const units =
  `(?:\\s?${scalePattern})?(?:\\s*%|\\s+(?:percent|per cent|percentage points)\\b)?` +
  `(?:\\s+times\\b|-?fold\\b)?(?:\\s+dollars\\b)?`;
const ends = `(?![\\w(]|[.,]\\d|-(?:year|month|day|week|page|member))`;

/** Hedges that stand behind a number: "10 or more". */
const trailing = hedges
  .flatMap((hedge) => hedge.words)
  .filter((word) => /^(?:or|more or|give or) /.test(word))
  .map((word) => word.replaceAll(' ', '\\s+'))
  .join('|');

/** "1,400 agreements or more" */
const farBehind = new RegExp(`^\\s+(?:[a-z-]+\\s+){1,4}?(${trailing})\\b`, 'i');

const number = new RegExp(
  `(?<![\\w.,$-])(?:(?:${hedgePattern})\\s+|~\\s?)?(?:\\$\\s?)?(?:${digits})${units}(?:\\s+(?:${trailing})\\b)?${ends}`,
  'gi',
);

/** Before "900 times" that is how often something was done, not by how much it grew. */
const often = /\bsearched\b[^.;!?]*$/i;

/** "Between 1,100 and 1,200", "1,100 to 1,200", "10-12%"; what stands behind the second number alone is said of both. */
const range = new RegExp(
  `(?<![\\w.,$-])(between\\s+)?(\\$\\s?)?(${digits})(${units})(\\s+and\\s+|\\s+to\\s+|\\s?[-–—]\\s?)(\\$\\s?)?(${digits})(${units})${ends}`,
  'gi',
);
/** Before "133 to 1,149" in a sentence on a change: its two ends, and no range. */
const moves =
  /\bfrom\s+$|\b(?:surg|gr[eo]w|increas|ris|rose|jump|climb|expand|soar|went|fell|fall|drop|declin|shr[aiu]nk|decreas)\w*\s+$/i;

/** Growth told by a verb alone. */
const multiplied = new RegExp(
  `(?<!\\b(?:not|never)\\s+|n['’]t\\s+)((?:${hedgePattern})\\s+)?\\b(?<!\\b(?:not|never)\\s+|n['’]t\\s+)(doubled|tripled|quadrupled|quintupled)\\b`,
  'gi',
);
const multiples: Readonly<Record<string, string>> = {
  doubled: '2 times',
  tripled: '3 times',
  quadrupled: '4 times',
  quintupled: '5 times',
};

/** Stretches with digits that state nothing: names of laws and forms, hours, ordinals, page and phone-like numbers. */
const noNumbers =
  /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s+(?:largest|biggest|leading|smallest)\b|\btop\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b|\b(?:section|sections|chapter|title|form|no\.|number|page|item|code)\s+\d[\w().-]*|\b\d+\s+u\.?s\.?c\.?(?:\s+§*\s*\d[\w()-]*)?|§+\s*\d[\w().-]*|\b\d+\([a-z]\)|\b\d+\/\d+\b|\b\d+(?:st|nd|rd|th)\b|\b(?:one|two|three)\s+of\s+the\b|\b(?:no|any|every|each|some)\s*one\b|\bone\s+another\b|\bat\s+one\s+(?:point|time)\b/gi;

/** "Two thirds", "three-quarters": no number of things. */
const fractions = new RegExp(
  `\\b(?:${digits})[\\s-]+(?:halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?)\\b`,
  'gi',
);

/** "1 843" is one number for one reader and two for another; of "38 of the 50 states" the fifty are all there are. */
const unread =
  /(?<![\d,.$])\b\d{1,3}(?: \d{3})+(?![\d,(]|\.\d)|\bof\s+(?:the\s+)?(?:nation['’]s\s+|country['’]s\s+)?(?:50|fifty)\s+(?:U\.?S\.?\s+)?states\b/gi;

/** "One in three", "all but 11", "not 39": a number stands there, and the sentence does not state it of what is counted. */
const turnedNumbers = new RegExp(
  `\\b(?:${digits})\\s+(?:in|out\\s+of)\\s+(?:every\\s+)?(?:${digits})\\b|\\b(?:all\\s+but|(?!(?:${notHedgePattern})\\s)(?:not|never))\\s+(?:(?:${hedgePattern})\\s+)?(?:${digits})\\b`,
  'gi',
);

/**
 * The numbers that a sentence states, in order, with their hedges. `taken` are stretches already read (dates); names
 * such as "287(g)" or "section 1357" are no numbers.
 */
export function findNumbers(
  sentence: string,
  taken: readonly { start: number; end: number }[],
): FoundNumber[] {
  const dated = blank(sentence, taken);
  const blanked = blank(
    dated,
    [noNumbers, turnedNumbers, fractions, unread]
      .flatMap((pattern) => [...dated.matchAll(pattern)])
      .map((found) => ({
        start: found.index,
        end: found.index + found[0].length,
      })),
  );
  const found: FoundNumber[] = findRanges(blanked);
  const single = blank(blanked, found);
  for (const match of single.matchAll(number)) {
    const text = often.test(sentence.slice(0, match.index)) ? match[0].replace(/\s+times$/i, '') : match[0];
    const end = match.index + text.length;
    // "1,100+ agencies", "1,100-plus agencies"
    const plus = /^(?:\+|-plus\b)/i.exec(single.slice(end));
    const far = parseStated(text)?.hedge ? undefined : farBehind.exec(single.slice(end))?.[1];
    const stated =
      (plus && parseStated(`at least ${text}`)) ||
      (far && parseStated(`${text} ${far}`)) ||
      parseStated(text);
    if (stated)
      found.push({ start: match.index, end: end + (plus?.[0].length ?? 0), text: stated.text, stated });
  }
  for (const match of single.matchAll(multiplied)) {
    const text = `${match[1] ?? ''}${multiples[(match[2] as string).toLowerCase()]}`;
    const stated = parseStated(text);
    if (stated) found.push({ start: match.index, end: match.index + match[0].length, text, stated });
  }
  return found.sort((a, b) => a.start - b.start);
}

const hedged = new RegExp(`^(?:${hedgePattern})\\s+|\\s+(?:${hedgePattern})$`, 'gi');
const firstDigit = new RegExp(`(?=\\d)|\\b(?=(?:${numberWordPattern})\\b)`, 'i');
const opposite = {
  above: 'less than',
  'at-least': 'at most',
  below: 'more than',
  'at-most': 'at least',
} as const;

/** The number below zero: "more than 5%" of a fall is "less than -5%" of a growth. */
export function turned(text: string): string {
  const compares = parseStated(text)?.hedge?.compares;
  const other = Object.entries(opposite).find(([name]) => name === compares)?.[1];
  const plain = other === undefined ? text : `${other} ${text.replace(hedged, '')}`;
  return plain.replace(firstDigit, '-');
}

function findRanges(text: string): FoundNumber[] {
  return [...text.matchAll(range)].flatMap((match): FoundNumber[] => {
    const [
      whole,
      between,
      dollar = '',
      low = '',
      ownUnits = '',
      joint = '',
      otherDollar,
      high = '',
      unit = '',
    ] = match;
    const joins = between === undefined ? !/and/i.test(joint) : !/to/i.test(joint);
    if (!joins || (between === undefined && moves.test(text.slice(0, match.index)))) return [];
    const money = dollar || (otherDollar ?? '');
    const bounds = [`at least ${money}${low}${ownUnits || unit}`, `at most ${money}${high}${unit}`] as const;
    const [from, to] = bounds.map(parseStated);
    if (!from || !to || compare(rational(from.number), rational(to.number)) >= 0) return [];
    return [
      { start: match.index, end: match.index + whole.length, text: whole.trim(), stated: from, bounds },
    ];
  });
}

/** The text with some stretches replaced by as many underscores, so that places stay what they are. */
export function blank(text: string, stretches: readonly { start: number; end: number }[]): string {
  return stretches.reduce(
    (left, { start, end }) => `${left.slice(0, start)}${'_'.repeat(end - start)}${left.slice(end)}`,
    text,
  );
}
