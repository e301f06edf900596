import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { largestBody, tooLarge } from '../api/api.ts';
import { problemOf, retryAfterSeconds } from '../api/problem-of.ts';
import { apiRoot } from '../api/routes/all.ts';
import { securityHeadersOf } from '../security-headers.ts';
import { type AnswerCache, answerCache, type KeptAnswer } from './answer-cache.ts';
import { tokenCheck } from './bearer.ts';
import { clientOf } from './client.ts';
import { encode, encodingFor, worthwhile } from './encoding.ts';
import type { Events } from './events.ts';
import { busyStream, noToken, notServedHere, otherMethod, tooLong, tooMany, unclear } from './refusals.ts';
import { hasBody, readBody } from './request-body.ts';
import { longestUrl, readInVain, type ServeSettings } from './settings.ts';
import type { Current, Snapshot } from './snapshot.ts';
import { rateLimit } from './token-bucket.ts';

/** Everything that stands between the network and the app. */
export interface FrontInput {
  settings: ServeSettings;
  current: Current;
  events: Events;
  /** Names under which it may be asked, lower case, without port; undefined for any. */
  names: readonly string[] | undefined;
  /** A clock in milliseconds that never goes back. */
  now(): number;
}

/** The front of the server, and what it keeps. */
export interface Front {
  handle(request: IncomingMessage, response: ServerResponse): void;
  cache: AnswerCache;
}

/** Methods that mean something here or are refused by the app. */
const known = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** What an origin may be told beside the body. */
const exposed = 'etag, retry-after';

/**
 * Checks who asks and how much, answers from what is kept where it can, else asks the app: a whole answer at a time,
 * so that an answer has a tag, a length and a compressed form. Nothing of a request but its method, address, body and
 * the forms it takes reaches the app: no header can change what others are given.
 */
export function createFront({ settings, current, events, names, now }: FrontInput): Front {
  const cache = answerCache(settings.cacheMegabytes * 1e6);
  const limits = rateLimit(settings.requestsPerSecond, settings.burst);
  const shown = settings.token === null ? () => true : tokenCheck(settings.token);
  const patience = { bytes: readInVain, ms: settings.requestMs / 3 };
  const privacy = settings.token === null ? 'no-cache' : 'private, no-cache';

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '';
    const client = clientOf(request, settings.trustProxy);
    const extra: Record<string, string> = client.secure
      ? { 'strict-transport-security': 'max-age=31536000' }
      : {};
    const deny = (error: unknown, more: Record<string, string> = {}) =>
      sendProblem(request, response, error, { ...extra, ...more });
    const refuse = async (error: unknown, more?: Record<string, string>) => {
      if (hasBody(request)) await readBody(request, 0, patience);
      deny(error, more);
    };
    if (url.length > longestUrl) return refuse(tooLong());
    if (!/^\/[!-~]*$/.test(url) || hostsOf(request) > 1) return refuse(unclear());
    if (names && !names.includes(nameOf(request.headers.host))) return refuse(notServedHere());
    if (url === '/health') return send(request, response, healthy, extra);
    if (!limits.allows(client.name, now())) return refuse(tooMany());
    const forApi = url.startsWith(`${apiRoot}/`);
    if (forApi) Object.assign(extra, crossOrigin(request, settings.cors));
    if (request.method === 'OPTIONS')
      return preflight(response, { ...extra, ...securityHeadersOf(url) }, forApi);
    if (!shown(request.headers.authorization))
      return refuse(noToken(), { 'www-authenticate': 'Bearer, Basic realm="counterfoil", charset="UTF-8"' });
    if (url === `${apiRoot}/events` && request.method === 'GET') {
      if (!events.join(response, { ...extra, ...securityHeadersOf(url) }, current.build))
        return refuse(busyStream());
      return undefined;
    }
    const method = request.method ?? '';
    if (!known.has(method)) return refuse(otherMethod(), { allow: 'GET, HEAD, OPTIONS' });
    const reading = method === 'GET' || method === 'HEAD';
    if (reading && hasBody(request)) return refuse(unclear());
    const key = `${current.build}\n${url}`;
    const whole = reading && request.headers.range === undefined;
    const kept = whole ? cache.get(key) : undefined;
    if (kept) return give(request, response, key, kept, extra);
    const body = reading ? undefined : await readBody(request, largestBody, patience);
    if (body === null) return deny(tooLarge());
    const made = await ask(request, url, body);
    // Copies come and go with a publish, not with a build.
    const dated = url.startsWith('/releases/');
    if (whole && !dated && made.answer.status === 200 && made.build === current.build)
      cache.set(`${made.build}\n${url}`, made.answer);
    return give(request, response, `${made.build}\n${url}`, made.answer, extra);
  }

  /** Asks the app; where a file of the old build has gone meanwhile, the new one is opened and asked. */
  async function ask(request: IncomingMessage, url: string, body: Buffer | undefined) {
    const once = () =>
      current.use(async (snapshot) => ({
        build: snapshot.build,
        answer: await askApp(snapshot, request, url, body, privacy),
      }));
    const first = await once();
    return first.answer.status === 500 && (await current.refresh()) ? once() : first;
  }

  async function give(
    request: IncomingMessage,
    response: ServerResponse,
    key: string,
    kept: KeptAnswer,
    extra: Record<string, string>,
  ): Promise<void> {
    const encoding = kept.compressible
      ? encodingFor(request.headers['accept-encoding']?.toString())
      : undefined;
    let body = encoding ? kept.encoded.get(encoding) : kept.body;
    if (encoding && !body) {
      body = await encode(kept.body, encoding);
      kept.encoded.set(encoding, body);
      cache.grown(key, body.length);
    }
    const headers: Record<string, string> = { ...kept.headers, ...extra };
    if (encoding) headers['content-encoding'] = encoding;
    if (kept.etag !== null) {
      const tag = `"${kept.etag}${encoding ? `-${encoding}` : ''}"`;
      headers['etag'] = tag;
      if (holds(request.headers['if-none-match'], kept.etag)) {
        response.writeHead(304, headers).end();
        return;
      }
    }
    send(request, response, { ...kept, headers, body: body as Buffer }, {});
  }

  return {
    cache,
    handle(request, response) {
      answer(request, response).catch((error: unknown) => {
        if (response.headersSent) response.destroy();
        else sendProblem(request, response, error, {});
      });
    },
  };
}

