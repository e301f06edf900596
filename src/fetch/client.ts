import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { exitCodes, UserError } from '../project/errors.ts';
import { type Allowed, checkedUrl, shownUrl } from './address.ts';
import { exchange } from './exchange.ts';
import { allowAll, allowNothing, parseRobots, type Robots, robotsBytes } from './robots.ts';

/** Bounds of one download. */
export interface FetchLimits {
  bytes: number;
  /** Seconds for all of it, waits included. */
  seconds: number;
  /** Seconds without a byte. */
  stallSeconds: number;
  redirects: number;
  attempts: number;
  /** Seconds that a host may ask to wait; a longer wait ends the attempt. */
  retryAfterSeconds: number;
  /** Seconds between two requests to one host. */
  gapSeconds: number;
}

export const fetchLimits: FetchLimits = {
  bytes: 4_000_000_000,
  seconds: 3600,
  stallSeconds: 60,
  redirects: 5,
  attempts: 5,
  retryAfterSeconds: 600,
  gapSeconds: 1,
};

/** What a client needs of the world. `sleep` and `random` are given by tests. */
export interface ClientOptions {
  /** `counterfoil/0.1.0 (+contact)`. */
  userAgent: string;
  allowed: Allowed;
  env: Readonly<Record<string, string | undefined>>;
  limits: FetchLimits;
  signal: AbortSignal;
  now(): Date;
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  random(): number;
  /** What is remembered of hosts between sources of one run. */
  manners?: Manners;
  tell?(progress: Progress): void;
}

/** When each host was asked last, what it wants left alone, and who waits for it. */
export interface Manners {
  robots: Map<string, Robots>;
  last: Map<string, number>;
  turns: Map<string, Promise<unknown>>;
}

export function createManners(): Manners {
  return { robots: new Map(), last: new Map(), turns: new Map() };
}

/** How far a download is; `total` is what the host said, if it said anything. */
export interface Progress {
  url: string;
  bytes: number;
  total: number | null;
  /** Seconds left at the rate so far, or null. */
  left: number | null;
}

/** What to ask for. */
export interface Ask {
  url: string;
  method?: 'GET' | 'POST';
  /** A JSON body. */
  json?: unknown;
  /** Headers that hold a key; sent to the first host only, and never kept. */
  secret?: Record<string, string>;
  etag?: string;
  lastModified?: string;
  /** A file to write the body to; without it the body is kept in memory (at most 32 MB). */
  file?: string;
}

/** What came. */
export interface Got {
  status: number;
  /** Those of `keptHeaders` only. */
  headers: Record<string, string>;
  /** Every address on the way, keys taken out. */
  chain: string[];
  /** The last address, as it was asked for. */
  url: string;
  at: string;
  bytes: number;
  sha256: string;
  /** The body, where no file was named. */
  body: Buffer;
}

/** Headers that say what was sent. Cookies and keys are not among them. */
const keptHeaders = [
  'content-type',
  'content-length',
  'content-disposition',
  'etag',
  'last-modified',
  'date',
];
const memoryBytes = 32_000_000;
const retried = new Set([408, 425, 429, 500, 502, 503, 504]);
const redirects = new Set([301, 302, 303, 307, 308]);

/** Asks hosts politely. */
export interface Client {
  get(ask: Ask): Promise<Got>;
  limits: FetchLimits;
  wait(seconds: number): Promise<void>;
}

