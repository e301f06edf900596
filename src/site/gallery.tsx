import type { Child } from 'hono/jsx';
import { renderPage } from './components/page.tsx';
import { drawings } from './gallery/drawings.tsx';
import type { GalleryEntry } from './gallery/entry.ts';
import { parts } from './gallery/parts.tsx';
import { stateValues } from './gallery/samples.ts';
import { countyLines } from './maps/county-map.ts';
import { type MapFrames, mapFrames } from './maps/frames.ts';
import { icon } from './style/icon.ts';
import { stylesheet } from './style/stylesheet.ts';

/** Every component, each with invented sample data. */
export const entries = [...parts, ...drawings];

/** The page of one component. */
const fileOf = ({ name }: GalleryEntry) => `${name.toLowerCase().replace(/\W+/g, '-')}.html`;

/** The gallery as one page: what there is, and how it looks with ordinary and with awkward data. */
export function galleryPage(): string {
  return around(
    'Gallery',
    <>
      <h1>Gallery</h1>
      <p class="lead">Every component of the site with invented sample data.</p>
      {entries.map((entry) => (
        <section>
          <h2>
            <a href={fileOf(entry)}>{entry.name}</a>
          </h2>
          {entry.body()}
        </section>
      ))}
    </>,
  );
}

/** One component on a page of its own. */
function componentPage(entry: GalleryEntry): string {
  return around(
    entry.name,
    <>
      <h1>{entry.name}</h1>
      <h2 class="visually-hidden">Samples</h2>
      {entry.body()}
    </>,
  );
}

function around(title: string, children: Child): string {
  const whole = title === 'Gallery';
  return renderPage({
    lang: 'en',
    title,
    description: 'Every component of the site with invented sample data.',
    project: { title: 'Example project', href: 'index.html' },
    nav: [
      { label: 'Figures', href: '#figures' },
      { label: 'Claims', href: '#claims' },
      { label: 'States', href: '#states' },
      { label: 'Agencies', href: '#agencies' },
      { label: 'Sources', href: '#sources' },
      { label: 'Gallery', href: 'index.html', current: true },
    ],
    crumbs: [
      { label: 'Home', href: 'index.html' },
      ...(whole ? [{ label: title }] : [{ label: 'Gallery', href: 'index.html' }, { label: title }]),
    ],
    banner: 'Invented example data',
    assets: {
      stylesheet: 'style.css',
      icon: 'icon.svg',
      scripts: ['address', 'ago', 'copy', 'map-slider', 'png', 'read-off', 'table-sort'].map(
        (name) => `client/${name}.js`,
      ),
    },
    twins: [{ label: 'JSON', href: 'map.json', type: 'application/json' }],
    made: '',
    version: '0.1.0',
    editions: { count: 31, latest: '2026-11-20', href: '#sources' },
    children,
  });
}

/** The frames of the gallery's map through time. */
export function galleryFrames(): MapFrames {
  const dates = [
    ['2025-01-31', 0.1],
    ['2025-09-05', 0.4],
    ['2026-03-20', 0.7],
    ['2026-11-20', 1],
  ] as const;
  const frames = dates.map(([date, share]) => {
    const values = stateValues(share);
    const count = values.reduce((sum, value) => sum + (value.value ?? 0), 0);
    return { date, values, message: `${count.toLocaleString('en-US')} agencies` };
  });
  return mapFrames(frames, { lang: 'en', unit: 'agencies', classes: { breaks: [1, 10, 25, 50, 100] } });
}

/** The files of the gallery by name, the compiled client modules aside. */
export function galleryFiles(): Record<string, string> {
  return {
    'index.html': galleryPage(),
    ...Object.fromEntries(entries.map((entry) => [fileOf(entry), componentPage(entry)])),
    'style.css': stylesheet(),
    'map.json': JSON.stringify(galleryFrames()),
    'counties.svg': countyLines(),
    'icon.svg': icon(),
  };
}
