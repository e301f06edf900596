import { formatValue } from '../cell.ts';
import { Caveats } from '../components/caveats.tsx';
import { CopyText } from '../components/copy-text.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { Link } from '../components/link.tsx';
import { formatDate } from '../format.ts';
import { page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';
import { kindOf, unitOf } from '../units.ts';
import { type FigureData, figureData } from './figure/data.ts';
import { Parts } from './figure/parts.tsx';
import { ReadingsDeclared } from './figure/readings.tsx';
import { SeriesChart } from './figure/series-chart.tsx';
import { FigureCard } from './shared/figure-card.tsx';

/** One figure: what to know, its value, its course over the lists, its parts, its readings. */
export const figurePage = page<FigureData>({
  route: 'figures/:id',
  says: 'definition, caveats, latest value, series over the lists, value by each dimension, declared readings',
  paths: (site) => [...site.values.keys()].map(paths.figure),
  load: (site, _path, { id = '' }) => figureData(site, id),
  view(data, here, site) {
    const { summary } = data;
    const said = summary.value === null ? '[x]' : formatValue(summary.value, kindOf(summary), here.lang);
    const date = summary.as_of === null ? '' : ` as of ${formatDate(summary.as_of, here.lang)}`;
    return {
      title: summary.title,
      description: summary.definition,
      crumbs: [
        { label: 'Home', href: 'index.html' },
        { label: 'Figures', href: file(paths.figures) },
        { label: summary.title },
      ],
      children: (
        <>
          <h1>{summary.title}</h1>
          <p class="lead">{summary.definition}</p>
          <h2 class="visually-hidden">Latest value</h2>
          <div class="headlines">
            <FigureCard here={here} figure={summary} caveats={false} own />
          </div>
          <Caveats lang={here.lang} id="know" items={[...summary.caveats]} />
          <SeriesChart here={here} data={data} />
          <Parts here={here} data={data} />
          <ReadingsDeclared here={here} data={data} />
          <h2>Made from</h2>
          <DefinitionList
            items={[
              { term: 'Identifier', description: <code>{summary.id}</code> },
              {
                term: 'Editions',
                description: data.editions.map((edition) => (
                  <>
                    <Link href={here.to(edition.page)}>{edition.name}</Link>, as of{' '}
                    {formatDate(edition.as_of, here.lang)}
                  </>
                )),
              },
              {
                term: 'On the command line',
                description: (
                  <code>{`counterfoil figure ${summary.id}${summary.as_of === null ? '' : ` --as-of ${summary.as_of}`}`}</code>
                ),
              },
            ]}
          />
          <h2>To quote it</h2>
          <CopyText
            lang={here.lang}
            text={
              `${said} ${unitOf(summary, summary.value) ?? ''}`.trim() +
              `${date}. ${summary.definition} Source: ${data.editions.map((edition) => `${edition.name} (SHA-256 ${edition.sha256.slice(0, 16)}…)`).join(', ')}. Counterfoil ${site.version}.${site.notice === null ? '' : ` ${site.notice}`}`
            }
          />
        </>
      ),
    };
  },
  csv: (data) => ({
    columns: ['dimension', 'key', 'label', 'as_of', 'value', 'receipt'],
    rows: [
      ...data.summary.series.map((one, index) => [
        'date',
        one.date,
        '',
        one.date,
        one.value,
        data.receipts[index] ?? null,
      ]),
      ...data.parts.flatMap((part) =>
        part.groups.map((group) => [
          part.dimension,
          group.key,
          group.label,
          data.summary.as_of,
          group.value,
          group.receipt,
        ]),
      ),
    ],
  }),
});
