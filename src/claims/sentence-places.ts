import type { State } from '../reference/states.ts';
import type { FoundNumber } from './sentence-numbers.ts';

/** A state or territory named in a sentence, and where. */
export interface FoundPlace {
  start: number;
  end: number;
  code: string;
}

const capital = /\bWashington,?\s+D\.?\s?C\b\.?/g;

/**
 * The states and territories that a sentence names in full, in order; "West Virginia" is not also Virginia, nor Delaware
 * County the state, nor Washington, D.C.
 */
export function findPlaces(sentence: string, states: readonly State[]): FoundPlace[] {
  const found: FoundPlace[] = [...sentence.matchAll(capital)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    code: 'DC',
  }));
  for (const state of [...states].sort((a, b) => b.name.length - a.name.length)) {
    for (const match of sentence.matchAll(
      new RegExp(
        `\\b${state.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b(?!\\s+(?:County|Parish|City|Borough)\\b)`,
        'g',
      ),
    )) {
      const place = { start: match.index, end: match.index + match[0].length, code: state.code };
      if (!found.some((other) => place.start < other.end && place.end > other.start)) found.push(place);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Words before a place that leave it out: "agencies outside California". */
const leavesOut =
  /\b(?:outside(?:\s+of)?|beyond|except(?:\s+for)?|other\s+than|besides|not\s+in)\s+(?:the\s+state\s+of\s+)?$/i;

/** The places that a sentence leaves out, with the words that do. No filter counts all but a place. */
export function placesLeftOut(sentence: string, places: readonly FoundPlace[]): string[] {
  return places.flatMap(({ start, end }) => {
    const words = leavesOut.exec(sentence.slice(0, start))?.[0];
    return words === undefined ? [] : [words + sentence.slice(start, end)];
  });
}

/**
 * Which places each number is about: places joined by "and" or a comma go together; a group after "in", "of", "from"
 * or "for" belongs to the number before it, a group before a number to that one, and a group that opens the sentence
 * to every number that has none of its own.
 */
export function placesOfNumbers(
  sentence: string,
  numbers: readonly FoundNumber[],
  places: readonly FoundPlace[],
): Map<FoundNumber, string[]> {
  const result = new Map<FoundNumber, string[]>();
  let forAll: string[] = [];
  for (const group of groups(sentence, places)) {
    const first = group[0] as FoundPlace;
    const last = group.at(-1) as FoundPlace;
    const nearest = numbers.findLast((number) => number.end <= first.start);
    const before = wholeOf(sentence, numbers, nearest);
    // "Half of the 1,149 agencies are in Florida": the number is no number of the place.
    if (nearest && before === nearest && partOf.test(sentence.slice(0, nearest.start))) continue;
    const after = numbers.find((number) => number.start >= last.end);
    const opened = /\b(?:in|of|from|for|across|throughout)\s+(?:the\s+state\s+of\s+)?$/i.test(
      sentence.slice(0, first.start),
    );
    const codes = group.map((place) => place.code);
    if (opened && !before) {
      forAll = codes;
      continue;
    }
    const behind = before !== undefined && /^[\s(]*$/.test(sentence.slice(before.end, first.start));
    const target = opened || behind ? before : (after ?? before);
    if (target) result.set(target, [...(result.get(target) ?? []), ...codes]);
  }
  if (forAll.length > 0) for (const number of numbers) if (!result.has(number)) result.set(number, forAll);
  return result;
}

const partOf =
  /\b(?:half|thirds?|quarters?|fifths?|tenths?|most|many|some|few|none|majority|part|share)\s+of\s+(?:(?:the|its|all|these|those)\s+)*$/i;

/** In "278 of the 1,149 agencies are in Florida" the place belongs to the first number. */
function wholeOf(
  sentence: string,
  numbers: readonly FoundNumber[],
  number: FoundNumber | undefined,
): FoundNumber | undefined {
  const part = number && numbers[numbers.indexOf(number) - 1];
  return part && /^\s+of\s+(?:the\s+|its\s+|all\s+)?$/i.test(sentence.slice(part.end, number.start))
    ? part
    : number;
}

function groups(sentence: string, places: readonly FoundPlace[]): FoundPlace[][] {
  const found: FoundPlace[][] = [];
  for (const place of places) {
    const open = found.at(-1);
    const between = open ? sentence.slice((open.at(-1) as FoundPlace).end, place.start) : '';
    if (open && /^(?:\s*,)?(?:\s*(?:and|or|&))?\s*$/.test(between) && between !== '') open.push(place);
    else found.push([place]);
  }
  return found;
}
