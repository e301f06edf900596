import { subtractDecimals } from '../../../figures/exact.ts';

export { addDecimals, subtractDecimals } from '../../../figures/exact.ts';

/** Negative where `a` is the smaller, zero where they are equal; exact. */
export function compareDecimals(a: string, b: string): number {
  const off = subtractDecimals(a, b);
  return /[1-9]/.test(off) ? (off.startsWith('-') ? -1 : 1) : 0;
}

/** The amount without its sign. */
export function size(amount: string): string {
  return amount.replace(/^-/, '');
}

/** Largest first; absent amounts last. */
export function byAmount<T>(amount: (item: T) => string | null): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [amount(a), amount(b)];
    if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
    return compareDecimals(right, left);
  };
}
