import { type FigureSummary, summaryOf } from '../data/summary.ts';
import { page } from '../page-kind.ts';
import { paths } from '../paths.ts';
import { FigureCard } from './shared/figure-card.tsx';

/** What the figures of a kind are about, by the first part of their ids; a user's own are under the last. */
const kinds: Readonly<Record<string, string>> = {
  agreements: 'Agreements',
  contracts: 'Contracts',
  searches: 'Searches',
  changes: 'Changes of the records',
};

/** The list of figures. */
export const figuresPage = page<{ figures: FigureSummary[] }>({
  route: 'figures',
  says: 'every figure with its definition, latest value and series',
  paths: () => [paths.figures],
  load: (site) => ({ figures: [...site.values.values()].map(summaryOf) }),
  view: ({ figures }, here) => ({
    title: here.say`Figures`,
    description: here.say`Every figure with its definition and latest value.`,
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`Figures` }],
    children: (
      <>
        <h1>{here.say`Figures`}</h1>
        <p class="lead">{here.say`Each figure is declared once, with what it counts and what else a fair person might mean by its name.`}</p>
        {[...Map.groupBy(figures, ({ id }) => id.slice(0, id.indexOf('.')))].map(([kind, some]) => (
          <section aria-labelledby={kind}>
            <h2 id={kind}>{here.say(kinds[kind] ?? 'Other figures')}</h2>
            <div class="headlines">
              {some.map((figure) => (
                <div>
                  <FigureCard here={here} figure={figure} caveats={false} />
                  <p>{figure.definition}</p>
                </div>
              ))}
            </div>
          </section>
        ))}
      </>
    ),
  }),
  csv: ({ figures }) => ({
    columns: ['figure', 'title', 'definition', 'as_of', 'value', 'unit', 'receipt'],
    measured: ['value'],
    rows: figures.map((figure) => [
      figure.id,
      figure.title,
      figure.definition,
      figure.as_of,
      figure.value,
      figure.unit.kind === 'count' ? figure.unit.many : figure.unit.kind,
      figure.receipt,
    ]),
  }),
});
