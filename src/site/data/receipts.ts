import type { Figure } from '../../figures/figure.ts';
import { type Receipt, type ReceiptPart, recount } from '../../figures/receipt.ts';
import { concentrationOf } from '../../figures/recount-share.ts';
import { leavingReceipt } from '../../publication/leaving-receipt.ts';
import type { Site } from '../site.ts';
import type { FigureValues } from './figure-values.ts';
import { listReceipts } from './list-receipts.ts';
import { packed } from './packed.ts';
import { aboutRow, leadingOf } from './receipt-parts.ts';
import { readingsAsked, variantOf } from './variants.ts';

/** A receipt with what a second, plain count of its rows gives. */
export interface CheckedReceipt extends Omit<Receipt, 'parts'> {
  day: string;
  /** `recount` is null where the rows give no value. */
  parts: (ReceiptPart & { recount: string | number | null })[];
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
  for (const values of site.values.values()) {
    const { figure, day, days, series } = values;
    if (day === null) continue;
    if (listed && figure.from === listed.model) {
      for (const [one, make] of await listReceipts(site, figure, listed.at, days, series))
        found.set(`${figure.id}|${one}`, make);
    } else {
      const made = await leavingReceipt(site.bench, site.registry, figure, whole, program, {
        by: dimensionsShown(values),
      });
      const kept = packed(made);
      found.set(`${figure.id}|${day}`, () => checked(kept(), figure, day));
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
    const values = site.values.get(variant.figure.id);
    const day = values?.day;
    if (values === undefined || day === null || day === undefined || !days.has(day)) continue;
    // Another model has not the columns of the figure's own.
    const by = variant.figure.from === values.figure.from ? [leadingOf(values)] : [];
    const kept = packed(
      await leavingReceipt(site.bench, site.registry, variant.figure, whole, program, { by }),
    );
    found.set(`${key}|${day}`, () => checked(kept(), variant.figure, day));
  }
  return found;
}

const whole = { where: {}, by: [] };

/** Dimensions by which a receipt shows its rows: those of the figure's parts, and what a row is about. */
function dimensionsShown(values: FigureValues): string[] {
  return [...new Set([...values.by.keys(), leadingOf(values), ...aboutRow])];
}

function checked(made: Receipt, { form }: Figure, day: string): CheckedReceipt {
  const again = (part: ReceiptPart) =>
    form.form === 'concentration' ? (concentrationOf(form, part.rows)?.value ?? null) : recount(part);
  return { ...made, day, parts: made.parts.map((part) => ({ ...part, recount: again(part) })) };
}
