import { addDecimals, compareDecimals } from './exact.ts';
import type { ReceiptPart, ReceiptRow } from './receipt.ts';

/** What a second count needs of a part of a receipt. */
export interface Recountable extends Pick<ReceiptPart, 'form' | 'once' | 'remainder'> {
  rows: readonly Pick<ReceiptRow, 'key' | 'amount'>[];
}

/**
 * The same value worked out again from the receipt's rows by the plainest means: lengths, sets and exact sums. It
 * shares no code with the SQL; tests and seals hold the two together. What stands in a remainder cannot be counted
 * again: what it adds is taken as it is stated.
 */
export function recount(part: Recountable): string | number {
  const { remainder } = part;
  switch (part.form) {
    case 'count':
    case 'flow':
      return part.rows.length + Number(remainder?.adds ?? 0);
    case 'distinct':
      return (
        new Set(part.rows.map((row) => JSON.stringify(Object.values(row.key)))).size +
        Number(remainder?.adds ?? 0)
      );
    case 'sum':
    case 'running':
      return addDecimals([...amountsOf(part), ...(remainder ? [remainder.adds] : [])]);
    default:
      throw new Error(`a part is never a ${part.form}`);
  }
}

/** One amount a row, or, where a key adds its amount once, the largest of each key. */
function amountsOf(part: Recountable): (string | number)[] {
  const given = part.rows.flatMap((row) =>
    row.amount === null || row.amount === undefined
      ? []
      : [{ key: JSON.stringify(Object.values(row.key)), amount: row.amount }],
  );
  if (!part.once) return given.map(({ amount }) => amount);
  const largest = new Map<string, string | number>();
  for (const { key, amount } of given) {
    const before = largest.get(key);
    if (before === undefined || compareDecimals(amount, before) > 0) largest.set(key, amount);
  }
  return [...largest.values()];
}
