import { overlaps, type ReleasePlan } from '../figures/release.ts';
import type { Cell } from './cells.ts';

/** A sum of cells with signs that is known to be zero, whatever the counts. */
export interface Equation {
  /** What it says, for a person who looks into a failed release. */
  says: string;
  terms: readonly { cell: string; sign: 1 | -1 }[];
}

/** The cells of one table at one point of its history: all of a monthly table, one state of a yearly one. */
export interface CellSet {
  table: string;
  cells: readonly Cell[];
}

/**
 * Everything that a reader can add up: for any two tables, the sums of their cells over what both tell are equal
 * (tables of counts of one population agree on their common margins; there are no further linear relations between
 * them). Tables that count a thing several times are tied by `overlap.ts`. See L. H. Cox, "Suppression methodology and statistical disclosure control", JASA 75 (1980), 377-385.
 */
export function marginEquations(plan: ReleasePlan, sets: readonly CellSet[]): Equation[] {
  const found: Equation[] = [];
  const overlapping = new Set(plan.tables.filter((one) => overlaps(plan, one)).map(({ id }) => id));
  const whole = sets.filter((set) => !overlapping.has(set.table));
  for (const [index, a] of whole.entries()) {
    for (const b of whole.slice(index + 1)) {
      if (a.table === b.table) continue;
      found.push(...between(plan, a, b));
    }
  }
  return found;
}

function between(plan: ReleasePlan, a: CellSet, b: CellSet): Equation[] {
  const first = a.cells[0];
  const second = b.cells[0];
  if (!first || !second) return [];
  const common = Object.keys(first.values)
    .filter((name) => name in second.values)
    .sort();
  // A yearly table counts the months closed so far: only those of the other table are on the other side.
  const through = sharedThrough(a, b);
  const groups = new Map<string, { cell: string; sign: 1 | -1 }[]>();
  const put = (cell: Cell, sign: 1 | -1) => {
    const month = cell.values[plan.month];
    const year = cell.values['year'] as string;
    if (
      through &&
      month !== undefined &&
      !(through.get(year) !== undefined && month <= (through.get(year) as string))
    )
      return;
    if (through && cell.through !== null && through.get(year) !== cell.through) return;
    const key = common.map((name) => cell.values[name]).join('|');
    groups.set(key, [...(groups.get(key) ?? []), { cell: cell.id, sign }]);
  };
  for (const cell of a.cells) put(cell, 1);
  for (const cell of b.cells) put(cell, -1);
  return [...groups].map(([key, terms]) => ({ says: `${a.table} = ${b.table} at ${key}`, terms }));
}

/** Year -> last month counted, where one of the two is a yearly table. */
function sharedThrough(a: CellSet, b: CellSet): Map<string, string> | null {
  const yearly = [a, b].find((set) => set.cells.some((cell) => cell.through !== null));
  if (!yearly) return null;
  return new Map(yearly.cells.map((cell) => [cell.values['year'] as string, cell.through as string]));
}
