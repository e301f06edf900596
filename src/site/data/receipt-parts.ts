import { anchorOf, file, paths } from '../paths.ts';
import type { FigureValues, Group } from './figure-values.ts';

/** Up to this many parts of a dimension stand on the receipt itself; more have pages of their own. */
const partsOnReceipt = 100;

/** Parts on one of those pages. */
export const partsOnPage = 1000;

/** Dimensions that tell what a row is about, beside its place. */
export const aboutRow = ['award', 'vendor'] as const;

/**
 * The dimension that heads the rows of a receipt: of what arrives or leaves the month, else the state, or, of what has
 * none, the fiscal year.
 */
export function leadingOf({ figure, by }: Pick<FigureValues, 'figure' | 'by'>): string {
  if (figure.form.form === 'flow' && by.has('month')) return 'month';
  return 'state' in figure.dimensions || !('fiscal_year' in figure.dimensions) ? 'state' : 'fiscal_year';
}

/** Whether the parts of a dimension stand on pages of their own, so that a receipt stays light. */
export function hasOwnPages(values: FigureValues, day: string, dimension: string): boolean {
  const groups = values.by.get(dimension)?.get(day) ?? [];
  return dimension !== leadingOf(values) && groups.length > partsOnReceipt;
}

/** The pages of a dimension's parts, the first one first; none where they stand on the receipt. */
export function partPages(values: FigureValues, day: string, dimension: string): string[] {
  if (!hasOwnPages(values, day, dimension)) return [];
  const count = Math.ceil((values.by.get(dimension)?.get(day) ?? []).length / partsOnPage);
  return Array.from({ length: count }, (_, index) =>
    paths.receiptPart(values.figure.id, day, dimension, index + 1),
  );
}

/** Where the rows of one part are shown. `index` is its place among the parts of that dimension. */
export function partAddress(
  values: FigureValues,
  day: string,
  dimension: string,
  { key }: Pick<Group, 'key'>,
  index: number,
): string {
  const page = hasOwnPages(values, day, dimension)
    ? paths.receiptPart(values.figure.id, day, dimension, Math.floor(index / partsOnPage) + 1)
    : paths.receipt(values.figure.id, day);
  return file(page, anchorOf(dimension, key));
}
