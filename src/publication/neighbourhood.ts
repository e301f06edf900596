import type { Cell } from './cells.ts';
import type { Problem } from './suppress.ts';

/** Organisations whose counts are looked at together. */
const together = 80;
/** Organisations around one count: few, and more where nothing else is left. */
const sizes = [24, 120] as const;

/**
 * Which finest counts are let change together when another table is looked for: those of a few organisations. All others
 * stay as they are, which is allowed: a table that differs little from the true one is another table.
 */
export function createNeighbourhoods({ cells, atoms }: Problem, zero: ReadonlySet<number>) {
  const byOwner = new Map<string, number[]>();
  for (const [atom, owner] of atoms.owners.entries()) {
    if (zero.has(atom)) continue;
    const list = byOwner.get(owner);
    if (list) list.push(atom);
    else byOwner.set(owner, [atom]);
  }
  /** What follows from an organisation stands behind its id: those of one state and level are near one another. */
  const place = (owner: string) => owner.slice(owner.indexOf('|') + 1);
  const owners = [...byOwner.keys()].sort();
  const orders: ((owner: string) => string)[] = [
    place,
    (owner) => place(owner).split('|').reverse().join('|'),
    (owner) => owner,
  ];
  const inOrder = (of: (owner: string) => string) =>
    owners
      .map((owner) => [of(owner), owner] as const)
      .sort((a, b) => (a[0] === b[0] ? (a[1] < b[1] ? -1 : 1) : a[0] < b[0] ? -1 : 1))
      .map(([, owner]) => owner);
  const atomsOf = (list: readonly string[]) => list.flatMap((owner) => byOwner.get(owner) ?? []);

  /** Organisation -> how many of its counts are hidden: those that can give and take. */
  const loose = (hidden: ReadonlySet<string>) => {
    const counts = new Map<string, number>();
    for (const id of hidden) {
      const cell = cells.get(id) as Cell;
      if (cell.virtual) continue;
      const inside = new Set(cell.atoms.map((atom) => atoms.owners[atom] as string));
      if (inside.size === 1) for (const owner of inside) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    return counts;
  };
  let looseFor: ReadonlySet<string> | undefined;
  let looseSize = 0;
  let looseCounts = new Map<string, number>();

  return {
    sizes: (thorough: boolean) => (thorough ? sizes : sizes.slice(0, 1)),
    /** All organisations, a few at a time: neighbours by state, by level, and any. */
    blocks(hidden: ReadonlySet<string>): number[][] {
      const counts = loose(hidden);
      const first = (owner: string) => String(1e6 - (counts.get(owner) ?? 0));
      const wanted = owners.length <= together ? orders.slice(0, 1) : [first, ...orders];
      return wanted.flatMap((of) => {
        const list = inOrder(of);
        const parts = Math.ceil(list.length / together);
        return Array.from({ length: parts }, (_, part) =>
          atomsOf(list.slice(part * together, (part + 1) * together)),
        );
      });
    },
    /** The finest counts of `size` organisations: those of the cell, those of their state and level, then any; of each those with most hidden first. */
    around(cell: Cell, size: number, hidden: ReadonlySet<string>): number[] {
      if (owners.length <= size) return atomsOf(owners);
      if (looseFor !== hidden || looseSize !== hidden.size) {
        looseCounts = loose(hidden);
        looseFor = hidden;
        looseSize = hidden.size;
      }
      const own = new Set([...cell.atoms, ...cell.minus].map((atom) => atoms.owners[atom] as string));
      const homes = new Set([...own].map(place));
      const rank = (owner: string) => looseCounts.get(owner) ?? 0;
      const most = (list: string[]) => list.sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1));
      const first = most(owners.filter((owner) => own.has(owner)));
      const second = most(owners.filter((owner) => !own.has(owner) && homes.has(place(owner))));
      const third = most(owners.filter((owner) => !own.has(owner) && !homes.has(place(owner))));
      const part = Math.ceil(size / 3);
      const chosen = [...first.slice(0, part), ...second.slice(0, part)];
      chosen.push(...third.slice(0, size - chosen.length));
      return atomsOf(chosen);
    },
  };
}
