import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { galleryFiles } from '../../src/site/gallery.tsx';
import { browser } from '../support/browser.ts';
import { tempDir } from '../support/temp-dir.ts';

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
const types: Record<string, string> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
};
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let chrome: Browser;
let server: Server;
let client: string;
let address: string;

beforeAll(async () => {
  client = tempDir('gallery');
  execFileSync(process.execPath, [
    'node_modules/typescript/bin/tsc',
    '-p',
    'src/site/client/tsconfig.json',
    '--outDir',
    client,
  ]);
  const files = galleryFiles();
  server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1) || 'index.html';
    const body = name.startsWith('client/') ? readFileSync(join(client, name.slice(7)), 'utf8') : files[name];
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': `${types[name.split('.').pop() ?? ''] ?? 'text/plain'}; charset=utf-8`,
      'content-security-policy': policy,
    });
    response.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  chrome = await browser();
});

afterAll(async () => {
  await chrome?.close();
  server?.close();
});

/** Opens the gallery, runs the steps, and fails on any error that the page reports. */
async function visit(options: BrowserContextOptions, steps: (page: Page) => Promise<void>): Promise<void> {
  const context = await chrome.newContext(options);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  try {
    await page.goto(address, { waitUntil: 'networkidle' });
    await steps(page);
    expect(errors).toEqual([]);
    expect([...hosts]).toEqual([new URL(address).host]);
  } finally {
    await context.close();
  }
}

describe.each([1280, 360, 320])('%i px wide', (width) => {
  test.each(['light', 'dark'] as const)('%s: nothing sticks out, axe finds nothing', async (colorScheme) => {
    await visit({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true }, async (page) => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      // Between the two ends the page has the same parts.
      if (width === 360) return;
      await page.evaluate(axe);
      const found = await page.evaluate(
        `axe.run().then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html).join(' | ')))`,
      );
      expect(found).toEqual([]);
    });
  });
});

const text = (page: Page, selector: string) => page.locator(selector).first().innerText();

test('without a script the latest map, its table and every number are there', async () => {
  await visit({ javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.slider').isVisible()).toBe(false);
    expect(await text(page, '#map [data-map-date]')).toBe('November 20, 2026');
    expect(await page.locator('#map-table tbody tr').count()).toBe(54);
    expect(await page.locator('#map-wide-title').count()).toBe(1);
    expect(await page.locator('th button, .copy button').count()).toBe(0);
  });
});

test('the slider moves both maps, the words and the value for a screen reader, by keyboard', async () => {
  await visit({}, async (page) => {
    const slider = page.getByLabel('Date shown on the map');
    const florida = () =>
      page.locator('#map-wide [data-key=FL], [id=map] .states [data-key=FL]').first().getAttribute('class');
    expect(await florida()).toBe('shape k5');
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await florida()).toBe('shape k3');
    expect(await text(page, '#map [data-map-date]')).toBe('January 31, 2025');
    expect(await slider.getAttribute('aria-valuetext')).toBe('January 31, 2025');
    expect(await page.locator('#map .tiles [data-value=FL]').textContent()).toBe('33');
    expect(await page.locator('#map .states g:has(> [data-key=FL]) title').textContent()).toBe(
      'Florida: 33 agencies',
    );
    await page.keyboard.press('ArrowRight');
    expect(await text(page, '#map [data-map-date]')).toBe('September 5, 2025');
    await page.getByRole('button', { name: 'Earlier' }).click();
    await page.getByRole('button', { name: 'Earlier' }).click();
    expect(await text(page, '#map [data-map-date]')).toBe('January 31, 2025');
  });
});

test('a drawing is read off by keyboard, a span with Shift, one line brought forward', async () => {
  await visit({}, async (page) => {
    const said = () => text(page, '#growth .read-off p');
    const slider = page.locator('#growth .read-off input');
    expect(await said()).toBe('Dec 20, 2025: Task force 702; Jail enforcement 138; Warrant service 371');
    await slider.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    // A gap in the records stays a gap.
    expect(await said()).toContain('Apr 20, 2025: Task force 140; Jail enforcement [x]');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await said()).toMatch(/^Apr 20, 2025: .* to May 20, 2025: /);
    expect(await slider.getAttribute('aria-valuetext')).toBe(await said());
    expect(await page.locator('#growth tr.in-span').count()).toBe(2);
    await page.keyboard.press('Escape');
    expect(await page.locator('#growth tr.in-span').count()).toBe(0);
    await page.locator('#growth').getByRole('button', { name: 'Task force' }).click();
    expect(await page.locator('#growth .wide g.s2.dim').count()).toBeGreaterThan(0);
    expect(await page.locator('#growth .wide g.s1.dim').count()).toBe(0);
  });
});

