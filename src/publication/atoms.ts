import { overlaps, type ReleasePlan, type ReleaseTable } from '../figures/release.ts';
import type { BaseRow, Cell } from './cells.ts';

/** Counts of which one, `plus`, is at least the other, `minus`, whatever they are. */
export interface Limit {
  plus: readonly number[];
  minus: readonly number[];
}

/**
 * The finest counts: who knew them would know every table. They are numbered; cells name them by number. Of the base
 * that is every combination of its dimensions with every class and released month, whether it occurs or not. Beside
 * them, where several networks list an organisation, its count in each network and month.
 */
export interface Atoms {
  /** The count itself. */
  values: number[];
  /** The organisation (with what follows from it) whose searches they count. */
  owners: string[];
  /** No network counts more of a month than there is, and all together count at least what there is. */
  limits: Limit[];
}

/** Numbers the finest counts, and gives cells those that they are the sum of. */
export function createAtomTable(plan: ReleasePlan, base: readonly BaseRow[], shared: readonly BaseRow[]) {
  const { readable, overlap } = plan;
  const within = overlap?.within ?? '';
  const fixed = plan.dimensions.filter((name) => name !== readable.dimension && name !== plan.month);
  const groupOf = (values: Readonly<Record<string, string>>) => fixed.map((name) => values[name]).join('|');
  const groups = new Map(base.map((row) => [groupOf(row.values), row.values]));
  const byOwner = new Map<string, string[]>();
  for (const [group, values] of groups)
    byOwner.set(values[within] as string, [...(byOwner.get(values[within] as string) ?? []), group]);
  const counts = new Map(
    base.map((row) => [
      `${groupOf(row.values)}|${row.values[readable.dimension]}|${row.values[plan.month]}`,
      row.n,
    ]),
  );
  const sharedCounts = new Map<string, number>();
  for (const { values, n } of shared) {
    const key = sharedKey(values[overlap?.dimension ?? ''], values[within], values[plan.month]);
    sharedCounts.set(key, (sharedCounts.get(key) ?? 0) + n);
  }
  const atoms: Atoms = { values: [], owners: [], limits: [] };
  const numbers = new Map<string, number>();
  /** Organisation and month -> the networks that list it, as of the release of that month. */
  const listing = new Map<string, string[]>();

  const number = (key: string, owner: string, value: number): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, atoms.values.length);
    atoms.values.push(value);
    atoms.owners.push(owner);
    return atoms.values.length - 1;
  };
  const fine = (group: string, reason: string, month: string): number => {
    const key = `${group}|${reason}|${month}`;
    return number(key, group, counts.get(key) ?? 0);
  };
  const whole = (owner: string, month: string): number[] =>
    (byOwner.get(owner) ?? []).flatMap((group) =>
      readable.values.map((reason) => fine(group, reason, month)),
    );
  const partOf = (network: string, owner: string, month: string): number[] => {
    const listed = listing.get(`${owner}|${month}`) ?? [];
    if (!listed.includes(network)) return [];
    if (listed.length === 1) return whole(owner, month);
    const key = sharedKey(network, owner, month);
    return [number(key, byOwner.get(owner)?.[0] ?? '', sharedCounts.get(key) ?? 0)];
  };

  return {
    atoms,
    /**
     * Months of a release, with the cells of its overlapping table: only the networks that list an organisation by then
     * have any of its searches in these months, since a network that is not listed says zero.
     */
    list(cells: readonly Cell[], months: readonly string[]): void {
      if (!overlap) return;
      const networks = new Map<string, Set<string>>();
      for (const { values } of cells) {
        const owner = values[within] as string;
        networks.set(owner, (networks.get(owner) ?? new Set()).add(values[overlap.dimension] as string));
      }
      for (const [owner, names] of networks) {
        for (const month of months) {
          listing.set(`${owner}|${month}`, [...names].sort());
          if (names.size < 2) continue;
          const all = whole(owner, month);
          const parts = [...names].sort().map((network) => partOf(network, owner, month));
          for (const part of parts) atoms.limits.push({ plus: all, minus: part });
          atoms.limits.push({ plus: parts.flat(), minus: all });
        }
      }
    },
    /** Gives the cells of a table as of these months the finest counts that they are the sum of. */
    give(table: ReleaseTable, cells: readonly Cell[], months: readonly string[]): void {
      const through = new Map(months.map((month) => [month.slice(0, 4), month]));
      if (overlaps(plan, table)) {
        for (const cell of cells)
          for (const month of months.filter((one) => one.startsWith(cell.values['year'] as string)))
            cell.atoms.push(
              ...partOf(
                cell.values[overlap?.dimension ?? ''] as string,
                cell.values[within] as string,
                month,
              ),
            );
        return;
      }
      const byId = new Map(cells.map((cell) => [cell.id, cell]));
      const yearly = table.by.includes('year');
      for (const [group, values] of groups) {
        for (const reason of readable.values) {
          for (const month of months) {
            const year = month.slice(0, 4);
            const all: Record<string, string> = {
              ...values,
              [readable.dimension]: reason,
              [plan.month]: month,
              year,
            };
            const last = yearly ? [through.get(year) as string] : [];
            byId
              .get([table.id, ...table.by.map((name) => all[name] as string), ...last].join('|'))
              ?.atoms.push(fine(group, reason, month));
          }
        }
      }
    },
  };
}

const sharedKey = (network: string | undefined, owner: string | undefined, month: string | undefined) =>
  `in ${network}|${owner}|${month}`;
