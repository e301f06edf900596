import type { EditionNote, Workbench } from '../figures/answer.ts';
import type { Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/kind.ts';
import { type Book, bookOf } from './book.ts';
import { type Candidate, candidates } from './candidates.ts';
import { mistakeOf } from './check-claim.ts';
import { type Claim, partsOf } from './claim.ts';
import { type Measured, measureAll } from './measure.ts';
import { rangeOf } from './range.ts';
import { toText } from './rational.ts';
import { mannerOf } from './say.ts';
import { endFound, fitsAll, search, type Target, type Tested } from './search.ts';
import { distanceTo, intervalOf, parseStated, type Stated, within } from './stated.ts';
import type { NumberFound, Verdict } from './verdict.ts';
import { verdictWords } from './verdict-words.ts';

/**
 * The verdict on a claim. It is given first, on the reading that the words call for: the figure as declared, on the
 * list in force on the claim's date. Only then are other readings tried, and what is found there is told beside the
 * verdict and never changes it.
 *
 * Never throws for what a claim says; a claim that cannot be asked (see `mistakeOf`) is not checkable.
 */
export async function judge(
  bench: Workbench,
  registry: Pick<Registry, 'figures'>,
  claim: Claim,
): Promise<Verdict> {
  return (await judgeBy(bookOf(bench), registry.figures, claim)).verdict;
}

/** The verdict and its numbers alone: no other reading is tried, and no range is told. For one claim on many days. */
export async function judgeAlone(
  bench: Workbench,
  registry: Pick<Registry, 'figures'>,
  claim: Claim,
): Promise<Pick<Verdict, 'verdict' | 'numbers'>> {
  return (await judgeBy(bookOf(bench), registry.figures, claim, { alone: true })).verdict;
}

/** As `judge`, by any book; with it how many other readings could not be tried, because the book does not hold them. */
export async function judgeBy(
  book: Book,
  figures: readonly Figure[],
  claim: Claim,
  { alone = false } = {},
): Promise<{ verdict: Verdict; untried: number }> {
  const told = (verdict: Verdict, figure: Figure | undefined, untried = 0) => ({
    verdict: { ...verdict, says: verdictWords(verdict, figure) },
    untried,
  });
  const notCheckable = (why: string) => told(withoutNumbers(claim, why), undefined);
  const mistake = mistakeOf(claim, figures);
  const figure = figures.find((one) => one.id === claim.figure);
  const parts = partsOf(claim);
  if (mistake) return notCheckable(`${mistake.message} ${mistake.hint}`);
  if (!figure)
    return notCheckable(`no record at hand can settle it; it would be settled by: ${claim.settled_by}`);
  if (parts.length === 0) return notCheckable('it states no number');
  const targets = parts.map((part): Target => {
    const stated = parseStated(part.states) as Stated;
    const whole =
      figure.unit.kind === 'count' && (claim.change === undefined || claim.change.in === 'difference');
    return { part, stated, whole, interval: intervalOf(stated, whole) };
  });
  const all = candidates(book, figure, claim);
  const [own] = await measured(book, claim, targets, all.slice(0, 1));
  if (!own) throw new Error('a claim has at least the reading of its words');
  const numbers = targets.map((target, index) =>
    numberFound(claim, figure, target, own.measured[index] as Measured),
  );
  const missing = own.measured.find(({ value }) => value === null);
  const base = {
    id: claim.id,
    claim,
    figure: figure.id,
    unit: mannerOf(claim, figure, (targets[0] as Target).stated).unit,
    numbers,
    editions: editionsOf(own),
  };
  if (missing) {
    const why =
      claim.settled_by === undefined
        ? (missing.why as string)
        : `${missing.why}; it would be settled by: ${claim.settled_by}`;
    return told({ ...base, verdict: 'not checkable', why, search: null, range: null, says: [] }, figure);
  }
  const holds = fitsAll(targets, own.measured);
  if (holds) {
    const range =
      parts.length === 1 && !alone ? await rangeOf(book, figure, claim, targets[0] as Target, own) : null;
    return told({ ...base, verdict: 'holds', why: null, search: null, range, says: [] }, figure);
  }
  const asked = alone ? [] : await measured(book, claim, targets, all.slice(1));
  const others = asked.filter((one) => one.measured.every(({ unheld }) => !unheld));
  return told(
    {
      ...base,
      verdict: 'differs',
      why: null,
      search: search(claim, targets, own, others),
      range: null,
      says: [],
    },
    figure,
    asked.length - others.length,
  );
}

/** What each candidate gives for each number, measured together. */
async function measured(
  book: Book,
  claim: Claim,
  targets: readonly Target[],
  all: readonly Candidate[],
): Promise<Tested[]> {
  const percent = targets.some((target) => target.stated.percent);
  const asked = all.flatMap((candidate) =>
    targets.map(({ part }) => ({
      figure: candidate.figure,
      readings: candidate.readings,
      where: part.where,
      days: candidate.days,
    })),
  );
  const found = await measureAll(book, claim, asked, percent);
  return all.map((candidate, index) => ({
    candidate,
    measured: found.slice(index * targets.length, (index + 1) * targets.length),
  }));
}

function numberFound(claim: Claim, figure: Figure, target: Target, found: Measured): NumberFound {
  const { interval, stated, part } = target;
  return {
    where: part.where,
    stated: part.states,
    value: found.value === null ? null : toText(found.value),
    shown: mannerOf(claim, figure, stated).show(found.value),
    expected: {
      low: interval.low && toText(interval.low),
      high: interval.high && toText(interval.high),
      low_open: interval.lowOpen,
      high_open: interval.highOpen,
    },
    holds: found.value !== null && within(found.value, interval),
    off: found.value === null ? null : toText(distanceTo(found.value, interval)),
    ends: found.ends.map(endFound),
  };
}

function editionsOf(own: Tested): EditionNote[] {
  const notes = own.measured.flatMap((one) => one.ends.flatMap((end) => end.editions));
  return [...new Map(notes.map((note) => [note.edition, note])).values()];
}

function withoutNumbers(claim: Claim, why: string): Verdict {
  return {
    id: claim.id,
    claim,
    verdict: 'not checkable',
    why,
    figure: claim.figure ?? null,
    unit: null,
    numbers: [],
    search: null,
    range: null,
    editions: [],
    says: [],
  };
}
