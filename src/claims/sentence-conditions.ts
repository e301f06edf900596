import type { Figure } from '../figures/figure.ts';
import type { FoundNumber } from './sentence-numbers.ts';
import { blank } from './sentence-numbers.ts';
import { type FoundWord, namedPhrases } from './sentence-words.ts';

/** What a sentence says of a number that no figure counts: it is asked about, and the number is not judged. */
export interface Condition {
  /** The words that say it. */
  text: string;
  /**
   * `denied`: it is said not to be so. `rate`: a number for each month, or an average. `on top`: what came to something
   * else, or exceeds it. `rest`: it is a number of others than those named. `otherwise`: what is counted has another state than the figure counts ("agreements ended").
   */
  kind: 'denied' | 'rate' | 'on top' | 'rest' | 'otherwise';
}

const boundary = /[;:!?()]|\.(?=\s|$)|,(?!\d)|\s(?:but|while|although|though|whereas|which|who|because)\s/gi;
const denial =
  /\b(?:no|not|never|none|neither|nor|without|cannot|lack(?:s|ed|ing)?|fail(?:s|ed)\s+to|refus(?:es|ed|ing)|false|untrue)\b|n['’]t\b/i;
/** Words with a "no" or "not" in them that deny nothing. */
const idleDenial =
  /\bnot\s+(?:only|just|merely|to\s+mention|surprisingly|including\s+those)\b|\bno\s+(?:later|earlier|sooner)\s+than\b|\bno\s+doubt\b|\bwhether\s+or\s+not\b|\bno\s+matter\b/gi;
const rateBehind =
  /^\s*(?:[\w-]+\s+){0,6}?((?:an?|per|each|every)\s+(?:second|minute|hour|day|night|week|month|quarter|year)\b(?!\s+(?:earlier|before|ago|later|after|prior|previously|old))|per\s+(?!ICE\b|DHS\b|the\b)[a-z-]+|annually|monthly|weekly|daily|yearly|apiece|each|on\s+average|at\s+a\s+time)\b/i;
const rateBefore = /\b(averag(?:e|es|ed|ing)|mean|median|typical|typically|each\s+(?:[a-z-]+\s+){1,2})\b/i;
const rest = /\b(the\s+rest|remaining|remainder|elsewhere|others?)\b/i;
/** "254 counties to sign agreements", "41 million people live in jurisdictions": the number is one of the first noun. */
const anotherNoun =
  /\b([a-z]{3,}s|people)\s+(?:to|have|has|had|in|with|under|live|lives|lived|are|were|is|was|that|who|which|hold|held|sign|signed)\b/i;
const onTopBefore = /\b(another|additional|further|extra)\s+$/i;
const onTopBehind = /^\s+((?:more|fewer|less|additional|extra|further)(?!\s+than\s+\d)\s+[a-z])/i;

/**
 * The first words in the clause of a number, on either side of it, that make something else of it than a number of the
 * figure; null where there are none. Words that the figure knows by a dimension are not looked at.
 */
export function conditionOf(
  sentence: string,
  number: FoundNumber,
  numbers: readonly FoundNumber[],
  figure: Figure,
  relative: boolean,
  word: FoundWord | null = null,
): Condition | null {
  const place = numbers.indexOf(number);
  const from = numbers[place - 1]?.end ?? 0;
  const to = numbers[place + 1]?.start ?? sentence.length;
  const left = blank(sentence, namedPhrases(sentence, figure)).replace(idleDenial, (text) =>
    '_'.repeat(text.length),
  );
  const before = left.slice(from, number.start).split(boundary).at(-1) ?? '';
  const behind = left.slice(number.end, to).split(boundary)[0] ?? '';
  const denied = denial.exec(before)?.[0] ?? denial.exec(behind)?.[0];
  if (denied !== undefined) return { text: denied, kind: 'denied' };
  const own = new Set(
    [figure.title, ...(figure.words ?? [])].flatMap((text) => text.toLowerCase().split(/\s+/)),
  );
  const rate = rateBehind.exec(behind)?.[1] ?? rateBefore.exec(before)?.[1];
  if (rate !== undefined && !own.has(rate.toLowerCase().split(/\s+/)[0] ?? ''))
    return { text: rate, kind: 'rate' };
  if (relative) return null;
  const top = onTopBefore.exec(before)?.[1];
  const than = onTopBehind.exec(behind)?.[1]?.slice(0, -2);
  if (top !== undefined) return { text: `${top} ${number.text}`, kind: 'on top' };
  if (than !== undefined) return { text: `${number.text} ${than}`, kind: 'on top' };
  const remaining = rest.exec(before)?.[0] ?? rest.exec(behind)?.[0];
  if (remaining !== undefined) return { text: remaining, kind: 'rest' };
  const between = word && word.start >= number.end ? left.slice(number.end, word.start) : '';
  const noun = anotherNoun.exec(between)?.[1];
  if (noun !== undefined) return { text: noun, kind: 'otherwise' };
  const others = figure.otherwise ? new RegExp(`\\b(?:${figure.otherwise.join('|')})\\b`, 'i') : null;
  const other = others?.exec(`${before} ${behind}`)?.[0];
  return other === undefined ? null : { text: other, kind: 'otherwise' };
}
