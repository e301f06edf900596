import { expectation } from '../../figures/expected.ts';
import type { Site } from '../site.ts';
import { kindsOfPages } from './all.ts';

/** The list of all pages with their twins, for programs; addresses from the root of the site. */
export function apiIndex(site: Site): string {
  const pages = kindsOfPages(site).map((kind) => ({
    kind: kind.route === '' ? 'home' : kind.route,
    says: kind.says,
    pages: kind.paths(site).map((path) => (path === '' ? 'index.json' : `${path}/index.json`)),
  }));
  const figures = [...site.values.values()].map(({ figure, answer, day, days }) => ({
    id: figure.id,
    title: figure.title,
    unit: answer.unit,
    as_of: day,
    next_expected: expectation(days)?.next ?? null,
    dimensions: Object.keys(figure.dimensions),
  }));
  return `${JSON.stringify({ schema: 1, title: site.title, notice: site.notice, program: `counterfoil ${site.version}`, figures, pages }, null, 1)}\n`;
}
