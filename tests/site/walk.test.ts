import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../support/browser.ts';
import { onePageOfEachKind } from './support/page-kinds.ts';
import { addressesIn, filesOf, isExternal, resolve } from './support/read-site.ts';
import { hostFolder } from './support/static-server.ts';
import { publishedProject } from './support/whole-project.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Hosted {
  files: Map<string, string>;
  kinds: string[];
  address: string;
  server: Server;
}

let chrome: Browser;
let english: Hosted;
let spanish: Hosted;

async function hosted(language: 'en' | 'es'): Promise<Hosted> {
  const folder = join(await publishedProject(language), 'site');
  const files = filesOf(folder);
  return { files, kinds: onePageOfEachKind(files), ...(await hostFolder(folder)) };
}

beforeAll(async () => {
  english = await hosted('en');
  spanish = await hosted('es');
  chrome = await browser();
}, 300_000);

afterAll(async () => {
  await chrome?.close();
  english?.server.close();
  spanish?.server.close();
});

/** Opens every kind of page, one after another in one tab; tells what is wrong, and any error or stranger host. */
async function walk(
  site: Hosted,
  options: BrowserContextOptions,
  look: (page: Page, path: string) => Promise<string[]>,
): Promise<string[]> {
  const context = await chrome.newContext(options);
  const page = await context.newPage();
  const wrong: string[] = [];
  let here = '';
  page.on('console', (message) => {
    // What could not be loaded is told below, with its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load'))
      wrong.push(`${here}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('/favicon.ico'))
      wrong.push(`${here}: ${response.status()} for ${response.url()}`);
  });
  page.on('pageerror', (error) => wrong.push(`${here}: ${error.message}`));
  page.on('request', (request) => {
    const host = new URL(request.url()).host;
    if (host !== new URL(site.address).host && !request.url().startsWith('blob:'))
      wrong.push(`${here} asks ${host}`);
  });
  for (const path of site.kinds) {
    here = path;
    await page.goto(site.address + path, { waitUntil: 'load' });
    for (const one of await look(page, path)) wrong.push(`${path}: ${one}`);
  }
  await context.close();
  return wrong;
}

/** What axe finds. */
async function accessible(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return (await page.evaluate(
    `axe.run().then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(' | ')))`,
  )) as string[];
}

/** Whether the page is wider than the screen, and which texts are cut off by their own box. */
async function fits(page: Page): Promise<string[]> {
  return (await page.evaluate(`(() => {
    const wrong = [];
    const wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) wrong.push('is ' + wide + ' px wide on ' + innerWidth);
    for (const one of document.querySelectorAll('h1, h2, h3, p, li, dd, dt, summary, figcaption, label, button, caption')) {
      const style = getComputedStyle(one);
      if (style.position === 'absolute' || one.closest('.visually-hidden, svg, [hidden]')) continue;
      if (one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1 && style.overflowX !== 'visible')
        wrong.push('cut off: ' + one.textContent.slice(0, 60));
      const box = one.getBoundingClientRect();
      if (box.width > 0 && box.right > innerWidth + 1 && !one.closest('.scroll, .table, .grid-table, pre, [role=grid]'))
        wrong.push('sticks out: ' + one.textContent.slice(0, 60));
    }
    for (const text of document.querySelectorAll('svg text')) {
      const drawing = text.ownerSVGElement;
      const [own, whole] = [text.getBoundingClientRect(), drawing.getBoundingClientRect()];
      if (own.width > 0 && whole.width > 0 && (own.left < whole.left - 2 || own.right > whole.right + 2))
        wrong.push('beyond its drawing: ' + text.textContent.slice(0, 60));
    }
    return wrong.slice(0, 8);
  })()`)) as string[];
}

const phone = { width: 360, height: 740 };

describe('every kind of page', () => {
  test('is there', () => {
    expect(english.kinds.length).toBeGreaterThan(40);
    expect(spanish.kinds.length).toBe(english.kinds.length);
  });

  test('on a wide screen, light: nothing sticks out, axe finds nothing', async () => {
    const look = async (page: Page) => [...(await fits(page)), ...(await accessible(page))];
    expect(await walk(english, { viewport: { width: 1280, height: 900 }, bypassCSP: true }, look)).toEqual(
      [],
    );
  }, 240_000);

  test('on a phone, dark, also of 320 px: nothing sticks out or is cut off, axe finds nothing', async () => {
    const look = async (page: Page) => {
      const wrong = [...(await fits(page)), ...(await accessible(page))];
      await page.setViewportSize({ width: 320, height: 640 });
      wrong.push(...(await fits(page)).map((one) => `at 320 px: ${one}`));
      await page.setViewportSize(phone);
      return wrong;
    };
    const options = { viewport: phone, colorScheme: 'dark', bypassCSP: true } as const;
    expect(await walk(english, options, look)).toEqual([]);
  }, 240_000);

  test('on paper it is whole, and what only a screen can do is away', async () => {
    const look = async (page: Page, path: string) => {
      await page.emulateMedia({ media: 'print' });
      const wrong = (await fits(page)).filter((one) => !one.startsWith('cut off'));
      const nav = page.locator('.site-header nav');
      if ((await nav.count()) > 0 && (await nav.isVisible())) wrong.push('the navigation is printed');
      if (!/embed\.html$/.test(path) && !(await page.locator('h1').first().isVisible()))
        wrong.push('no heading');
      return wrong;
    };
    expect(await walk(english, { viewport: { width: 720, height: 1000 } }, look)).toEqual([]);
  }, 120_000);

  test('without a script it has its words, and nothing that does not work', async () => {
    const look = async (page: Page, path: string) => {
      const wrong: string[] = [];
      if (/embed\.html$/.test(path)) return wrong;
      if ((await page.locator('h1').count()) !== 1) wrong.push('not one first heading');
      for (const control of await page.locator('main :is(button, input, select, textarea)').all())
        if (await control.isVisible()) wrong.push(`a control: ${(await control.innerHTML()).slice(0, 60)}`);
      if (((await page.locator('main').textContent()) ?? '').trim().length < 80) wrong.push('hardly a word');
      return wrong;
    };
    expect(await walk(english, { javaScriptEnabled: false }, look)).toEqual([]);
  }, 120_000);

  test('by keyboard alone: past the navigation, on with Tab, always with a sign of where one is', async () => {
    const look = async (page: Page, path: string) => {
      if (/embed\.html$/.test(path)) return [];
      await page.keyboard.press('Tab');
      const wrong: string[] = [];
      if ((await page.evaluate('document.activeElement.className')) !== 'skip')
        wrong.push('no skip link first');
      await page.keyboard.press('Enter');
      if ((await page.evaluate('document.activeElement.id')) !== 'main')
        wrong.push('the skip link leads elsewhere');
      let before = '';
      for (let step = 0; step < 12; step += 1) {
        await page.keyboard.press('Tab');
        const [mark, seen] = (await page.evaluate(`(() => {
          const one = document.activeElement;
          const style = getComputedStyle(one);
          const box = one.getBoundingClientRect();
          // A place on a map shows the focus on its outline, a field for a date in its parts.
          const seen = one === document.body || one.closest('svg') || one.type === 'date' || (box.width > 0 && (style.outlineStyle !== 'none' || style.boxShadow !== 'none'));
          return [one.outerHTML.slice(0, 90) + Math.round(box.x) + ',' + Math.round(box.y + scrollY), seen];
        })()`)) as [string, boolean];
        if (!seen) wrong.push(`no sign of focus: ${mark}`);
        if (mark === before && !/^<body|type="date"/.test(mark)) wrong.push(`stuck: ${mark}`);
        before = mark;
      }
      return wrong.slice(0, 3);
    };
    expect(await walk(english, { viewport: { width: 1280, height: 900 } }, look)).toEqual([]);
  }, 240_000);

  test('in Spanish, on a phone: the longer words fit', async () => {
    const look = async (page: Page) => {
      const lang = await page.evaluate('document.documentElement.lang');
      return [...(lang === 'es' ? [] : [`lang is ${lang}`]), ...(await fits(page))];
    };
    expect(await walk(spanish, { viewport: { width: 320, height: 640 } }, look)).toEqual([]);
  }, 120_000);
});

test.each(['en', 'es'] as const)(
  'every address and fragment of a published site leads somewhere (%s)',
  (lang) => {
    const { files } = lang === 'en' ? english : spanish;
    const ids = new Map<string, Set<string>>();
    const idsOf = (path: string) => {
      const known =
        ids.get(path) ??
        new Set([...(files.get(path) ?? '').matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));
      ids.set(path, known);
      return known;
    };
    const wrong: string[] = [];
    let checked = 0;
    for (const [name, html] of files) {
      if (!name.endsWith('.html')) continue;
      for (const address of addressesIn(html)) {
        if (isExternal(address)) continue;
        const { path, anchor } = resolve(name, address);
        // Dated copies of the whole site lie beside it and have tests of their own.
        if (/^releases\/\d{4}-/.test(path)) continue;
        checked += 1;
        if (!files.has(path) && !files.has(`${path}index.html`)) wrong.push(`${name}: ${address}`);
        else if (anchor !== undefined && path.endsWith('.html') && !idsOf(path).has(anchor))
          wrong.push(`${name}: ${address}`);
      }
    }
    expect(checked).toBeGreaterThan(5000);
    expect(wrong.slice(0, 30)).toEqual([]);
  },
);

describe('the search', () => {
  test('finds as one types, by keyboard, and keeps the words in the address', async () => {
    const page = await chrome.newPage();
    await page.goto(`${english.address}search/index.html?q=florida`);
    await page.locator('.results li').first().waitFor();
    await page.getByRole('combobox').fill('agencies with an agr');
    await page.getByRole('option').first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('agencies with an agr');
    await page.keyboard.press('ArrowDown');
    const active = await page.getByRole('combobox').getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/figures/agreements.agencies/index.html');
    await page.goBack();
    expect(await page.getByRole('combobox').inputValue()).toBe('agencies with an agr');
    await page.close();
  });
});

describe('the claims desk', () => {
  test('asks, binds, judges and saves', async () => {
    const context = await chrome.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${english.address}desk/index.html`);
    await page
      .getByLabel('Paragraph')
      .fill('On 5 February 2026 the list had 395 agencies. The 12 were there. No number here.');
    await page.getByRole('button', { name: 'Find the numbers' }).click();
    const cards = page.locator('.sentence-card');
    // Names of the records are fetched with the first paragraph.
    await cards.first().waitFor();
    expect(await cards.count()).toBe(2);
    expect(await cards.nth(1).locator('.question').first().innerText()).toBe(
      'Which figure is 12 a number of?',
    );
    expect(await cards.nth(1).getByRole('button').count()).toBe(0);
    await cards.nth(1).getByLabel('12 is a number of').selectOption('agreements.territories');
    await cards.nth(1).getByRole('button', { name: 'judge it' }).click();
    await cards.nth(1).locator('.judged').waitFor();
    await cards.nth(0).getByRole('button', { name: 'judge it' }).click();
    await cards.nth(0).locator('.judged').waitFor();
    expect(await cards.nth(0).locator('.verdict').innerText()).toContain('differs');
    expect(await cards.nth(0).locator('.judged').innerText()).toContain('agreements instead of agencies');
    expect(await accessible(page)).toEqual([]);
    expect(await fits(page)).toEqual([]);
    await page.getByLabel('Published by').fill('The Example Courier (invented)');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as' }).click(),
    ]);
    const text = readFileSync((await download.path()) as string, 'utf8');
    expect(text).toContain('figure: agreements.agencies');
    expect(text).toContain('figure: agreements.territories');
    await context.close();
  }, 60_000);

  test('asks whose a number is and what it is for, and takes each answer', async () => {
    const page = await chrome.newPage({ viewport: { width: 360, height: 740 }, bypassCSP: true });
    await page.goto(`${english.address}desk/index.html`);
    await page
      .getByLabel('Paragraph')
      .fill('Northerly Lantern was paid $2.84 million for location services.');
    await page.getByRole('button', { name: 'Find the numbers' }).click();
    const card = page.locator('.sentence-card');
    await card.waitFor();
    expect(await card.locator('.question').allInnerTexts()).toEqual([
      'Is $2.84 million a number of "Northerly Lantern" alone? It is not held against all.',
      'Is $2.84 million a number of what is "for location services" alone? It is not held against all.',
    ]);
    expect(await card.getByRole('button').count()).toBe(0);
    await card.getByLabel('"Northerly Lantern" is').selectOption('vendor=NRTHLNTRN001');
    await card.getByLabel('"for location services" is').selectOption('other');
    const own = card.getByLabel('Filter').nth(1);
    await own.fill('colour=blue');
    await own.blur();
    expect(await card.getByRole('button').count()).toBe(0);
    await card.getByLabel('"for location services" is').selectOption('whole');
    await card.getByRole('button', { name: 'judge it' }).click();
    await card.locator('.judged').waitFor();
    expect(await card.locator('.verdict').innerText()).toContain('holds');
    expect(await accessible(page)).toEqual([]);
    expect(await fits(page)).toEqual([]);
    await page.close();
  }, 60_000);

  test('speaks the language of the site', async () => {
    const page = await chrome.newPage();
    await page.goto(`${spanish.address}desk/index.html`);
    await page.getByLabel('Párrafo').fill('On 5 February 2026 the list had 395 agencies.');
    await page.getByRole('button', { name: 'Encontrar los números' }).click();
    await page.getByRole('button', { name: 'juzgar' }).click();
    await page.locator('.judged').waitFor();
    expect(await page.locator('.judged').innerText()).toContain(
      '320 agencias en la lista del 2026-02-05; declarado 395.',
    );
    await page.close();
  });
});
