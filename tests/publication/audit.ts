import { createRequire } from 'node:module';
import type { BaseRow } from '../../src/publication/cells.ts';
import type { Release } from '../../src/publication/release.ts';

/**
 * An attack on releases by other means than those that made them. It knows only what left (the tables of every release,
 * with their marks) and that counts are whole and not negative. Unknowns are the finest counts (organisation, class,
 * month); every shown cell is one equation over them, every `[c]` says "1 or more". A linear program then gives the
 * least and the greatest value of each hidden cell. No code is shared with `src/publication`.
 *
 * Bounds by linear programs: Fischetti and Salazar, Management Science 47 (2001); Handbook on Statistical Disclosure
 * Control (2012), section 4.4.
 */
export interface AuditFinding {
  cell: string;
  low: number;
  high: number;
}

/** The solver, of whose package the default export is a function that loads it. */
const load = createRequire(import.meta.url)('highs') as () => Promise<{
  solve(problem: string): { Status: string; ObjectiveValue: number };
}>;

interface Row {
  name: string;
  parts: string[];
  shown: number | string;
}

/** Every hidden cell of the releases with the bounds that an attacker gets, at most `most` cells of each, narrowest first. */
export async function audit(
  releases: readonly Release[],
  base: readonly BaseRow[],
  most = 400,
): Promise<AuditFinding[]> {
  const rows = new Map<string, Row>();
  const atoms = new Map<string, string>();
  const atomOf = (key: string) => {
    const known = atoms.get(key);
    if (known) return known;
    const made = `x${atoms.size}`;
    atoms.set(key, made);
    return made;
  };
  // The attacker knows which organisations there are, in which state and level: those are printed.
  const organisations = new Map(base.map((row) => [row.values['organisation'] as string, row.values]));
  const classes = ['immigration', 'department', 'other', 'unreadable'];
  for (const release of releases) {
    for (const table of release.tables) {
      for (const row of table.rows) {
        const months = row.values['month']
          ? [row.values['month']]
          : release.months.filter((month) => month.startsWith(row.values['year'] as string));
        const parts: string[] = [];
        for (const [organisation, values] of organisations) {
          const fits = (name: string) =>
            row.values[name] === undefined ||
            row.values[name] === (name === 'organisation' ? organisation : values[name]);
          if (!fits('organisation') || !fits('state') || !fits('level')) continue;
          for (const reason of classes) {
            if (row.values['reason_class'] !== undefined && row.values['reason_class'] !== reason) continue;
            for (const month of months) parts.push(atomOf(`${organisation}|${reason}|${month}`));
          }
        }
        const name = `${table.id} ${Object.values(row.values).join(' ')} ${months.at(-1)}`;
        rows.set(name, { name, parts, shown: row.shown });
      }
    }
  }
  return bounds([...rows.values()], most);
}

async function bounds(rows: readonly Row[], most: number): Promise<AuditFinding[]> {
  const highs = await load();
  const constraints = rows.map((row, index) => {
    const value = row.shown === '[c]' ? '>= 1' : row.shown === '[x]' ? '= 0' : `= ${row.shown}`;
    return ` r${index}: ${row.parts.join(' + ')} ${value}`;
  });
  const findings: AuditFinding[] = [];
  for (const row of rows.filter(({ shown }) => shown === '[c]').slice(0, most)) {
    const ends = ['Minimize', 'Maximize'].map((goal) => {
      const solved = highs.solve(
        `${goal}\n obj: ${row.parts.join(' + ')}\nSubject To\n${constraints.join('\n')}\nEnd`,
      );
      if (solved.Status === 'Unbounded') return Number.POSITIVE_INFINITY;
      if (solved.Status !== 'Optimal')
        throw new Error(`the audit could not solve ${row.name}: ${solved.Status}`);
      return solved.ObjectiveValue;
    });
    findings.push({ cell: row.name, low: ends[0] as number, high: ends[1] as number });
  }
  return findings.sort((a, b) => a.high - a.low - (b.high - b.low));
}
