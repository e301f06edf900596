import { renderPage } from './components/page.tsx';
import { drawings } from './gallery/drawings.tsx';
import { parts } from './gallery/parts.tsx';
import { stateValues } from './gallery/samples.ts';
import { countyLines } from './maps/county-map.ts';
import { type MapFrames, mapFrames } from './maps/frames.ts';
import { icon } from './style/icon.ts';
import { stylesheet } from './style/stylesheet.ts';

/** Every component, each with invented sample data. */
export const entries = [...parts, ...drawings];

/** The gallery as one page: what there is, and how it looks with ordinary and with awkward data. */
export function galleryPage(): string {
  return renderPage({
    lang: 'en',
    title: 'Gallery',
    description: 'Every component of the site with invented sample data.',
    project: { title: 'Example project', href: '#' },
    nav: [
      { label: 'Figures', href: '#figures' },
      { label: 'Claims', href: '#claims' },
      { label: 'States', href: '#states' },
      { label: 'Agencies', href: '#agencies' },
      { label: 'Sources', href: '#sources' },
      { label: 'Gallery', href: '#gallery', current: true },
    ],
    crumbs: [{ label: 'Home', href: '#' }, { label: 'Gallery' }],
    banner: 'Invented example data',
    assets: {
      stylesheet: 'style.css',
      icon: 'icon.svg',
      scripts: ['address', 'ago', 'copy', 'map-slider', 'png', 'read-off', 'table-sort'].map(
        (name) => `client/${name}.js`,
      ),
    },
    twins: [{ label: 'JSON', href: 'gallery.json', type: 'application/json' }],
    version: '0.1.0',
    editions: { count: 31, latest: '2026-11-20', href: '#sources' },
    children: (
      <>
        <h1>Gallery</h1>
        <p class="lead">Every component of the site with invented sample data.</p>
        {entries.map((entry) => (
          <section>
            <h2>{entry.name}</h2>
            {entry.body()}
          </section>
        ))}
      </>
    ),
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
    'style.css': stylesheet(),
    'map.json': JSON.stringify(galleryFrames()),
    'counties.svg': countyLines(),
    'icon.svg': icon(),
  };
}
