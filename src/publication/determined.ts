import type { Equation } from './equations.ts';

/** A prime whose square is exact in a double. */
const prime = 94_906_249;

/**
 * The hidden cells whose value follows from the equations and the shown cells by adding and subtracting: those whose
 * unit vector lies in the row space of the equations over the hidden cells. Worked out by elimination modulo a
 * prime, where a wrong answer would need a coincidence of one in 94 million, and then would hide a cell too many.
 */
export function determinedCells(equations: readonly Equation[], isHidden: (cell: string) => boolean): string[] {
  const rows: Map<string, number>[] = [];
  for (const { terms } of equations) {
    const row = new Map<string, number>();
    for (const { cell, sign } of terms) if (isHidden(cell)) row.set(cell, ((row.get(cell) ?? 0) + sign + prime) % prime);
    for (const [cell, value] of row) if (value === 0) row.delete(cell);
    if (row.size > 0) rows.push(row);
  }
  rows.sort((a, b) => a.size - b.size);
  const pivots = new Map<string, Map<string, number>>();
  for (const row of rows) {
    for (;;) {
      const pivot = [...row.keys()].find((cell) => pivots.has(cell));
      if (pivot === undefined) break;
      subtract(row, pivots.get(pivot) as Map<string, number>, row.get(pivot) as number);
    }
    const lead = row.keys().next().value;
    if (lead === undefined) continue;
    scale(row, inverse(row.get(lead) as number));
    for (const other of pivots.values()) {
      const factor = other.get(lead);
      if (factor !== undefined) subtract(other, row, factor);
    }
    pivots.set(lead, row);
  }
  return [...pivots].flatMap(([lead, row]) => (row.size === 1 ? [lead] : []));
}

function subtract(row: Map<string, number>, other: ReadonlyMap<string, number>, factor: number): void {
  for (const [cell, value] of other) {
    const result = ((row.get(cell) ?? 0) + prime - ((value * factor) % prime)) % prime;
    if (result === 0) row.delete(cell);
    else row.set(cell, result);
  }
}

function scale(row: Map<string, number>, factor: number): void {
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
