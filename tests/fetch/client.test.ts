import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { checkedUrl, isPrivateAddress, shownUrl } from '../../src/fetch/address.ts';
import { createManners, fetchLimits } from '../../src/fetch/client.ts';
import { dataLink, pageLinks } from '../../src/fetch/links.ts';
import { proxyFor } from '../../src/fetch/proxy.ts';
import { parseRobots } from '../../src/fetch/robots.ts';
import { tempDir } from '../support/temp-dir.ts';
import { type Behaviour, hurried, type Publisher, publisher, text } from './publisher.ts';

const open: Publisher[] = [];
const serve = async (pages: Record<string, Behaviour>) => {
  const one = await publisher(pages);
  open.push(one);
  return one;
};
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const bomb = gzipSync(Buffer.alloc(50_000_000));
const big = Buffer.alloc(200_000, 'counterfoil ');

describe('a download', () => {
  test('says who asks, keeps no cookie, and tells headers, chain and hash', async () => {
    const host = await serve({
      '/a': (_request, response) =>
        response.writeHead(302, { location: '/b?api_key=secret', 'set-cookie': 'id=1' }).end(),
      '/b': text(big, { etag: '"1"', 'set-cookie': 'id=2', 'x-other': 'x' }),
    });
    const file = join(tempDir('fetch'), 'a');
    const got = await hurried().client.get({ url: `${host.url}/a`, file });
    expect(readFileSync(file).equals(big)).toBe(true);
    expect(got.chain).toEqual([`${host.url}/a`, `${host.url}/b?api_key=left-out`]);
    expect(Object.keys(got.headers).sort()).toEqual(
      ['content-length', 'date', 'etag'].filter((name) => name in got.headers),
    );
    expect(JSON.stringify([got.chain, got.headers])).not.toMatch(/secret|id=/);
    for (const { headers } of host.asked) {
      expect(headers['user-agent']).toBe('counterfoil/test (+desk@example.org)');
      expect(headers.cookie).toBeUndefined();
    }
  });

  test('asks with the last ETag, and is told that nothing has changed', async () => {
    const host = await serve({
      '/a': (request, response) =>
        request.headers['if-none-match'] === '"1"'
          ? response.writeHead(304).end()
          : response.writeHead(200).end('x'),
    });
    expect((await hurried().client.get({ url: `${host.url}/a`, etag: '"1"' })).status).toBe(304);
  });

  test('asks since when, where all that is known is the day of the last change', async () => {
    const day = 'Mon, 26 Jan 2026 12:00:00 GMT';
    const host = await serve({
      '/a': (request, response) =>
        request.headers['if-modified-since'] === day
          ? response.writeHead(304).end()
          : response.writeHead(200, { 'last-modified': day }).end('x'),
    });
    const { client } = hurried();
    const first = await client.get({ url: `${host.url}/a` });
    expect(first.headers['last-modified']).toBe(day);
    expect((await client.get({ url: `${host.url}/a`, lastModified: day })).status).toBe(304);
  });

  test('tells how many bytes have come, of how many, and the seconds left', async () => {
    const host = await serve({
      '/a': text(big, { 'content-length': String(big.length) }),
      '/b': (_request, response) => response.writeHead(200).end(big),
    });
    const told: { bytes: number; total: number | null; left: number | null }[] = [];
    const { client } = hurried({ tell: (progress) => told.push(progress) });
    await client.get({ url: `${host.url}/a` });
    expect(told.at(-1)).toMatchObject({ bytes: big.length, total: big.length, left: 0 });
    expect(told.map(({ bytes }) => bytes)).toEqual(told.map(({ bytes }) => bytes).sort((a, b) => a - b));
    told.length = 0;
    await client.get({ url: `${host.url}/b` });
    expect(told.at(-1)).toMatchObject({ bytes: big.length, total: null, left: null });
  });

  test('ends when it takes too long in all, however little comes each time', async () => {
    const host = await serve({
      '/a': (_request, response) => {
        response.writeHead(200);
        const drop = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(drop));
      },
    });
    const { client } = hurried({ limits: { ...fetchLimits, gapSeconds: 0, seconds: 1 } });
    await expect(client.get({ url: `${host.url}/a` })).rejects.toMatchObject({ code: 'CF-FETCH-009' });
  });

  test.each([
    [0, [500, 1000, 2000]],
    [1, [1000, 2000, 4000]],
  ])('waits between half and the whole of a doubling time: %d', async (random, expected) => {
    let turn = 0;
    const host = await serve({
      '/a': (_request, response) => response.writeHead(++turn < 4 ? 500 : 200).end('ok'),
    });
    const { client, waits } = hurried({ random: () => random });
    await client.get({ url: `${host.url}/a` });
    expect(waits).toEqual(expected);
  });

  test('goes on where it was cut, when the file is still the same', async () => {
    const host = await serve({
      '/a': (request, response) => {
        const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
        if (from > 0 && request.headers['if-range'] === '"1"') {
          response
            .writeHead(206, { 'content-range': `bytes ${from}-${big.length - 1}/${big.length}`, etag: '"1"' })
            .end(big.subarray(from));
        } else {
          response.writeHead(200, { etag: '"1"', 'content-length': String(big.length) });
          response.write(big.subarray(0, 70_000), () => setTimeout(() => response.destroy(), 30));
        }
      },
    });
    const got = await hurried().client.get({ url: `${host.url}/a` });
    expect(got.body.equals(big)).toBe(true);
    expect(host.asked.filter(({ headers }) => headers.range !== undefined).length).toBe(1);
  });

  test('begins anew where the file has changed meanwhile', async () => {
    let turn = 0;
    const other = Buffer.alloc(big.length, 'z');
    const host = await serve({
      '/a': (_request, response) => {
        response.writeHead(200, { etag: `"${turn}"`, 'content-length': String(big.length) });
        if (turn++ === 0)
          response.write(big.subarray(0, 70_000), () => setTimeout(() => response.destroy(), 30));
        else response.end(other);
      },
    });
    expect((await hurried().client.get({ url: `${host.url}/a` })).body.equals(other)).toBe(true);
  });

  test.each<[string, Behaviour, RegExp]>([
    [
      'stalls',
      (_request, response) => void response.writeHead(200, { 'content-length': '9' }).write('x'),
      /After 5 attempts/,
    ],
    ['never answers', () => {}, /After 5 attempts/],
    [
      'says a length that is too long',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '999' });
        response.write('x', () => setTimeout(() => response.destroy(), 20));
      },
      /After 5 attempts/,
    ],
    [
      'is out of order',
      (_request, response) => response.writeHead(503).end(),
      /After 5 attempts the host answers 503/,
    ],
    ['has no such file', (_request, response) => response.writeHead(404).end('<html>'), /answers 404/],
    [
      'sends a bomb',
      (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
      /compressed although/,
    ],
    [
      'sends without end',
      (_request, response) => {
        response.writeHead(200);
        const more = () => {
          if (!response.destroyed) response.write(big, () => setImmediate(more));
        };
        more();
      },
      /larger than 1,000,000 bytes/,
    ],
    [
      'says that it is too large',
      (_request, response) => response.writeHead(200, { 'content-length': '99999999' }).end(),
      /larger than 1,000,000 bytes/,
    ],
    [
      'leads on for ever',
      (request, response) => response.writeHead(302, { location: `${request.url}x` }).end(),
      /leads on more than 5 times|answers 404/,
    ],
    [
      'asks to wait for a day',
      (_request, response) => response.writeHead(429, { 'retry-after': '86400' }).end(),
      /After 1 attempt the host answers 429/,
    ],
  ])('a host that %s', async (_name, behaviour, says) => {
    const host = await serve({ '/a': behaviour });
    const { client } = hurried({
      limits: { ...fetchLimits, gapSeconds: 0, stallSeconds: 0.2, seconds: 20, bytes: 1_000_000 },
    });
    await expect(client.get({ url: `${host.url}/a` })).rejects.toThrow(says);
  });

  test('a circle of addresses is left after five', async () => {
    const host = await serve({
      '/a': (_request, response) => response.writeHead(302, { location: '/a' }).end(),
    });
    await expect(hurried().client.get({ url: `${host.url}/a` })).rejects.toMatchObject({
      code: 'CF-FETCH-007',
    });
    expect(host.asked.filter(({ path }) => path === '/a').length).toBe(6);
  });

  test('waits as long as it is asked to, else longer each time', async () => {
    let turn = 0;
    const host = await serve({
      '/a': (_request, response) => {
        turn++;
        if (turn === 1) response.writeHead(503, { 'retry-after': '7' }).end();
        else if (turn < 4) response.writeHead(500).end();
        else response.writeHead(200).end('ok');
      },
    });
    const { client, waits } = hurried();
    await client.get({ url: `${host.url}/a` });
    expect(waits).toEqual([7000, 1500, 3000]);
  });

  test('one request at a time a host, with a gap, also between two clients of a run', async () => {
    let [now, most] = [0, 0];
    const host = await serve({
      '/a': (_request, response) => {
        most = Math.max(most, ++now);
        setTimeout(() => {
          now--;
          response.writeHead(200).end('x');
        }, 20);
      },
    });
    const manners = createManners();
    const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    const options = { manners, sleep, limits: { ...fetchLimits, gapSeconds: 0.05 } };
    await Promise.all([1, 2, 3].map(() => hurried(options).client.get({ url: `${host.url}/a` })));
    expect(most).toBe(1);
    const times = host.asked.map(({ at }) => at);
    for (let index = 1; index < times.length; index++)
      expect((times[index] as number) - (times[index - 1] as number)).toBeGreaterThan(45);
  });

  test('a key goes to the first host only', async () => {
    const other = await serve({ '/b': text('x') });
    const host = await serve({
      '/a': (_request, response) => response.writeHead(307, { location: `${other.url}/b` }).end(),
    });
    await hurried().client.get({ url: `${host.url}/a`, secret: { 'x-api-key': 'k' } });
    expect(host.asked.at(-1)?.headers['x-api-key']).toBe('k');
    expect(other.asked.at(-1)?.headers['x-api-key']).toBeUndefined();
  });
});

