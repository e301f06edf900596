import { addDecimals, compareDecimals, divideDecimals, multiplyDecimals } from '../../figures/exact.ts';
import type { ReceiptPart } from '../../figures/receipt.ts';
import { recount } from '../../figures/recount.ts';
import type { SealedFigure, SealedPart, SealedRow } from './document.ts';

/** A value with its exact parts, where it is a share. */
export interface Worked {
  value: string;
  numerator: string | null;
  denominator: string | null;
}

/** What the plain recount of a part's rows gives. */
export function recountPart(
  part: Pick<SealedPart, 'form' | 'once' | 'says'>,
  rows: readonly SealedRow[],
): string {
  return String(recount({ ...part, total: rows.length, rows } as unknown as ReceiptPart));
}

/** The value of a figure from the recounted parts and, of a concentration, the rows; null where it has none. */
export function workOut(
  figure: Pick<SealedFigure, 'form'>,
  parts: readonly string[],
  rows: readonly SealedRow[],
): Worked | null {
  const { form } = figure.form;
  if (form === 'ratio') return share(parts[0] ?? '0', parts[1] ?? '0', 6);
  if (form === 'concentration') return concentration(figure.form, rows);
  const [value] = parts;
  return value === undefined ? null : { value, numerator: null, denominator: null };
}

function share(numerator: string, denominator: string, places: number): Worked | null {
  const value = divideDecimals(numerator, denominator, places);
  return value === null ? null : { value, numerator, denominator };
}

/** Sums by what it is reckoned among, those above zero; the largest few of them, or the squares (Herfindahl-Hirschman). */
function concentration(form: SealedFigure['form'], rows: readonly SealedRow[]): Worked | null {
  const among = form['among'] as readonly string[];
  const sums = new Map<string, string>();
  for (const { key, amount } of rows) {
    const name = JSON.stringify(among.map((column) => key[column] ?? null));
    sums.set(name, addDecimals([sums.get(name) ?? '0', amount ?? '0']));
  }
  const parts = [...sums.values()]
    .filter((part) => compareDecimals(part, '0') > 0)
    .sort((a, b) => compareDecimals(b, a));
  const whole = addDecimals(parts);
  const top = form['top'];
  if (typeof top === 'number') return share(addDecimals(parts.slice(0, top)), whole, 6);
  return share(
    addDecimals(parts.map((part) => multiplyDecimals(part, part))),
    multiplyDecimals(whole, whole),
    8,
  );
}

/** Whether two decimal texts are the same number. */
export function sameNumber(a: string, b: string): boolean {
  return isDecimal(a) && isDecimal(b) && compareDecimals(a, b) === 0;
}

/** Whether text is a decimal number that exact arithmetic reads. */
export function isDecimal(text: unknown): text is string {
  return typeof text === 'string' && /^-?\d{1,40}(\.\d{1,20})?$/.test(text);
}
