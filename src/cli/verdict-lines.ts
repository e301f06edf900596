import type { Verdict } from '../claims/verdict.ts';

/** The sentence, then the verdict in plain words. */
export function describeVerdict(verdict: Verdict): string[] {
  return [`“${verdict.claim.sentence}” (${verdict.id})`, ...verdict.says.map((line) => `  ${line}`), ''];
}
