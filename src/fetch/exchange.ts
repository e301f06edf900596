import { type LookupAddress, lookup as lookUp } from 'node:dns';
import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type Allowed, isPrivateAddress, privateAddress } from './address.ts';
import { proxyFor } from './proxy.ts';

/** One request, as it goes over the wire. */
export interface Wire {
  url: URL;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body: string | null;
  allowed: Allowed;
  env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds without a byte after which the connection is given up. */
  stallMs: number;
  signal: AbortSignal;
}

/**
 * Sends one request and gives the response as soon as its headers are there. No redirect is followed, no cookie kept,
 * no connection used twice. The name is looked up once, and the connection goes to that very address, after it was
 * found to be public: a name that changes its mind in between has no second chance.
 */
export async function exchange(wire: Wire): Promise<IncomingMessage> {
  const proxy = proxyFor(wire.url, wire.env);
  const secure = wire.url.protocol === 'https:';
  const options: RequestOptions = {
    method: wire.method,
    headers: wire.headers,
    agent: false,
    signal: wire.signal,
    timeout: wire.stallMs,
    lookup: publicOnly(wire.allowed),
  };
  if (!proxy) return send(secure ? secureRequest(wire.url, options) : plainRequest(wire.url, options), wire);
  if (!secure) {
    const via = {
      ...options,
      lookup: undefined,
      host: proxy.hostname,
      port: proxy.port || 80,
      path: wire.url.href,
      headers: { ...wire.headers, host: wire.url.host, ...proxyKey(proxy) },
    };
    return send(plainRequest(via), wire);
  }
  const socket = await tunnel(proxy, wire);
  const tls = connectTls({ socket, servername: wire.url.hostname });
  return send(secureRequest(wire.url, { ...options, lookup: undefined, createConnection: () => tls }), wire);
}

function send(request: ReturnType<typeof plainRequest>, wire: Wire): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', (response) => {
      response.setTimeout(wire.stallMs, () => response.destroy(stalled()));
      resolve(response);
    });
    request.once('timeout', () => request.destroy(stalled()));
    request.once('error', reject);
    request.end(wire.body ?? undefined);
  });
}

function stalled(): Error {
  return Object.assign(new Error('the connection stalled'), { code: 'ESTALLED' });
}

/** A look-up that gives only public addresses. */
function publicOnly(allowed: Allowed): LookupFunction {
  return (host, options, callback) => {
    lookUp(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const addresses = found as LookupAddress[];
      if (!allowed.private && addresses.some(({ address }) => isPrivateAddress(address)))
        return callback(privateAddress(host), '', 0);
      const [first] = addresses;
      if (options.all) return callback(null, addresses as never, 0);
      return callback(null, first?.address ?? '', first?.family ?? 0);
    });
  };
}

function tunnel(proxy: URL, wire: Wire): Promise<Socket> {
  const target = `${wire.url.hostname}:${wire.url.port || 443}`;
  return new Promise((resolve, reject) => {
    const request = plainRequest({
      host: proxy.hostname,
      port: proxy.port || 80,
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...proxyKey(proxy) },
      agent: false,
      signal: wire.signal,
      timeout: wire.stallMs,
    });
    request.once('connect', (response, socket) => {
      if (response.statusCode === 200) resolve(socket);
      else {
        socket.destroy();
        reject(Object.assign(new Error('the proxy refused'), { code: 'EPROXY' }));
      }
    });
    request.once('timeout', () => request.destroy(stalled()));
    request.once('error', reject);
    request.end();
  });
}

function proxyKey(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {};
  const key = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(key).toString('base64')}` };
}
