import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as figureCommand } from '../../src/cli/figure.ts';
import { readToken, tokenCheck } from '../../src/site/serve/bearer.ts';
import { encodingFor } from '../../src/site/serve/encoding.ts';
import type { Started } from '../../src/site/serve/start.ts';
import { rateLimit } from '../../src/site/serve/token-bucket.ts';
import { exampleProject, recordingEffects } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';
import { add, exampleProject as ownProject } from './support/example-site.ts';
import { liveServer } from './support/live-server.ts';
import { get, raw, statusOf } from './support/raw-http.ts';

let project: string;
const started: Started[] = [];

async function serve(settings: Parameters<typeof liveServer>[1] = {}, of = project, lookEvery = 0) {
  const server = await liveServer(of, settings, lookEvery);
  started.push(server);
  return server;
}

beforeAll(async () => {
  project = (await exampleProject()).folder;
}, 120_000);

afterAll(async () => {
  for (const server of started) await server.close();
});

describe('answers', () => {
  let server: Started;
  beforeAll(async () => {
    server = await serve();
  }, 60_000);
  const values = 'api/v1/figures/agreements.agencies/values?by=state&as_of=2026-02-05';
  const large = 'api/v1/editions?limit=10';

  test('are the document of figure --json, less what depends on today', async () => {
    const effects = recordingEffects();
    await figureCommand(
      { id: 'agreements.agencies', by: ['state'], asOf: '2026-02-05', json: true, project },
      effects,
    );
    const printed = JSON.parse(effects.out()) as {
      expected: { late_days?: number }[];
      rows: object[];
    };
    expect(printed.expected).toHaveLength(1);
    for (const source of printed.expected) delete source.late_days;
    const told = (await (await fetch(`${server.address}${values}`)).json()) as Record<string, unknown>;
    const { build, total, next, ...document } = told;
    expect(document).toEqual(printed);
    expect([typeof build, total, next]).toEqual(['string', printed.rows.length, null]);
  });

  test('values come a page at a time, and the pages together are the whole', async () => {
    const whole = (await (await fetch(`${server.address}${values}`)).json()) as { rows: object[] };
    const rows: object[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const answered = await fetch(`${server.address}${values}&limit=7${cursor}`);
      const page = (await answered.json()) as { rows: object[]; next: string | null };
      expect(page.rows.length).toBeLessThanOrEqual(7);
      rows.push(...page.rows);
      next = page.next;
    }
    expect(rows).toEqual(whole.rows);
    expect(rows.length).toBeGreaterThan(14);
  });

  test('say what was known by a day: no edition was there in 2000, and every one is in 2100', async () => {
    const ask = async (path: string) => {
      const answered = await fetch(`${server.address}api/v1/${path}`);
      return { status: answered.status, body: (await answered.json()) as { items?: object[] } };
    };
    const now = await ask('changes');
    expect(now.body.items?.length).toBeGreaterThan(0);
    expect((await ask('changes?known_at=2100-01-01')).body).toEqual(now.body);
    expect((await ask('changes?known_at=2000-01-01')).body.items).toEqual([]);
    expect((await ask('changes?known_at=soon')).status).toBe(400);
    expect((await ask('flags?known_at=2100-01-01')).body).toEqual((await ask('flags')).body);
    expect((await ask('flags?known_at=soon')).status).toBe(400);
  });

  test('have a strong tag of their own in each form, and 304 where it still holds', async () => {
    const forms = await Promise.all(
      ['identity', 'gzip', 'br'].map((form) =>
        fetch(`${server.address}${large}`, { headers: { 'accept-encoding': form } }),
      ),
    );
    const tags = forms.map(({ headers }) => headers.get('etag') ?? '');
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) {
      expect(tag).toMatch(/^"[\w-]{22}(-gzip|-br)?"$/);
      const again = await fetch(`${server.address}${large}`, {
        headers: { 'if-none-match': `"x", ${tag}` },
      });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    expect((await fetch(`${server.address}${values}`, { headers: { 'if-none-match': '"x"' } })).status).toBe(
      200,
    );
    expect(forms.map(({ headers }) => headers.get('vary'))).toEqual(
      new Array(3).fill('accept-encoding, origin'),
    );
  });

  test('travel compressed where the asker takes it, the same bytes', async () => {
    const bytesOf = async (form: string) => {
      const text = await raw(server.address, get(`/${large}`, [`Accept-Encoding: ${form}`]));
      const [head = '', ...body] = text.split('\r\n\r\n');
      const bytes = Buffer.from(body.join('\r\n\r\n'), 'latin1');
      expect(head.toLowerCase()).toContain(`content-length: ${bytes.length}`);
      return { bytes, encoding: /content-encoding: (\w+)/i.exec(head)?.[1] };
    };
    const [plain, gz, br] = await Promise.all(['identity', 'gzip;q=1, br;q=0.5', 'gzip, br'].map(bytesOf));
    expect([plain?.encoding, gz?.encoding, br?.encoding]).toEqual([undefined, 'gzip', 'br']);
    expect(gunzipSync(gz?.bytes ?? Buffer.alloc(0))).toEqual(plain?.bytes);
    expect(brotliDecompressSync(br?.bytes ?? Buffer.alloc(0))).toEqual(plain?.bytes);
    const tiny = await fetch(`${server.address}health`, { headers: { 'accept-encoding': 'br' } });
    expect(tiny.headers.get('content-encoding')).toBeNull();
  });

  test('HEAD is GET without the body; OPTIONS names the methods', async () => {
    const [head, got] = await Promise.all(
      ['HEAD', 'GET'].map((method) => fetch(`${server.address}${values}`, { method })),
    );
    expect(head?.status).toBe(200);
    for (const name of ['etag', 'content-type', 'content-security-policy'])
      expect(head?.headers.get(name)).toBe(got?.headers.get(name));
    expect(await head?.text()).toBe('');
    const options = await fetch(`${server.address}${values}`, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
    expect(options.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('what could not be read is narrowed by source and edition together; no list stands for an unknown source', async () => {
    const asked = async (path: string) => {
      const found = await fetch(`${server.address}api/v1/${path}`);
      return { status: found.status, body: (await found.json()) as { total: number; items: Listed[] } };
    };
    type Listed = { edition: string; source: string; column: string | null; code: string; of: number };
    const { body } = await asked('rejects?limit=1000');
    const [one] = body.items;
    if (!one) throw new Error('nothing was rejected');
    const of = body.items.filter(({ edition }) => edition === one.edition);
    const both = await asked(`rejects?edition=${one.edition}&source=${one.source}`);
    expect(both.body.total).toBe(of.length);
    const sources = (await asked('editions?limit=1000')).body.items.map(({ source }) => source);
    const other = sources.find((source) => source !== one.source);
    expect((await asked(`rejects?edition=${one.edition}&source=${other}`)).body.total).toBe(0);
    const editions = (await asked('editions?limit=1000')).body.items as unknown as {
      edition: string;
      accounting: { rejected: number };
      problems: { column: string; code: string; count: number }[];
    }[];
    for (const { edition, column, code, of: all } of body.items) {
      const there = editions.find((each) => each.edition === edition);
      const problem = there?.problems.find((each) => each.column === column && each.code === code);
      expect(all).toBe(column === null ? there?.accounting.rejected : problem?.count);
    }
    for (const path of ['rejects', 'editions'])
      expect((await asked(`${path}?source=no-such-source`)).status).toBe(404);
  });

  test('lists come in pages that add up, and a cursor is of one list', async () => {
    const all: unknown[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const address: string = `${server.address}api/v1/tables/agencies/rows?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page = (await (await fetch(address)).json()) as {
        items: unknown[];
        next: string | null;
        total: number;
      };
      all.push(...page.items);
      pages += 1;
      cursor = page.next;
      if (cursor === null) expect(all.length).toBe(page.total);
    }
    expect(pages).toBeGreaterThan(3);
    expect(new Set(all.map((row) => JSON.stringify(row))).size).toBe(all.length);
    const first = (await (await fetch(`${server.address}api/v1/editions?limit=1`)).json()) as {
      next: string;
    };
    for (const path of ['claims?', 'editions?source=ice-pending&'])
      expect((await fetch(`${server.address}api/v1/${path}cursor=${first.next}`)).status).toBe(400);
  });

  test('every answer carries the headers; nothing says who serves', async () => {
    for (const path of ['', 'nowhere', 'api/v1/figures', 'api/v1/nowhere', 'health', 'style.css']) {
      const { headers } = await fetch(`${server.address}${path}`);
      expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none'; /);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('geolocation=()');
      expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });
});

describe('who asks', () => {
  test('a closed project gives nothing without the token, and no token in an answer', async () => {
    const file = join(tempDir('token'), 'token');
    const token = 'invented-token-0123456789abcdef';
    writeFileSync(file, `${token}\n`, { mode: 0o600 });
    const server = await serve({ token: readToken(file) });
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    for (const [authorization, status] of [
      [undefined, 401],
      ['Bearer x', 401],
      [`Bearer ${token}x`, 401],
      [`Token ${token}`, 401],
      [basic(`anyone:${token}`), 200],
      [basic(token.slice(1)), 401],
      [`Bearer ${token}`, 200],
    ] as const)
      for (const path of ['', 'style.css', 'api/v1/figures', 'api/v1/events']) {
        if (status === 200 && path === 'api/v1/events') continue;
        const found = await fetch(
          `${server.address}${path}`,
          authorization ? { headers: { authorization } } : {},
        );
        expect(found.status, `${authorization} ${path}`).toBe(status);
        expect(found.headers.get('cache-control')).toMatch(status === 200 ? /^private, / : /^no-store$/);
        expect(await found.text()).not.toContain(token);
      }
    expect((await fetch(`${server.address}health`)).status).toBe(200);
  });

  test('the file of a token is read by its owner alone, and holds enough', () => {
    const file = join(tempDir('token'), 'token');
    writeFileSync(file, 'a'.repeat(32), { mode: 0o600 });
    expect(readToken(file)).toBe('a'.repeat(32));
    chmodSync(file, 0o644);
    expect(() => readToken(file)).toThrow(/Others may read/);
    chmodSync(file, 0o600);
    writeFileSync(file, 'short');
    expect(() => readToken(file)).toThrow(/no token/);
    expect(() => readToken(`${file}.none`)).toThrow(/no token/);
    expect(tokenCheck('a'.repeat(32))(`bearer ${'a'.repeat(32)}`)).toBe(true);
  });

  test('pages of other origins read the API only where they were named', async () => {
    const server = await serve({ cors: ['https://example.org'] });
    const from = async (origin: string, path: string) =>
      (await fetch(`${server.address}${path}`, { headers: { origin } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await from('https://example.org', 'api/v1/figures')).toBe('https://example.org');
    expect(await from('https://evil.example', 'api/v1/figures')).toBeNull();
    expect(await from('https://example.org', '')).toBeNull();
    expect(await from('https://example.org.evil.example', 'api/v1/figures')).toBeNull();
    const asked = await fetch(`${server.address}api/v1/check`, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' },
    });
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('behind a proxy its last word counts: for the client, and for TLS', async () => {
    const server = await serve({
      trustProxy: true,
      requestsPerSecond: 0.001,
      burst: 2,
      hosts: ['records.example.org'],
    });
    const ask = async (headers: string[]) =>
      raw(server.address, get('/style.css', headers).replace('127.0.0.1', 'records.example.org'));
    const client = (address: string) => [`X-Forwarded-For: ${address}`, 'X-Forwarded-Proto: https'];
    const first = await ask(client('203.0.113.1'));
    expect(statusOf(first)).toBe(200);
    expect(first.toLowerCase()).toContain('strict-transport-security: max-age=');
    expect(statusOf(await ask(client('203.0.113.1')))).toBe(200);
    const third = await ask(client('203.0.113.1'));
    expect(statusOf(third)).toBe(429);
    expect(third.toLowerCase()).toContain('retry-after: 1');
    // What the client wrote before the proxy's own word makes it nobody else.
    expect(statusOf(await ask(client('198.51.100.7, 203.0.113.1')))).toBe(429);
    expect(statusOf(await ask(client('203.0.113.2')))).toBe(200);
    expect(statusOf(await raw(server.address, get('/').replace('127.0.0.1', 'other.example')))).toBe(421);
  });

  test('without a proxy its headers are nothing', async () => {
    const server = await serve({ requestsPerSecond: 0.001, burst: 2 });
    const codes = [];
    for (let turn = 0; turn < 4; turn += 1)
      codes.push(
        statusOf(await raw(server.address, get('/style.css', [`X-Forwarded-For: 203.0.113.${turn}`]))),
      );
    expect(codes).toEqual([200, 200, 429, 429]);
  });

  test('a bucket fills again, and remembers a bounded number of clients', () => {
    const limit = rateLimit(10, 5);
    const asked = Array.from({ length: 7 }, () => limit.allows('a', 0));
    expect(asked).toEqual([true, true, true, true, true, false, false]);
    expect(limit.allows('a', 99)).toBe(false);
    expect(limit.allows('a', 250)).toBe(true);
    for (let client = 0; client < 30_000; client += 1) limit.allows(String(client), 300);
    expect(limit.size).toBe(10_000);
  });

  test.each([
    [undefined, undefined],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['identity', undefined],
    ['gzip;q=0', undefined],
    ['br;q=x', undefined],
  ])('takes %s as %s', (header, encoding) => {
    expect(encodingFor(header)).toBe(encoding);
  });
});

describe('when the records change', () => {
  test('goes over to the new build, tells readers, drops no request, and ends old cursors', async () => {
    const own = await ownProject((name) => /participatingAgencies(01072026|02052026)/.test(name));
    const server = await serve({}, own, 100);
    const before = server.current.build;
    const events = await fetch(`${server.address}api/v1/events`);
    expect(events.headers.get('content-type')).toBe('text/event-stream');
    const reader = (events.body as ReadableStream<Uint8Array>).getReader();
    const list = (await (await fetch(`${server.address}api/v1/editions?limit=1`)).json()) as { next: string };
    let running = true;
    const statuses = new Map<number, number>();
    const asking = Promise.all(
      ['api/v1/figures/agreements.agencies/values', 'api/v1/tables/agencies/rows?limit=', 'states/'].map(
        async (path) => {
          for (let turn = 0; running; turn += 1) {
            const found = await fetch(
              `${server.address}${path}${path.endsWith('=') ? 1 + (turn % 900) : ''}`,
            );
            await found.arrayBuffer();
            statuses.set(found.status, (statuses.get(found.status) ?? 0) + 1);
            await wait(5);
          }
        },
      ),
    );
    await add(own, ['participatingAgencies03192026pm.xlsx']);
    for (let tries = 0; tries < 300 && server.current.build === before; tries += 1) await wait(100);
    await wait(300);
    running = false;
    await asking;
    expect(server.current.build).not.toBe(before);
    expect([...statuses.keys()]).toEqual([200]);
    expect(statuses.get(200)).toBeGreaterThan(20);
    let told = '';
    while (!told.includes(server.current.build))
      told += Buffer.from((await reader.read()).value ?? []).toString();
    expect(told).toContain(`event: records\ndata: {"build":"${before}"}`);
    await reader.cancel();
    const late = await fetch(`${server.address}api/v1/editions?limit=1&cursor=${list.next}`);
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([410, 'CF-API-004']);
    const page = await (await fetch(server.address)).text();
    expect(page).toContain(`<meta name="counterfoil-build" content="${server.current.build}"`);
  }, 120_000);
});
