import { add, rational, toText } from './rational.ts';
import type { FoundNumber } from './sentence-numbers.ts';

/** Words that can be read in two ways, with numbers that differ: asked, never chosen. */
export interface TwoWays {
  /** As printed. */
  text: string;
  kind: 'times more' | 'times less' | 'from to';
  /** How the sentence can be put so that it has one reading. */
  ways: string[];
}

const more = /^\s+(?:more|higher|larger|greater|bigger)\b/i;
const less = /^\s+(?:fewer|less|lower|smaller)\b/i;

/** "8 times more" is eight times as many for one, and nine times for another; "3 times fewer" is no number at all. */
export function timesMore(sentence: string, number: FoundNumber): TwoWays | null {
  if (!number.stated.times) return null;
  const behind = sentence.slice(number.end);
  const word = (more.exec(behind) ?? less.exec(behind))?.[0];
  if (word === undefined) return null;
  const text = `${number.text}${word}`;
  if (less.test(behind)) return { text, kind: 'times less', ways: [] };
  const stated = rational(number.stated.number);
  const ways = [stated, add(stated, rational(1))].map((one) => `${toText(one)} times as many`);
  return { text, kind: 'times more', ways };
}

const changes =
  /\b(?:surg|gr[eo]w|increas|ris(?:e|es|en|ing)\b|rose|jump|climb|expand|soar|balloon|explod|multipl|went|mov(?:e|ed|es)\b|chang|growth|fell|fall|dropp?|declin|shr[aiu]nk|decreas|los[st])/i;

/**
 * "From 1,300 to 1,400 agreements" without a word of change and without two dates: a move from one to the other, or
 * a range. Each of the two numbers is one of it.
 */
export function fromTo(
  sentence: string,
  number: FoundNumber,
  numbers: readonly FoundNumber[],
  dates: number,
): TwoWays | null {
  if (dates > 1 || changes.test(sentence)) return null;
  const place = numbers.indexOf(number);
  for (const [low, high] of [
    [number, numbers[place + 1]],
    [numbers[place - 1], number],
  ] as const) {
    if (!low || !high || low.bounds || high.bounds) continue;
    if (!/\bfrom\s+$/i.test(sentence.slice(0, low.start))) continue;
    if (!/^\s+to\s+$/i.test(sentence.slice(low.end, high.start))) continue;
    return {
      text: sentence.slice(low.start, high.end),
      kind: 'from to',
      ways: [`between ${low.text} and ${high.text}`, `rose from ${low.text} to ${high.text}`],
    };
  }
  return null;
}
