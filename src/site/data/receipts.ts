import type { Figure } from '../../figures/figure.ts';
import { type Receipt, type ReceiptPart, type ReceiptRow, recount } from '../../figures/receipt.ts';
import { concentrationOf } from '../../figures/recount-share.ts';
import { leavingReceipt } from '../../publication/leaving-receipt.ts';
import type { Site } from '../site.ts';
import type { FigureValues } from './figure-values.ts';
import { listReceipts } from './list-receipts.ts';
import { packed } from './packed.ts';
import { aboutRow, leadingOf } from './receipt-parts.ts';
import { readingsAsked, variantOf } from './variants.ts';

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
      found.set(`${figure.id}|${day}`, checked(made, figure, day));
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
    const made = await leavingReceipt(site.bench, site.registry, variant.figure, whole, program, { by });
    found.set(`${key}|${day}`, checked(made, variant.figure, day));
  }
  return found;
}

const whole = { where: {}, by: [] };

/** Dimensions by which a receipt shows its rows: those of the figure's parts, and what a row is about. */
function dimensionsShown(values: FigureValues): string[] {
  return [...new Set([...values.by.keys(), leadingOf(values), ...aboutRow])];
}

/** Counts the rows of a receipt again, and holds them packed until its pages ask. */
function checked(made: Receipt, { form }: Figure, day: string): () => CheckedReceipt {
  const again = (part: ReceiptPart) =>
    form.form === 'concentration' ? (concentrationOf(form, part.rows)?.value ?? null) : recount(part);
  const { parts, ...head } = made;
  const kept = parts.map((part) => ({ ...part, recount: again(part), rows: packedRows(part.rows) }));
  return () => ({ ...head, day, parts: kept.map((part) => ({ ...part, rows: part.rows() })) });
}

function packedRows(rows: readonly ReceiptRow[]): () => CountedRow[] {
  const own = packed(rows.map(({ edition, row, amount }) => ({ edition, row, amount })));
  const keys = packed(rows.map(({ key }) => key));
  const bys = packed(rows.map(({ by }) => by ?? {}));
  return () => {
    const [key, by] = [keys(), bys()];
    return own().map((row, index) => ({ ...row, key: key[index] ?? {}, by: by[index] ?? {} }));
  };
}
