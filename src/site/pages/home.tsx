import { Link } from '../components/link.tsx';
import { type FigureSummary, summaryOf } from '../data/summary.ts';
import { type VerdictSummary, verdictCounts, verdictSummary } from '../data/verdicts.ts';
import { plural } from '../format.ts';
import { page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';
import { type AgreementsHome, agreementsHome, HomeSections } from './agreements/home-sections.tsx';
import { type ContractsHome, ContractsHomeSection, contractsHome } from './contracts/home-section.tsx';
import { SearchesHomeSection } from './searches/home-section.tsx';
import { ClaimList } from './shared/claim-list.tsx';
import { FigureCard } from './shared/figure-card.tsx';
import { VerdictCounts } from './shared/verdict-counts.tsx';

interface HomeData {
  title: string;
  figures: FigureSummary[];
  verdicts: { verdict: VerdictSummary['verdict']; count: number }[];
  claims: VerdictSummary[];
  agreements: AgreementsHome | null;
  contracts: ContractsHome | null;
}

/** The first page: what the records say now, what they say of published sentences, and where. */
export const homePage = page<HomeData>({
  route: '',
  says: 'headline figures with their series, verdicts, values by state for every list, values by model',
  paths: () => [paths.home],
  load: (site) => ({
    title: site.title,
    figures: [...site.values.values()].map(summaryOf),
    verdicts: verdictCounts(site.verdicts),
    claims: site.verdicts.map(verdictSummary),
    agreements: agreementsHome(site) ?? null,
    contracts: contractsHome(site) ?? null,
  }),
  view: (data, here, site) => ({
    title: data.title,
    description: here.say`Figures from public records, each with its receipts, and verdicts on published sentences.`,
    crumbs: [],
    scripts: ['map-slider'],
    children: (
      <>
        <h1>{data.title}</h1>
        <p class="lead">{here.say`Counted from ${<Link href={here.to(file(paths.sources))}>{plural(site.editions.length, { one: '# released file', other: '# released files' }, here.lang)}</Link>}. Every number opens its receipt: the rows, the file, and its hash.`}</p>
        <h2 class="visually-hidden">{here.say`Headline figures`}</h2>
        <div class="headlines">
          {data.figures.slice(0, 3).map((figure) => (
            <FigureCard here={here} figure={figure} />
          ))}
        </div>
        <p>
          <Link
            href={here.to(file(paths.figures))}
          >{here.say`All figures, with definitions and readings`}</Link>
        </p>
        {data.claims.length === 0 ? null : (
          <section aria-labelledby="claims">
            <h2 id="claims">{here.say`Published sentences, checked`}</h2>
            <VerdictCounts here={here} counts={data.verdicts} />
            <ClaimList here={here} claims={data.claims} />
          </section>
        )}
        {data.figures.length === 0 ? null : (
          <p>
            <Link
              href={here.to(file(paths.desk))}
            >{here.say`Check a paragraph of your own at the claims desk`}</Link>
          </p>
        )}
        {data.agreements === null ? null : <HomeSections here={here} data={data.agreements} site={site} />}
        {data.contracts === null ? null : <ContractsHomeSection here={here} data={data.contracts} />}
        {site.searches === undefined ? null : <SearchesHomeSection here={here} data={site.searches} />}
        {site.editions.length > 0 || site.searches ? null : (
          <p>{here.say`No edition of any source has been added yet.`}</p>
        )}
      </>
    ),
  }),
  csv: (data) => ({
    columns: ['figure', 'title', 'as_of', 'value', 'unit', 'receipt'],
    measured: ['value'],
    rows: data.figures.map((figure) => [
      figure.id,
      figure.title,
      figure.as_of,
      figure.value,
      figure.unit.kind === 'count' ? figure.unit.many : figure.unit.kind,
      figure.receipt,
    ]),
  }),
});
