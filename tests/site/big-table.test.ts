import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passing, sorted, testOf } from '../../src/site/bundles/table/row-order.ts';
import { readState, writeState } from '../../src/site/bundles/table/table-state.ts';
import { browser } from '../support/browser.ts';
import { inventedTable, tableSite } from './support/long-table.ts';

describe('filters', () => {
  test.each([
    ['num', 'number', [5, 10, 15, 20, null], '10', [10]],
    ['over', 'number', [5, 10, 15, 20, null], '>10', [15, 20]],
    ['range', 'money', [5, 10.5, 15, 20, null], '10..15', [10.5, 15]],
    ['with marks', 'money', [1000, 2000], '>= $1,500', [2000]],
    ['year', 'date', ['2025-12-31', '2026-01-01', '2026-12-31', null], '2026', ['2026-01-01', '2026-12-31']],
    ['years', 'date', ['2024-05-01', '2025-06-01', '2026-12-31'], '2025..2026', ['2025-06-01', '2026-12-31']],
    ['text', 'text', ['Cañon City', 'Canton', 'Reno', null], 'canon', ['Cañon City']],
    ['a sign in text', 'text', ['a>b', 'ab'], '>', ['a>b']],
  ] as const)('%s', (_name, kind, values, typed, expected) => {
    const test = testOf(typed, kind);
    const rows = passing(values.length, test ? [{ values, test }] : []);
    expect([...(rows ?? [])].map((row) => values[row])).toEqual(expected);
  });

  test('an empty one asks for nothing', () => {
    expect(testOf('  ', 'text')).toBeUndefined();
    expect(passing(3, [])).toBeUndefined();
  });
});

describe('order', () => {
  test('absent values are last whichever way, equal ones stay as in the file', () => {
    const values = [3, null, 1, 3, 2];
    expect([...sorted(5, values, false, 'en')]).toEqual([2, 4, 0, 3, 1]);
    expect([...sorted(5, values, true, 'en')]).toEqual([0, 3, 4, 2, 1]);
    const text = ['b', 'Á', 'a10', 'a9', null];
    expect([...sorted(5, text, false, 'en')].map((row) => text[row])).toEqual(['Á', 'a9', 'a10', 'b', null]);
  });

  test('is that of comparing two at a time, for any numbers and any rows', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -3, max: 3 }),
      fc.bigInt({ min: -(2n ** 52n), max: 2n ** 52n }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(number, fc.constant(null)), { maxLength: 60 }),
        fc.boolean(),
        fc.boolean(),
        (values, descending, some) => {
          const rows = Uint32Array.from(values.keys()).filter((row) => !some || row % 2 === 0);
          const compared = [...rows].sort((a, b) => {
            const [left, right] = [values[a] ?? null, values[b] ?? null];
            if (left === null || right === null) return Number(left === null) - Number(right === null);
            return (descending ? -1 : 1) * (Number(left) - Number(right));
          });
          expect([...sorted(rows, values, descending, 'en')]).toEqual(compared);
        },
      ),
    );
  });
});

test('what is chosen goes into the address and comes back; what no column has is left out', () => {
  const known = ['a b', 'c'];
  const hash = writeState({
    sort: { column: 'a b', descending: true },
    filters: new Map([['c', '>10&x']]),
    hidden: new Set(['c']),
    row: 7,
  });
  const back = readState(hash, known);
  expect(back.sort).toEqual({ column: 'a b', descending: true });
  expect([...back.filters, ...back.hidden, back.row]).toEqual([['c', '>10&x'], 'c', 7]);
  expect(writeState(readState('#sort=-none&f.none=1&hide=none&row=-3', known))).toBe('');
});

