import { decimal, decimalText, roundDecimal } from '../figures/exact.ts';

/** An exact fraction; `d` is positive. Growth and shares are compared as fractions, never as rounded numbers. */
export interface Rational {
  n: bigint;
  d: bigint;
}

/** The fraction of decimal text. Throws where it is none (a fault of ours). */
export function rational(value: string | number): Rational {
  const { digits, scale } = decimal(value);
  return { n: digits, d: 10n ** BigInt(scale) };
}

export function add(a: Rational, b: Rational): Rational {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Rational, b: Rational): Rational {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
}

export function multiply(a: Rational, b: Rational): Rational {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** `a / b`; null where `b` is zero. */
export function divide(a: Rational, b: Rational): Rational | null {
  if (b.n === 0n) return null;
  return b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };
}

export function absolute(a: Rational): Rational {
  return { n: a.n < 0n ? -a.n : a.n, d: a.d };
}

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The largest whole number at or below. */
export function floor({ n, d }: Rational): bigint {
  const quotient = n / d;
  return n % d !== 0n && n < 0n ? quotient - 1n : quotient;
}

/** The smallest whole number at or above. */
export function ceiling(a: Rational): bigint {
  return -floor({ n: -a.n, d: a.d });
}

/** Decimal text with `places` digits behind the point, half away from zero. */
export function toPlaces({ n, d }: Rational, places: number): string {
  // The digits cut off cannot change the rounding: a first one of 5 or more goes up whatever follows it.
  const cut = decimalText({ digits: (n * 10n ** BigInt(places + 1)) / d, scale: places + 1 });
  const text = roundDecimal(cut, places);
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}

/** Decimal text without loss where the fraction ends within `places` digits, else rounded to them; no zeros at the end. */
export function toText(a: Rational, places = 6): string {
  const text = toPlaces(a, places);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
