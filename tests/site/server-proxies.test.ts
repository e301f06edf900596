import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Started } from '../../src/site/serve/start.ts';
import { exampleProject } from '../support/projects.ts';
import { root } from '../support/root.ts';
import { tempDir } from '../support/temp-dir.ts';
import { liveServer } from './support/live-server.ts';

const name = 'records.example.org';
const token = 'a-token-of-a-closed-project-0123456789';

interface Proxy {
  program: string;
  /** Writes the documented configuration for ports and a certificate of this machine; gives the command. */
  start(place: Place): [file: string, ...args: string[]];
}

interface Place {
  folder: string;
  upstream: number;
  port: number;
  plain: number;
  certificate: string;
  key: string;
}

const nginx: Proxy = {
  program: 'nginx',
  start({ folder, upstream, port, plain, certificate, key }) {
    const site = readFileSync(join(root, 'deploy/nginx/counterfoil.conf'), 'utf8')
      .replaceAll('127.0.0.1:4287', `127.0.0.1:${upstream}`)
      .replaceAll(/ *listen \[::\].*\n/g, '')
      .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
      .replace('listen 80', `listen 127.0.0.1:${plain}`)
      .replace('/etc/ssl/records.example.org.pem', certificate)
      .replace('/etc/ssl/private/records.example.org.key', key);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((one) => `${one}_temp_path ${folder}/${one};`)
      .join(' ');
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; master_process off; pid ${folder}/pid; error_log stderr;\nevents {}\nhttp { access_log off; ${temporary}\n${site}}\n`,
    );
    return ['nginx', '-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')];
  },
};

const caddy: Proxy = {
  program: 'caddy',
  start({ folder, upstream, port, plain, certificate, key }) {
    const site = readFileSync(join(root, 'deploy/caddy/Caddyfile'), 'utf8')
      .replaceAll('127.0.0.1:4287', `127.0.0.1:${upstream}`)
      .replace(`${name} {`, `${name} {\n\tbind 127.0.0.1\n\ttls ${certificate} ${key}`);
    const own = `{\n\tadmin off\n\thttp_port ${plain}\n\thttps_port ${port}\n\tstorage file_system ${folder}\n}\n`;
    writeFileSync(join(folder, 'Caddyfile'), `${own}${site}`);
    return ['caddy', 'run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
  },
};

const installed = (program: string) =>
  !(spawnSync(program, [program === 'nginx' ? '-v' : 'version']).error instanceof Error);

/** Ports that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

interface Told {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

describe.each([nginx, caddy])('behind $program, with the configuration of deploy/', (proxy) => {
  const there = installed(proxy.program) && installed('openssl');
  if (!there) {
    process.stderr.write(`\n!!! NOT TESTED: serving behind ${proxy.program}, which is not installed.\n\n`);
    test.skip(`${proxy.program} is not installed`, () => {});
    return;
  }
  let server: Started;
  let child: ChildProcess;
  let port: number;
  let certificate: string;
  let complaints = '';

  const options = (path: string, more: RequestOptions = {}): RequestOptions => ({
    host: '127.0.0.1',
    port,
    path,
    servername: name,
    ca: readFileSync(certificate),
    ...more,
    headers: { host: name, authorization: `Bearer ${token}`, ...(more.headers as object) },
  });

  function ask(path: string, more: RequestOptions = {}, body?: string | Buffer): Promise<Told> {
    return new Promise((resolve, reject) => {
      const asked = request(options(path, more), async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  beforeAll(async () => {
    const folder = tempDir(proxy.program);
    [certificate] = [join(folder, 'own.pem')];
    const key = join(folder, 'own.key');
    execFileSync(
      'openssl',
      `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=${name} -addext subjectAltName=DNS:${name} -keyout ${key} -out ${certificate}`.split(
        ' ',
      ),
      { stdio: 'ignore' },
    );
    server = await liveServer((await exampleProject()).folder, {
      trustProxy: true,
      hosts: [name],
      token,
      burst: 150,
      requestsPerSecond: 1,
    });
    port = await freePort();
    const upstream = Number(new URL(server.address).port);
    const plain = await freePort();
    const [file, ...args] = proxy.start({ folder, upstream, port, plain, certificate, key });
    child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: folder } });
    child.stderr?.on('data', (bytes) => {
      complaints += String(bytes);
    });
    for (let turn = 0; turn < 100; turn += 1) {
      const found = await ask('/health').catch(() => undefined);
      if (found) return;
      await wait(100);
    }
    throw new Error(`${proxy.program} did not start: ${complaints.slice(-2000)}`);
  }, 120_000);

  afterAll(async () => {
    child?.kill();
    await server?.close();
  });

  test('health answers without a token', async () => {
    const found = await ask('/health', { headers: { authorization: '' } });
    expect([found.status, String(found.body)]).toEqual([200, 'ok\n']);
  });

  test('everything else asks for the token', async () => {
    for (const path of ['/', '/api/v1/figures', '/style.css', '/api/v1/events'])
      expect((await ask(path, { headers: { authorization: 'Bearer wrong' } })).status, path).toBe(401);
    const page = await ask('/');
    expect(page.status).toBe(200);
    const basic = Buffer.from(`desk:${token}`).toString('base64');
    expect((await ask('/', { headers: { authorization: `Basic ${basic}` } })).status).toBe(200);
  });

  test('the headers of the server arrive, with the one that TLS calls for', async () => {
    const { headers } = await ask('/');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['strict-transport-security']).toContain('max-age=');
  });

  test.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)('%s arrives as the server packed it, and its ETag is known again', async (coding, unpack) => {
    const plain = await ask('/', { headers: { 'accept-encoding': 'identity' } });
    const found = await ask('/', { headers: { 'accept-encoding': coding } });
    expect(found.headers['content-encoding']).toBe(coding);
    expect(found.headers.vary?.toLowerCase()).toContain('accept-encoding');
    expect(unpack(found.body).equals(plain.body)).toBe(true);
    const etag = String(found.headers.etag);
    const again = await ask('/', { headers: { 'accept-encoding': coding, 'if-none-match': etag } });
    expect([again.status, again.headers.etag]).toEqual([304, etag]);
  });

  test('ranges of a Parquet file pass', async () => {
    const found = await ask('/tables/agreements/data.parquet', { headers: { range: 'bytes=0-3' } });
    expect([found.status, String(found.body)]).toEqual([206, 'PAR1']);
  });

  test('events come at once, not when a buffer is full', async () => {
    const begun = performance.now();
    const first = await new Promise<string>((resolve, reject) => {
      const asked = request(options('/api/v1/events'), (response) => {
        response.once('data', (bytes) => {
          asked.destroy();
          resolve(String(bytes));
        });
      });
      asked.on('error', reject);
      asked.end();
    });
    expect(first).toContain('event: records');
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  test('a body that is too large is refused', async () => {
    for (const length of [70_000, 100_000, 3_000_000, 70_000, 100_000, 3_000_000, 3_000_000, 3_000_000]) {
      const found = await ask(
        '/api/v1/check',
        { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': length } },
        `{"text":"${'x'.repeat(length - 11)}"}`,
      );
      expect(found.status).toBe(413);
      // nginx refuses by a limit of its own, in a page of its own; behind Caddy it is the server that answers.
      if (proxy === caddy) expect(JSON.parse(String(found.body)).code).toBe('CF-API-011');
    }
  });

  test('a body that comes without a token is refused as such', async () => {
    for (const length of [1000, 60_000, ...(proxy === caddy ? [3_000_000, 3_000_000, 3_000_000] : [])]) {
      const found = await ask(
        '/api/v1/check',
        { method: 'POST', headers: { authorization: 'Bearer wrong', 'content-length': length } },
        'x'.repeat(length),
      );
      expect(found.status).toBe(401);
    }
  });

  test('another name is not served', async () => {
    const found = await ask('/', { headers: { host: 'other.example' } });
    expect(String(found.body)).not.toContain('<h1');
  });

  test('who asks too often is not helped by addresses that he writes himself', async () => {
    const codes: number[] = [];
    for (let turn = 0; turn < 400 && !codes.includes(429); turn += 1)
      codes.push(
        (await ask('/style.css', { headers: { 'x-forwarded-for': `203.0.113.${turn % 250}` } })).status,
      );
    expect(codes).toContain(429);
  });
});
