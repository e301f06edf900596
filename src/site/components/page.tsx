import type { Child } from 'hono/jsx';
import { sayIn } from '../../language/say.ts';
import { formatDate, plural } from '../format.ts';
import { escapeText, safeHref, withoutControls } from '../svg.ts';
import { fill, type Lang, words } from '../words.ts';
import { Banner } from './banner.tsx';
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx';
import { FeedLinks } from './feed-links.tsx';
import { Link } from './link.tsx';

export interface PageProps {
  lang: Lang;
  /** The page's own title; the project's follows it in the browser's tab. */
  title: string;
  description?: string;
  project: { title: string; href: string };
  nav: { label: string; href: string; current?: boolean }[];
  crumbs?: Crumb[];
  /** "Invented example data": on every page of a project that says so. */
  banner?: string;
  /** Address of the stylesheet, and of the modules that the page can do without. */
  assets: {
    stylesheet: string;
    icon?: string;
    scripts?: string[];
    /** Images to fetch at once. */
    preload?: string[];
    /** Modules for pages whose text has a mark: a page without a drawing to read off loads none for it. */
    whenUsed?: { mark: string; src: string }[];
    bundles?: string[];
  };
  /** JSON and CSV twins of this page. */
  twins?: { label: string; href: string; type: string }[];
  /** Address of the page on dated copies of the site; a script shows that of this very page when it is asked. */
  dated?: string | undefined;
  /** Feeds that the page names, without their ending: Atom and JSON Feed. */
  feeds?: readonly { title: string; href: string }[];
  /** The program's version. */
  version: string;
  /** In place of the sentence on receipts; empty on a page without numbers. */
  made?: string | undefined;
  /** Of a site that is served live: the build that the page is of, and what is offered when there is another. */
  live?: { build: string; says: string; show: string } | undefined;
  editions: { count: number; latest?: string; href?: string };
  children?: Child;
}

/** What surrounds every page: skip link, header, navigation, main, footer. */
function Body(props: PageProps) {
  const { lang, twins = [], feeds = [], editions } = props;
  const w = words(lang);
  const say = sayIn(lang);
  return (
    <body>
      <a class="skip" href="#main">
        {w.skip}
      </a>
      {props.banner === undefined ? null : <Banner lang={lang}>{props.banner}</Banner>}
      <header class="site-header">
        <Link href={props.project.href} class="project">
          {props.project.title}
        </Link>
        <nav aria-label={w.navigation}>
          <ul>
            {props.nav.map((item) => (
              <li>
                <Link href={item.href} current={item.current}>
                  {item.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" tabindex={-1}>
        {props.crumbs === undefined ? null : <Breadcrumbs lang={lang} items={props.crumbs} />}
        {props.children}
      </main>
      <footer class="site-footer">
        {twins.length === 0 ? null : (
          <p>
            {w.alsoAs}:{' '}
            {twins.map((twin, i) => (
              <>
                {i > 0 ? ', ' : ''}
                <Link href={twin.href}>{twin.label}</Link>
              </>
            ))}
          </p>
        )}
        {feeds.length === 0 ? null : (
          <p>
            {say`Changes and corrections as a feed:`}{' '}
            {feeds.map(({ href }, i) => (
              <>
                {i > 0 ? ' · ' : ''}
                <FeedLinks of={i === 0 ? say`of this site` : say`of this page`} href={href} />
              </>
            ))}
          </p>
        )}
        {props.made === '' ? null : <p>{props.made ?? w.made}</p>}
        {props.dated === undefined ? null : (
          <details class="cite" data-dated={props.dated}>
            <summary>{say`Cite this page`}</summary>
            <p>{say`Pages change when records do. Each publication is kept whole, with checksums, under an address with its date: ${<Link href={props.dated}>{say`dated copies`}</Link>}.`}</p>
          </details>
        )}
        <p>
          {fill(w.version, { version: props.version })}
          {editions.count === 0 ? null : (
            <>
              {' '}
              · <Link href={editions.href}>{plural(editions.count, w.editionsRead, lang)}</Link>
            </>
          )}
          {editions.latest === undefined
            ? ''
            : `, ${fill(w.latestEdition, { date: formatDate(editions.latest, lang) })}`}
        </p>
      </footer>
    </body>
  );
}

/** A whole page as text. No inline script or style: it passes `default-src 'self'`. */
export function renderPage(props: PageProps): string {
  const { lang, title, description, assets, twins = [] } = props;
  // Control characters are no part of HTML; a record may hold some.
  const body = withoutControls(String(<Body {...props} />));
  const used = (assets.whenUsed ?? []).filter(({ mark }) => body.includes(mark)).map(({ src }) => src);
  const attribute = (value: string) => `"${escapeText(value)}"`;
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeText(title === props.project.title ? title : `${title} · ${props.project.title}`)}</title>`,
    ...(description === undefined ? [] : [`<meta name="description" content=${attribute(description)}>`]),
    `<link rel="stylesheet" href=${attribute(assets.stylesheet)}>`,
    ...(assets.preload ?? []).map((href) => `<link rel="preload" as="image" href=${attribute(href)}>`),
    ...(assets.icon === undefined
      ? []
      : [`<link rel="icon" type="image/svg+xml" sizes="any" href=${attribute(assets.icon)}>`]),
    ...twins.map(
      ({ type, href }) =>
        `<link rel="alternate" type=${attribute(type)} href=${attribute(safeHref(href) ?? '')}>`,
    ),
    ...(props.live === undefined
      ? []
      : [
          `<meta name="counterfoil-build" content=${attribute(props.live.build)} data-says=${attribute(props.live.says)} data-show=${attribute(props.live.show)}>`,
        ]),
    ...(assets.bundles ?? []).map((src) => `<script defer src=${attribute(src)}></script>`),
    ...(props.feeds ?? []).flatMap(({ title: name, href }) =>
      [
        ['atom', 'application/atom+xml'],
        ['json', 'application/feed+json'],
      ].map(
        ([ending, type]) =>
          `<link rel="alternate" type="${type}" title=${attribute(name)} href=${attribute(safeHref(`${href}.${ending}`) ?? '')}>`,
      ),
    ),
    ...[...(assets.scripts ?? []), ...used].map(
      (src) => `<script type="module" src=${attribute(src)}></script>`,
    ),
  ];
  return `<!doctype html>\n<html lang="${lang}">\n<head>\n${head.join('\n')}\n</head>\n${body}\n</html>\n`;
}
