import { answer } from '../../figures/answer.ts';
import type { Receipt, ReceiptPart, ReceiptRow } from '../../figures/receipt.ts';
import type { Site } from '../site.ts';
import type { FigureValues } from './figure-values.ts';
import { listReceipts } from './list-receipts.ts';
import { aboutRow, leadingOf } from './receipt-parts.ts';
import { readingsAsked, variantOf } from './variants.ts';
import { type WholeReceipt, whole, wholeReceipts } from './whole-receipts.ts';

/** A counted row; its file and the words for its place follow from its edition. */
export type CountedRow = Pick<ReceiptRow, 'edition' | 'row' | 'key' | 'by' | 'amount'>;

/** A part of a receipt with what a second, plain count of its rows gives; null where they give no value. */
interface CheckedPart extends Omit<ReceiptPart, 'rows'> {
  rows: readonly CountedRow[];
  recount: string | number | null;
}

/** A receipt whose parts were counted again. */
export interface CheckedReceipt extends Omit<Receipt, 'parts'> {
  day: string;
  parts: readonly CheckedPart[];
}

/** Receipts by `figure|day`, or `figure~reading|day` for a reading; each is put together when it is asked for. */
export type Receipts = ReadonlyMap<string, () => CheckedReceipt>;

/**
 * The receipts of the whole site: of every figure on every day, and of the readings that some page shows. Figures
 * over lists read the rows of all days in one question, under the condition of the figure's own SQL; the others those
 * of each model in one (`whole-receipts.ts`).
 */
export async function readReceipts(site: Site): Promise<Receipts> {
  const found = new Map<string, (() => CheckedReceipt) | WholeReceipt>();
  const listed = site.agreements?.listed;
  for (const values of site.values.values()) {
    const { figure, day, days, series, answer } = values;
    if (day === null) continue;
    if (listed && figure.from === listed.model) {
      for (const [one, make] of await listReceipts(site, figure, listed.at, days, series))
        found.set(`${figure.id}|${one}`, make);
    } else {
      found.set(`${figure.id}|${day}`, { figure, day, by: dimensionsShown(values), answer });
    }
  }
  for (const [key, days] of readingsAsked(site)) {
    const variant = variantOf(site, key);
    if (!variant) continue;
    const { figure, readings } = variant;
    if (listed && figure.from === listed.model) {
      const known = [...days].filter((day) => listed.days.includes(day)).sort();
      for (const [day, make] of await listReceipts(site, figure, listed.at, known))
        found.set(`${key}|${day}`, make);
      continue;
    }
    const values = site.values.get(figure.id);
    const day = values?.day;
    if (values === undefined || day === null || day === undefined || !days.has(day)) continue;
    // Another model has not the columns of the figure's own.
    const by = figure.from === values.figure.from ? [leadingOf(values)] : [];
    // Readings of a figure over lists were asked for the day of the last list, not for the whole.
    const same = readings.length === 1 && values.figure.from !== listed?.model;
    const told = same ? values.readings.find(({ id }) => id === readings[0]?.id)?.answer : undefined;
    found.set(`${key}|${day}`, {
      figure,
      day,
      by,
      answer: told ?? (await answer(site.bench, figure, whole)),
    });
  }
  const wholes = new Map([...found].flatMap(([key, one]) => (typeof one === 'function' ? [] : [[key, one]])));
  const made = await wholeReceipts(site, wholes);
  return new Map(
    [...found].map(([key, one]) => [
      key,
      typeof one === 'function' ? one : (made.get(key) as () => CheckedReceipt),
    ]),
  );
}

/** Dimensions by which a receipt shows its rows: those of the figure's parts, and what a row is about. */
function dimensionsShown(values: FigureValues): string[] {
  return [...new Set([...values.by.keys(), leadingOf(values), ...aboutRow])];
}
