import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file of a published folder by its path, those of the program's own bookkeeping aside.
 *
 * @param copies whether the files of dated copies are among them
 */
export function filesOf(folder: string, copies = false): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (!copies && /^releases\/\d/.test(name)) continue;
    if (name.startsWith('.') || !statSync(join(folder, name)).isFile()) continue;
    found.set(name, readFileSync(join(folder, name), 'utf8'));
  }
  return found;
}

/** Addresses in `href`, `src` and the map's frames, unescaped, in order. */
export function addressesIn(html: string): string[] {
  return [...html.matchAll(/ (?:href|src|data-map-frames)="([^"]*)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"'),
  );
}

/** Where an address leads from a page: a path from the root, and an anchor. */
export function resolve(page: string, address: string): { path: string; anchor: string | undefined } {
  const url = new URL(address, `http://site/${page}`);
  const anchor = url.hash === '' ? undefined : decodeURIComponent(url.hash.slice(1));
  return { path: decodeURIComponent(url.pathname).slice(1), anchor };
}

/** Whether an address leaves the site. */
export const isExternal = (address: string) => /^[a-z][a-z0-9+.-]*:|^\/\//i.test(address);
