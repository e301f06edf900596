import { compareDecimals } from '../../figures/exact.ts';
import type { ReceiptPart } from '../../figures/receipt.ts';
import { recount } from '../../figures/recount.ts';
import { concentrationOf, shareOf } from '../../figures/recount-share.ts';
import type { SealedFigure, SealedPart, SealedRow } from './document.ts';

/** A value with its exact parts, where it is a share. */
export interface Worked {
  value: string;
  numerator: string | null;
  denominator: string | null;
}

/** What the plain recount of a part's rows gives, with what its remainder is said to add. */
export function recountPart(
  part: Pick<SealedPart, 'form' | 'once' | 'says' | 'remainder'>,
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
  if (form === 'ratio') return shareOf(parts[0] ?? '0', parts[1] ?? '0', 6);
  if (form === 'concentration')
    return concentrationOf(figure.form as unknown as { among: readonly string[]; top?: number }, rows);
  const [value] = parts;
  return value === undefined ? null : { value, numerator: null, denominator: null };
}

/** Whether two decimal texts are the same number. */
export function sameNumber(a: string, b: string): boolean {
  return isDecimal(a) && isDecimal(b) && compareDecimals(a, b) === 0;
}

/** Whether text is a decimal number that exact arithmetic reads. */
export function isDecimal(text: unknown): text is string {
  return typeof text === 'string' && /^-?\d{1,40}(\.\d{1,20})?$/.test(text);
}
