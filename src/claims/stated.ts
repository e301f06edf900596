import { multiplyDecimals } from '../figures/exact.ts';
import { type Hedge, hedgeCalled, hedgePattern, hedges } from './hedges.ts';
import { numberFromWords, numberWordPattern, scaleOf, scalePattern } from './number-words.ts';
import { add, compare, type Rational, rational, subtract } from './rational.ts';

/** A number as printed. */
export interface Stated {
  text: string;
  /** Decimal text, scale words worked in; of a percentage the points (`950` for "950%"). */
  number: string;
  percent: boolean;
  money: boolean;
  /** "times" or "-fold" behind it. */
  times: boolean;
  hedge: Hedge | null;
  /** Decimal text: the unit of the digit to which the number is rounded. */
  step: string;
}

/** The values under which a printed number is right. An absent end is unbounded. */
export interface Interval {
  low: Rational | null;
  high: Rational | null;
  lowOpen: boolean;
  highOpen: boolean;
}

const form = new RegExp(
  `^(?:((?:${hedgePattern})(?=\\s)|~)\\s*)?([-+−]?)(\\$\\s?)?(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|${numberWordPattern})` +
    `(?:\\s?(${scalePattern}))?(?:\\s*(%|percent|per cent|percentage points|points))?(?:\\s*(times|-?fold|x))?(?:\\s*(dollars))?(?:\\s+(${hedgePattern}))?$`,
  'i',
);

/**
 * Reads a number as printed: digits with separators, a point, `%`, `$`, thousand to trillion (also as `bn`, or `$…B`),
 * whole numbers in words, and the hedges of `hedges.ts`. Null where it is none.
 *
 * Rounding is taken from the digits as printed: half a unit of the last one ("950%" 0.5 points either way, "1.2
 * billion" 0.05 billion). A whole count has no rounding, zeros at its end included ("1,500"), unless a hedge such as
 * "about" stands before it: then the last digit that is not zero counts.
 */
export function parseStated(text: string): Stated | null {
  const found = form.exec(
    text
      .trim()
      .replace(/(?<=\d)[\u00a0\u2009\u202f](?=\d{3})/g, ',')
      .replace(/\s+/g, ' '),
  );
  if (!found) return null;
  const [, before, sign, dollar, digits = '', scaleWord, percent, times, dollars, after] = found;
  const plain = String(numberFromWords(digits) ?? digits.replaceAll(',', ''));
  const scale = scaleOf(scaleWord);
  const hedgeName = before ?? after;
  const hedge = hedgeName === undefined ? null : hedgeCalled(hedgeName);
  const coarse = /dozens?$/i.test(digits) ? '12' : lastDigitNotZero(plain);
  const unit = hedge?.coarse ? coarse : lastDigit(plain);
  const number = multiplyDecimals(plain, scale);
  return {
    text,
    number: tidy(sign === '' || sign === '+' ? number : `-${number}`),
    percent: percent !== undefined,
    money: dollar !== undefined || dollars !== undefined,
    times: times !== undefined,
    hedge,
    step: tidy(multiplyDecimals(unit, scale)),
  };
}

/** The values under which the number is right; `whole` where the values are whole numbers and a printed one is exact. */
export function intervalOf(stated: Stated, whole: boolean): Interval {
  return intervalAround(rational(stated.number), stated, whole);
}

/** As `intervalOf`, for another number printed with the same rounding and the same hedge. */
export function intervalAround(number: Rational, stated: Stated, whole: boolean): Interval {
  const step = rational(stated.step);
  const half = { n: step.n, d: step.d * 2n };
  const exact = whole && stated.step === '1';
  const down = exact ? number : subtract(number, half);
  const up = exact ? number : add(number, half);
  switch (stated.hedge?.compares ?? 'rounds') {
    case 'rounds':
      return { low: down, high: up, lowOpen: false, highOpen: false };
    case 'falls-short':
      if (number.n < 0n) return { low: number, high: add(number, half), lowOpen: true, highOpen: false };
      return { low: subtract(number, half), high: number, lowOpen: false, highOpen: true };
    case 'exceeds':
      if (number.n < 0n) return { low: subtract(number, half), high: number, lowOpen: false, highOpen: true };
      return { low: number, high: add(number, half), lowOpen: true, highOpen: false };
    case 'above':
      return { low: number, high: null, lowOpen: true, highOpen: false };
    case 'at-least':
      return { low: number, high: null, lowOpen: false, highOpen: false };
    case 'below':
      return { low: null, high: number, lowOpen: false, highOpen: true };
    case 'at-most':
      return { low: null, high: number, lowOpen: false, highOpen: false };
  }
}

/** Whether a value lies in an interval. */
export function within(value: Rational, { low, high, lowOpen, highOpen }: Interval): boolean {
  if (low !== null && (lowOpen ? compare(value, low) <= 0 : compare(value, low) < 0)) return false;
  return high === null || (highOpen ? compare(value, high) < 0 : compare(value, high) <= 0);
}

/** How far a value is from an interval; zero within it (and at an open end). */
export function distanceTo(value: Rational, { low, high }: Interval): Rational {
  if (low !== null && compare(value, low) < 0) return subtract(low, value);
  if (high !== null && compare(value, high) > 0) return subtract(value, high);
  return { n: 0n, d: 1n };
}

/** The names of hedges, for the schema's test and the method's table. */
export const hedgeNames: readonly string[] = hedges.flatMap((hedge) => hedge.words);

function lastDigit(plain: string): string {
  const decimals = plain.split('.')[1]?.length ?? 0;
  return decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`;
}

function lastDigitNotZero(plain: string): string {
  if (plain.includes('.')) {
    const trimmed = plain.replace(/0+$/, '');
    return trimmed.endsWith('.') ? lastDigitNotZero(trimmed.slice(0, -1)) : lastDigit(trimmed);
  }
  const zeros = plain.length - plain.replace(/0+$/, '').length;
  return zeros === plain.length ? '1' : `1${'0'.repeat(zeros)}`;
}

/** No zeros behind the point that say nothing: the rounding is kept in `step`. */
function tidy(number: string): string {
  return number.includes('.') ? number.replace(/\.?0+$/, '') : number;
}
