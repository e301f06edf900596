import { answer, unitName } from '../../../figures/answer.ts';
import { brokenAt, toldBeside } from '../../../figures/beside.ts';
import { expectedOf } from '../../../figures/expected.ts';
import type { Figure } from '../../../figures/figure.ts';
import { figureCalled, parseQuery } from '../../../figures/query.ts';
import { leavingReceipt } from '../../../publication/leaving-receipt.ts';
import { openFigures } from '../../../publication/open.ts';
import { cursorAt, offsetOf, pageOf } from '../cursor.ts';
import type { Holdings } from '../holdings.ts';
import { refuseClosed } from '../missing.ts';
import { asOf, by, figureId, knownAt, limit, paging, until, usualLimit, where } from '../parameters.ts';
import type { Ask, Route } from '../route.ts';
import { listOf, schema } from '../schemas/all.ts';

const list: Route = {
  method: 'get',
  path: '/figures',
  id: 'listFigures',
  summary: 'Every figure that may be asked',
  says: 'Figures of kinds of which only released tables leave are not among them: see /tables.',
  parameters: paging,
  answer: listOf('FigureSummary'),
  refuses: [410],
  example: '/figures?limit=5',
  handle: (ask, holdings) =>
    pageOf(openFigures(holdings.registry).map(summaryOf), position(ask, holdings), ask.list, holdings.build),
};

const definition: Route = {
  method: 'get',
  path: '/figures/{id}',
  id: 'figureDefinition',
  summary: 'What a figure is',
  says: 'Its definition, unit, dimensions, declared readings and what a reader should know.',
  parameters: [figureId],
  answer: schema('Figure'),
  refuses: [403, 404],
  example: '/figures/agreements.agencies',
  handle: (ask, holdings) => definitionOf(openFigure(ask, holdings)),
};

const values: Route = {
  method: 'get',
  path: '/figures/{id}/values',
  id: 'figureValues',
  summary: 'The values of a figure',
  says: 'The same document as "counterfoil figure ID --json", a page of rows at a time, less how many days late an edition is today. Money is a string with its decimals, counts are numbers, shares are numbers with their exact parts beside them.',
  parameters: [figureId, where, by, asOf, until, knownAt, ...paging],
  answer: schema('Values'),
  refuses: [403, 404, 410],
  example: '/figures/agreements.agencies/values?by=state&as_of=2026-02-05',
  async handle(ask, holdings) {
    const figure = openFigure(ask, holdings);
    const query = queryOf(figure, ask);
    const at = position(ask, holdings);
    const { found, beside } = await holdings.queue.run(async () => ({
      found: await answer(holdings.bench, figure, query),
      beside: await toldBeside(holdings.bench, figure, query),
    }));
    const sources = [...new Set(found.editions.map((edition) => edition.source))].sort();
    // An answer is kept until the next build: how late an edition is today is for the asker to reckon.
    const expected = expectedOf(holdings.bench.editions, sources, new Date(0)).map(
      ({ late_days: _today, ...rhythm }) => rhythm,
    );
    const { items: rows, total, build, next } = pageOf(found.rows, at, ask.list, holdings.build);
    return {
      ...found,
      rows,
      beside,
      break: brokenAt(figure, query, found.rows),
      expected,
      total,
      build,
      next,
    };
  },
};

const evidence: Route = {
  method: 'get',
  path: '/figures/{id}/receipt',
  id: 'figureReceipt',
  summary: 'The receipt of a value: definition, SQL, rows, files, hashes',
  says: 'The same document as "counterfoil trace ID --json", a page of rows at a time. The totals of its parts are always whole. Rows on awards of individuals and sole proprietors are one remainder, with how many they are and what they add.',
  parameters: [figureId, where, asOf, until, knownAt, limit, paging[1] as (typeof paging)[number]],
  answer: schema('Receipt'),
  refuses: [403, 404, 410],
  example: '/figures/agreements.agencies/receipt?where=state%3DGU&as_of=2026-02-05',
  async handle(ask, holdings) {
    const figure = openFigure(ask, holdings);
    const query = queryOf(figure, ask);
    const at = position(ask, holdings);
    const end = at.offset + at.limit;
    const { found, beside } = await holdings.queue.run(async () => ({
      found: await leavingReceipt(
        holdings.bench,
        holdings.registry,
        figure,
        query,
        `counterfoil ${holdings.version}`,
        { limit: end },
      ),
      beside: await toldBeside(holdings.bench, figure, query),
    }));
    const more = found.parts.some((part) => part.total > end);
    return {
      ...found,
      parts: found.parts.map((part) => ({ ...part, rows: part.rows.slice(at.offset) })),
      beside,
      build: holdings.build,
      next: more ? cursorAt(end, ask.list, holdings.build) : null,
    };
  },
};

/** Figures: what there is, what they are, their values, their receipts. */
export const figureRoutes: readonly Route[] = [list, definition, values, evidence];

/** Where in a list the asker stands. */
export function position(ask: Ask, { build }: Holdings): { offset: number; limit: number } {
  return { offset: offsetOf(ask.one('cursor'), ask.list, build), limit: ask.number('limit') ?? usualLimit };
}

function openFigure(ask: Ask, holdings: Holdings): Figure {
  const id = ask.path['id'] ?? '';
  refuseClosed(holdings, id);
  return figureCalled(id, openFigures(holdings.registry));
}

function queryOf(figure: Figure, ask: Ask) {
  return parseQuery(figure, {
    asOf: ask.one('as_of'),
    until: ask.one('until'),
    knownAt: ask.one('known_at'),
    where: ask.many('where'),
    by: [...new Set(ask.many('by'))],
  });
}

function summaryOf(figure: Figure) {
  return {
    id: figure.id,
    title: figure.title,
    unit: unitName(figure.unit),
    dimensions: Object.keys(figure.dimensions),
  };
}

function definitionOf(figure: Figure) {
  return {
    ...summaryOf(figure),
    definition: figure.definition,
    form: figure.form.form,
    dimensions: Object.entries(figure.dimensions).map(([name, dimension]) => ({
      name,
      title: dimension.title,
      says: dimension.says,
      values: dimension.values ?? null,
      additive: figure.additive.includes(name),
    })),
    defaults: figure.defaults ?? {},
    caveats: figure.caveats,
    sources: figure.sources,
    readings: figure.readings.map(({ id, axis, class: nearness, says, why }) => ({
      id,
      axis,
      class: nearness,
      says,
      why,
    })),
  };
}
