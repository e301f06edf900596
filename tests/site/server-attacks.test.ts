import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readInVain } from '../../src/site/serve/settings.ts';
import type { Started } from '../../src/site/serve/start.ts';
import { exampleProject } from '../support/projects.ts';
import { liveServer } from './support/live-server.ts';
import { get, hold, raw, statusOf } from './support/raw-http.ts';

let server: Started;
let address: string;

beforeAll(async () => {
  server = await liveServer((await exampleProject()).folder, {
    headersMs: 700,
    requestMs: 1000,
    keepAliveMs: 500,
    idleMs: 2000,
    connectionsPerClient: 60,
    cacheMegabytes: 4,
  });
  ({ address } = server);
}, 120_000);

afterAll(() => server?.close());

/** Whatever was done to it, it serves. */
afterEach(async () => {
  expect(await (await fetch(`${address}health`)).text()).toBe('ok\n');
  const found = await fetch(`${address}api/v1/figures/agreements.agencies/values`);
  expect(found.status).toBe(200);
  expect(((await found.json()) as { rows: object[] }).rows.length).toBe(1);
});

describe('paths', () => {
  const up = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..%5c',
    '..\\',
    '%252e%252e%252f',
    '..%c0%af',
    '%uff0e%uff0e/',
  ];
  const names = ['counterfoil.yaml', 'records/journal.ndjson', 'etc/passwd', '.counterfoil/build.json'];
  const begins = [
    '/',
    '/client/',
    '/api/v1/',
    '/api/v1/tables/',
    '/states/FL/',
    '//',
    '/./',
    '/api/v1/editions/',
  ];

  test('none leads out of the site, in any writing', async () => {
    let asked = 0;
    for (const begin of begins)
      for (const step of up)
        for (const name of names) {
          const text = await raw(address, get(`${begin}${step.repeat(4)}${name}`));
          asked += 1;
          expect([400, 404], `${begin}${step}${name}`).toContain(statusOf(text));
          expect(text).not.toMatch(/root:|"seq"|references:|programBuild|"models"/);
        }
    expect(asked).toBe(288);
  });

  test.each([
    'GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    'GET /%00 HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    'GET /\u00e9 HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    'GET file:///etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    'GET * HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    'CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    'TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    'GET /api/v1/figures/__proto__ HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    'GET /api/v1/tables/constructor/rows HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    'GET /api/v1/claims/__proto__ HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    'GET /api/v1/figures?__proto__[x]=1 HTTP/1.1\r\nHost: 127.0.0.1\r\n',
  ])('%j gets nothing', async (head) => {
    const text = await raw(address, `${head}Connection: close\r\n\r\n`);
    expect([0, 400, 404, 405, 501]).toContain(statusOf(text));
  });
});

