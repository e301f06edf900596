import { Caveats } from '../components/caveats.tsx';
import { Glossary } from '../components/glossary.tsx';
import { figureTable } from '../downloads/figure-table.ts';
import { page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';
import { About, termsOf } from './figure/about.tsx';
import { FigureAccounting } from './figure/accounting.tsx';
import { type FigureData, figureData, isRevised } from './figure/data.ts';
import { Parts } from './figure/parts.tsx';
import { ReadingsDeclared } from './figure/readings.tsx';
import { Revisions } from './figure/revisions.tsx';
import { SeriesChart } from './figure/series-chart.tsx';
import { TakeAlong } from './figure/take-along.tsx';
import { FigureCard } from './shared/figure-card.tsx';

/** One figure: its value, what to know before quoting it, its course, its parts, where it comes from, and files of it. */
export const figurePage = page<FigureData>({
  route: 'figures/:id',
  says: 'definition, caveats, latest value, series over the lists, value by each dimension, declared readings',
  paths: (site) => [...site.values.keys()].map(paths.figure),
  load: (site, _path, { id = '' }) => figureData(site, id),
  view(data, here, site) {
    const { summary } = data;
    return {
      title: summary.title,
      description: summary.definition,
      crumbs: [
        { label: here.say`Home`, href: 'index.html' },
        { label: here.say`Figures`, href: file(paths.figures) },
        { label: summary.title },
      ],
      scripts: ['address', 'png'],
      children: (
        <>
          <h1>{summary.title}</h1>
          <p class="lead">{summary.definition}</p>
          <h2 class="visually-hidden">{here.say`Latest value`}</h2>
          <div class="headlines">
            <FigureCard
              here={here}
              figure={summary}
              caveats={false}
              own
              revised={isRevised(data, summary.as_of)}
            />
          </div>
          <Caveats lang={here.lang} id="know" items={[...summary.caveats]} />
          <Revisions here={here} data={data} />
          <SeriesChart here={here} data={data} />
          <Parts here={here} data={data} />
          <ReadingsDeclared here={here} data={data} />
          <About here={here} site={site} data={data} />
          <FigureAccounting here={here} data={data} />
          <TakeAlong here={here} site={site} data={data} />
          <Glossary lang={here.lang} id="words" names={termsOf(data)} />
        </>
      ),
    };
  },
  csv(data) {
    const { columns, rows } = figureTable(data);
    return { columns: columns.map(({ name }) => name), rows };
  },
});
