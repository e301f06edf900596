import { overlaps, type ReleasePlan } from '../figures/release.ts';
import type { Cell } from './cells.ts';
import type { CellSet, Equation } from './equations.ts';

/**
 * What ties a table of networks to the others. A search stands in the log of each network that it reached, so the table
 * is no margin of the others, and there is no equation; there is: no network counts more of an organisation's searches
 * than there are, and all networks together count at least as many. Each such inequality is an equation with one more
 * cell, never shown, of what lies between: `apart` from a network, or `again` in a second one. Both are counts of an
 * organisation's searches, and where they are small they are kept from being worked out like any other. Where one
 * network alone lists an organisation, nothing lies between, and the two are equal.
 */
export function overlapEquations(
  plan: ReleasePlan,
  sets: readonly CellSet[],
  values: readonly number[],
): { cells: Cell[]; equations: Equation[] } {
  const { overlap } = plan;
  const cells: Cell[] = [];
  const equations: Equation[] = [];
  const table = plan.tables.find((one) => overlaps(plan, one));
  if (!overlap || !table) return { cells, equations };
  const at = (cell: Cell) => `${cell.values[overlap.within]}|${cell.values['year']}`;
  const parts = Map.groupBy(sets.find((set) => set.table === table.id)?.cells ?? [], at);
  const wholes = sets
    .filter((set) => set.table !== table.id && set.cells[0]?.values[overlap.within] !== undefined)
    .map((set) => ({ table: set.table, groups: Map.groupBy(set.cells, at) }));
  for (const [key, networks] of parts) {
    const through = networks[0]?.through as string;
    const signed = (list: readonly Cell[], sign: 1 | -1) => list.map((cell) => ({ cell: cell.id, sign }));
    for (const { table: name, groups } of wholes) {
      const whole = groups.get(key) ?? [];
      const all = whole.flatMap((cell) => cell.atoms);
      for (const part of networks) {
        const apart = between(`apart|${part.id}`, all, part.atoms, values);
        if (apart) cells.push(apart);
        equations.push({
          says: `${name} at least ${part.id}`,
          terms: [...signed(whole, 1), ...signed([part], -1), ...(apart ? signed([apart], -1) : [])],
        });
      }
      const again = between(
        `again|${key}|${through}`,
        networks.flatMap((cell) => cell.atoms),
        all,
        values,
      );
      if (again) cells.push(again);
      equations.push({
        says: `${table.id} together at least ${name} at ${key}|${through}`,
        terms: [...signed(networks, 1), ...signed(whole, -1), ...(again ? signed([again], -1) : [])],
      });
    }
  }
  return { cells, equations };
}

/** The cell of what lies between two sums of finest counts; null where they are the same sum. */
function between(
  id: string,
  more: readonly number[],
  less: readonly number[],
  values: readonly number[],
): Cell | null {
  const counts = new Map<number, number>();
  for (const atom of more) counts.set(atom, (counts.get(atom) ?? 0) + 1);
  for (const atom of less) counts.set(atom, (counts.get(atom) ?? 0) - 1);
  const atoms: number[] = [];
  const minus: number[] = [];
  for (const [atom, times] of counts)
    for (let n = 0; n < Math.abs(times); n += 1) (times > 0 ? atoms : minus).push(atom);
  if (atoms.length === 0 && minus.length === 0) return null;
  const sum = (list: readonly number[]) => list.reduce((total, atom) => total + (values[atom] as number), 0);
  return {
    id,
    table: '',
    values: {},
    through: null,
    n: sum(atoms) - sum(minus),
    virtual: true,
    unread: false,
    uncovered: false,
    atoms,
    minus,
  };
}