describe('in a browser', () => {
  let chrome: Browser;
  let server: Server;
  let address: string;
  let fetched: { first: number; last: number }[] = [];
  let ranges = true;
  const table = inventedTable(59_999);
  // Markup in a record is text.
  const planted = {
    ...table,
    rows: [['<img src=x onerror=alert(1)>', 'FL', 1, '0.5', '2026-01-01'], ...table.rows],
  };
  const files = tableSite(planted);
  const size = (files.get('/data.parquet') as Uint8Array).length;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const name = request.url ?? '/';
      const body = name.startsWith('/client/')
        ? readFileSync(new URL(`../../dist/site${name}`, import.meta.url))
        : files.get(name);
      if (body === undefined) return response.writeHead(404).end();
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
      const type = { html: 'text/html', js: 'text/javascript', css: 'text/css' }[
        name.split('.')[1] ?? 'html'
      ];
      if (first === undefined || !ranges)
        return response.writeHead(200, { 'content-type': type ?? 'application/octet-stream' }).end(body);
      fetched.push({ first: Number(first), last: Number(last) });
      response.writeHead(206).end(body.slice(Number(first), Number(last) + 1));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    chrome = await browser();
  });

  afterAll(async () => {
    await chrome?.close();
    server?.close();
  });

  async function open(hash = ''): Promise<Page> {
    fetched = [];
    const page = await chrome.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(address + hash);
    await page.waitForSelector('.big-table.enhanced');
    await settled(page);
    return page;
  }
  const settled = (page: Page) =>
    page.waitForFunction(`!document.querySelector('.grid-body').textContent.includes('…')`);
  const cells = (page: Page, column: number) =>
    page.locator(`.grid-body [aria-colindex="${column}"]`).allTextContents();

  test('the first screen costs the index and one block; the far end one block more', async () => {
    const page = await open();
    const bytes = () => fetched.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    expect(fetched).toHaveLength(2);
    expect(bytes()).toBeLessThan(size / 3);
    expect((await cells(page, 1))[0]).toBe('<img src=x onerror=alert(1)>');
    expect(await page.locator('.grid-body img').count()).toBe(0);
    expect(await page.locator('.grid-body .grid-row').count()).toBeLessThan(60);
    await page.evaluate(`document.querySelector('.grid-view').scrollTop = 1e9`);
    await page.waitForFunction(`document.querySelector('.grid-body [aria-rowindex="60001"]')`);
    await settled(page);
    expect(fetched).toHaveLength(3);
    await page.close();
  });

  test('sorts, filters, hides a column, and the address shows the same again', async () => {
    const page = await open();
    await page.click('.grid-head [aria-colindex="3"] button');
    await page.waitForFunction(`location.hash.includes('sort=-count')`);
    await page.fill('input[data-column="state"]', 'fl');
    await page.waitForFunction(`location.hash.includes('f.state=fl')`);
    await settled(page);
    const [states, counts] = [await cells(page, 2), await cells(page, 3)];
    expect(new Set(states)).toEqual(new Set(['FL']));
    const expected = planted.rows
      .filter((row) => row[1] === 'FL' && row[2] !== null)
      .map((row) => Number(row[2]))
      .sort((a, b) => b - a);
    expect(counts.slice(0, 10)).toEqual(expected.slice(0, 10).map((count) => count.toLocaleString('en-US')));
    await page.click('.table-bar summary');
    await page.uncheck('.table-bar label:nth-of-type(5) input');
    expect(await page.locator('.grid-head [role=columnheader]').count()).toBe(4);
    const hash = new URL(page.url()).hash;
    const status = await page.textContent('.table-bar [role=status]');
    await page.close();
    const again = await open(hash);
    expect(await cells(again, 3)).toEqual(counts);
    expect(await again.textContent('.table-bar [role=status]')).toBe(status);
    await again.close();
  });

  test('by keyboard alone: from cell to cell, by screens, to the end', async () => {
    const page = await open();
    await page.locator('.grid-body [tabindex="0"]').focus();
    const at = () => page.evaluate(`document.activeElement.dataset.at`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await at()).toBe('1 1');
    await page.keyboard.press('PageDown');
    expect(Number(String(await at()).split(' ')[0])).toBeGreaterThan(8);
    await page.keyboard.press('Control+End');
    expect(await at()).toBe('59999 4');
    await page.keyboard.press('Control+Home');
    expect(await at()).toBe('0 0');
    await page.close();
  });

  test('a server without ranges sends the file once', async () => {
    ranges = false;
    let whole = 0;
    const page = await chrome.newPage();
    page.on('request', (request) => {
      if (request.url().endsWith('.parquet')) whole += 1;
    });
    await page.goto(address);
    await page.waitForSelector('.big-table.enhanced');
    await settled(page);
    expect(whole).toBeLessThanOrEqual(2);
    ranges = true;
    await page.close();
  });
});
