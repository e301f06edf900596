import { propagate } from './bounds.ts';
import type { Equation } from './equations.ts';

/** Percent of all searches, whole, that hidden counts hold: at least `low`, at most `high`, which nothing may bound (null). */
export interface HiddenShare {
  low: number;
  high: number | null;
}

/** The cells of one table, each by its id. */
type TableCells = readonly string[];

/**
 * What share of all searches the hidden counts of a table hold, as far as shown counts tell it: a range. Larger groups are shown
 * where smaller ones are not, so their sums bound the whole, and with it what is missing. Nothing that is hidden goes in:
 * whoever has the released tables can work out the same, so the range gives nothing away.
 *
 * @param table the table whose hidden counts are meant
 * @param whole tables that count every search once, this one among them
 * @param shown cell -> count, of everything that is shown now or was earlier
 * @returns null where nothing is hidden, or nothing can be told of it
 */
export function hiddenShare(
  table: TableCells,
  whole: readonly TableCells[],
  equations: readonly Equation[],
  shown: ReadonlyMap<string, number>,
  isVirtual: (cell: string) => boolean,
): HiddenShare | null {
  const bounds = propagate(equations, shown, (cell) => (isVirtual(cell) ? 0 : 1));
  const rangeOf = (cells: TableCells) =>
    cells.reduce(
      (sum, cell) => {
        const value = shown.get(cell);
        const { low, high } =
          value === undefined
            ? (bounds.get(cell) ?? { low: 1, high: Number.POSITIVE_INFINITY })
            : { low: value, high: value };
        return { low: sum.low + low, high: sum.high + high };
      },
      { low: 0, high: 0 },
    );
  if (table.every((cell) => shown.has(cell))) return null;
  const open = rangeOf(table.filter((cell) => shown.has(cell))).low;
  const ranges = whole.map(rangeOf);
  const least = Math.max(...ranges.map(({ low }) => low));
  const most = Math.min(...ranges.map(({ high }) => high));
  const percent = (all: number) => (all === 0 ? 0 : ((all - open) / all) * 100);
  const low = Math.floor(percent(least));
  const high = Number.isFinite(most) ? Math.ceil(percent(most)) : null;
  return low === 0 && high === null ? null : { low, high };
}