describe('where it does not go', () => {
  test('robots.txt is read first, and kept to', async () => {
    const host = await serve({
      '/robots.txt': text('User-agent: *\nDisallow: /private\nAllow: /private/open\n'),
      '/private/a': text('x'),
      '/private/open/a': text('x'),
    });
    const { client } = hurried();
    await expect(client.get({ url: `${host.url}/private/a` })).rejects.toMatchObject({
      code: 'CF-FETCH-006',
    });
    await client.get({ url: `${host.url}/private/open/a` });
    expect(host.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/private/open/a']);
  });

  test('a host whose robots.txt is out of order is left alone', async () => {
    const host = await serve({
      '/robots.txt': (_request, response) => response.writeHead(500).end(),
      '/a': text('x'),
    });
    await expect(hurried().client.get({ url: `${host.url}/a` })).rejects.toMatchObject({
      code: 'CF-FETCH-006',
    });
  });

  test('private addresses, also by a name and after a redirect', async () => {
    const host = await serve({ '/a': text('x') });
    const strict = hurried({ allowed: { http: true, private: false } }).client;
    await expect(strict.get({ url: `${host.url}/a` })).rejects.toMatchObject({ code: 'CF-FETCH-005' });
    await expect(
      strict.get({ url: `${host.url.replace('127.0.0.1', 'localhost')}/a` }),
    ).rejects.toMatchObject({ code: 'CF-FETCH-005' });
    expect(host.asked).toEqual([]);
    const leading = await serve({
      '/a': (_request, response) =>
        response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
    });
    expect(() =>
      checkedUrl('http://169.254.169.254/latest', { http: true, private: false }, leading.url),
    ).toThrow(/private address/);
  });

  test('plain http, unless allowed', async () => {
    await expect(
      hurried({ allowed: { http: false, private: true } }).client.get({ url: 'http://127.0.0.1:1/' }),
    ).rejects.toMatchObject({ code: 'CF-FETCH-003' });
  });

  test.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['172.31.0.1', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['169.254.1.1', true],
    ['100.64.0.1', true],
    ['8.8.8.8', false],
    ['::1', true],
    ['fe80::1', true],
    ['fd00::1', true],
    ['::ffff:10.0.0.1', true],
    ['::ffff:8.8.8.8', false],
    ['::ffff:a00:1', true],
    ['2606:4700::1111', false],
    ['64:ff9b::a00:1', true],
    ['not an address', true],
  ])('%s', (address, expected) => {
    expect(isPrivateAddress(address)).toBe(expected);
  });

  test.each([
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://0177.0.0.1/',
    'http://user@example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
  ])('%s', (url) => {
    expect(() => checkedUrl(url, { http: true, private: false })).toThrow();
  });

  test('keys in addresses are not shown', () => {
    expect(shownUrl(new URL('https://x.org/a?api_key=1&q=2&X-Amz-Signature=3#4'))).toBe(
      'https://x.org/a?api_key=left-out&q=2&X-Amz-Signature=left-out',
    );
  });
});

