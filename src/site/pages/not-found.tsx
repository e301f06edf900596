import { sayIn } from '../../language/say.ts';
import { renderPage } from '../components/page.tsx';
import { titles } from '../problem.ts';
import type { Site } from '../site.ts';

/**
 * The page for addresses that lead nowhere, as a file at the root, for hosts that know the name `404.html`. A host shows
 * it in place of pages at any depth: where the site's own address is known, its links begin there.
 */
export function notFoundPage(site: Site): string {
  const root = site.address == null ? '' : new URL(site.address).pathname;
  return problemPage(site, 404, sayIn(site.lang)`There is no such page.`, root);
}

/** A refusal for people. `root` is the way from the address asked for to the root of the site, `../` for each folder. */
export function problemPage(site: Site, status: number, detail: string, root: string): string {
  return renderPage({
    lang: site.lang,
    title: sayIn(site.lang)(titles[status] ?? 'Refused'),
    project: { title: site.title, href: `${root}index.html` },
    nav: [],
    banner: site.notice ?? undefined,
    assets: { stylesheet: `${root}style.css`, icon: `${root}icon.svg` },
    made: '',
    version: site.version,
    editions: { count: site.editions.length },
    children: (
      <>
        <h1>{sayIn(site.lang)(titles[status] ?? 'Refused')}</h1>
        <p>{sayIn(site.lang)(detail)}</p>
        <p>{sayIn(
          site.lang,
        )`A page can move when a name is corrected. ${<a href={`${root}index.html`}>{sayIn(site.lang)`The home page`}</a>} leads to every figure, state, agency and claim.`}</p>
      </>
    ),
  });
}
