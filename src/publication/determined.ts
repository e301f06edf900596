import type { Cell } from './cells.ts';

/** A prime whose square is exact in a double. */
const prime = 94_906_249;

/**
 * The guarded cells whose value follows from the shown ones by adding and subtracting: those that are a combination of
 * shown cells, each taken as a sum of finest counts. Finest counts inside a shown zero are zero, and left out: zeros
 * tie tables together further than their margins do. Worked out by elimination modulo a prime; a wrong answer would
 * need a coincidence of one in 94 million, and would hide a cell too many.
 */
export function determinedCells(
  cells: ReadonlyMap<string, Cell>,
  hidden: ReadonlySet<string>,
  guarded: ReadonlySet<string>,
): string[] {
  const zero = new Set<number>();
  for (const cell of cells.values())
    if (cell.n === 0 && !cell.virtual) for (const atom of cell.atoms) zero.add(atom);
  const vector = (cell: Cell) => {
    const row = new Map<number, number>();
    const add = (atom: number, times: number) => {
      const sum = ((row.get(atom) ?? 0) + times) % prime;
      if (sum === 0) row.delete(atom);
      else row.set(atom, sum);
    };
    for (const atom of cell.atoms) if (!zero.has(atom)) add(atom, 1);
    for (const atom of cell.minus) if (!zero.has(atom)) add(atom, prime - 1);
    return row;
  };
  const shown = [...cells.values()].filter((cell) => !hidden.has(cell.id) && cell.n > 0).map(vector);
  shown.sort((a, b) => a.size - b.size);
  const pivots = new Map<number, Map<number, number>>();
  for (const row of shown) {
    reduce(row, pivots);
    const lead = row.keys().next().value;
    if (lead === undefined) continue;
    scale(row, inverse(row.get(lead) as number));
    pivots.set(lead, row);
  }
  return [...guarded].filter((id) => {
    const cell = cells.get(id) as Cell;
    if (!hidden.has(id)) return false;
    const row = vector(cell);
    reduce(row, pivots);
    return row.size === 0;
  });
}

/** Takes the pivots' columns out of a row. Each pivot is looked at again until none of its columns is left. */
function reduce(row: Map<number, number>, pivots: ReadonlyMap<number, ReadonlyMap<number, number>>): void {
  for (;;) {
    let found = false;
    for (const atom of [...row.keys()]) {
      const factor = row.get(atom);
      const pivot = pivots.get(atom);
      if (factor === undefined || !pivot) continue;
      subtract(row, pivot, factor);
      found = true;
    }
    if (!found) return;
  }
}

function subtract(row: Map<number, number>, other: ReadonlyMap<number, number>, factor: number): void {
  for (const [cell, value] of other) {
    const result = ((row.get(cell) ?? 0) + prime - ((value * factor) % prime)) % prime;
    if (result === 0) row.delete(cell);
    else row.set(cell, result);
  }
}

function scale(row: Map<number, number>, factor: number): void {
  for (const [cell, value] of row) row.set(cell, (value * factor) % prime);
}

function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
