import type { Atoms } from './atoms.ts';
import { type Bounds, propagate } from './bounds.ts';
import { type Cell, isPrimary } from './cells.ts';
import { determinedCells } from './determined.ts';
import type { Equation } from './equations.ts';
import type { Solver } from './program.ts';
import { createWitnesses } from './witness.ts';

/** A hidden count must leave a reader at least this many values to choose from. */
export const leastChoices = 10;

/** What a release has to decide on. */
export interface Problem {
  cells: ReadonlyMap<string, Cell>;
  equations: readonly Equation[];
  atoms: Atoms;
  /** Cells shown by an earlier release: they stay shown. */
  shownBefore: ReadonlySet<string>;
  /** Cells hidden by an earlier release: they stay hidden. */
  hiddenBefore: ReadonlySet<string>;
}

/**
 * Chooses the cells to hide, and returns them.
 *
 * 1. Every count of 1 to 9 is hidden (primary), and so is what an earlier release hid. A virtual cell of 1 to 9 (what
 *    two shown cells would tell by their difference) has to stay unknown too.
 * 2. While some hidden count can be worked out, or has fewer than ten possible values, one more cell is hidden in the
 *    equation that gives it away: of those that may still be hidden the smallest that is 10 or more, so that least is
 *    lost; where several are alike the first by name.
 * 3. Where an equation has no cell left to hide, the other equations of its hidden cells are tried.
 * 4. Counts are looked at by the quick checks first (`bounds.ts`, `determined.ts`), which find most of what is open and
 *    can miss some. When they find nothing, every hidden count has to be proved hidden (`witness.ts`); one without a
 *    proof is open, and 2. goes on.
 *
 * A zero is never hidden: it protects nothing. This is the greedy complement of Cox (JASA 75, 1980; Operations
 * Research 43, 1995) and of the Handbook on Statistical Disclosure Control (Hundepool and others, 2012, chapter 4); the
 * rule of ten values is the sliding protection level of Fischetti and Salazar (Management Science 47, 2001). It does not
 * promise the fewest hidden cells. `tests/publication/audit.ts` attacks the result by other means.
 *
 * @throws Error where a count stays open to computing: the release is then not made
 */
export async function suppress(given: Problem, solver: Solver): Promise<Set<string>> {
  const problem = withKnown(given);
  const { cells, equations, shownBefore } = problem;
  const hidden = new Set<string>();
  const guarded = new Set<string>();
  for (const cell of cells.values()) {
    if (cell.virtual) hidden.add(cell.id);
    if (isPrimary(cell.n) || problem.hiddenBefore.has(cell.id)) {
      if (!shownBefore.has(cell.id)) hidden.add(cell.id);
      guarded.add(cell.id);
    }
  }
  const byCell = indexByCell(equations);
  const witnesses = createWitnesses(problem, solver, leastChoices);
  for (;;) {
    const quick = unprotected(problem, hidden, guarded);
    const open = quick.length > 0 ? quick : await witnesses.without(hidden, guarded);
    if (open.length === 0) return hidden;
    let added = false;
    for (const cell of open) added = hideOneMore(cell, problem, hidden, guarded, byCell) || added;
    // Zeros can tie a count to cells with which it has no equation: then one that counts some of the same searches goes.
    for (const cell of added ? [] : open) added = hideOverlapping(cell, problem, hidden, guarded) || added;
    if (!added && quick.length === 0 && (await witnesses.without(hidden, guarded, true)).length === 0)
      return hidden;
    if (!added)
      throw new Error(
        `the release is not safe: ${open.length} counts can be worked out, and nothing is left to hide (${open[0]})`,
      );
  }
}

/**
 * What earlier releases hid, where nothing is added to them: it was proved hidden then, and is looked at by the quick
 * checks again, in case the ledger was changed by hand.
 *
 * @throws Error where a count can be worked out
 */
export function lookAgain(problem: Problem): Set<string> {
  const hidden = new Set(problem.hiddenBefore);
  for (const cell of problem.cells.values()) if (cell.virtual) hidden.add(cell.id);
  const open = unprotected(problem, hidden, problem.hiddenBefore);
  if (open.length > 0)
    throw new Error(`the release is not safe: ${open.length} counts of earlier releases can be worked out`);
  return hidden;
}

/**
 * What follows from earlier releases is known, whatever is hidden now: a year's count through March where nothing came
 * after February. To hide it would protect nothing, so it counts as shown.
 */
