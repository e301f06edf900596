import { assets } from './assets.ts';
import { type AnyPage, hereAt } from './page-kind.ts';
import { kindsOfPages } from './pages/all.ts';
import { filesOfRooms } from './pages/files.ts';
import { notFoundPage } from './pages/not-found.tsx';
import { inShell } from './shell.tsx';
import type { Site } from './site.ts';
import { csvTwin, jsonTwin } from './twins.ts';

/**
 * Every file of a site by its address from the root. The app answers from it and `publish` writes it, so that both
 * give the same bytes. What is not listed does not exist: no address is ever looked up on a disk.
 */
export interface SiteFiles {
  /** In the order in which they are written: what is made of the same data lies in one folder, and comes together. */
  paths: readonly string[];
  has(path: string): boolean;
  /** The text of a file; undefined where there is none, or where it is no text. */
  read(path: string): string | undefined;
  /** The bytes of a file that is no text (a workbook, a Parquet file, an archive); undefined where there is none. */
  bytes(path: string): Uint8Array<ArrayBuffer> | undefined;
}

/** What a file of the site holds: text, written as UTF-8, or bytes as they are. */
export type FileBody = string | Uint8Array<ArrayBuffer>;

/** Whether a file of this name is no text. */
export function isBytes(path: string): boolean {
  return /\.(xlsx|parquet|zip)$|^log\/tile\//.test(path);
}

type Form = 'html' | 'json' | 'csv';

/** The files of a site. Each is made when it is asked for. */
export function siteFiles(site: Site): SiteFiles {
  const makers = new Map<string, () => FileBody | undefined>();
  for (const kind of kindsOfPages(site)) {
    for (const path of kind.paths(site)) addPage(makers, site, kind, path);
  }
  makers.set('404.html', () => notFoundPage(site));
  for (const [path, make] of [...assets, ...filesOfRooms(site)]) makers.set(path, make);
  for (const [path, body] of site.log ?? []) makers.set(path, () => body);
  const made = (path: string) => makers.get(path)?.();
  return {
    paths: [...makers.keys()].sort(),
    has: (path) => makers.has(path),
    read(path) {
      const body = isBytes(path) ? undefined : made(path);
      return typeof body === 'string' ? body : undefined;
    },
    bytes(path) {
      const body = isBytes(path) ? made(path) : undefined;
      return typeof body === 'string' ? undefined : body;
    },
  };
}

function addPage(
  makers: Map<string, () => FileBody | undefined>,
  site: Site,
  kind: AnyPage,
  path: string,
): void {
  const params = paramsOf(kind.route, path);
  let kept: WeakRef<object> | undefined;
  // The three forms are mostly asked for one after another; the data are held only as long as there is room.
  const data = () => {
    const before = kept?.deref();
    if (before) return before;
    const made = kind.load(site, path, params);
    kept = made === undefined ? undefined : new WeakRef(made);
    return made;
  };
  for (const form of ['html', 'json', 'csv'] as const) {
    makers.set(`${path === '' ? '' : `${path}/`}index.${form}`, () => {
      const found = data();
      return found === undefined ? undefined : write(site, kind, path, form, found);
    });
  }
}

function write(site: Site, kind: AnyPage, path: string, form: Form, data: object): string {
  if (form === 'json')
    return jsonTwin(site, path, kind.route === '' ? 'home' : kind.route, kind.json?.(data, site) ?? data);
  if (form === 'csv') return csvTwin(kind.csv(data, site));
  const here = hereAt(path, site.lang);
  return inShell(site, kind, here, kind.view(data, here, site));
}

/** `states/:code` and `states/FL` give `{ code: 'FL' }`. */
function paramsOf(route: string, path: string): Record<string, string> {
  const parts = path.split('/');
  const named = route
    .split('/')
    .flatMap((name, index) => (name.startsWith(':') ? [[name.slice(1), parts[index] ?? '']] : []));
  return Object.fromEntries(named);
}
