import { Link } from '../../components/link.tsx';
import { Verdict } from '../../components/verdict.tsx';
import type { VerdictSummary } from '../../data/verdicts.ts';
import type { Here } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import { verdictClass } from './claim-list.tsx';

/** How many sentences hold, differ, cannot be checked. */
export function VerdictCounts(props: {
  here: Here;
  counts: { verdict: VerdictSummary['verdict']; count: number }[];
}) {
  const { here, counts } = props;
  return (
    <p class="verdict-counts">
      {counts
        .filter(({ count }) => count > 0)
        .map(({ verdict, count }) => (
          <Link href={here.to(file(paths.claims, verdictClass(verdict)))}>
            <b>{count}</b> <Verdict lang={here.lang} verdict={verdictClass(verdict)} />
          </Link>
        ))}
    </p>
  );
}
