import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import { answer } from '../../src/figures/answer.ts';
import { createApp } from '../../src/site/app.tsx';
import type { Site } from '../../src/site/site.ts';
import { type SiteFiles, siteFiles } from '../../src/site/site-files.ts';
import { exampleProject, openSite } from './support/example-site.ts';

let site: Site;
let workspace: Workspace;
let app: Hono;
let files: SiteFiles;

beforeAll(async () => {
  ({ site, workspace } = await openSite(await exampleProject()));
  files = siteFiles(site);
  app = createApp(site, files);
});

afterAll(() => workspace?.close());

describe('the app', () => {
  test('answers with the bytes that publish writes, typed, under a strict policy', async () => {
    const forms = files.paths.filter((path, index) => index % 97 === 0 || !path.includes('/'));
    for (const path of forms) {
      const found = await app.request(`/${path}`);
      expect(found.status, path).toBe(200);
      const bytes = Buffer.from(await found.arrayBuffer());
      expect(bytes.equals(Buffer.from(files.read(path) ?? files.bytes(path) ?? 'none')), path).toBe(true);
      const policy = found.headers.get('content-security-policy');
      expect(policy).toMatch(/^default-src 'none'; s/);
      expect(policy?.includes('frame-ancestors *')).toBe(/\/(embed\.html|chart\.svg)$/.test(path));
      expect(found.headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect((await app.request('/index.json')).headers.get('content-type')).toBe(
      'application/json; charset=utf-8',
    );
  });

  test('an embed may stand in the frames of others and runs nothing; a part of a file is answered as a part', async () => {
    const embed = files.paths.find((path) => path.endsWith('/embed.html')) as string;
    const policy = (await app.request(`/${embed}`)).headers.get('content-security-policy');
    expect(policy).toContain('frame-ancestors *');
    expect(policy).not.toContain('script-src');
    const parquet = embed.replace('embed.html', 'data.parquet');
    const part = await app.request(`/${parquet}`, { headers: { range: 'bytes=0-3' } });
    expect([part.status, await part.text()]).toEqual([206, 'PAR1']);
    const beyond = await app.request(`/${parquet}`, { headers: { range: 'bytes=99999999-' } });
    expect(beyond.status).toBe(416);
  });

  test('a folder is its page; without a slash it leads there', async () => {
    expect(await (await app.request('/')).text()).toBe(files.read('index.html'));
    expect(await (await app.request('/states/FL/')).text()).toBe(files.read('states/FL/index.html'));
    const moved = await app.request('/states/FL');
    expect([moved.status, moved.headers.get('location')]).toEqual([308, 'FL/']);
  });

  test('what it does not know is refused in one form', async () => {
    const page = await app.request('/agencies/nowhere/');
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    const text = await page.text();
    expect(text).toContain('There is no such page.');
    expect(text).toContain('href="../../style.css"');
    const data = await app.request('/agencies/nowhere/index.json');
    expect([data.status, data.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await data.json()).toEqual({
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      detail: 'There is no such page.',
    });
    expect((await app.request('/?q=1')).status).toBe(400);
    expect((await app.request('/', { method: 'POST' })).status).toBe(405);
    expect((await app.request('/%E0%A4%A')).status).toBe(400);
  });

  test.each([
    '/../counterfoil.yaml',
    '/..%2fcounterfoil.yaml',
    '/states/..%2f..%2f..%2fetc%2fpasswd',
    '/client/../../package.json',
    '/%00',
    '/__proto__',
    '/constructor',
    '/states/FL%00/',
  ])('%s leads nowhere', async (path) => {
    expect([400, 404]).toContain((await app.request(path)).status);
  });

  test('nothing that was asked is said back', async () => {
    for (const path of ['/<script>x</script>', '/?<script>=1', '/a%22onload=x']) {
      expect(await (await app.request(path)).text()).not.toMatch(/<script>|onload/);
    }
  });
});

describe('values on every list', () => {
  test('are what the figure gives as of that day', async () => {
    let compared = 0;
    for (const { figure, days, series, by } of site.values.values()) {
      if (days.length < 2) continue;
      for (const day of [days[0], days[Math.floor(days.length / 2)], days.at(-1)] as string[]) {
        const whole = await answer(workspace, figure, { asOf: day, where: {}, by: [] });
        expect(series.get(day)?.value, `${figure.id} ${day}`).toBe(whole.rows[0]?.value);
        for (const name of ['state', 'model', 'type'].filter((one) => by.has(one))) {
          const parts = await answer(workspace, figure, { asOf: day, where: {}, by: [name] });
          const shown = by
            .get(name)
            ?.get(day)
            ?.map((group) => [group.key, group.value]);
          expect(shown, `${figure.id} ${day} ${name}`).toEqual(
            parts.rows.map((row) => [row[name] ?? '', row.value]),
          );
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(15);
  });

  test('of readings on receipts too', async () => {
    const keys = [...site.receipts.keys()].filter((key) => key.includes('~'));
    expect(keys.length).toBeGreaterThan(10);
    for (const key of keys) {
      const made = site.receipts.get(key)?.();
      expect(String(made?.parts[0]?.recount), key).toBe(String(made?.answer.rows[0]?.value));
    }
  });
});
