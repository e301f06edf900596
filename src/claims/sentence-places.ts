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
  for (const match of sentence.matchAll(codes)) {
    const code = match[1] ?? match[2] ?? '';
    const state = states.find((one) => one.code === code);
    const start = match.index + match[0].lastIndexOf(code);
    if (state && !found.some((other) => start < other.end && start + 2 > other.start))
      found.push({ start, end: start + 2, code });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** USPS codes where a place stands: "in TX", "Miami, FL", "FL had". */
const codes =
  /(?:\b(?:in|of|from|across|throughout)\s+|(?<=[a-z]),\s+)([A-Z]{2})\b(?!\.[A-Z])|\b([A-Z]{2})(?=\s+(?:has|had|have|alone|agencies|leads|led)\b)/g;

/** "In Miami-Dade County", "across the South": places that no filter is known for. */
const within =
  /\b(?:in|across|throughout|within)\s+(?:the\s+)?([A-Z][\w.'’-]*(?:\s+(?:(?:of|and|the|&)\s+)*[A-Z][\w.'’-]*)*)|\b(?:of|from|for|by|with)\s+(?:the\s+)?([A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)*\s+(?:County|Parish|Borough|City))\b/g;
/** All of the country, a time, or no place. */
const everywhere =
  /^(?:US|U\.S\.?|USA|United States(?: of America)?|America|Congress|ICE|DHS|January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|FY|Washington)$/;

/** Places that a sentence says a number is within and that nothing was made of: counties, cities, regions. */
export function unreadPlaces(
  sentence: string,
  read: readonly { start: number; end: number }[],
): { start: number; end: number; name: string; subject: false }[] {
  return [...sentence.matchAll(within)].flatMap((match) => {
    const name = (match[1] ?? match[2] ?? '').replace(/[.,]+$/, '');
    const start = match.index + match[0].indexOf(name);
    const end = start + name.length;
    const taken = read.some((one) => start < one.end && end > one.start);
    return taken || everywhere.test(name) ? [] : [{ start, end, name, subject: false as const }];
  });
}

/** Words before a place that leave it out: "agencies outside California". */
const leavesOut =
  /\b(?:outside(?:\s+of)?|beyond|except(?:\s+for)?|other\s+than|besides|not\s+in|none\s+(?:of\s+(?:them|these|those|which|whom)\s+)?(?:(?:are|is|was|were)\s+)?in)\s+(?:the\s+state\s+of\s+)?$/i;

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
  return placesBound(sentence, numbers, places).of;
}

/** Of which numbers two places are said that do not go together: "Texas agencies made 300 searches in Illinois". */
export function placesAtOdds(
  sentence: string,
  numbers: readonly FoundNumber[],
  places: readonly FoundPlace[],
): Set<FoundNumber> {
  return placesBound(sentence, numbers, places).atOdds;
}

function placesBound(
  sentence: string,
  numbers: readonly FoundNumber[],
  places: readonly FoundPlace[],
): { of: Map<FoundNumber, string[]>; atOdds: Set<FoundNumber> } {
  const result = new Map<FoundNumber, string[]>();
  const atOdds = new Set<FoundNumber>();
  let forAll: string[] = [];
  for (const group of groups(sentence, places)) {
    const first = group[0] as FoundPlace;
    const last = group.at(-1) as FoundPlace;
    if (compared.test(sentence.slice(0, first.start))) continue;
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
    // "Texas and Florida had 387 and 348": one number each.
    const each = target === after && after ? numbersInARow(sentence, numbers, after) : [];
    if (each.length > 1 && each.length === group.length) {
      for (const [index, number] of each.entries()) result.set(number, [codes[index] as string]);
      continue;
    }
    if (target && result.has(target) && result.get(target)?.join() !== codes.join()) atOdds.add(target);
    if (target) result.set(target, [...(result.get(target) ?? []), ...codes]);
  }
  if (forAll.length > 0) for (const number of numbers) if (!result.has(number)) result.set(number, forAll);
  return { of: result, atOdds };
}

/** A number and those that follow it with nothing but a comma or "and" in between. */
function numbersInARow(sentence: string, numbers: readonly FoundNumber[], first: FoundNumber): FoundNumber[] {
  const row = [first];
  for (const next of numbers.slice(numbers.indexOf(first) + 1)) {
    const between = sentence.slice((row.at(-1) as FoundNumber).end, next.start);
    if (!/^(?:,\s*(?:and\s+)?|\s+and\s+)$/.test(between)) break;
    row.push(next);
  }
  return row;
}

/** "More than Texas": the number is not that of Texas. */
const compared = /\b(?:than|unlike|versus|vs\.?|compared\s+(?:with|to)|ahead\s+of|trailing)\s+$/i;

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
