import type { ChangeAsked } from './claim.ts';
import { type FoundNumber, turned } from './sentence-numbers.ts';

/** Words by which a number grows or falls. */
export const grows =
  /\b(?:surg|gr[eo]w|increas|ris|rose|jump|climb|expand|soar|balloon|explod|multipl|up\s+(?:by\s+)?$|growth)/i;

export const shrinks = /\b(?:fell|fall|dropp?|declin|shr[aiu]nk|decreas|down\s+(?:by\s+)?$|los[st])/i;

/** "Rose by 1,237", and of a share "rose 5 percentage points": the difference between two days. */
export function movesBy(sentence: string, number: FoundNumber, percentOfShare: boolean): boolean {
  const before = sentence.slice(Math.max(0, number.start - 60), number.start);
  if (percentOfShare) return /points$/i.test(number.text) && (grows.test(before) || shrinks.test(before));
  return !number.stated.percent && !number.stated.times && movedBy.test(before);
}

const movedBy =
  /\b(?:surg|gr[eo]w|increas|ris|rose|jump|climb|expand|fell|fall|drop|declin|shr[aiu]nk|decreas)\w*\s+(?:\w+\s+){0,2}by\s+$|\b(?:increase|rise|growth|jump|gain|drop|fall|decline|decrease|loss)\s+of\s+$/i;

/** "Fell to" before a number: where it came to, which is judged, and a direction, which is not. */
export function movedTo(sentence: string, number: FoundNumber): string | null {
  return toHere.exec(sentence.slice(0, number.start))?.[1] ?? null;
}

const toHere =
  /\b((?:(?:surg|gr[eo]w|increas|ris|rose|jump|climb|expand|soar|balloon|fell|fall|dropp?|declin|shr[aiu]nk|decreas|sank|slid|plung)\w*|(?:gone|go|goes|went)\s+(?:up|down)|down)\s+(?:\w+ly\s+|back\s+)?to)\s+(?:a\s+total\s+of\s+)?$/i;

/** As printed; a fall is a growth below zero, so that a fall of more is a growth of less. */
export function statesOf(
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

/** A percentage that is not said to be a growth or a fall. */
export function isShare(sentence: string, number: FoundNumber): boolean {
  const before = sentence.slice(Math.max(0, number.start - 60), number.start);
  return number.stated.percent && !grows.test(before) && !shrinks.test(before);
}