test('a pointer reads off the nearest date and draws a span', async () => {
  await visit({ viewport: { width: 1280, height: 900 } }, async (page) => {
    const svg = page.locator('#growth .wide svg');
    await svg.scrollIntoViewIfNeeded();
    const box = (await svg.boundingBox()) as { x: number; y: number; width: number; height: number };
    const [left, y] = [box.x + box.width * 0.06, box.y + box.height / 2];
    await page.mouse.move(left, y);
    expect(await text(page, '#growth .read-off p')).toMatch(/^Jan 20, 2025: Task force 0;/);
    await page.mouse.down();
    await page.mouse.move(left + box.width * 0.25, y, { steps: 4 });
    await page.mouse.up();
    expect(await text(page, '#growth .read-off p')).toMatch(/^Jan 20, 2025: .* to \w+ 20, 2025: /);
    expect(Number(await page.locator('#growth .wide .read-span').getAttribute('width'))).toBeGreaterThan(50);
  });
});

test('bars are read off by keyboard; over time a span, by keyboard and pointer, which a link keeps', async () => {
  await visit({ viewport: { width: 1280, height: 900 } }, async (page) => {
    const said = (id: string) => text(page, `#${id} .read-off p`);
    const slider = (id: string) => page.locator(`#${id} .read-off input`);
    await slider('bars').focus();
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
    await page.keyboard.press('Home');
    expect(await said('bars')).toBe('Florida: 331');
    await page.keyboard.press('ArrowRight');
    expect(await said('bars')).toBe('Georgia: 324');
    expect(await slider('bars').getAttribute('aria-valuetext')).toBe(await said('bars'));
    expect(await page.locator('#bars .wide .read').count()).toBe(1);
    // Bars in no order of time have no span.
    await page.keyboard.press('Shift+ArrowRight');
    expect(await said('bars')).not.toContain(' to ');
    await slider('year-bars').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await said('year-bars')).toBe('FY 2024: −$80,000 to FY 2026: $3,900,000');
    expect(await page.locator('#year-bars tr.in-span').count()).toBe(3);
    expect(await page.locator('#year-bars .wide .out-of-span').count()).toBe(2);
    await page.waitForURL(/year-bars/);
    expect(decodeURIComponent(new URL(page.url()).hash)).toContain('read.year-bars=FY+2024..FY+2026');
    await page.reload({ waitUntil: 'load' });
    expect(await said('year-bars')).toBe('FY 2024: −$80,000 to FY 2026: $3,900,000');
    await page.locator('#year-bars .read-off input').focus();
    await page.keyboard.press('Escape');
    expect(await page.locator('#year-bars tr.in-span').count()).toBe(0);
    const svg = page.locator('#year-bars .wide svg');
    await svg.scrollIntoViewIfNeeded();
    const box = (await svg.boundingBox()) as { x: number; y: number; width: number; height: number };
    const row = (index: number) => box.y + (box.height * (index + 0.5)) / 5;
    await page.mouse.move(box.x + 200, row(0));
    expect(await said('year-bars')).toBe('FY 2022: $410,000');
    await page.mouse.down();
    await page.mouse.move(box.x + 210, row(2), { steps: 4 });
    await page.mouse.up();
    expect(await said('year-bars')).toBe('FY 2022: $410,000 to FY 2024: −$80,000');
    await page.mouse.move(box.x + 200, row(4));
    expect(await said('year-bars')).toBe('FY 2022: $410,000 to FY 2024: −$80,000');
  });
});

test('small multiples move together; signs of readings are read off one by one', async () => {
  await visit({}, async (page) => {
    const value = () => page.locator('#small [data-read-value]').first().textContent();
    expect(await value()).toBe('331');
    await page.locator('#small .read-off input').focus();
    await page.keyboard.press('Home');
    expect(await value()).toBe('83');
    expect(await text(page, '#small .read-off p')).toBe('Jan 31, 2025');
    await page.keyboard.press('Shift+End');
    expect(await value()).toBe('83 to 331');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    // A gap is a gap here too.
    expect(await page.locator('#small [data-read-value]').nth(3).textContent()).toBe('[x]');
    const strip = page.locator('.readings .read-off input').first();
    await strip.focus();
    await page.keyboard.press('Home');
    expect(await page.locator('.readings .wide .mark.read').count()).toBe(1);
    expect(await strip.getAttribute('aria-valuetext')).toMatch(/: \d/);
  });
});

test('a table is sorted by exact values, absent ones last, both ways', async () => {
  await visit({}, async (page) => {
    const column = () => page.locator('#map-table tbody td').allInnerTexts();
    const head = page.locator('#map-table thead th').nth(1);
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    const down = await column();
    expect(down.slice(0, 2)).toEqual(['331', '324']);
    expect(down.at(-1)).toBe('[c]');
    await head.getByRole('button').press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect((await column()).slice(0, 1)).toEqual(['0']);
    expect((await column()).at(-1)).toBe('[c]');
  });
});

test('the skip link comes first and leads to the content', async () => {
  await visit({}, async (page) => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });
});

test('paper shows the wide drawings and hides what only a screen can use', async () => {
  await visit({ viewport: { width: 360, height: 800 } }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#growth .wide').isVisible()).toBe(true);
    expect(await page.locator('#growth .narrow').isVisible()).toBe(false);
    expect(await page.locator('.slider').isVisible()).toBe(false);
  });
});
