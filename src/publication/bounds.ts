import type { Equation } from './equations.ts';

/** What a reader can say of a hidden count: it lies from `low` to `high`. */
export interface Bounds {
  low: number;
  high: number;
}

/** Passes over all equations; what still moves then moves by little. */
const rounds = 60;

/**
 * The bounds that each equation by itself, again and again, puts on hidden cells. A shown cell is its value; a hidden
 * one is at least `least` (1: a zero is shown), a virtual one at least 0. Bounds from whole systems can be narrower:
 * the audit in the tests works those out with a linear program.
 */
export function propagate(
  equations: readonly Equation[],
  shown: ReadonlyMap<string, number>,
  least: (cell: string) => number,
): Map<string, Bounds> {
  const bounds = new Map<string, Bounds>();
  const of = (cell: string): Bounds => {
    const value = shown.get(cell);
    if (value !== undefined) return { low: value, high: value };
    const found = bounds.get(cell);
    if (found) return found;
    const made = { low: least(cell), high: Number.POSITIVE_INFINITY };
    bounds.set(cell, made);
    return made;
  };
  const open = equations.filter(({ terms }) => terms.some(({ cell }) => !shown.has(cell)));
  for (const { terms } of open) for (const { cell } of terms) of(cell);
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    for (const { terms } of open) moved = narrow(terms, of, shown) || moved;
    if (!moved) break;
  }
  return bounds;
}

function narrow(
  terms: Equation['terms'],
  of: (cell: string) => Bounds,
  shown: ReadonlyMap<string, number>,
): boolean {
  let low = 0;
  let high = 0;
  let openLow = 0;
  let openHigh = 0;
  for (const { cell, sign } of terms) {
    const { low: from, high: to } = of(cell);
    const least = sign === 1 ? from : -to;
    const most = sign === 1 ? to : -from;
    if (Number.isFinite(least)) low += least;
    else openLow += 1;
    if (Number.isFinite(most)) high += most;
    else openHigh += 1;
  }
  let moved = false;
  for (const { cell, sign } of terms) {
    if (shown.has(cell)) continue;
    const bounds = of(cell);
    const least = sign === 1 ? bounds.low : -bounds.high;
    const most = sign === 1 ? bounds.high : -bounds.low;
    // Sums of before this pass: looser, and right. The others together lie from `restLow` to `restHigh`; this one is minus that.
    const restLow = Number.isFinite(least)
      ? openLow === 0
        ? low - least
        : Number.NEGATIVE_INFINITY
      : openLow === 1
        ? low
        : Number.NEGATIVE_INFINITY;
    const restHigh = Number.isFinite(most)
      ? openHigh === 0
        ? high - most
        : Number.POSITIVE_INFINITY
      : openHigh === 1
        ? high
        : Number.POSITIVE_INFINITY;
    const [newLow, newHigh] = sign === 1 ? [-restHigh, -restLow] : [restLow, restHigh];
    if (newLow > bounds.low) {
      bounds.low = newLow;
      moved = true;
    }
    if (newHigh < bounds.high) {
      bounds.high = newHigh;
      moved = true;
    }
  }
  return moved;
}
