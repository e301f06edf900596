import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as layout } from '../../src/cli/layout.ts';
import { run as publish } from '../../src/cli/publish.ts';
import { run as report } from '../../src/cli/report.ts';
import { browser } from '../support/browser.ts';
import { addTo, build, bytesBelow, emptyProject, recordingEffects } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';
import { monthLog, searchCanaries } from './support/search-logs.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const types: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };
const pages = [
  'searches/index.html',
  'searches/method/index.html',
  'searches/rules/index.html',
  'searches/tables/organisation-month/index.html',
  'searches/organisations/ostervale-ca-pd/index.html',
  'searches/organisations/vorlend-county-ca-so/index.html',
  'searches/states/CA/index.html',
  'searches/networks/ostervale-ca-pd/index.html',
];

let project: string;
let chrome: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  project = emptyProject('title: Searches (invented)\nnotice: Invented example data.\n');
  const months = ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'];
  const logs = tempDir('logs');
  await addTo(
    project,
    months.map((month) => monthLog(logs, month)),
  );
  await build(project);
  const out = join(project, 'site');
  await publish({ project, out }, recordingEffects());
  server = createServer((request, response) => {
    const path = join(out, decodeURIComponent((request.url ?? '/').slice(1)));
    const found = existsSync(path) && statSync(path).isFile();
    response.writeHead(found ? 200 : 404, {
      'content-type': types[path.split('.').at(-1) ?? ''] ?? 'image/svg+xml',
    });
    response.end(found ? readFileSync(path) : undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  chrome = await browser();
}, 120_000);

afterAll(async () => {
  await chrome?.close();
  server?.close();
});

describe.each([1280, 360])('%i px wide', (width) => {
  test.each(pages)('%s: nothing sticks out, axe finds nothing', async (path) => {
    const context = await chrome.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(address + path, { waitUntil: 'networkidle' });
    const shots = process.env['COUNTERFOIL_SHOTS'];
    if (shots)
      await page.screenshot({
        path: join(shots, `${path.replaceAll('/', '-')}-${width}.png`),
        fullPage: true,
      });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.evaluate(axe);
    expect(
      await page.evaluate(
        `axe.run().then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html).join(' | ')))`,
      ),
    ).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('the report to the holder of a log', () => {
  const written = async (options: Record<string, string>) => {
    const out = tempDir('report');
    const effects = recordingEffects({ cwd: out, env: process.env });
    expect(await report({ project, network: 'ostervale ca pd', ...options }, effects)).toBe(0);
    return { files: bytesBelow(out), effects };
  };

  test('is one page without a request, a canary, a time, or a small count beside an organisation', async () => {
    const { files } = await written({});
    // The PDF is there where the test found a browser on the path.
    expect([...files.keys()].filter((name) => !name.endsWith('.pdf'))).toEqual([
      'report-ostervale-ca-pd.html',
    ]);
    const html = String(files.get('report-ostervale-ca-pd.html'));
    expect(html).not.toMatch(/(src|href)=|@import|url\(|<script/);
    for (const canary of searchCanaries) expect(html.toLowerCase()).not.toContain(canary.toLowerCase());
    expect(html).not.toMatch(/\d{1,2}:\d{2}/);
    expect(html).not.toContain('violation');
    expect(html).toContain('draft, to be confirmed');
    expect(html).toMatch(/<td class="hash">[0-9a-f]{64}/);
    const byName = /in the order of names[\s\S]*?<\/table>/.exec(html)?.[0] ?? '';
    const counts = [...byName.matchAll(/<td class="n">([\d,]+)</g)].map(([, n = '']) =>
      Number(n.replaceAll(',', '')),
    );
    expect(counts.length).toBeGreaterThan(2);
    // Small counts are hidden, and every number is one of the published tables.
    for (const count of counts) expect(count === 0 || count > 9).toBe(true);
    expect(byName).toContain('[c]');
    const released = readFileSync(
      join(project, 'site', 'searches', 'tables', 'network-organisation-year', 'index.csv'),
      'utf8',
    );
    for (const count of counts) expect(released).toMatch(new RegExp(`,${count},`));
    expect(html).not.toMatch(/needs an explanation<\/td><td class="n"/);
    const page = await (
      await chrome.newContext({ viewport: { width: 360, height: 800 }, bypassCSP: true })
    ).newPage();
    await page.setContent(html);
    const shots = process.env['COUNTERFOIL_SHOTS'];
    if (shots) await page.screenshot({ path: join(shots, 'report-360.png'), fullPage: true });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.evaluate(axe);
    expect(await page.evaluate('axe.run().then((r) => r.violations.map((v) => v.id))')).toEqual([]);
    await page.context().close();
  });

  test('rows by number go to the worksheet alone, with a warning', async () => {
    const { files, effects } = await written({ worksheet: 'rows.csv' });
    const csv = String(files.get('rows.csv'));
    expect(csv).toMatch(/^For the holder of the log only\. Do not pass on\.\r\nfile_sha256,row,/);
    expect(csv.split('\r\n').length).toBeGreaterThan(10);
    expect(effects.err()).toContain('do not pass it on');
    for (const canary of searchCanaries) expect(csv.toLowerCase()).not.toContain(canary.toLowerCase());
  });

  test('prints to PDF where a browser is', async () => {
    const { files } = await written({ pdf: 'meeting.pdf' });
    expect(String(files.get('meeting.pdf')?.subarray(0, 5))).toBe('%PDF-');
  }, 90_000);

  test('an unknown network is a usage error', async () => {
    await expect(report({ project, network: 'osterval-ca-pd' }, recordingEffects())).rejects.toMatchObject({
      code: 'CF-REPORT-001',
      hint: 'Did you mean "ostervale-ca-pd"?',
    });
  });
});

test('layout shows shapes and places, and no text of the file', async () => {
  const file = monthLog(tempDir('unknown'), '2025-09');
  const effects = recordingEffects();
  expect(await layout({ file, json: true }, effects)).toBe(0);
  const said = effects.out() + effects.err();
  expect(JSON.parse(effects.out()).tables[0].columns[10]).toMatchObject({ place: 11, shape: 'instant' });
  for (const canary of [...searchCanaries, 'Org Name', 'Ostervale']) expect(said).not.toContain(canary);
});
