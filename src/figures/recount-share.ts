import { addDecimals, compareDecimals, divideDecimals, multiplyDecimals } from './exact.ts';

/** A share with its exact parts. */
export interface Share {
  value: string;
  numerator: string;
  denominator: string;
}

/** One amount divided by another; null where that is zero. */
export function shareOf(numerator: string, denominator: string, places: number): Share | null {
  const value = divideDecimals(numerator, denominator, places);
  return value === null ? null : { value, numerator, denominator };
}

/**
 * A concentration worked out again from rows by plain means: sums by what it is reckoned among, those above zero; the
 * largest few of them, or the squares (Herfindahl-Hirschman).
 */
export function concentrationOf(
  form: { among: readonly string[]; top?: number },
  rows: readonly { key: Record<string, unknown>; amount?: string | number | null }[],
): Share | null {
  const sums = new Map<string, (string | number)[]>();
  for (const { key, amount } of rows) {
    const name = JSON.stringify(form.among.map((column) => key[column] ?? null));
    const amounts = sums.get(name);
    if (amounts) amounts.push(amount ?? '0');
    else sums.set(name, [amount ?? '0']);
  }
  const parts = [...sums.values()]
    .map((amounts) => addDecimals(amounts))
    .filter((part) => compareDecimals(part, '0') > 0)
    .sort((a, b) => compareDecimals(b, a));
  const whole = addDecimals(parts);
  if (form.top !== undefined) return shareOf(addDecimals(parts.slice(0, form.top)), whole, 6);
  return shareOf(
    addDecimals(parts.map((part) => multiplyDecimals(part, part))),
    multiplyDecimals(whole, whole),
    8,
  );
}