describe('proxies', () => {
  test('are taken from the environment, with exceptions', () => {
    const env = { https_proxy: 'http://proxy:3128', NO_PROXY: 'example.org,.inside:8443' };
    expect(proxyFor(new URL('https://a.gov/'), env)?.host).toBe('proxy:3128');
    expect(proxyFor(new URL('https://www.example.org/'), env)).toBeNull();
    expect(proxyFor(new URL('https://a.inside:8443/'), env)).toBeNull();
    expect(proxyFor(new URL('https://a.inside/'), env)).not.toBeNull();
    expect(proxyFor(new URL('http://a.gov/'), env)).toBeNull();
    expect(proxyFor(new URL('http://a.gov/'), { ALL_PROXY: 'proxy:1' })?.host).toBe('proxy:1');
  });

  test('a plain one is asked for the whole address, a tunnel for the host', async () => {
    const seen: string[] = [];
    const proxy = createServer((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.writeHead(request.url?.endsWith('robots.txt') ? 404 : 200).end('by proxy');
    });
    proxy.on('connect', (request, socket) => {
      seen.push(`CONNECT ${request.url}`);
      const onward = connect(1, '127.0.0.1');
      onward.on('error', () => socket.end('HTTP/1.1 502 no\r\n\r\n'));
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const { client } = hurried({ env: { all_proxy: address } });
    expect((await client.get({ url: 'http://records.example/a' })).body.toString()).toBe('by proxy');
    await expect(client.get({ url: 'https://records.example/a' })).rejects.toMatchObject({
      code: 'CF-FETCH-006',
    });
    expect(seen.slice(0, 3)).toEqual([
      'GET http://records.example/robots.txt',
      'GET http://records.example/a',
      'CONNECT records.example:443',
    ]);
    proxy.close();
  });
});

describe('robots.txt', () => {
  const rules = parseRobots(
    'User-agent: other\nDisallow: /\n\nUser-agent: a\nUser-agent: counterfoil\nDisallow: /*.zip$\nDisallow: /x\nAllow: /x/y # yes\nCrawl-delay: 3\n',
    'counterfoil',
  );
  test.each([
    ['/', true],
    ['/a.zip', false],
    ['/a.zip?b', true],
    ['/x', false],
    ['/x/y/z', true],
    ['/robots.txt', true],
  ])('%s', (path, expected) => {
    expect(rules.allows(path)).toBe(expected);
  });
  test('a delay is read, and an empty rule allows', () => {
    expect(rules.delay).toBe(3);
    expect(parseRobots('User-agent: *\nDisallow:\n', 'counterfoil').allows('/a')).toBe(true);
  });
});

describe('links', () => {
  test('are read as a browser would, without running anything', () => {
    const html = `<a class=x href="/a.xlsx?b=1&amp;c=2">A</a><a href='b.xlsx'>B</a><script>var a = "<a href=no>"</script><A HREF=c.xlsx>`;
    expect(pageLinks(html, 'https://x.org/p/')).toEqual(
      expect.arrayContaining([
        'https://x.org/a.xlsx?b=1&c=2',
        'https://x.org/p/b.xlsx',
        'https://x.org/p/c.xlsx',
      ]),
    );
  });
  test('a file inside a page is taken out, percent-encoded or base64', () => {
    const csv = 'id,reason\n1,"Ünïcode, 100% sure"\n';
    const encoded = `<a download="search_audit.csv" href="data:text/csv;charset=utf-8,${encodeURIComponent(csv)}">`;
    expect(dataLink(encoded, /search_audit/)?.bytes.toString('utf8')).toBe(csv);
    const based = `<a href="data:text/csv;base64,${Buffer.from(csv).toString('base64')}" download='search_audit.csv'>`;
    expect(dataLink(based, /search_audit/)?.bytes.toString('utf8')).toBe(csv);
    expect(dataLink(encoded, /other/)).toBeNull();
  });
});
