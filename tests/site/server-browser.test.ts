import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import { registry } from '../../src/kinds/registry.ts';
import { engineQueue } from '../../src/site/api/engine-queue.ts';
import type { Holdings } from '../../src/site/api/holdings.ts';
import { createApp } from '../../src/site/app.tsx';
import { type Started, startServer } from '../../src/site/serve/start.ts';
import type { Site } from '../../src/site/site.ts';
import { siteFiles } from '../../src/site/site-files.ts';
import { browser } from '../support/browser.ts';
import { exampleProject } from '../support/projects.ts';
import { openSite } from './support/example-site.ts';

const markup = '<img src=x onerror="document.title=1">';

let chrome: Browser;
let workspace: Workspace;
let site: Site;
let server: Started;
let build = 'a';

/** The example project as a build of any name; a statement gives markup. */
function appOf(name: string) {
  const live = { ...site, build: name, sql: [{ name: 'agencies', says: 'one row an agency' }] };
  const holdings: Holdings = {
    build: name,
    title: site.title,
    notice: site.notice,
    version: '0',
    bench: site.bench,
    registry,
    verdicts: site.verdicts,
    releases: [],
    flagSettings: {},
    queue: engineQueue(() => {}, { waiting: 5, runMs: 10_000 }),
    runSql: async () => ({ columns: [{ name: markup, type: 'VARCHAR' }], rows: [[markup]], truncated: true }),
  };
  return createApp(live, siteFiles(live), holdings);
}

beforeAll(async () => {
  ({ site, workspace } = await openSite((await exampleProject()).folder));
  server = await startServer({
    hostname: '127.0.0.1',
    port: 0,
    lookEvery: 50,
    settings: { requestsPerSecond: 0 },
    source: { stamp: () => build, open: async () => ({ build, app: appOf(build), close() {} }) },
  });
  chrome = await browser();
}, 120_000);

afterAll(async () => {
  await chrome?.close();
  await server?.close();
  workspace?.close();
});

test('a page that is being read offers the new build, and shows it when asked', async () => {
  const page = await chrome.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(server.address, { waitUntil: 'load' });
  expect(await page.locator('.changed').count()).toBe(0);
  build = 'b';
  await page.waitForSelector('.changed', { timeout: 20_000 });
  expect(await page.textContent('.changed')).toContain('The records have changed');
  await Promise.all([page.waitForEvent('load'), page.click('.changed button')]);
  expect(await page.getAttribute('meta[name="counterfoil-build"]', 'content')).toBe('b');
  await page.waitForTimeout(300);
  expect(await page.locator('.changed').count()).toBe(0);
  expect(errors).toEqual([]);
  await page.close();
});

test('what a statement gives is shown as text; without JavaScript the page tells how to ask', async () => {
  const page = await chrome.newPage();
  await page.goto(`${server.address}sql/`, { waitUntil: 'load' });
  const title = await page.title();
  await page.fill('#sql', 'select 1');
  await page.click('form[data-sql] button');
  await page.waitForSelector('[data-sql-answer] table', { timeout: 20_000 });
  expect(await page.textContent('[data-sql-answer] td')).toBe(markup);
  expect(await page.textContent('[data-sql-answer] th')).toBe(markup);
  expect(await page.textContent('[data-sql-answer] caption')).toContain('there are more');
  expect(await page.locator('[data-sql-answer] img').count()).toBe(0);
  expect(await page.title()).toBe(title);
  await page.close();
  const plain = await (await chrome.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(`${server.address}sql/`, { waitUntil: 'load' });
  expect(await plain.locator('form[data-sql]').isVisible()).toBe(false);
  expect(await plain.textContent('main')).toContain('/api/v1/sql');
});
