import type { Cell } from './cells.ts';
import { createNeighbourhoods } from './neighbourhood.ts';
import type { Program, Solver } from './program.ts';
import type { Problem } from './suppress.ts';

/** By how much one finest count may change in one other table. */
const mostChange = 12;
/** Tries of a neighbourhood for many hidden counts at once. */
const rounds = 8;
/** So few open counts are looked at one by one, which is quicker. */
const few = 8;

/**
 * What `publish` has in hand before anything leaves: for each hidden count, other tables of whole numbers that show
 * exactly what is shown, in this release and all earlier ones, hide what is hidden, and in which that count is another.
 * Who knows only what is shown cannot tell these tables from the true one, by any means. A count for which two such
 * tables (the true one may be one) lie `choices` - 1 apart has at least that wide a range; every other one is open.
 *
 * So nothing rests on the solver: what it finds is added up again here, and what it does not find counts as open. The
 * other tables differ from the true one in a neighbourhood only; that can miss a proof, and then hides a count too many.
 * This is the sliding protection level of Fischetti and Salazar (Management Science 47, 2001) with the attacker's
 * programs solved in whole numbers.
 */
export function createWitnesses(problem: Problem, solver: Solver, choices: number) {
  const { cells, atoms } = problem;
  const ranges = new Map<string, { low: number; high: number }>();
  const zero = new Set<number>();
  for (const cell of cells.values())
    if (cell.n === 0 && !cell.virtual) for (const atom of cell.atoms) zero.add(atom);
  const touching = atoms.values.map((): Cell[] => []);
  for (const cell of cells.values())
    for (const atom of new Set([...cell.atoms, ...cell.minus])) touching[atom]?.push(cell);
  const limiting = atoms.values.map((): number[] => []);
  for (const [index, { plus, minus }] of atoms.limits.entries())
    for (const atom of new Set([...plus, ...minus])) limiting[atom]?.push(index);
  const places = createNeighbourhoods(problem, zero);

  const rangeOf = (cell: Cell) => {
    const known = ranges.get(cell.id);
    if (known) return known;
    const made = { low: cell.n, high: cell.n };
    ranges.set(cell.id, made);
    return made;
  };
  const narrow = (cell: Cell) => rangeOf(cell).high - rangeOf(cell).low < choices - 1;

  /**
   * Looks for other tables that differ in these finest counts, and keeps what each says of the guarded cells. Gives how
   * far the goal can be got there, fractions of searches allowed.
   */
  const attempt = (
    free: readonly number[],
    hidden: ReadonlySet<string>,
    goal: (cell: Cell) => number,
    targets: readonly Cell[],
    whole: boolean,
  ): number => {
    const place = new Map(free.map((atom, index) => [atom, index]));
    const near = new Set(free.flatMap((atom) => touching[atom] as Cell[]));
    const terms = (plus: readonly number[], minus: readonly number[]): [number, number][] => {
      const sums = new Map<number, number>();
      const add = (atom: number, times: number) => {
        const at = place.get(atom);
        if (at !== undefined) sums.set(at, (sums.get(at) ?? 0) + times);
      };
      for (const atom of plus) add(atom, 1);
      for (const atom of minus) add(atom, -1);
      return [...sums].filter(([, times]) => times !== 0);
    };
    const sums: { terms: [number, number][]; is: '=' | '>='; value: number }[] = [];
    for (const cell of near) {
      if (cell.virtual) continue;
      if (hidden.has(cell.id)) sums.push({ terms: terms(cell.atoms, []), is: '>=', value: 1 - cell.n });
      else sums.push({ terms: terms(cell.atoms, []), is: '=', value: 0 });
    }
    const total = (list: readonly number[]) =>
      list.reduce((sum, atom) => sum + (atoms.values[atom] as number), 0);
    for (const index of new Set(free.flatMap((atom) => limiting[atom] as number[]))) {
      const { plus, minus } = atoms.limits[index] as (typeof atoms.limits)[number];
      sums.push({ terms: terms(plus, minus), is: '>=', value: total(minus) - total(plus) });
    }
    const weights = new Map<number, number>();
    for (const cell of targets) {
      const weight = goal(cell);
      for (const [at, times] of terms(cell.atoms, cell.minus))
        weights.set(at, (weights.get(at) ?? 0) + weight * times);
    }
    const program: Program = {
      ends: free.map((atom) => [-Math.min(atoms.values[atom] as number, mostChange), mostChange]),
      sums: sums.filter((sum) => sum.terms.length > 0),
      goal: [...weights].filter(([, times]) => times !== 0),
    };
    if (program.goal.length === 0) return 0;
    const solution = solver(program, whole);
    if (!solution) return Number.POSITIVE_INFINITY;
    const found = solution.values;
    for (const change of [found, found.map((value) => -value)]) {
      if (!fits(change)) continue;
      for (const cell of near) {
        const range = ranges.get(cell.id);
        if (!range) continue;
        const value = cell.n + sumOf(terms(cell.atoms, cell.minus), change);
        range.low = Math.min(range.low, value);
        range.high = Math.max(range.high, value);
      }
    }
    return solution.goal;

    /** The proof: everything that is shown stays, and no count is less than nothing. */
    function fits(change: readonly number[]): boolean {
      return (
        change.every((value, at) => (atoms.values[free[at] as number] as number) + value >= 0) &&
        program.sums.every(({ terms: of, is, value }) => {
          const sum = sumOf(of, change);
          return is === '=' ? sum === value : sum >= value;
        })
      );
    }
  };

  return {
    /**
     * The guarded cells for which no two tables far enough apart were found, sorted. `thorough` looks further away: where
     * there is something left to hide, hiding it is quicker.
     */
    async without(
      hidden: ReadonlySet<string>,
      guarded: ReadonlySet<string>,
      thorough = false,
    ): Promise<string[]> {
      const watched = [...guarded]
        .filter((id) => hidden.has(id))
        .sort()
        .map((id) => cells.get(id) as Cell);
      const open = () => watched.filter(narrow);
      const tries = ranges.size === 0 ? rounds : 2;
      for (const block of places.blocks(hidden)) {
        const inside = new Set(block);
        for (let round = 0; round < tries; round += 1) {
          const targets = open().filter((cell) =>
            [...cell.atoms, ...cell.minus].some((atom) => inside.has(atom)),
          );
          if (targets.length < few) break;
          attempt(block, hidden, (cell) => sign(cell.id, round), targets, false);
        }
      }
      for (const size of places.sizes(thorough))
        for (const cell of open()) {
          const free = places.around(cell, size, hidden);
          const reach = (whole: boolean) =>
            [1, -1].reduce(
              (span, way) => (narrow(cell) ? span + attempt(free, hidden, () => way, [cell], whole) : span),
              0,
            );
          // Where not even fractions of searches would do, whole numbers need not be tried.
          if (reach(false) >= choices - 1 && narrow(cell)) reach(true);
        }
      return open().map((cell) => cell.id);
    },
  };
}

const sumOf = (terms: readonly (readonly [number, number])[], change: readonly number[]) =>
  terms.reduce((sum, [at, times]) => sum + times * (change[at] as number), 0);

/** Up or down, as good as by chance and always the same: FNV-1a of the name, then one bit a round. */
function sign(id: string, round: number): 1 | -1 {
  let hash = 0x811c9dc5 ^ round;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return ((hash >>> (8 + round)) & 1) === 1 ? 1 : -1;
}
