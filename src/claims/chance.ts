import { ceiling, compare, divide, floor, type Rational, rational, subtract } from './rational.ts';
import { intervalAround, type Stated } from './stated.ts';

/** A value that was tried in the search for readings. */
export interface Tried {
  value: Rational;
  /** False for readings that ask another question: they may fit, but never widen the span. */
  keepsQuestion: boolean;
}

/**
 * How often an arbitrary number would have found a reading.
 *
 * The **span** runs from the lowest to the highest of: the words' own value, the stated number, and the values of all
 * readings tried that keep to the question. Readings that ask another question are left out of it, because far-fetched
 * ones (three pending agreements beside a thousand) would widen the span and make any find look rare.
 *
 * An **arbitrary number** is one printed with the same rounding and hedge as the stated one, each in the span as likely
 * as any other; those under which the claim would hold are left out, since they need no reading. The **chance** is the
 * share of these that at least one reading tried fits, whatever its class: the union of the readings' intervals,
 * counted exactly.
 *
 * It is a yardstick and depends on the span. Of the spans considered, all values tried and the stated one gives smaller
 * chances, and the numbers no further off than the stated one give larger ones (on "1,168 agencies" 2%, 11% and 21% in
 * that order, this span being the middle one). That is why a chance is never told without its span.
 */
export interface Chance {
  /** First and last arbitrary number. */
  low: Rational;
  high: Rational;
  numbers: bigint;
  found: bigint;
  /** The same span in steps. */
  span: Steps;
}

/** First and last of a run of numbers, counted in steps of the rounding; empty where the last is before the first. */
export type Steps = [bigint, bigint];

export function chanceOf(stated: Stated, whole: boolean, own: Rational, tried: readonly Tried[]): Chance {
  const step = rational(stated.step);
  const edges = [
    own,
    rational(stated.number),
    ...tried.filter((one) => one.keepsQuestion).map((one) => one.value),
  ];
  const least = edges.reduce((a, b) => (compare(b, a) < 0 ? b : a));
  const most = edges.reduce((a, b) => (compare(b, a) > 0 ? b : a));
  const span: Steps = [ceiling(divide(least, step) as Rational), floor(divide(most, step) as Rational)];
  const holding = fittingSteps(own, stated, whole, span);
  const fitting = union(tried.map((one) => fittingSteps(one.value, stated, whole, span)).filter(notEmpty));
  const numbers = size(span) - size(holding);
  const found = fitting.reduce((sum, steps) => sum + size(steps) - size(overlap(steps, holding)), 0n);
  return {
    low: { n: span[0] * step.n, d: step.d },
    high: { n: span[1] * step.n, d: step.d },
    numbers,
    found,
    span,
  };
}

/** The numbers in the span, counted in steps, that a value fits. */
export function fittingSteps(value: Rational, stated: Stated, whole: boolean, span: Steps): Steps {
  const step = rational(stated.step);
  const around = intervalAround(rational(0), stated, whole);
  const inSteps = (end: Rational) => divide(subtract(value, end), step) as Rational;
  let [first, last] = span;
  if (around.high !== null) {
    const from = inSteps(around.high);
    const bound = around.highOpen ? floor(from) + 1n : ceiling(from);
    if (bound > first) first = bound;
  }
  if (around.low !== null) {
    const to = inSteps(around.low);
    const bound = around.lowOpen ? ceiling(to) - 1n : floor(to);
    if (bound < last) last = bound;
  }
  return [first, last];
}

/** Whether the chance is above 1 in 5. */
export function isLikely({ numbers, found }: Pick<Chance, 'numbers' | 'found'>): boolean {
  return found * 5n > numbers;
}

function notEmpty([first, last]: Steps): boolean {
  return first <= last;
}

/** How many numbers a run has. */
export function size([first, last]: Steps): bigint {
  return last < first ? 0n : last - first + 1n;
}

function overlap(a: Steps, b: Steps): Steps {
  return [a[0] > b[0] ? a[0] : b[0], a[1] < b[1] ? a[1] : b[1]];
}

/** The same numbers as runs that do not touch. */
function union(runs: readonly Steps[]): Steps[] {
  const sorted = [...runs].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  const whole: Steps[] = [];
  for (const [first, last] of sorted) {
    const before = whole.at(-1);
    if (before && first <= before[1] + 1n) {
      if (last > before[1]) before[1] = last;
    } else whole.push([first, last]);
  }
  return whole;
}
