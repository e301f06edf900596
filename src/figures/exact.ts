/**
 * Exact arithmetic on decimal text. Amounts stay text from the engine to the page; the only rounding is the one at the
 * end of a division, and it is said how many places.
 */

interface Decimal {
  digits: bigint;
  /** Digits behind the point. */
  scale: number;
}

/** Reads `-12.50`, `12`, or a whole number. Throws on anything else (a fault of ours: the engine gives only these). */
export function decimal(value: string | number): Decimal {
  const text = String(value);
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!found) throw new Error(`not a decimal: ${text}`);
  const fraction = found[3] ?? '';
  const digits = BigInt(`${found[2]}${fraction}`);
  return { digits: found[1] === '-' ? -digits : digits, scale: fraction.length };
}

/** The text of a decimal with exactly its scale. */
export function decimalText({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  return scale === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

/** The exact sum; its scale is the largest of the parts', at least `scale`. */
export function addDecimals(values: readonly (string | number)[], scale = 0): string {
  const parts = values.map(decimal);
  const common = Math.max(scale, ...parts.map((part) => part.scale));
  const digits = parts.reduce((sum, part) => sum + part.digits * 10n ** BigInt(common - part.scale), 0n);
  return decimalText({ digits, scale: common });
}

/** `a - b`, exact. */
export function subtractDecimals(a: string | number, b: string | number): string {
  const negative = decimal(b);
  return addDecimals([a, decimalText({ digits: -negative.digits, scale: negative.scale })]);
}

/** `a` times `b`, exact. */
export function multiplyDecimals(a: string | number, b: string | number): string {
  const [left, right] = [decimal(a), decimal(b)];
  return decimalText({ digits: left.digits * right.digits, scale: left.scale + right.scale });
}

/** `a / b` to `places` decimals, half away from zero; null where `b` is zero. */
export function divideDecimals(a: string | number, b: string | number, places: number): string | null {
  const [left, right] = [decimal(a), decimal(b)];
  if (right.digits === 0n) return null;
  const numerator = left.digits * 10n ** BigInt(right.scale + places);
  const denominator = right.digits * 10n ** BigInt(left.scale);
  return decimalText({ digits: roundedQuotient(numerator, denominator), scale: places });
}

/** The decimal rounded to `places`, half away from zero. */
export function roundDecimal(value: string | number, places: number): string {
  return divideDecimals(value, 1, places) as string;
}

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compareDecimals(a: string | number, b: string | number): number {
  const difference = decimal(subtractDecimals(a, b)).digits;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const quotient = (2n * n + d) / (2n * d);
  return negative ? -quotient : quotient;
}
