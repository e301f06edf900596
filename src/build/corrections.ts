import { createHash } from 'node:crypto';
import type { Verdict, VerdictWord } from '../claims/verdict.ts';
import { english, type Say } from '../language/say-with.ts';

/** Why a verdict is another than before. Never mixed: what the publisher did, what we changed on purpose, what we had wrong. */
export type Cause = 'the publisher changed' | 'we revised' | 'we were wrong' | 'the claim was edited';

/** A verdict as it was published: enough to tell later what has become of it, and why. */
export interface Given {
  claim: string;
  sentence: string;
  verdict: VerdictWord;
  /** The values as a page showed them. */
  shown: string[];
  /** Hash of what was asked: the claim without its place and its note. */
  asked: string;
  /** SHA-256 of the released files behind it, in order. */
  records: string[];
  /** The version that gave it. */
  program: string;
}

/** What is kept of a verdict that is published. */
export function givenOf(verdict: Verdict, program: string): Given {
  const { claim } = verdict;
  return {
    claim: verdict.id,
    sentence: claim.sentence,
    verdict: verdict.verdict,
    shown: verdict.numbers.map((number) => number.shown),
    asked: createHash('sha256')
      .update(JSON.stringify({ ...claim, place: null, note: null }))
      .digest('hex'),
    records: [...new Set(verdict.editions.map((edition) => edition.sha256))].sort(),
    program,
  };
}

/** What to tell those who read the earlier verdict. */
export interface Correction {
  claim: string;
  before: VerdictWord;
  after: VerdictWord;
  cause: Cause;
  /** The versions of the program that gave the two verdicts. */
  programs: { before: string; after: string };
  /** SHA-256 of released files that the one rests on and not the other. */
  records: { gone: string[]; come: string[] };
  /** The sentence and the values as pages showed them; absent in notices of before they were kept. */
  sentence?: string;
  shown?: { before: string[]; after: string[] };
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
  if (before.verdict === after.verdict && before.shown.join() === after.shown.join()) return null;
  const cause = causeOf(before, after, wrong);
  const correction: Omit<Correction, 'says'> = {
    claim: after.claim,
    before: before.verdict,
    after: after.verdict,
    cause,
    programs: { before: before.program, after: after.program },
    records: {
      gone: before.records.filter((hash) => !after.records.includes(hash)),
      come: after.records.filter((hash) => !before.records.includes(hash)),
    },
    sentence: after.sentence,
    shown: { before: before.shown, after: after.shown },
  };
  return { ...correction, says: correctionInWords({ ...correction, says: '' }) };
}

/** Whether a notice has kept the parts from which it is told in any language; one of before has its English words alone. */
export function isTold({ sentence, shown }: Correction): boolean {
  return sentence !== undefined && shown !== undefined;
}

/** The notice in words; one of before its parts were kept stays as it was written. */
export function correctionInWords(correction: Correction, say: Say = english): string {
  const { sentence, shown, cause, programs } = correction;
  if (sentence === undefined || shown === undefined) return correction.says;
  const verdict = (word: VerdictWord, values: readonly string[]) =>
    `${say(word)}${values.length === 0 ? '' : ` (${values.join(', ')})`}`;
  const ours = cause === 'we revised' || cause === 'we were wrong';
  const versions =
    ours && programs.before !== programs.after ? say` (${programs.before}, now ${programs.after})` : '';
  return say`“${sentence}”: the verdict was ${verdict(correction.before, shown.before)} and is ${verdict(correction.after, shown.after)}. ${say(reasons[cause])}${versions}`;
}

const reasons: Record<Cause, string> = {
  'the publisher changed':
    'The records that it rests on have changed; the earlier verdict was right on those of its day.',
  'we revised': 'The records are the same; a definition or a rule of ours has been revised.',
  'we were wrong': 'The records are the same; the earlier verdict was wrong, and that was our mistake.',
  'the claim was edited': 'The claim was entered otherwise than before.',
};

function causeOf(before: Given, after: Given, wrong: ReadonlySet<string>): Cause {
  if (before.asked !== after.asked) return 'the claim was edited';
  if (before.records.join() !== after.records.join()) return 'the publisher changed';
  return wrong.has(after.program) ? 'we were wrong' : 'we revised';
}
