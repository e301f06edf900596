/** A choice of whole numbers: changes of counts, each within its ends, under sums that are kept, as large as can be. */
export interface Program {
  /** Lowest and highest value of each unknown. */
  ends: readonly (readonly [number, number])[];
  /** Sums of unknowns (number, times) that are exactly, or at least, a value. */
  sums: readonly { terms: readonly (readonly [number, number])[]; is: '=' | '>='; value: number }[];
  /** What is to be as large as can be. */
  goal: readonly (readonly [number, number])[];
}

/**
 * Solves programs, well enough: the answer need not be the best one. Null where it found nothing. `whole` asks for whole
 * numbers; without it, which is much quicker, most answers are whole all the same, and others are rounded.
 */
export type Solver = (program: Program, whole: boolean) => Solution | null;

export interface Solution {
  /** The unknowns, as whole numbers. */
  values: number[];
  /** The goal that was reached; without `whole` no choice reaches more. */
  goal: number;
}

/** What is used of the package. */
interface Highs {
  solve(
    problem: string,
    options: object,
  ): { Columns: Record<string, { Primal?: number }>; ObjectiveValue: number };
}

/** Enough to find an answer; a better one is not needed. Counted in steps, not in time: the same on every machine. */
const effort = { mip_rel_gap: 0.25, mip_max_nodes: 60, log_to_console: false, output_flag: false };

/** Loads the solver (HiGHS, compiled to WebAssembly; no threads, so that the same program has the same answer). */
export async function loadSolver(): Promise<Solver> {
  const load = (await import('highs')).default as unknown as () => Promise<Highs>;
  const highs = await load();
  return (program, whole) => {
    const solved = highs.solve(programText(program, whole), effort);
    const found = program.ends.map((_, index) => Math.round(solved.Columns[`d${index}`]?.Primal ?? 0));
    return found.every(Number.isFinite) ? { values: found, goal: solved.ObjectiveValue } : null;
  };
}

/** The program in the LP format. */
export function programText({ ends, sums, goal }: Program, whole: boolean): string {
  const used = new Set([...goal, ...sums.flatMap(({ terms }) => terms)].map(([unknown]) => unknown));
  const names = [...used].sort((a, b) => a - b).map((unknown) => `d${unknown}`);
  const bounds = [...used]
    .sort((a, b) => a - b)
    .map((unknown) => {
      const [low, high] = ends[unknown] as readonly [number, number];
      return ` ${low} <= d${unknown} <= ${high}`;
    });
  return [
    'Maximize',
    ` goal: ${sumText(goal)}`,
    'Subject To',
    ...sums.map(({ terms, is, value }, index) => ` s${index}: ${sumText(terms)} ${is} ${value}`),
    'Bounds',
    ...bounds,
    ...(whole ? ['General', ...names.map((name) => ` ${name}`)] : []),
    'End',
  ].join('\n');
}

/** Terms on short lines: the format has a longest one. */
function sumText(terms: readonly (readonly [number, number])[]): string {
  const words = terms.map(([unknown, times]) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} d${unknown}`);
  const lines: string[] = [];
  for (let at = 0; at < words.length; at += 12) lines.push(words.slice(at, at + 12).join(' '));
  return lines.join('\n  ');
}
