import type { SqlValue } from '../../engine/engine.ts';
import type { Workbench } from '../../figures/answer.ts';
import type { AskedColumn, AskedPart } from '../../figures/asked-parts.ts';
import type { ReceiptPart } from '../../figures/receipt.ts';
import { everyRow, type ListedRows, withheld } from '../../figures/remainder.ts';
import { type Column, columnOf } from './packed.ts';
import type { CountedRow } from './receipts.ts';

/** A part of a receipt; its rows are put together when they are asked for. */
export interface HeldPart extends Omit<ReceiptPart, 'rows'> {
  /** Editions that its rows are from. */
  editions: readonly string[];
  rows: () => CountedRow[];
}

/**
 * The parts of many receipts over one model. Its rows are asked for once, each with a letter for every part that counts it
 * and with all columns that some part reads; a part then holds the places of its own among them.
 *
 * @param parts of whole figures, all over the same model
 * @param listed the rows of the model that may be listed
 * @returns for each part, in their order
 */
export async function readEvidence(
  bench: Workbench,
  parts: readonly AskedPart[],
  listed: ListedRows,
): Promise<HeldPart[]> {
  const [first] = parts;
  if (!first) return [];
  const columns = [...new Set(parts.flatMap((part) => columnsOf(part).map(({ sql }) => sql)))];
  const letters = parts.map(({ condition }) => `case when ${condition} then 'y' else 'n' end`);
  const rows = await bench.engine.query(
    `select edition, "row", ${letters.join(' || ')} as counts${columns.map((sql, index) => `, ${sql} as c${index}`).join('')}
from ${first.from}
where (${parts.map(({ condition }) => `(${condition})`).join(' or ')}) and ${listed.where}
order by edition, "row"`,
  );
  const column = (name: string) => columnOf(rows, name);
  const counts = column('counts');
  const held: Held = {
    edition: column('edition'),
    row: column('row'),
    columns: new Map(columns.map((sql, index) => [sql, column(`c${index}`)])),
  };
  const others =
    listed.where === everyRow.where ? [] : await withheld(bench, parts, { where: {}, by: [] }, listed);
  return parts.map((part, index) => {
    const places = placesOf(counts, index);
    if (part.form.form === 'distinct') inOrderOfKeys(places, columnsIn(held, part.keys));
    const remainder = others[index]?.remainder;
    return {
      says: part.says,
      form: part.form.form,
      once: part.once,
      total: places.length,
      ...(remainder ? { remainder } : {}),
      editions: [...new Set(Array.from(places, (place) => valueAt(held.edition, place) as string))],
      rows: () => rowsAt(held, part, places),
    };
  });
}

interface Held {
  edition: Column;
  row: Column;
  /** By their SQL. */
  columns: ReadonlyMap<string, Column>;
}

function columnsOf({ keys, by, amount }: AskedPart): AskedColumn[] {
  return [...keys, ...by, ...(amount === undefined ? [] : [{ name: 'amount', sql: amount }])];
}

function columnsIn(held: Held, asked: readonly AskedColumn[]): Column[] {
  return asked.map(({ sql }) => held.columns.get(sql) as Column);
}

const valueAt = ({ values, places }: Column, place: number) => values[places[place] as number];

/** The places of the rows that have a `y` for a part. */
function placesOf(counts: Column, part: number): Uint32Array {
  const counted = counts.values.map((letters) => (letters as string)[part] === 'y');
  const found: number[] = [];
  for (const [place, value] of counts.places.entries()) if (counted[value]) found.push(place);
  return Uint32Array.from(found);
}

/** Sorts places by the keys of their rows, and those of one key as they are in the file. */
function inOrderOfKeys(places: Uint32Array, keys: readonly Column[]): void {
  const ranks = keys.map(({ values }) => {
    const order = values.map((_, index) => index).sort((a, b) => compared(values[a], values[b]));
    const rank = new Uint32Array(values.length);
    for (const [at, index] of order.entries()) rank[index] = at;
    return rank;
  });
  places.sort((a, b) => {
    for (const [index, key] of keys.entries()) {
      const rank = ranks[index] as Uint32Array;
      const order = (rank[key.places[a] as number] ?? 0) - (rank[key.places[b] as number] ?? 0);
      if (order !== 0) return order;
    }
    return a - b;
  });
}

function compared(a: unknown, b: unknown): number {
  if (a === b) return 0;
  return (a as string | number) < (b as string | number) ? -1 : 1;
}

function rowsAt(held: Held, part: AskedPart, places: Uint32Array): CountedRow[] {
  const reader = (asked: readonly AskedColumn[]) => {
    const columns = columnsIn(held, asked);
    return (place: number) => {
      const found: Record<string, SqlValue> = {};
      for (const [index, { name }] of asked.entries())
        found[name] = valueAt(columns[index] as Column, place) as SqlValue;
      return found;
    };
  };
  const [key, by] = [reader(part.keys), reader(part.by)];
  const amounts = part.amount === undefined ? undefined : held.columns.get(part.amount);
  return Array.from(places, (place) => ({
    edition: valueAt(held.edition, place) as string,
    row: valueAt(held.row, place) as number,
    amount: amounts && (valueAt(amounts, place) as string | null),
    key: key(place),
    by: by(place),
  }));
}