export function createClient(options: ClientOptions): Client {
  const { limits } = options;
  const { robots, last, turns } = options.manners ?? createManners();

  /** One request at a time a host, with a gap in between. */
  const inTurn = async <T>(origin: string, delay: number, work: () => Promise<T>): Promise<T> => {
    const before = turns.get(origin) ?? Promise.resolve();
    const mine = before
      .catch(() => {})
      .then(async () => {
        const since = options.now().getTime() - (last.get(origin) ?? Number.NEGATIVE_INFINITY);
        const gap = Math.max(limits.gapSeconds, Math.min(delay, 60)) * 1000 - since;
        if (gap > 0 && Number.isFinite(since)) await options.sleep(gap, options.signal);
        try {
          return await work();
        } finally {
          last.set(origin, options.now().getTime());
        }
      });
    turns.set(origin, mine);
    return mine;
  };

  const wire = (url: URL, ask: Ask, headers: Record<string, string>, first: boolean, signal: AbortSignal) =>
    exchange({
      url,
      method: ask.method ?? 'GET',
      headers: {
        'user-agent': options.userAgent,
        accept: '*/*',
        'accept-encoding': 'identity',
        connection: 'close',
        ...(ask.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(first ? ask.secret : {}),
        ...headers,
      },
      body: ask.json === undefined ? null : JSON.stringify(ask.json),
      allowed: options.allowed,
      env: options.env,
      stallMs: limits.stallSeconds * 1000,
      signal,
    });

  const robotsOf = async (url: URL, signal: AbortSignal): Promise<Robots> => {
    const known = robots.get(url.origin);
    if (known) return known;
    const found = await readRobots(new URL('/robots.txt', url), 0).catch((error: unknown) => {
      if (error instanceof UserError) throw error;
      return allowNothing;
    });
    robots.set(url.origin, found);
    return found;

    async function readRobots(at: URL, hops: number): Promise<Robots> {
      const response = await inTurn(at.origin, 0, () => wire(at, { url: at.href }, {}, false, signal));
      const status = response.statusCode ?? 0;
      if (redirects.has(status) && response.headers.location !== undefined && hops < 5) {
        response.destroy();
        return readRobots(checkedUrl(response.headers.location, options.allowed, at.href), hops + 1);
      }
      if (status >= 400 && status < 500) {
        response.destroy();
        return allowAll;
      }
      if (status !== 200) {
        response.destroy();
        return allowNothing;
      }
      return parseRobots((await readBody(response, robotsBytes, true)).toString('utf8'), 'counterfoil');
    }
  };

  /** Follows redirects to a response that is none. */
  const follow = async (
    ask: Ask,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<{ response: IncomingMessage; chain: string[]; url: URL }> => {
    const chain: string[] = [];
    let url = checkedUrl(ask.url, options.allowed);
    let asked = ask;
    const origin = url.origin;
    for (let hops = 0; ; hops++) {
      chain.push(shownUrl(url));
      const rules = await robotsOf(url, signal);
      if (!rules.allows(url.pathname + url.search))
        throw failed(
          'CF-FETCH-006',
          `${url.host} asks programs not to read this address, or its robots.txt is out of order.`,
          'Download it by hand and add the file, or ask the publisher.',
        );
      const at = url;
      const current = asked;
      const response = await inTurn(url.origin, rules.delay, () =>
        wire(at, current, headers, at.origin === origin, signal),
      );
      if (!redirects.has(response.statusCode ?? 0) || response.headers.location === undefined)
        return { response, chain, url };
      response.destroy();
      if (hops >= limits.redirects)
        throw failed(
          'CF-FETCH-007',
          `The address leads on more than ${limits.redirects} times.`,
          'Look at it in a browser, and name the last address as the url of the source.',
        );
      url = checkedUrl(response.headers.location, options.allowed, url.href);
      if (response.statusCode !== 307 && response.statusCode !== 308)
        asked = { ...asked, method: 'GET', json: undefined };
    }
  };

  const get = async (ask: Ask): Promise<Got> => {
    const deadline = AbortSignal.timeout(limits.seconds * 1000);
    const signal = AbortSignal.any([options.signal, deadline]);
    const sink = createSink(ask.file);
    let partial: { etag?: string; lastModified?: string } | null = null;
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          const headers: Record<string, string> = {};
          const validator = partial?.etag ?? partial?.lastModified;
          if (sink.size() > 0 && validator !== undefined)
            Object.assign(headers, { range: `bytes=${sink.size()}-`, 'if-range': validator });
          else if (ask.etag !== undefined) headers['if-none-match'] = ask.etag;
          else if (ask.lastModified !== undefined) headers['if-modified-since'] = ask.lastModified;
          const { response, chain, url } = await follow(ask, headers, signal);
          const status = response.statusCode ?? 0;
          if (retried.has(status))
            throw Object.assign(new Error(`status ${status}`), {
              retryAfter: retryAfter(response, options.now()),
              status,
            });
          const kept = keepHeaders(response);
          if (status === 206 && !continuesAt(response, sink.size()))
            throw Object.assign(new Error('another range'), { restart: true });
          if (status === 416) throw Object.assign(new Error('no such range'), { restart: true });
          if (status !== 206) sink.reset();
          partial = strong(kept);
          if (status >= 400) {
            response.destroy();
            throw failed(
              'CF-FETCH-008',
              `${url.host} answers ${status}.`,
              'Look at the address in a browser; what was there before is kept.',
            );
          }
          await receive(response, sink, ask, shownUrl(url));
          const at = options.now().toISOString();
          return {
            status,
            headers: kept,
            chain,
            url: url.href,
            at,
            bytes: sink.size(),
            sha256: sink.hash(),
            body: sink.body(),
          };
        } catch (error) {
          if (options.signal.aborted) throw options.signal.reason;
          if (deadline.aborted)
            throw failed(
              'CF-FETCH-009',
              `It took longer than ${limits.seconds} seconds.`,
              'Run the command again later; a download goes on where it stopped only within one run.',
            );
          if (error instanceof UserError) throw error;
          const {
            retryAfter: wait = 0,
            restart = false,
            code = '',
            status,
          } = error as { retryAfter?: number; restart?: boolean; code?: string; status?: number };
          if (restart) sink.reset();
          if (attempt >= limits.attempts || wait > limits.retryAfterSeconds) {
            const what =
              status === undefined
                ? `the connection failed (${code || (error as Error).message})`
                : `the host answers ${status}`;
            throw failed(
              'CF-FETCH-010',
              `After ${attempt} ${attempt === 1 ? 'attempt' : 'attempts'} ${what}.`,
              'Run the command again later; what was there before is kept.',
            );
          }
          const backoff = Math.min(60, 2 ** (attempt - 1)) * (0.5 + options.random() / 2);
          await options.sleep(Math.max(wait, backoff) * 1000, signal).catch(() => {});
        }
      }
    } finally {
      sink.close();
    }
  };

  const receive = async (response: IncomingMessage, sink: Sink, ask: Ask, url: string): Promise<void> => {
    const encoding = response.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') {
      response.destroy();
      throw failed(
        'CF-FETCH-011',
        'The host sends its answer compressed although it was asked not to.',
        'Download it by hand and add the file.',
      );
    }
    const most = Math.min(limits.bytes, ask.file === undefined ? memoryBytes : Number.POSITIVE_INFINITY);
    const length = response.headers['content-length'];
    const total =
      length === undefined ? null : Number(length) + (response.statusCode === 206 ? sink.size() : 0);
    if (total !== null && total > most) {
      response.destroy();
      throw tooLarge(most);
    }
    const begun = Date.now();
    const before = sink.size();
    for await (const chunk of response) {
      sink.write(chunk as Buffer);
      if (sink.size() > most) {
        response.destroy();
        throw tooLarge(most);
      }
      const rate = (sink.size() - before) / Math.max(1, Date.now() - begun);
      options.tell?.({
        url,
        bytes: sink.size(),
        total,
        left: total === null ? null : Math.round((total - sink.size()) / Math.max(rate, 1e-6) / 1000),
      });
    }
    if (total !== null && sink.size() !== total) throw Object.assign(new Error('cut'), { code: 'ECUT' });
  };

  return { get, limits, wait: (seconds) => options.sleep(seconds * 1000, options.signal) };
}

