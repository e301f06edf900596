import { Link } from '../../components/link.tsx';
import { Verdict, type VerdictWord } from '../../components/verdict.tsx';
import type { VerdictSummary } from '../../data/verdicts.ts';
import type { Here } from '../../page-kind.ts';

/** Sentences with their verdicts, each leading to its page. */
export function ClaimList(props: { here: Here; claims: readonly VerdictSummary[] }) {
  const { here, claims } = props;
  return (
    <ul class="claim-list">
      {claims.map((claim) => (
        <li>
          <Verdict lang={here.lang} verdict={verdictClass(claim.verdict)} />
          <div>
            <p class="sentence">
              <Link href={here.to(claim.page)}>{claim.sentence}</Link>
            </p>
            <p class="note">
              {claim.published.by}
              {claim.published.title === undefined ? '' : `, ${claim.published.title}`}
              {claim.published.on === undefined ? '' : `, ${claim.published.on}`}
              {claim.shown === null ? '' : here.say`. The records give: ${claim.shown}`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** `not checkable` as a class. */
export function verdictClass(word: VerdictSummary['verdict']): VerdictWord {
  return word === 'not checkable' ? 'not-checkable' : word;
}
