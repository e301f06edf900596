import { sayIn } from '../../language/say.ts';
import { typist } from '../../project/edition.ts';
import { FeedLinks } from '../components/feed-links.tsx';
import { Table } from '../components/table.tsx';
import { coverageWords } from '../data/edition-words.ts';
import { feedPaths } from '../feed-paths.ts';
import { formatDate } from '../format.ts';
import { type Here, page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';
import { type EditionSummary, editionSummary } from './edition/data.ts';

interface SourcesData {
  sources: { id: string; publisher: string; kind: string; coverage: string; editions: EditionSummary[] }[];
}

/** Every source with its editions: dates, hashes, what became of every row. */
export const sourcesPage = page<SourcesData>({
  route: 'sources',
  says: 'every source with its editions: date and its origin, hash, layout, accounting',
  paths: () => [paths.sources],
  load: (site) => ({
    sources: [...Map.groupBy(site.editions, (edition) => edition.source)].map(([id, editions]) => ({
      id,
      publisher: editions[0]?.publisher ?? '',
      kind: editions[0]?.kind ?? '',
      coverage: sayIn(site.lang)(coverageWords[editions[0]?.coverage ?? 'snapshot']),
      editions: editions.map((edition) => editionSummary(site, edition)),
    })),
  }),
  view: ({ sources }, here, site) => ({
    title: here.say`Sources`,
    description: here.say`Every file that was read, with its date, hash and what became of each of its rows.`,
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`Sources` }],
    children: (
      <>
        <h1>{here.say`Sources`}</h1>
        <p class="lead">{here.say`Every file that was read, with its date and where that came from, its hash, and what became of each of its rows.`}</p>
        {sources.length === 0 ? (
          <p>{here.say`No edition has been added yet.`}</p>
        ) : (
          <p class="note">{here.say`Rows in the file that are neither kept, withheld nor rejected are blank or headings. Not read: single values.`}</p>
        )}
        {sources.map((source) => (
          <section aria-labelledby={source.id}>
            <h2 id={source.id}>{source.id}</h2>
            <p>
              {here.say`Latest file: ${source.editions.at(-1)?.layout ?? ''}.`}{' '}
              {source.publisher === typist
                ? here.say`Typed in by the user.`
                : here.say`Published by ${source.publisher}.`}{' '}
              {source.editions.every(({ as_of }) => as_of === null)
                ? here.say`Nothing in it is dated: it counts on any date.`
                : source.coverage}
            </p>
            {site.feeds?.has(`${feedPaths.source(source.id)}.atom`) ? (
              <p>
                <FeedLinks
                  of={here.say`Changes from edition to edition as a feed`}
                  href={here.to(feedPaths.source(source.id))}
                />
              </p>
            ) : null}
            <Table
              lang={here.lang}
              id={`editions-${source.id}`}
              caption={here.say`Editions of ${source.id}`}
              columns={[
                { label: here.say`File`, kind: 'text', long: true },
                { label: here.say`As of`, kind: dated(source.editions) ? 'date' : 'text' },
                ...(parted(source.editions) ? [{ label: here.say`Part`, kind: 'text' as const }] : []),
                { label: here.say`Rows in file` },
                { label: here.say`Kept` },
                { label: here.say`Withheld` },
                { label: here.say`Rejected` },
                { label: here.say`Not read` },
                { label: here.say`SHA-256`, kind: 'text' },
              ]}
              rows={[...source.editions].reverse().map((edition) => {
                const link = (value: number, anchor: string) => ({
                  value,
                  href: here.to(file(paths.edition(edition.edition), anchor)),
                });
                return [
                  { value: edition.names[0] ?? edition.edition, href: here.to(edition.page) },
                  dated(source.editions) ? edition.as_of : dayOf(edition, here),
                  ...(parted(source.editions) ? [edition.period] : []),
                  link(edition.accounting.records, 'accounting'),
                  link(edition.accounting.kept, 'accounting'),
                  link(edition.accounting.withheld, 'accounting'),
                  link(edition.accounting.rejected, 'rejects'),
                  link(edition.problems, 'problems'),
                  `${edition.sha256.slice(0, 12)}…`,
                ];
              })}
              note={
                source.editions.some((edition) => edition.contradiction !== null)
                  ? here.say`Some dates are contradicted by the file itself; the edition’s page says how.`
                  : undefined
              }
            />
          </section>
        ))}
      </>
    ),
  }),
  csv: ({ sources }) => ({
    columns: [
      'source',
      'publisher',
      'edition',
      'file',
      'as_of',
      'as_of_from',
      'part',
      'contradiction',
      'layout',
      'records',
      'kept',
      'withheld',
      'rejected',
      'blank',
      'header',
      'values_not_read',
      'bytes',
      'sha256',
    ],
    rows: sources.flatMap((source) =>
      source.editions.map((one) => [
        source.id,
        source.publisher,
        one.edition,
        one.names.join('; '),
        one.as_of,
        one.as_of_from,
        one.period,
        one.contradiction,
        one.layout,
        one.accounting.records,
        one.accounting.kept,
        one.accounting.withheld,
        one.accounting.rejected,
        one.accounting.blank,
        one.accounting.header,
        one.problems,
        one.bytes,
        one.sha256,
      ]),
    ),
  }),
});

/** Whether a source releases its records in parts, each in files of its own. */
function parted(editions: readonly EditionSummary[]): boolean {
  return editions.some(({ period }) => period !== null);
}

/** Whether every edition of a source has a date of its own. */
function dated(editions: readonly EditionSummary[]): boolean {
  return editions.every(({ as_of }) => as_of !== null);
}

/** The date of an edition in words, or that nothing dates it: never the day on which it was added. */
function dayOf({ as_of }: EditionSummary, { say, lang }: Here): string {
  return as_of === null ? say`undated` : formatDate(as_of, lang);
}