/** Asks the app of one build and takes its answer whole. */
async function askApp(
  { app }: Snapshot,
  request: IncomingMessage,
  url: string,
  body: Buffer | undefined,
  privacy: string,
): Promise<KeptAnswer> {
  const headers: Record<string, string> = {};
  for (const name of ['accept', 'range', 'content-type']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
  const found = await app.fetch(
    new Request(`http://counterfoil.invalid${url}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    }),
  );
  const bytes = Buffer.from(await found.arrayBuffer());
  const fields = Object.fromEntries(found.headers);
  delete fields['content-length'];
  const ok = found.status === 200 && method === 'GET';
  fields['cache-control'] ??= ok || found.status === 308 ? privacy : 'no-store';
  fields['vary'] = ok ? 'accept-encoding, origin' : 'accept, accept-encoding, origin';
  return {
    status: found.status,
    headers: fields,
    body: bytes,
    etag: ok ? createHash('sha256').update(bytes).digest('base64url').slice(0, 22) : null,
    compressible: worthwhile(fields['content-type'] ?? '', bytes.length),
    encoded: new Map(),
  };
}

const healthy: Pick<KeptAnswer, 'status' | 'headers' | 'body'> = {
  status: 200,
  headers: {
    ...securityHeadersOf('/health'),
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  },
  body: Buffer.from('ok\n'),
};

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Pick<KeptAnswer, 'status' | 'headers' | 'body'>,
  extra: Record<string, string>,
): void {
  response.writeHead(status, { ...headers, ...extra, 'content-length': String(body.length) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function sendProblem(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  extra: Record<string, string>,
): void {
  const found = problemOf(error);
  const wait = retryAfterSeconds[found.status];
  send(
    request,
    response,
    {
      status: found.status,
      body: Buffer.from(`${JSON.stringify(found)}\n`),
      headers: {
        ...securityHeadersOf(''),
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
        // What was not read of a refused request must not be taken for the next one.
        ...(hasBody(request) ? { connection: 'close' } : {}),
      },
    },
    extra,
  );
}

function preflight(response: ServerResponse, headers: Record<string, string>, forApi: boolean): void {
  const methods = forApi ? 'GET, HEAD, POST, OPTIONS' : 'GET, HEAD, OPTIONS';
  const allowed = headers['access-control-allow-origin'] !== undefined;
  response
    .writeHead(204, {
      ...headers,
      allow: methods,
      vary: 'origin',
      ...(allowed
        ? {
            'access-control-allow-methods': methods,
            'access-control-allow-headers': 'authorization, content-type, if-none-match',
            'access-control-max-age': '600',
          }
        : {}),
    })
    .end();
}

/** Off unless an origin was named; the answer never carries credentials of a browser. */
function crossOrigin(request: IncomingMessage, origins: readonly string[]): Record<string, string> {
  const { origin } = request.headers;
  if (origin === undefined || origins.length === 0) return {};
  const allowed = origins.includes('*') ? '*' : origins.find((one) => one === origin);
  if (allowed === undefined) return {};
  return {
    'access-control-allow-origin': allowed,
    'access-control-expose-headers': exposed,
    'cross-origin-resource-policy': 'cross-origin',
  };
}

/** Whether a tag that the asker has is still right; the form in which the body travelled does not matter. */
function holds(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',', 50).some(
    (one) =>
      one
        .trim()
        .replace(/^W\//, '')
        .replaceAll('"', '')
        .replace(/-(br|gzip)$/, '') === etag,
  );
}

function hostsOf({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
}

function nameOf(host: string | undefined): string {
  return (host ?? '').toLowerCase().replace(/:\d{1,5}$/, '');
}
