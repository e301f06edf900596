import { unitName } from '../figures/answer.ts';
import { english, type Say } from '../language/say-with.ts';
import type { Candidate } from './candidates.ts';
import { type Chance, chanceOf, fittingSteps, isLikely, type Steps, size } from './chance.ts';
import type { Claim, Part } from './claim.ts';
import type { End, Measured } from './measure.ts';
import { absolute, add, compare, divide, type Rational, rational, toPlaces, toText } from './rational.ts';
import { inWords, listOf, mannerOf } from './say.ts';
import { distanceTo, type Interval, type Stated, within } from './stated.ts';
import type { EndFound, ReadingFound, Search } from './verdict.ts';

/** A number of the sentence with the values under which it is right. */
export interface Target {
  part: Part;
  stated: Stated;
  whole: boolean;
  interval: Interval;
}

/** A candidate with what it gives for each number of the sentence. */
export interface Tested {
  candidate: Candidate;
  measured: readonly Measured[];
}

const shownFits = 10;
const shownClosest = 3;

/** Whether a candidate gives every number of the sentence. */
export function fitsAll(targets: readonly Target[], measured: readonly Measured[]): boolean {
  return targets.every((target, index) => fits(target, measured[index]));
}

/**
 * What the candidates give, in their order. `own` is the words' own reading, the others are those tried. A sentence
 * with several numbers is given by a reading that gives all of them.
 */
export function search(
  claim: Claim,
  targets: readonly Target[],
  own: Tested,
  others: readonly Tested[],
): Search {
  const withValue = others.filter(({ measured }) => measured.some(({ value }) => value !== null));
  const fitting = others.filter(({ measured }) => fitsAll(targets, measured));
  const tell = (tested: Tested) => readingFound(claim, targets, tested);
  const closest =
    fitting.length > 0
      ? []
      : [...withValue]
          .map((tested) => ({ tested, miss: missOf(targets, tested) }))
          .sort((a, b) => b.miss.met - a.miss.met || compare(a.miss.distance, b.miss.distance));
  const chance = searchChance(targets, own, withValue);
  const best = fitting[0];
  const because = [
    ...(best && best.candidate.choices >= 2
      ? [`${inWords(best.candidate.choices)} choices were changed`]
      : []),
    ...(best?.measured.some(({ ends }) => ends.some((end) => end.without.join() !== ends[0]?.without.join()))
      ? ['its two ends do not count the same lists']
      : []),
    ...(best && chance && isLikely(chance)
      ? ['more than 1 in 5 of other numbers would have found one too']
      : []),
  ];
  return {
    tried: others.length,
    fitted: fitting.length,
    without_value: others.length - withValue.length,
    fits: fitting.slice(0, shownFits).map(tell),
    closest: closest.slice(0, shownClosest).map(({ tested }) => tell(tested)),
    alternatives: others
      .filter(({ candidate }) => candidate.choices === 1 && candidate.neighbour === null)
      .map(tell),
    chance: chance && {
      low: toText(chance.low),
      high: toText(chance.high),
      numbers: String(chance.numbers),
      found: String(chance.found),
      share: shareText(chance),
      at_most: targets.length > 1,
    },
    weak: because.length > 0,
    weak_because: because,
  };
}

function fits(target: Target, measured: Measured | undefined): boolean {
  return measured !== undefined && measured.value !== null && within(measured.value, target.interval);
}

/** How many numbers are met, and the sum of the distances relative to the stated numbers. */
function missOf(targets: readonly Target[], { measured }: Tested): { met: number; distance: Rational } {
  let distance: Rational = rational(0);
  let met = 0;
  for (const [index, target] of targets.entries()) {
    const value = measured[index]?.value ?? null;
    if (value !== null && within(value, target.interval)) met += 1;
    const away =
      value === null
        ? rational(1)
        : (divide(
            distanceTo(value, target.interval),
            nonZero(absolute(rational(target.stated.number))),
          ) as Rational);
    distance = add(distance, away);
  }
  return { met, distance };
}

function nonZero(value: Rational): Rational {
  return value.n === 0n ? rational(1) : value;
}

function searchChance(targets: readonly Target[], own: Tested, others: readonly Tested[]) {
  const perPart = targets.map((target, index) => {
    const value = own.measured[index]?.value ?? null;
    if (value === null) return null;
    const tried = others.flatMap(({ candidate, measured }) => {
      const one = measured[index]?.value ?? null;
      return one === null ? [] : [{ value: one, keepsQuestion: candidate.class !== 'another-question' }];
    });
    return chanceOf(target.stated, target.whole, value, tried);
  });
  const only = perPart[0];
  if (!only || perPart.some((part) => part === null) || others.length === 0) return null;
  if (targets.length === 1) return only;
  // Several numbers at once: the combinations that each reading fits, added up, are at least those that any fits.
  const spans = perPart.map((part) => (part as Chance).span);
  const numbers = spans.reduce((product, span) => product * size(span), 1n);
  const found = others.reduce((sum, { measured }) => {
    const counts = targets.map((target, index) => {
      const value = measured[index]?.value ?? null;
      return value === null
        ? 0n
        : size(fittingSteps(value, target.stated, target.whole, spans[index] as Steps));
    });
    return sum + counts.reduce((product, count) => product * count, 1n);
  }, 0n);
  return { ...only, numbers, found: found > numbers ? numbers : found };
}

function shareText({ numbers, found }: { numbers: bigint; found: bigint }): string {
  return numbers === 0n ? '0' : toPlaces({ n: found, d: numbers }, 4);
}

/** A candidate as plain data and in words. */
export function readingFound(
  claim: Claim,
  targets: readonly Target[],
  { candidate, measured }: Tested,
): ReadingFound {
  const values = targets.map((target, index) => {
    const found = measured[index] as Measured;
    const manner = mannerOf(claim, candidate.figure, target.stated);
    return {
      where: target.part.where,
      value: found.value === null ? null : toText(found.value),
      shown: manner.show(found.value),
      fits: fits(target, found),
      off: found.value === null ? null : toText(distanceTo(found.value, target.interval)),
      off_shown: found.value === null ? null : manner.distance(distanceTo(found.value, target.interval)),
      ends: found.ends.map(endFound),
    };
  });
  return {
    choices: candidate.choices,
    readings: candidate.readings.map(({ id, says, why, class: kind }) => ({ id, says, why, class: kind })),
    list: candidate.neighbour,
    class: candidate.class,
    unit: unitName(candidate.figure.unit),
    values,
    met: values.filter((value) => value.fits).length,
    says: readingWords(candidate.readings, candidate.neighbour),
  };
}

/** `distinct pairs …, on the list of 2026-02-02`. */
export function readingWords(
  readings: readonly { says: string }[],
  neighbour: Candidate['neighbour'],
  say: Say = english,
): string {
  const parts = readings.map((reading) => reading.says);
  if (neighbour) {
    const list = listOf(neighbour.date, say);
    parts.push(
      neighbour.end === 'as_of'
        ? say`on ${list}`
        : neighbour.end === 'from'
          ? say`from ${list}`
          : say`to ${list}`,
    );
  }
  return parts.join(', ');
}

export function endFound(end: End): EndFound {
  return {
    day: end.day,
    list: end.list,
    value: end.value === null ? null : toText(end.value),
    without: [...end.without],
  };
}
