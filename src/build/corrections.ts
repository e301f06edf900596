import type { Verdict, VerdictWord } from '../claims/verdict.ts';

/** Why a verdict is another than before. Never mixed: what the publisher did, what we changed on purpose, what we had wrong. */
export type Cause = 'the publisher changed' | 'we revised' | 'we were wrong' | 'the claim was edited';

/** A verdict as it was published, with the version that gave it. */
export interface Given {
  verdict: Verdict;
  program: string;
}

/** What to tell those who read the earlier verdict. */
export interface Correction {
  claim: string;
  before: VerdictWord;
  after: VerdictWord;
  cause: Cause;
  says: string;
}

/**
 * The notice for a claim whose verdict or values are not what they were; null where they are the same. Other records
 * under the same claim mean that the publisher changed. The same records under another version of the program mean that
 * we revised, or, where the version says so (`wrong`), that we were wrong.
 */
export function correctionOf(
  before: Given,
  after: Given,
  wrong: ReadonlySet<string> = new Set(),
): Correction | null {
  const values = (verdict: Verdict) => verdict.numbers.map((number) => number.shown).join(', ');
  const [was, is] = [before.verdict, after.verdict];
  if (was.verdict === is.verdict && values(was) === values(is)) return null;
  const cause = causeOf(before, after, wrong);
  const now = `${is.verdict}${is.numbers.length === 0 ? '' : ` (${values(is)})`}`;
  const earlier = `${was.verdict}${was.numbers.length === 0 ? '' : ` (${values(was)})`}`;
  return {
    claim: is.id,
    before: was.verdict,
    after: is.verdict,
    cause,
    says: `“${is.claim.sentence}”: the verdict was ${earlier} and is ${now}. ${reasons[cause]}`,
  };
}

const reasons: Record<Cause, string> = {
  'the publisher changed':
    'The records that it rests on have changed; the earlier verdict was right on those of its day.',
  'we revised': 'The records are the same; a definition or a rule of ours has been revised.',
  'we were wrong': 'The records are the same; the earlier verdict was wrong, and that was our mistake.',
  'the claim was edited': 'The claim was entered otherwise than before.',
};

function causeOf(before: Given, after: Given, wrong: ReadonlySet<string>): Cause {
  const asked = ({ verdict: { claim } }: Given) => JSON.stringify({ ...claim, place: null, note: null });
  if (asked(before) !== asked(after)) return 'the claim was edited';
  const records = ({ verdict }: Given) =>
    verdict.editions
      .map((edition) => edition.sha256)
      .sort()
      .join();
  if (records(before) !== records(after)) return 'the publisher changed';
  return wrong.has(after.program) ? 'we were wrong' : 'we revised';
}
