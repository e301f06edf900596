import type { Claim } from '../claims/claim.ts';
import { judgeAlone } from '../claims/judge.ts';
import type { VerdictWord } from '../claims/verdict.ts';
import { inOrder, type Workbench } from '../figures/answer.ts';
import type { Query } from '../figures/figure.ts';
import type { Registry } from '../figures/kind.ts';
import { type Edition, servesAnyDate } from '../project/edition.ts';
import { type MayBeListed, type MovedRows, movedRows } from './moved-rows.ts';

/** What a sentence would be worth, had it been said of one list. */
export interface HistoryPoint {
  date: string;
  verdict: VerdictWord;
  values: string[];
  edition: Pick<Edition, 'edition' | 'sha256' | 'obtained'>;
}

/** From one list to the next the verdict is another. */
export interface VerdictMove {
  from: VerdictWord;
  to: VerdictWord;
  /** The dates of the two lists. */
  before: string;
  date: string;
  edition: HistoryPoint['edition'];
  says: string;
  /** Rows that are counted on one list and not on the other; null where the figure does not tell rows apart. */
  rows: MovedRows | null;
}

/** A claim tried on every list. */
export interface ClaimHistory {
  claim: string;
  sentence: string;
  points: HistoryPoint[];
  moves: VerdictMove[];
}

/**
 * Tries a claim on each edition of its main source in turn: of a plain claim its date moves, of a growth its later
 * date. That is a question of its own ("since when, and how long, was it so?") and changes no verdict.
 */
export async function verdictHistory(
  bench: Workbench,
  registry: Pick<Registry, 'figures'>,
  claim: Claim,
  listed: MayBeListed,
): Promise<ClaimHistory> {
  const figure = registry.figures.find((one) => one.id === claim.figure);
  const source = figure?.sources.find((one) =>
    bench.editions.some((edition) => edition.source === one && !servesAnyDate(edition)),
  );
  const lists = bench.editions.filter((edition) => edition.source === source).sort(inOrder);
  const latestOfDay = new Map(lists.map((edition) => [edition.asOf, edition]));
  const points: HistoryPoint[] = [];
  for (const [date, edition] of latestOfDay) {
    if (claim.change && date <= claim.change.from) continue;
    const moved: Claim = claim.change
      ? { ...claim, change: { ...claim.change, to: date } }
      : { ...claim, as_of: date };
    const verdict = await judgeAlone(bench, registry, moved);
    const { edition: id, sha256, obtained } = edition;
    points.push({
      date,
      verdict: verdict.verdict,
      values: verdict.numbers.map((number) => number.shown),
      edition: { edition: id, sha256, obtained },
    });
  }
  const moves = movesOf(points);
  if (figure && claim.parts === undefined) {
    for (const move of moves) {
      const ask = (asOf: string): Query => ({ where: claim.where ?? {}, by: [], asOf });
      move.rows = await movedRows(bench, figure, ask(move.before), ask(move.date), listed);
    }
  }
  return { claim: claim.id, sentence: claim.sentence, points, moves };
}

/** The points at which the verdict differs from the one before. */
export function movesOf(points: readonly HistoryPoint[]): VerdictMove[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    if (!before || before.verdict === point.verdict) return [];
    const says = `On the list of ${before.date} it ${inWords(before)}; on that of ${point.date} it ${inWords(point)}.`;
    return [
      {
        from: before.verdict,
        to: point.verdict,
        before: before.date,
        date: point.date,
        edition: point.edition,
        says,
        rows: null,
      },
    ];
  });
}

function inWords({ verdict, values }: HistoryPoint): string {
  return verdict === 'not checkable'
    ? 'is not checkable'
    : `${verdict} (the list gives ${values.join(', ')})`;
}
