import { largestHidden, type ReleasePlan, type ReleaseTable } from '../figures/release.ts';

/** One row of the base: its values by dimension, parents and year included, and how many. */
export interface BaseRow {
  values: Readonly<Record<string, string>>;
  n: number;
}

/** A count that may leave. `id` is `table|value|value…`; of a table by year it ends with the last month counted. */
export interface Cell {
  id: string;
  table: string;
  /** By dimension of its table, and what follows from those. */
  values: Readonly<Record<string, string>>;
  /** Of a table by year: the last closed month in it. */
  through: string | null;
  n: number;
  /** Never shown, and no cell of a table: the difference that two shown cells would tell. */
  virtual: boolean;
  /** Zero because the class could not be read in any of the searches. */
  unread: boolean;
  /** Zero because no records cover it. */
  uncovered: boolean;
  /** The finest counts that it is the sum of, by number (`atoms.ts`). */
  atoms: number[];
  /** Of a virtual cell: the finest counts that are taken away. */
  minus: number[];
}

/** Counts of a table over the base rows of the given months: every combination that occurs, and its zeros by class and month. */
export function tableCells(
  plan: ReleasePlan,
  table: ReleaseTable,
  base: readonly BaseRow[],
  months: readonly string[],
): Cell[] {
  const counted = new Map<string, Cell>();
  const yearly = table.by.includes('year');
  const through = new Map<string, string>();
  for (const month of months) through.set(month.slice(0, 4), month);
  const make = (values: Record<string, string>): Cell => {
    const last = yearly ? (through.get(values['year'] as string) ?? null) : null;
    const id = [
      table.id,
      ...table.by.map((name) => values[name] as string),
      ...(last === null ? [] : [last]),
    ].join('|');
    const found = counted.get(id);
    if (found) return found;
    const cell: Cell = {
      id,
      table: table.id,
      values,
      through: last,
      n: 0,
      virtual: false,
      unread: false,
      uncovered: false,
      atoms: [],
      minus: [],
    };
    counted.set(id, cell);
    return cell;
  };
  const inside = base.filter((row) => months.includes(row.values[plan.month] as string));
  for (const row of inside) {
    const own = closure(plan, table.by, row.values);
    make(own).n += row.n;
  }
  addZeros(plan, table, [...counted.values()], make, months, [...through.keys()]);
  markUnread(plan, table, [...counted.values()]);
  return [...counted.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The values of a table's dimensions and of everything that follows from them. */
function closure(
  plan: ReleasePlan,
  by: readonly string[],
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const names = new Set(by.flatMap((name) => [name, ...(plan.parents[name] ?? [])]));
  return Object.fromEntries([...names].map((name) => [name, values[name] as string]));
}

/** A combination that has any count has all its classes and all its months or years: a missing row would be a zero unsaid. */
function addZeros(
  plan: ReleasePlan,
  table: ReleaseTable,
  cells: readonly Cell[],
  make: (values: Record<string, string>) => Cell,
  months: readonly string[],
  years: readonly string[],
): void {
  const { readable } = plan;
  const monthly = table.by.includes(plan.month);
  for (const cell of cells) {
    const classes = table.by.includes(readable.dimension) ? readable.values : [null];
    for (const one of classes) {
      for (const time of monthly ? months : years) {
        const values: Record<string, string> = { ...cell.values, year: time.slice(0, 4) };
        if (one !== null) values[readable.dimension] = one;
        if (monthly) values[plan.month] = time;
        make(values);
      }
    }
  }
}

function markUnread(plan: ReleasePlan, table: ReleaseTable, cells: readonly Cell[]): void {
  const { dimension, unreadable } = plan.readable;
  if (!table.by.includes(dimension)) return;
  const rest = (cell: Cell) =>
    table.by
      .filter((name) => name !== dimension)
      .map((name) => cell.values[name])
      .join('|');
  const seen = new Map<string, { read: number; unread: number }>();
  for (const cell of cells) {
    const sums = seen.get(rest(cell)) ?? { read: 0, unread: 0 };
    if (cell.values[dimension] === unreadable) sums.unread += cell.n;
    else sums.read += cell.n;
    seen.set(rest(cell), sums);
  }
  for (const cell of cells) {
    const sums = seen.get(rest(cell)) as { read: number; unread: number };
    if (cell.values[dimension] !== unreadable && sums.read === 0 && sums.unread > 0) cell.unread = true;
  }
}

/** Whether a count is one of those that are never shown. */
export function isPrimary(n: number): boolean {
  return n >= 1 && n <= largestHidden;
}