describe('headers', () => {
  test('a line break in an address or a value makes no header of ours', async () => {
    for (const path of [
      '/states/FL%0d%0aset-cookie:%20x=1',
      '/x%0d%0a%0d%0a<script>alert(1)</script>',
      '/api/v1/figures?x=%0d%0aset-cookie:%20x=1',
      '/api/v1/claims/a%0d%0ab',
      '/api/v1/figures/agreements.agencies/values?where=state%3D%0d%0aset-cookie:x',
    ]) {
      const text = await raw(address, get(path, ['Origin: http://x\u000b', 'Accept: text/html']));
      expect([400, 404], path).toContain(statusOf(text));
      const [head = ''] = text.split('\r\n\r\n');
      expect(head.toLowerCase()).not.toContain('set-cookie');
      expect(text).not.toContain('<script>alert');
    }
  });

  test('only names of this machine are answered: another name cannot be pointed here', async () => {
    for (const [host, status] of [
      ['evil.example', 421],
      ['localhost.evil.example', 421],
      ['127.0.0.1.evil.example', 421],
      ['', 421],
      ['localhost:80', 200],
      ['[::1]', 200],
    ] as const) {
      const text = await raw(address, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(statusOf(text), host).toBe(status);
    }
    expect(statusOf(await raw(address, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'))).toBe(400);
  });

  test('no header changes what the next one is given', async () => {
    const path = '/states/FL/';
    const before = await (await fetch(`${address}${path.slice(1)}`)).text();
    for (const header of [
      'X-Forwarded-Host: evil.example',
      'X-Forwarded-Proto: https',
      'X-Original-URL: /claims/',
      'X-Rewrite-URL: /claims/',
      'X-HTTP-Method-Override: POST',
      'Forwarded: host=evil.example',
      'Accept-Language: xx',
      'Cookie: a=<script>',
      'Accept: application/json',
      'Origin: https://evil.example',
      'Accept-Encoding: br;q=0, gzip;q=0, evil',
      'Referer: https://evil.example/',
    ]) {
      const text = await raw(address, get(path, [header]));
      expect(statusOf(text), header).toBe(200);
      expect(text.toLowerCase(), header).not.toContain('evil.example');
      expect(text.toLowerCase().split('\r\n\r\n')[0]).not.toMatch(/strict-transport|access-control/);
      expect(await (await fetch(`${address}${path.slice(1)}`)).text()).toBe(before);
    }
  });

  test('too many, too long, too odd: an end, and nothing said back', async () => {
    for (const [bytes, statuses] of [
      [get('/', [`X: ${'a'.repeat(20_000)}`]), [431]],
      [
        get(
          '/',
          Array.from({ length: 3000 }, (_, index) => `X${index}: a`),
        ),
        [431],
      ],
      [get(`/${'a'.repeat(5000)}`), [414]],
      [get(`/api/v1/figures?limit=${'1'.repeat(5000)}`), [414]],
      [get(`/${'a'.repeat(20_000)}`), [431]],
      ['GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', [400]],
      ['GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX y: 1\r\n\r\n', [400]],
      ['GET / HTTP/1.1\nHost: 127.0.0.1\n\n', [400]],
      ['GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n', [400]],
      ['\x16\x03\x01\x00\xa5\x01\x00', [400]],
      [Buffer.alloc(100_000, 0), [400]],
      ['SSH-2.0-x\r\n', [400]],
    ] as [string | Buffer, number[]][]) {
      const text = await raw(address, bytes);
      expect(statuses, text.slice(0, 200)).toContain(statusOf(text));
      expect(text).not.toContain('aaaa');
    }
  });
});

/** One who sends chunks for as long as they are taken. */
async function endless() {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  let [text, sent] = ['', 0];
  const chunk = `10000\r\n${'y'.repeat(0x1_00_00)}\r\n`;
  const write = () => {
    while (!socket.destroyed && socket.write(chunk)) sent += chunk.length;
    sent += chunk.length;
  };
  socket.on('drain', write).on('error', () => {});
  socket.on('data', (part) => {
    text += part;
  });
  socket.write('POST /api/v1/check HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n');
  write();
  const told = new Promise<string>((done) => socket.once('close', () => done(text)));
  await told;
  return { socket, told, sent: () => sent };
}

describe('bodies', () => {
  const post = (headers: string[], body: string) =>
    [
      `POST /api/v1/check HTTP/1.1`,
      'Host: 127.0.0.1',
      'Content-Type: application/json',
      ...headers,
      '',
      body,
    ].join('\r\n');

  test('what is larger than 64 kB is refused, to one who stops writing and to one who never does', async () => {
    const big = JSON.stringify({ text: 'x'.repeat(10_000_000) });
    expect((await fetch(`${address}api/v1/check`, { method: 'POST', body: big })).status).toBe(413);
    const text = await raw(address, post(['Content-Length: 99999999999'], '{'));
    expect(statusOf(text)).toBe(413);
    const chunk = `${(60_000).toString(16)}\r\n${'y'.repeat(60_000)}\r\n`;
    const chunked = await raw(address, post(['Transfer-Encoding: chunked'], chunk.repeat(5)));
    expect(statusOf(chunked)).toBe(413);
    const { socket, told, sent } = await endless();
    // The end of the connection may overtake the answer to one who never stops to listen.
    expect([413, 0]).toContain(statusOf(await told));
    expect(socket.destroyed).toBe(true);
    // Read in vain, what lies in buffers of both sides, and no more.
    expect(sent()).toBeLessThan(readInVain + 16_000_000);
  });

  test('a body is not waited for where nobody may ask', async () => {
    const begun = performance.now();
    const text = await raw(address, post(['Host: evil.example', 'Content-Length: 5000'], '{'));
    expect(statusOf(text)).toBe(400);
    expect(performance.now() - begun).toBeLessThan(900);
  });

  test('a GET with a body is refused, and what follows it is no request', async () => {
    const inner = 'GET /claims/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
    const text = await raw(
      address,
      `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`,
    );
    expect(statusOf(text)).toBe(400);
    expect(text.match(/HTTP\/1\.1 /g)?.length).toBe(1);
  });

  test.each([
    ['both lengths', ['Content-Length: 4', 'Transfer-Encoding: chunked']],
    ['two lengths', ['Content-Length: 4', 'Content-Length: 9']],
    ['a list of lengths', ['Content-Length: 4, 9']],
    ['a sign', ['Content-Length: +4']],
    ['another coding', ['Transfer-Encoding: xchunked']],
    ['a coding twice', ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity']],
    ['a blank before the colon', ['Content-Length : 4']],
    ['a folded header', ['X: a', ' Content-Length: 4']],
    ['a tab', ['Transfer-Encoding:\tchunked\x0b']],
  ])('smuggling with %s ends the connection', async (_what, headers) => {
    const text = await raw(
      address,
      post(headers, '0\r\n\r\nGET /claims/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'),
      1500,
    );
    expect(text.match(/HTTP\/1\.1 2\d\d/g)).toBeNull();
    expect(text.match(/HTTP\/1\.1 /g)?.length ?? 0).toBeLessThan(2);
  });

  test('deep and odd JSON is refused', async () => {
    for (const body of [
      '['.repeat(30_000),
      `${'{"text":'.repeat(5000)}1${'}'.repeat(5000)}`,
      '{"__proto__":{"text":"x"}}',
      '{"text":"x","constructor":{"prototype":{}}}',
      '{"text":{"toString":1}}',
      'null',
      '"text"',
    ]) {
      const found = await fetch(`${address}api/v1/check`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect(found.status, body.slice(0, 40)).toBe(400);
    }
  });
});

describe('time and numbers', () => {
  test('slow clients are let go; others are served meanwhile', async () => {
    const slow = await Promise.all(
      Array.from({ length: 40 }, () => hold(address, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-a: ')),
    );
    const drip = setInterval(() => {
      for (const socket of slow) if (!socket.destroyed) socket.write('b');
    }, 100);
    expect((await fetch(`${address}health`)).status).toBe(200);
    for (let tries = 0; tries < 60 && slow.some((socket) => !socket.destroyed); tries += 1) await wait(100);
    clearInterval(drip);
    expect(slow.filter((socket) => !socket.destroyed).length).toBe(0);
  });

  test('a slow body is let go', async () => {
    const socket = await hold(
      address,
      'POST /api/v1/check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{',
    );
    for (let tries = 0; tries < 60 && !socket.destroyed; tries += 1) await wait(100);
    expect(socket.destroyed).toBe(true);
  });

  test('one client does not take every connection', async () => {
    const held = await Promise.all(Array.from({ length: 200 }, () => hold(address, '')));
    await wait(200);
    expect(held.filter((socket) => !socket.destroyed && socket.readable).length).toBeLessThanOrEqual(60);
    for (const socket of held) socket.destroy();
    await wait(100);
  });

  test('memory is flat over many different questions, and what is kept is bounded', async () => {
    const ask = async (turn: number) => {
      for (let index = 0; index < 400; index += 1) {
        await (
          await fetch(`${address}api/v1/claims?limit=${1 + index}&cursor=x${turn}${index}`)
        ).arrayBuffer();
        await (await fetch(`${address}api/v1/editions?limit=${1 + index}`)).arrayBuffer();
      }
      return process.memoryUsage().rss;
    };
    const first = await ask(0);
    const second = await ask(1);
    expect(server.front.cache.bytes).toBeLessThanOrEqual(4e6);
    expect((second - first) / 1e6).toBeLessThan(60);
  }, 60_000);
});
