import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../claims/judge.ts';
import { readClaims } from '../claims/read-claims.ts';
import type { Verdict, VerdictWord } from '../claims/verdict.ts';
import type { Workbench } from '../figures/answer.ts';
import type { Registry } from '../figures/kind.ts';
import { writeDurably } from '../project/durable.ts';
import type { ProjectPaths } from '../project/paths.ts';

/** How many claims there are and how they were judged. */
export interface VerdictCounts {
  total: number;
  holds: number;
  differs: number;
  notCheckable: number;
  /** `5 claims: 1 holds, 4 differ, 0 not checkable`. */
  words: string;
}

export const noVerdicts: VerdictCounts = countVerdicts([]);

/**
 * Judges every claim of the project and writes `.counterfoil/verdicts.json`. Throws the errors of `readClaims` for a
 * mistake in a claims file.
 */
export async function judgeProject(
  paths: ProjectPaths,
  registry: Registry,
  bench: Workbench,
): Promise<VerdictCounts> {
  const verdicts: Verdict[] = [];
  for (const claim of await readClaims(paths.claims, registry.figures))
    verdicts.push(await judge(bench, registry, claim));
  writeDurably(verdictsFile(paths), `${JSON.stringify(verdicts, null, 1)}\n`);
  return countVerdicts(verdicts);
}

/** The verdicts of the last build, in the order of the claims. */
export function readVerdicts(paths: ProjectPaths): Verdict[] {
  return JSON.parse(readFileSync(verdictsFile(paths), 'utf8')) as Verdict[];
}

/** Counts verdicts by their word. */
export function countVerdicts(verdicts: readonly Pick<Verdict, 'verdict'>[]): VerdictCounts {
  const count = (word: VerdictWord) => verdicts.filter((one) => one.verdict === word).length;
  const [holds, differs, notCheckable] = [count('holds'), count('differs'), count('not checkable')];
  const total = verdicts.length;
  const words =
    total === 0
      ? 'no claims'
      : `${total} ${total === 1 ? 'claim' : 'claims'}: ${holds} ${holds === 1 ? 'holds' : 'hold'}, ${differs} ${differs === 1 ? 'differs' : 'differ'}, ${notCheckable} not checkable`;
  return { total, holds, differs, notCheckable, words };
}

function verdictsFile(paths: ProjectPaths): string {
  return join(paths.derived, 'verdicts.json');
}
