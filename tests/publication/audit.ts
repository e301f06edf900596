import { createRequire } from 'node:module';
import type { BaseRow } from '../../src/publication/cells.ts';
import type { Release } from '../../src/publication/release.ts';

/**
 * An attack on releases by other means than those that made them. It knows only what left (the tables of every release,
 * with their marks) and that counts are whole and not negative. Unknowns are the finest counts (organisation, class,
 * month) and, beside them, each network's count of an organisation in a month: at most what there is, and together at
 * least what there is; of a network that did not list an organisation yet, nothing. Every shown cell is one equation over
 * them, every `[c]` says "1 or more". A linear program then gives the least and the greatest value of each hidden cell,
 * fractions allowed, so that its bounds are never wider than an attacker's. No code is shared with `src/publication`.
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
  const limits: string[] = [];
  const inNetwork = new Map<string, string>();
  let before: string[] = [];
  for (const release of releases) {
    // Which networks list which organisation by this release; what they count of its new months.
    const listed = new Map<string, string[]>();
    for (const row of release.tables.find(({ id }) => id.startsWith('network-'))?.rows ?? []) {
      const name = row.values['organisation'] as string;
      listed.set(name, [...new Set([...(listed.get(name) ?? []), row.values['network'] as string])]);
    }
    for (const month of release.months.filter((one) => !before.includes(one))) {
      for (const [name, networks] of listed) {
        const all = classes.map((reason) => atomOf(`${name}|${reason}|${month}`));
        const parts = networks.map((network) => {
          const key = `${network}>${name}|${month}`;
          inNetwork.set(key, atomOf(key));
          return atomOf(key);
        });
        for (const part of parts) limits.push(`${all.join(' + ')} - ${part} >= 0`);
        limits.push(`${parts.join(' + ')} - ${all.join(' - ')} >= 0`);
      }
    }
    before = release.months;
    for (const table of release.tables) {
      for (const row of table.rows) {
        const months = row.values['month']
          ? [row.values['month']]
          : release.months.filter((month) => month.startsWith(row.values['year'] as string));
        const parts: string[] = [];
        if (row.values['network'] !== undefined) {
          for (const month of months) {
            const found = inNetwork.get(`${row.values['network']}>${row.values['organisation']}|${month}`);
            if (found !== undefined) parts.push(found);
          }
        } else {
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
        }
        const name = `${table.id} ${Object.values(row.values).join(' ')} ${months.at(-1)}`;
        if (parts.length > 0) rows.set(name, { name, parts, shown: row.shown });
      }
    }
  }
  return bounds([...rows.values()], limits, most);
}

async function bounds(
  rows: readonly Row[],
  limits: readonly string[],
  most: number,
): Promise<AuditFinding[]> {
  const highs = await load();
  const constraints = rows.map((row, index) => {
    const value = row.shown === '[c]' ? '>= 1' : row.shown === '[x]' ? '= 0' : `= ${row.shown}`;
    return ` r${index}: ${row.parts.join(' + ')} ${value}`;
  });
  constraints.push(...limits.map((limit, index) => ` l${index}: ${limit}`));
  // An end far beyond every count: the solver mistakes some unbounded programs for impossible ones.
  const unknowns = new Set(rows.flatMap((row) => row.parts));
  const ends = [...unknowns].map((name) => ` 0 <= ${name} <= 100000`).join('\n');
  const findings: AuditFinding[] = [];
  for (const row of rows.filter(({ shown }) => shown === '[c]').slice(0, most)) {
    const both = ['Minimize', 'Maximize'].map((goal) => {
      const solved = highs.solve(
        `${goal}\n obj: ${row.parts.join(' + ')}\nSubject To\n${constraints.join('\n')}\nBounds\n${ends}\nEnd`,
      );
      if (solved.Status !== 'Optimal')
        throw new Error(`the audit could not solve ${row.name}: ${solved.Status}`);
      return solved.ObjectiveValue;
    });
    findings.push({ cell: row.name, low: both[0] as number, high: both[1] as number });
  }
  return findings.sort((a, b) => a.high - a.low - (b.high - b.low));
}
