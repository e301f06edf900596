import { servesAnyDate } from '../project/edition.ts';
import { renderPage } from './components/page.tsx';
import { feedsOfPage } from './feed-paths.ts';
import type { AnyPage, Here, PageView } from './page-kind.ts';
import { file, paths } from './paths.ts';
import type { Site } from './site.ts';

/** Modules on every page: a page is complete without them. */
const everywhere = ['ago', 'copy', 'dated', 'table-sort'];

/** A page with everything around it. */
export function inShell(site: Site, kind: AnyPage, here: Here, view: PageView): string {
  const latest = site.editions
    .filter((edition) => !servesAnyDate(edition))
    .map((edition) => edition.asOf)
    .sort()
    .at(-1);
  return renderPage({
    lang: site.lang,
    title: view.title,
    description: view.description,
    made: view.made,
    project: { title: site.title, href: here.to(file(paths.home)) },
    nav: navigation(site).map(({ label, page }) => ({
      label: here.say(label),
      href: here.to(file(page)),
      current: here.path === page || here.path.startsWith(`${page}/`) || kind.route.startsWith(`${page}/`),
    })),
    crumbs:
      here.path === paths.home
        ? undefined
        : view.crumbs.map(({ label, href }) => ({
            label,
            ...(href === undefined ? {} : { href: here.to(href) }),
          })),
    banner: site.notice ?? undefined,
    assets: {
      stylesheet: here.to('style.css'),
      icon: here.to('icon.svg'),
      scripts: [...everywhere, ...(site.build === undefined ? [] : ['live']), ...(view.scripts ?? [])].map(
        (name) => here.to(`client/${name}.js`),
      ),
      preload: (view.preload ?? []).map(here.to),
      whenUsed: [{ mark: ' class="read-off', src: here.to('client/read-off.js') }],
      bundles: (view.bundles ?? []).map((name) => here.to(`client/${name}.js`)),
    },
    twins: [
      { label: 'JSON', href: 'index.json', type: 'application/json' },
      { label: 'CSV', href: 'index.csv', type: 'text/csv' },
    ],
    dated: here.to(file(paths.releases)),
    feeds: feedsOfPage(site, here.path).map(({ title, path }) => ({ title, href: here.to(path) })),
    version: site.version,
    live:
      site.build === undefined
        ? undefined
        : {
            build: site.build,
            says: here.say`The records have changed since this page was loaded.`,
            show: here.say`Show the page as it is now`,
          },
    editions: { count: site.editions.length, latest, href: here.to(file(paths.sources)) },
    children: view.children,
  });
}

/** The main ways in; those without anything behind them are left out. */
function navigation(site: Site): { label: string; page: string }[] {
  return [
    { label: 'Figures', page: paths.figures },
    ...(site.agreements
      ? [
          { label: 'States', page: paths.states },
          { label: 'Agencies', page: paths.agencies },
          { label: 'Changes', page: paths.changes },
        ]
      : []),
    ...(site.contracts
      ? [
          { label: 'Contracts', page: 'contracts' },
          { label: 'Flags', page: 'flags' },
        ]
      : []),
    ...(site.searches ? [{ label: 'Searches', page: paths.searches }] : []),
    ...(site.sql ? [{ label: 'SQL', page: paths.sql }] : []),
    { label: 'Claims', page: paths.claims },
    { label: 'Receipts', page: paths.receipts },
    ...(site.values.size === 0 ? [] : [{ label: 'Tables', page: paths.tables }]),
    { label: 'Sources', page: paths.sources },
    { label: 'Method', page: paths.method },
    { label: 'Search', page: paths.search },
  ];
}