function withKnown(problem: Problem): Problem {
  const { cells, shownBefore } = problem;
  if (shownBefore.size === 0) return problem;
  const open = new Set(
    [...cells.values()].filter((cell) => cell.n > 0 && !shownBefore.has(cell.id)).map((cell) => cell.id),
  );
  const known = determinedCells(
    cells,
    open,
    new Set([...open].filter((id) => !problem.hiddenBefore.has(id) && !cells.get(id)?.virtual)),
  );
  return {
    ...problem,
    shownBefore: new Set([...shownBefore, ...known.filter((id) => !isPrimary(cells.get(id)?.n ?? 0))]),
  };
}

/** The hidden counts that a reader could work out, or nearly, by the quick checks. */
export function unprotected(
  problem: Problem,
  hidden: ReadonlySet<string>,
  guarded: ReadonlySet<string>,
): string[] {
  const { cells, equations } = problem;
  const shown = new Map<string, number>();
  for (const cell of cells.values()) if (!hidden.has(cell.id)) shown.set(cell.id, cell.n);
  const bounds = propagate(equations, shown, (id) => (cells.get(id)?.virtual ? 0 : 1));
  const computed = new Set(determinedCells(cells, hidden, guarded));
  const wide = ({ low, high }: Bounds) => high - low >= leastChoices - 1;
  return [...guarded]
    .filter(
      (id) =>
        hidden.has(id) &&
        (computed.has(id) || !wide(bounds.get(id) ?? { low: 0, high: Number.POSITIVE_INFINITY })),
    )
    .sort();
}

function indexByCell(equations: readonly Equation[]): Map<string, Equation[]> {
  const found = new Map<string, Equation[]>();
  for (const equation of equations) {
    for (const { cell } of equation.terms) {
      const list = found.get(cell);
      if (list) list.push(equation);
      else found.set(cell, [equation]);
    }
  }
  return found;
}

/** Hides one more cell near `cell`: in its equations, the one with fewest hidden cells first, then one step further. */
function hideOneMore(
  cell: string,
  problem: Problem,
  hidden: Set<string>,
  guarded: Set<string>,
  byCell: ReadonlyMap<string, Equation[]>,
): boolean {
  const near = [cell];
  const visited = new Set<string>(near);
  for (let at = 0; at < near.length && at < 2000; at += 1) {
    const equations = [...(byCell.get(near[at] as string) ?? [])].sort(
      (a, b) => hiddenIn(a, hidden) - hiddenIn(b, hidden) || (a.says < b.says ? -1 : 1),
    );
    for (const equation of equations) {
      const choice = cheapest(equation, problem, hidden);
      if (choice !== undefined) {
        hidden.add(choice);
        guarded.add(choice);
        return true;
      }
      for (const term of equation.terms) {
        if (!hidden.has(term.cell) || visited.has(term.cell)) continue;
        visited.add(term.cell);
        near.push(term.cell);
      }
    }
  }
  return false;
}

function hideOverlapping(
  id: string,
  { cells, shownBefore }: Problem,
  hidden: Set<string>,
  guarded: Set<string>,
): boolean {
  const atoms = new Set(cells.get(id)?.atoms ?? []);
  const free = [...cells.values()].filter(
    (cell) => cell.n > 0 && !cell.virtual && !hidden.has(cell.id) && !shownBefore.has(cell.id),
  );
  const near = free.filter((cell) => cell.atoms.some((atom) => atoms.has(atom)));
  const [choice] = (near.length > 0 ? near : free).sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1));
  if (!choice) return false;
  hidden.add(choice.id);
  guarded.add(choice.id);
  return true;
}

const hiddenIn = (equation: Equation, hidden: ReadonlySet<string>) =>
  equation.terms.filter(({ cell }) => hidden.has(cell)).length;

function cheapest(
  equation: Equation,
  { cells, shownBefore }: Problem,
  hidden: ReadonlySet<string>,
): string | undefined {
  let best: Cell | undefined;
  for (const { cell: id } of equation.terms) {
    const cell = cells.get(id);
    if (!cell || cell.n === 0 || cell.virtual || hidden.has(id) || shownBefore.has(id)) continue;
    if (!best || cell.n < best.n || (cell.n === best.n && cell.id < best.id)) best = cell;
  }
  return best?.id;
}
