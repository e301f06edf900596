import type { Verdict } from '../../claims/verdict.ts';
import { file, paths } from '../paths.ts';

/** A verdict in short. */
export interface VerdictSummary {
  id: string;
  sentence: string;
  published: Verdict['claim']['published'];
  verdict: Verdict['verdict'];
  /** What the records give, as a page shows it; null where there is no value. */
  shown: string | null;
  stated: string | null;
  page: string;
}

export function verdictSummary(verdict: Verdict): VerdictSummary {
  const { claim, numbers } = verdict;
  const [only] = numbers;
  const one = numbers.length === 1 && only && only.value !== null;
  return {
    id: verdict.id,
    sentence: claim.sentence,
    published: claim.published,
    verdict: verdict.verdict,
    shown: one ? only.shown : numbers.length > 1 ? numbers.map((number) => number.shown).join('; ') : null,
    stated: numbers.length === 0 ? (claim.states ?? null) : numbers.map((number) => number.stated).join('; '),
    page: file(paths.claim(verdict.id)),
  };
}

/** How many verdicts of each word there are, in the order in which they are told. */
export function verdictCounts(
  verdicts: readonly Pick<Verdict, 'verdict'>[],
): { verdict: Verdict['verdict']; count: number }[] {
  return (['holds', 'differs', 'not checkable'] as const).map((word) => ({
    verdict: word,
    count: verdicts.filter(({ verdict }) => verdict === word).length,
  }));
}
