import { Link } from '../components/link.tsx';
import { type VerdictSummary, verdictCounts, verdictSummary } from '../data/verdicts.ts';
import { page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';
import { ClaimList, verdictClass } from './shared/claim-list.tsx';
import { VerdictCounts } from './shared/verdict-counts.tsx';

interface ClaimsData {
  verdicts: { verdict: VerdictSummary['verdict']; count: number }[];
  claims: VerdictSummary[];
}

const headings: Readonly<Record<VerdictSummary['verdict'], string>> = {
  holds: 'Holds',
  differs: 'Differs',
  'not checkable': 'Not checkable',
};

/** Published sentences with their verdicts. */
export const claimsPage = page<ClaimsData>({
  route: 'claims',
  says: 'published sentences with their verdicts',
  paths: () => [paths.claims],
  load: (site) => ({ verdicts: verdictCounts(site.verdicts), claims: site.verdicts.map(verdictSummary) }),
  view: ({ verdicts, claims }, here) => ({
    title: here.say`Claims`,
    description: here.say`Published sentences with a number in them, and what the records say.`,
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`Claims` }],
    children: (
      <>
        <h1>{here.say`Published sentences, checked`}</h1>
        <p class="lead">{here.say`A verdict is given on the reading that the words call for, before any other is tried. Other readings that would give the printed number are shown beside it and never change it.`}</p>
        {claims.length === 0 ? (
          <p>{here.say`This project checks no sentence yet.`}</p>
        ) : (
          <VerdictCounts here={here} counts={verdicts} />
        )}
        <p>
          <Link
            href={here.to(file(paths.desk))}
          >{here.say`Check a paragraph of your own at the claims desk`}</Link>
        </p>
        {verdicts
          .filter(({ count }) => count > 0)
          .map(({ verdict }) => (
            <section aria-labelledby={verdictClass(verdict)}>
              <h2 id={verdictClass(verdict)}>{here.say(headings[verdict])}</h2>
              <ClaimList here={here} claims={claims.filter((claim) => claim.verdict === verdict)} />
            </section>
          ))}
      </>
    ),
  }),
  csv: ({ claims }) => ({
    columns: [
      'claim',
      'sentence',
      'published_by',
      'published_on',
      'verdict',
      'stated',
      'records_give',
      'page',
    ],
    rows: claims.map((claim) => [
      claim.id,
      claim.sentence,
      claim.published.by,
      claim.published.on ?? null,
      claim.verdict,
      claim.stated,
      claim.shown,
      claim.page,
    ]),
  }),
});
