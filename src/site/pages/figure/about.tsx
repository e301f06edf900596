import { DefinitionList } from '../../components/definition-list.tsx';
import { Link } from '../../components/link.tsx';
import { formatDate } from '../../format.ts';
import type { TermName } from '../../glossary.ts';
import type { Here } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { EditionList } from '../shared/edition-list.tsx';
import type { FigureData } from './data.ts';

/** How far a value is from the publisher's rows, by the form of the figure alone. */
export function levelOf(data: FigureData): 'counted' | 'derived' {
  return ['ratio', 'flow', 'concentration'].includes(data.form) ? 'derived' : 'counted';
}

/** The words that the page of a figure uses. */
export function termsOf(data: FigureData): TermName[] {
  const form: TermName[] =
    data.form === 'ratio'
      ? ['share']
      : data.form === 'flow'
        ? ['flow']
        : data.form === 'concentration'
          ? ['concentration']
          : data.form === 'running'
            ? ['running']
            : [];
  const always: TermName[] = ['publisher', 'source', 'edition', 'as-of', 'receipt', levelOf(data), ...form];
  return [...always, ...(data.readings.length === 0 ? [] : ['reading' as const]), 'withheld', 'rejected'];
}

/** What the figure is in our words, what its publisher calls it, how it was made, how old its records are. */
export function About(props: { here: Here; site: Site; data: FigureData }) {
  const { here, site, data } = props;
  const { summary } = data;
  const derived = levelOf(data) === 'derived';
  const address = summary.receipt ?? undefined;
  return (
    <section aria-labelledby="about">
      <h2 id="about">{here.say`About this figure`}</h2>
      <DefinitionList
        items={[
          { term: here.say`Definition, in our words`, description: summary.definition },
          { term: here.say`The publisher’s own words`, description: publisherWords(here, site, data) },
          {
            term: here.say`Processing`,
            description: derived
              ? here.say`Derived: worked out from counted parts, each with its own rows in the receipt.`
              : here.say`Counted: rows of the publisher were read, typed and counted or added up; nothing was estimated.`,
          },
          {
            term: here.say`Age of the records`,
            description:
              summary.as_of === null ? (
                '[x]'
              ) : (
                <time datetime={summary.as_of} data-ago={here.lang}>
                  {here.say`The newest edition is of ${formatDate(summary.as_of, here.lang)}`}
                </time>
              ),
          },
          {
            term: here.say`Next expected`,
            description:
              data.next_expected === null ? (
                here.say`[x] too few editions to tell, or a source without a rhythm`
              ) : (
                <time
                  datetime={data.next_expected.date}
                  data-late={here.say`late by {days} days`}
                  data-late-one={here.say`late by one day`}
                >{here.say`about ${formatDate(data.next_expected.date, here.lang)}, since its editions came every ${data.next_expected.every_days} days, the middle of the latest ten`}</time>
              ),
          },
          {
            term: here.say`Receipt`,
            description:
              address === undefined ? (
                '[x]'
              ) : (
                <Link
                  href={here.to(address)}
                >{here.say`The rows behind the latest value, with file, place and hash`}</Link>
              ),
          },
          {
            term: here.say`Made from`,
            description: <EditionList here={here} site={site} editions={data.editions} />,
          },
          { term: here.say`Identifier`, description: <code>{summary.id}</code> },
          {
            term: here.say`A link that stays`,
            description:
              summary.as_of === null ? (
                here.say`The address of this page always shows the latest value.`
              ) : (
                <>{here.say`The address of this page always shows the latest value; ${<Link href={here.to(file(paths.receipt(summary.id, summary.as_of)))}>{here.say`the receipt of ${formatDate(summary.as_of, here.lang)}`}</Link>} keeps the value of that date.`}</>
              ),
          },
        ]}
      />
    </section>
  );
}

/** Who released the records, under which names of files, with which headings: one line a source. */
function publisherWords(here: Here, site: Site, data: FigureData) {
  const sources = [...new Set(data.accounting.map(({ source }) => source))];
  if (sources.length === 0) return '[x]';
  return sources.map((source) => {
    const own = data.accounting.filter((edition) => edition.source === source);
    const newest = site.byEdition.get(own.at(-1)?.edition ?? '');
    const headings = site.headings?.get(newest?.layout ?? '') ?? [];
    const cited = headings.map((heading, i) => (
      <>
        {i > 0 ? ', ' : ''}
        <q lang="en">{heading}</q>
      </>
    ));
    return (
      <>
        {here.say`${own[0]?.publisher ?? ''}, in the file ${<q lang="en">{newest?.names[0] ?? ''}</q>}`}
        {headings.length === 0 ? '' : here.say`, with the columns ${<span>{cited}</span>}`}
      </>
    );
  });
}
