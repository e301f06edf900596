import { existsSync, readFileSync } from 'node:fs';
import { icon } from './style/icon.ts';
import { stylesheet } from './style/stylesheet.ts';

/** Modules for the reader's browser, by file name. */
const modules = [
  'address',
  'ago',
  'big-table',
  'copy',
  'dated',
  'desk',
  'live',
  'map-slider',
  'png',
  'read-off',
  'search',
  'sql',
  'table-sort',
];

/** Files that pages need beside themselves, by address from the root. Each is made when it is asked for. */
export const assets: ReadonlyMap<string, () => string> = new Map([
  ['style.css', stylesheet],
  ['icon.svg', icon],
  ...modules.map((name) => [`client/${name}.js`, () => clientModule(name)] as const),
]);

/** A compiled module: beside this file in a built program, in `dist` when the sources run as they are. */
function clientModule(name: string): string {
  const places = [`./client/${name}.js`, `../../dist/site/client/${name}.js`].map(
    (path) => new URL(path, import.meta.url),
  );
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error(`the module ${name} is not compiled`);
  return readFileSync(found, 'utf8');
}
