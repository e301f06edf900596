import { DefinitionList } from '../components/definition-list.tsx';
import { Link } from '../components/link.tsx';
import { Verdict } from '../components/verdict.tsx';
import { formatDate } from '../format.ts';
import { page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';
import { Corrections } from './claim/corrections.tsx';
import { type ClaimData, claimData } from './claim/data.ts';
import { NumbersTable } from './claim/numbers-table.tsx';
import { ReadingsTried } from './claim/readings-tried.tsx';
import { verdictClass } from './shared/claim-list.tsx';
import { EditionList } from './shared/edition-list.tsx';

/** One published sentence: the verdict, what the records give, and under which readings the number would be right. */
export const claimPage = page<ClaimData>({
  route: 'claims/:id',
  says: 'the sentence, its verdict, values with receipts, interval of rounding, readings tried, range, editions',
  paths: (site) => site.verdicts.map((verdict) => paths.claim(verdict.id)),
  load: (site, _path, { id = '' }) => claimData(site, id),
  view(data, here, site) {
    const { claim } = data;
    const [first, ...rest] = data.says;
    const { by, title, url, on } = claim.published;
    return {
      title: claim.sentence.length > 80 ? `${claim.sentence.slice(0, 77)}…` : claim.sentence,
      description: first,
      crumbs: [
        { label: here.say`Home`, href: 'index.html' },
        { label: here.say`Claims`, href: file(paths.claims) },
        { label: claim.id },
      ],
      children: (
        <>
          <h1 class="sentence">{claim.sentence}</h1>
          <p>{here.say`Published by ${by}${title === undefined ? '' : ', '}${title === undefined ? '' : <Link href={url}>{title}</Link>}${title === undefined && url !== undefined ? <Link href={url}> {here.say`(link)`}</Link> : ''}${on === undefined ? '' : `, ${formatDate(on, here.lang)}`}.`}</p>
          <p class="big-verdict">
            <Verdict lang={here.lang} verdict={verdictClass(data.verdict)} />
          </p>
          <p class="lead">{said(first ?? '', here.say(data.verdict))}</p>
          {rest.slice(0, data.search === null ? undefined : rest.length - 1).map((line) => (
            <p>{line}</p>
          ))}
          {claim.note === undefined ? null : <p>{here.say`Note: ${claim.note}`}</p>}
          <Corrections here={here} notices={data.corrections} />
          <NumbersTable here={here} data={data} />
          <ReadingsTried here={here} data={data} />
          <h2>{here.say`Judged on`}</h2>
          <DefinitionList
            items={[
              ...(data.figure === null
                ? []
                : [
                    {
                      term: here.say`Figure`,
                      description: <Link href={here.to(data.figure.page)}>{data.figure.title}</Link>,
                    },
                  ]),
              ...(data.figure === null
                ? []
                : [{ term: here.say`Definition`, description: data.figure.definition }]),
              ...(data.editions.length === 0
                ? []
                : [
                    {
                      term: here.say`Editions`,
                      description: <EditionList here={here} site={site} editions={data.editions} />,
                    },
                  ]),
              { term: here.say`Verdict by`, description: data.program },
            ]}
          />
          <p class="note">{here.say`A verdict compares a number with records. It says nothing about intent. ${<Link href={here.to(file(paths.method, 'verdicts'))}>{here.say`How verdicts are given`}</Link>}`}</p>
        </>
      ),
    };
  },
  csv: (data) => ({
    columns: [
      'kind',
      'reading',
      'class',
      'choices',
      'where',
      'stated',
      'value',
      'shown',
      'fits',
      'list',
      'receipt',
    ],
    rows: data.table,
  }),
});

/** The first sentence without the word that the verdict shows already. */
function said(line: string, word: string): string {
  const rest = line.startsWith(`${word}: `) ? line.slice(word.length + 2) : line;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
