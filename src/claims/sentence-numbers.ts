import { hedgePattern } from './hedges.ts';
import { numberWordPattern, scaleWords } from './number-words.ts';
import { parseStated, type Stated } from './stated.ts';

/** A number in a sentence, and where. */
export interface FoundNumber {
  start: number;
  end: number;
  /** As printed, hedge included. */
  text: string;
  stated: Stated;
}

const number = new RegExp(
  `(?<![\\w.,$-])(?:(?:${hedgePattern})\\s+)?(?:\\$\\s?)?(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\b(?:${numberWordPattern})(?![\\w-]*\\w*-year))` +
    `(?:[\\s-]+(?:${Object.keys(scaleWords).join('|')})\\b)?(?:\\s*%|\\s+(?:percent|per cent|percentage points)\\b)?(?:\\s+times\\b|-?fold\\b)?(?:\\s+dollars\\b)?(?:\\s+or\\s+(?:more|fewer|less)\\b)?(?![\\w(]|[.,]\\d|-(?:year|month|day|week|page|member))`,
  'gi',
);

/** Before "900 times" that is how often something was done, not by how much it grew. */
const often = /\bsearched\b[^.;!?]*$/i;

/** Growth told by a verb alone. */
const multiplied = new RegExp(
  `((?:${hedgePattern})\\s+)?\\b(doubled|tripled|quadrupled|quintupled)\\b`,
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
  /\b(?:section|sections|chapter|title|form|no\.|number|page|item|code)\s+\d[\w().-]*|\b\d+\s+u\.?s\.?c\.?(?:\s+§*\s*\d[\w()-]*)?|§+\s*\d[\w().-]*|\b\d+\([a-z]\)|\b\d+\/\d+\b|\b\d+(?:st|nd|rd|th)\b|\b(?:one|two|three)\s+of\s+the\b|\b(?:no|any|every|each|some)\s*one\b|\bone\s+another\b|\bat\s+one\s+(?:point|time)\b/gi;

/**
 * The numbers that a sentence states, in order, with their hedges. `taken` are stretches already read (dates); names
 * such as "287(g)" or "section 1357" are no numbers.
 */
export function findNumbers(
  sentence: string,
  taken: readonly { start: number; end: number }[],
): FoundNumber[] {
  const blanked = blank(sentence, [
    ...taken,
    ...[...sentence.matchAll(noNumbers)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
    })),
  ]);
  const found: FoundNumber[] = [];
  for (const match of blanked.matchAll(number)) {
    const text = often.test(sentence.slice(0, match.index)) ? match[0].replace(/\s+times$/i, '') : match[0];
    const stated = parseStated(text);
    if (stated) found.push({ start: match.index, end: match.index + text.length, text: text.trim(), stated });
  }
  for (const match of blanked.matchAll(multiplied)) {
    const text = `${match[1] ?? ''}${multiples[(match[2] as string).toLowerCase()]}`;
    const stated = parseStated(text);
    if (stated) found.push({ start: match.index, end: match.index + match[0].length, text, stated });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text with some stretches replaced by as many underscores, so that places stay what they are. */
export function blank(text: string, stretches: readonly { start: number; end: number }[]): string {
  return stretches.reduce(
    (left, { start, end }) => `${left.slice(0, start)}${'_'.repeat(end - start)}${left.slice(end)}`,
    text,
  );
}
