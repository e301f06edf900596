import { type Receipt, type ReceiptPart, receipt, recount } from '../../figures/receipt.ts';
import type { Site } from '../site.ts';
import { listReceipts } from './list-receipts.ts';
import { packed } from './packed.ts';
import { readingsAsked, variantOf } from './variants.ts';

/** A receipt with what a second, plain count of its rows gives. */
export interface CheckedReceipt extends Omit<Receipt, 'parts'> {
  day: string;
  parts: (ReceiptPart & { recount: string | number })[];
}

/** Receipts by `figure|day`, or `figure~reading|day` for a reading; each is put together when it is asked for. */
export type Receipts = ReadonlyMap<string, () => CheckedReceipt>;

/**
 * The receipts of the whole site: of every figure on every day, and of the readings that some page shows. Figures
 * over lists read the rows of all days in one question, under the condition of the figure's own SQL; the others ask
 * for theirs one by one.
 */
export async function readReceipts(site: Site): Promise<Receipts> {
  const found = new Map<string, () => CheckedReceipt>();
  const listed = site.agreements?.listed;
  const program = `counterfoil ${site.version}`;
  for (const { figure, day, days, series } of site.values.values()) {
    if (day === null) continue;
    if (listed && figure.from === listed.model) {
      for (const [one, make] of await listReceipts(site, figure, listed.at, days, series))
        found.set(`${figure.id}|${one}`, make);
    } else {
      const made = packed(await receipt(site.bench, figure, { where: {}, by: [] }, program));
      found.set(`${figure.id}|${day}`, () => checked(made(), day));
    }
  }
  for (const [key, days] of readingsAsked(site)) {
    const variant = variantOf(site, key);
    if (!variant) continue;
    if (listed && variant.figure.from === listed.model) {
      const known = [...days].filter((day) => listed.days.includes(day)).sort();
      for (const [day, make] of await listReceipts(site, variant.figure, listed.at, known))
        found.set(`${key}|${day}`, make);
      continue;
    }
    const day = site.values.get(variant.figure.id)?.day;
    if (day === null || day === undefined || !days.has(day)) continue;
    const made = packed(await receipt(site.bench, variant.figure, { where: {}, by: [] }, program));
    found.set(`${key}|${day}`, () => checked(made(), day));
  }
  return found;
}

function checked(made: Receipt, day: string): CheckedReceipt {
  return { ...made, day, parts: made.parts.map((part) => ({ ...part, recount: recount(part) })) };
}
