import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import { createApp } from '../../src/site/app.tsx';
import { type Listening, listen } from '../../src/site/serve/listen.ts';
import { browser } from '../support/browser.ts';
import { exampleProject, openSite } from './support/example-site.ts';

let chrome: Browser;
let server: Listening;
let workspace: Workspace;
/** One address of each kind of page. */
let kinds: [string, string][];

beforeAll(async () => {
  const opened = await openSite(await exampleProject());
  workspace = opened.workspace;
  const { site } = opened;
  const state = site.agreements?.organisations[0]?.state ?? 'FL';
  const departed = site.agreements?.organisations.find((one) => one.standing === 'departed');
  const differs = site.verdicts.find((verdict) => verdict.verdict === 'differs');
  const receipt =
    [...site.receipts.keys()].filter((key) => key.startsWith('agreements.agencies|')).at(-1) ?? '';
  kinds = [
    ['home', ''],
    ['figures', 'figures/'],
    ['figure', 'figures/agreements.agencies/'],
    ['share', 'figures/agreements.population_covered/'],
    ['receipt', `receipts/${receipt.replace('|', '/')}/`],
    ['states', 'states/'],
    ['state', `states/${state}/`],
    ['agencies', 'agencies/'],
    ['agency', `agencies/${departed?.organisation}/`],
    ['changes', 'changes/'],
    ['claims', 'claims/'],
    ['claim', `claims/${differs?.id}/`],
    ['sources', 'sources/'],
    ['edition', `editions/${site.editions[0]?.edition}/`],
    ['method', 'method/'],
    ['api', 'api/'],
    ['not found', 'nowhere'],
  ];
  server = await listen(createApp(site), { hostname: '127.0.0.1', port: 0 });
  chrome = await browser();
});

afterAll(async () => {
  await chrome?.close();
  await server?.close();
  workspace?.close();
});

/** Opens a page and hands it over; fails on any error that the page reports and on any request to another host. */
async function visit(
  path: string,
  options: BrowserContextOptions,
  steps: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await chrome.newContext(options);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  try {
    await page.goto(`${server.address}${path}`, {
      waitUntil: options.javaScriptEnabled === false ? 'load' : 'networkidle',
    });
    await steps(page);
    expect(path === 'nowhere' ? [] : errors, path).toEqual([]);
    expect([...hosts]).toEqual([new URL(server.address).host]);
  } finally {
    await context.close();
  }
}

test('without a script every page has its words, its tables and its numbers', async () => {
  for (const [kind, path] of kinds) {
    await visit(path, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('h1').count(), kind).toBe(1);
      expect(
        await page
          .locator('.slider')
          .isVisible()
          .catch(() => false),
        kind,
      ).toBe(false);
    });
  }
  await visit('', { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.headline .big').count()).toBe(3);
    expect(await page.locator('#map-table tbody tr').count()).toBe(56);
    expect(await page.locator('.claim-list li').count()).toBe(6);
  });
});

test('the slider shows earlier lists; a state on the map leads to its page', async () => {
  await visit('', {}, async (page) => {
    const before = await page.locator('[data-map-message]').innerText();
    await page.getByLabel('Date shown on the map').focus();
    await page.keyboard.press('Home');
    expect(await page.locator('[data-map-message]').innerText()).not.toBe(before);
    await page.locator('#map .states a[href*="states/TX"]').first().click();
    expect(await page.locator('h1').innerText()).toBe('Texas');
  });
});

test('a number leads to its rows, and the rows to the agency', async () => {
  await visit('states/', {}, async (page) => {
    await page.locator('#map-table tbody td.number a').first().click();
    expect(new URL(page.url()).hash).toMatch(/^#state-[A-Z]{2}$/);
    const body = page.locator('tbody:target');
    expect(await body.locator('tr').count()).toBeGreaterThan(1);
    await body.locator('th[scope=row] a').first().click();
    expect(await page.locator('#evidence tbody tr').count()).toBeGreaterThan(0);
  });
});

test('a page opens from a folder on disk: links name files', async () => {
  await visit('states/', {}, async (page) => {
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(links.filter((href) => !/index\.(html|json|csv)(#|$)|^#/.test(href))).toEqual([]);
  });
});

test('on paper the page is whole', async () => {
  await visit('', {}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.site-header nav').isVisible()).toBe(false);
    expect(await page.locator('.headline .big').first().isVisible()).toBe(true);
  });
});
