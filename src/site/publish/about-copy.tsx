import type { ListedRelease } from '../../project/site-releases.ts';
import { renderPage } from '../components/page.tsx';
import { hereAt } from '../page-kind.ts';
import { file, paths } from '../paths.ts';
import type { Site } from '../site.ts';
import type { OwnFile } from './dated-copy.ts';

/**
 * What a dated copy says about itself, at the place where the site tells of its copies: what it is, what came before
 * and after. It is no part of the checksums, since "after" comes later.
 */
export function aboutCopy(site: Site, releases: readonly ListedRelease[], release: ListedRelease): OwnFile[] {
  const at = releases.indexOf(release);
  const [previous, next] = [releases[at - 1], releases[at + 1]];
  const here = hereAt(paths.releases, site.lang);
  const { say } = here;
  const copy = (one: ListedRelease) => <a href={`../../${one.release}/index.html`}>{one.release}</a>;
  const html = renderPage({
    lang: site.lang,
    title: say`Copy of ${release.release}`,
    project: { title: site.title, href: here.to(file(paths.home)) },
    nav: [],
    banner: site.notice ?? undefined,
    assets: { stylesheet: here.to('style.css'), icon: here.to('icon.svg') },
    made: say`A copy is never changed. What came after it is told on this page alone.`,
    version: site.version,
    editions: { count: 0 },
    children: (
      <>
        <h1>{say`Copy of ${release.release}`}</h1>
        <p class="lead">{say`These pages are a copy of the whole site as it was published on ${release.date}. Each page keeps its address below this one.`}</p>
        <ul class="plain-list">
          <li>{previous ? say`Before it: ${copy(previous)}` : say`Before it: none, it is the first.`}</li>
          <li>{next ? say`After it: ${copy(next)}` : say`After it: none, it is the latest.`}</li>
          <li>{say`All copies: ${<a href="../../index.html">{say`the list`}</a>}`}</li>
          <li>
            {say`Checksums: ${<a href="../SHA256SUMS">SHA256SUMS</a>}, ${<a href="../manifest.json">manifest.json</a>}`}
          </li>
        </ul>
        {release.removed === 0 ? null : (
          <p>{say`Editions that this copy was made from and that have been taken out of the project since: ${release.removed}.`}</p>
        )}
      </>
    ),
  });
  const json = {
    schema: 1,
    kind: 'release',
    notice: site.notice,
    data: {
      releases: [
        {
          ...release,
          this: true,
          previous: previous?.release ?? null,
          next: next?.release ?? null,
        },
      ],
    },
  };
  return [
    { path: 'releases/index.html', text: html },
    { path: 'releases/index.json', text: `${JSON.stringify(json)}\n` },
  ];
}

/** What is left where a copy was: that it was there, when it went, and the checksum by which a copy elsewhere is known. */
export function withdrawnCopy(site: Site, release: ListedRelease): OwnFile[] {
  const { say } = hereAt(paths.releases, site.lang);
  const html = renderPage({
    lang: site.lang,
    title: say`Copy of ${release.release}, withdrawn`,
    project: { title: site.title, href: '../../index.html' },
    nav: [],
    banner: site.notice ?? undefined,
    assets: { stylesheet: '../../style.css', icon: '../../icon.svg' },
    made: say`The name of a withdrawn copy is not given to another.`,
    version: site.version,
    editions: { count: 0 },
    children: (
      <>
        <h1>{say`Withdrawn`}</h1>
        <p class="lead">{say`The copy of ${release.date} held a file that should not have been published. Its pages were taken away on ${release.withdrawn ?? ''}.`}</p>
        <p>{say`SHA-256 of its checksums: ${<code>{release.content}</code>}. ${<a href="../index.html">{say`The other copies`}</a>} are listed.`}</p>
      </>
    ),
  });
  const json = { schema: 1, kind: 'release', notice: site.notice, data: { releases: [release] } };
  return [
    { path: 'index.html', text: html },
    { path: 'index.json', text: `${JSON.stringify(json)}\n` },
  ];
}