/** Where a body goes: a file or memory. Its hash is taken of the whole, since a download may go on after a cut. */
interface Sink {
  size(): number;
  write(chunk: Buffer): void;
  reset(): void;
  hash(): string;
  body(): Buffer;
  close(): void;
}

function createSink(file: string | undefined): Sink {
  const handle = file === undefined ? null : openSync(file, 'w', 0o600);
  let [parts, size, hash]: [Buffer[], number, ReturnType<typeof createHash>] = [[], 0, createHash('sha256')];
  return {
    size: () => size,
    write(chunk) {
      if (handle === null) parts.push(chunk);
      else
        for (let at = 0; at < chunk.length; )
          at += writeSync(handle, chunk, at, chunk.length - at, size + at);
      size += chunk.length;
      hash.update(chunk);
    },
    reset() {
      [parts, size, hash] = [[], 0, createHash('sha256')];
      if (handle !== null) ftruncateSync(handle, 0);
    },
    hash: () => hash.copy().digest('hex'),
    body: () => Buffer.concat(parts),
    close: () => {
      if (handle !== null) closeSync(handle);
    },
  };
}

async function readBody(response: IncomingMessage, most: number, cut: boolean): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    parts.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > most && cut) break;
  }
  return Buffer.concat(parts).subarray(0, most);
}

function keepHeaders(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    keptHeaders.flatMap((name) =>
      typeof response.headers[name] === 'string' ? [[name, response.headers[name].slice(0, 500)]] : [],
    ),
  );
}

/** What a download can be taken up again by: a weak ETag cannot say that two halves belong together. */
function strong(headers: Record<string, string>): { etag?: string; lastModified?: string } {
  const etag = headers['etag'];
  if (etag !== undefined && !etag.startsWith('W/')) return { etag };
  const lastModified = headers['last-modified'];
  return lastModified === undefined ? {} : { lastModified };
}

function continuesAt(response: IncomingMessage, size: number): boolean {
  return new RegExp(`^bytes ${size}-\\d+/(\\d+|\\*)$`).test(response.headers['content-range'] ?? '');
}

/** Seconds to wait, from seconds or a date; 0 where the host does not say. */
function retryAfter(response: IncomingMessage, now: Date): number {
  response.destroy();
  const text = response.headers['retry-after'] ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isFinite(date) ? Math.max(0, (date - now.getTime()) / 1000) : 0;
}

function tooLarge(most: number): UserError {
  return failed(
    'CF-FETCH-012',
    `The answer is larger than ${most.toLocaleString('en-US')} bytes.`,
    'If it is meant to be that large, download it by hand and add the file.',
  );
}

function failed(code: string, message: string, hint: string): UserError {
  return new UserError(message, { code, exit: exitCodes.unreadable, hint });
}
