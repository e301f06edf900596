import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import { createApp } from '../../src/site/app.tsx';
import { finder } from '../../src/site/bundles/search/finder.ts';
import { entriesOf } from '../../src/site/search/entries.ts';
import { entryListFile } from '../../src/site/search/list-file.ts';
import type { EntryList } from '../../src/site/search/types.ts';
import type { Site } from '../../src/site/site.ts';
import { siteFiles } from '../../src/site/site-files.ts';
import { exampleProject, openSite } from './support/example-site.ts';

let site: Site;
let workspace: Workspace;

beforeAll(async () => {
  ({ site, workspace } = await openSite(await exampleProject()));
}, 120_000);
afterAll(() => workspace?.close());

/** A list as the site writes it, and a finder over it. */
function handedOver(text: string): EntryList {
  const [, json = ''] = /^counterfoilEntries\((.*)\);\n$/s.exec(text) ?? [];
  return JSON.parse(json);
}

const made = (...titles: string[]): EntryList => ({
  types: ['Agency'],
  entries: titles.map((title, index) => [title, 0, `p${index}/index.html`]),
});
const titles = (list: EntryList, words: string) => finder(list)(words).map((one) => one.title);

describe('words', () => {
  test('are met without accents and capitals, in any order, by their beginnings', () => {
    const list = made('Cañon Peñasco Sheriff’s Office', 'Canyon Town Marshal');
    expect(titles(list, 'PENASCO canon')).toEqual(['Cañon Peñasco Sheriff’s Office']);
    expect(titles(list, 'sher peñ')).toEqual(['Cañon Peñasco Sheriff’s Office']);
  });

  test('all have to be met; one letter in four may be amiss, digits never', () => {
    const list = made('Harrowgate County Wardens', 'Vehicle 70INV1', 'Vehicle 70INV2');
    expect(titles(list, 'harowgate')).toEqual(['Harrowgate County Wardens']);
    expect(titles(list, 'harrowgate city')).toEqual([]);
    expect(titles(list, '70INV1')).toEqual(['Vehicle 70INV1']);
  });

  test('of titles that fit alike the order is that of the list', () => {
    expect(titles(made('Lantern Two', 'Lantern One'), 'lantern')).toEqual(['Lantern Two', 'Lantern One']);
  });
});

test('every entry has a page, and every page of something nameable has an entry', () => {
  const files = siteFiles(site);
  const entries = entriesOf(site);
  expect(entries.filter(({ page }) => !files.has(page))).toEqual([]);
  const listed = new Set(entries.map(({ page }) => page));
  const rooms = /^(agencies|states|figures|claims|editions)\/[^/]+\/index\.html$/;
  const states = new Set(site.agreements?.organisations.map((one) => one.state));
  const missing = files.paths
    .filter((path) => rooms.test(path) && !listed.has(path))
    .filter((path) => !path.startsWith('states/') || states.has(path.split('/')[1] ?? ''));
  expect(missing).toEqual([]);
});

test('what is found is what the site calls it', () => {
  const find = finder(handedOver(entryListFile(site)));
  const one = site.agreements?.organisations[3];
  expect(find(one?.name ?? '')[0]?.title).toBe(one?.name);
  expect(find('agencies with an agreement')[0]?.page).toBe('figures/agreements.agencies/index.html');
});

test('the script and the list stay small', () => {
  const files = siteFiles(site);
  expect(gzipSync(files.read('client/search.js') ?? '').length).toBeLessThan(10_000);
  const bytes = gzipSync(entryListFile(site)).length / entriesOf(site).length;
  // So that 10,000 entries, more than the full national records have, come to less than 400 kB.
  expect(bytes).toBeLessThan(40);
});

test('its parameter is known on its page and nowhere else', async () => {
  const app = createApp(site);
  expect((await app.request('/search/?q=lantern')).status).toBe(200);
  expect((await app.request('/search/index.html?q=lantern')).status).toBe(200);
  expect((await app.request('/search/?q=lantern&p=2')).status).toBe(400);
  expect((await app.request('/figures/?q=lantern')).status).toBe(400);
});

test('a long list is parted by letters, and no entry is lost', () => {
  const files = siteFiles(site);
  const agencies = entriesOf(site).filter(({ type }) => type === 'agency');
  expect(agencies.length).toBeGreaterThan(150);
  const parts = files.paths.filter((path) => /^search\/agency-\w\/index\.html$/.test(path));
  const links = parts.flatMap((path) => [
    ...(files.read(path) ?? '').matchAll(/href="\.\.\/\.\.\/(agencies\/[^"]+)"/g),
  ]);
  const found = new Set(links.map(([, to]) => decodeURIComponent(to ?? '')));
  expect(agencies.filter(({ page }) => !found.has(page))).toEqual([]);
});
