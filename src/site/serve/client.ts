import type { IncomingMessage } from 'node:http';

/** Who asks, as far as limits go, and whether over TLS. */
export interface Client {
  name: string;
  secure: boolean;
}

/**
 * The client of a request. Headers of a proxy count only where the server was told that one stands before it, and of
 * X-Forwarded-For only the last entry: the others are what the client itself wrote.
 */
export function clientOf(request: IncomingMessage, trustProxy: boolean): Client {
  const peer = request.socket.remoteAddress ?? 'unknown';
  if (!trustProxy) return { name: network(peer), secure: false };
  const forwarded = last(request.headers['x-forwarded-for']);
  return {
    name: network(forwarded === undefined || !/^[0-9a-f.:]{2,45}$/i.test(forwarded) ? peer : forwarded),
    secure: last(request.headers['x-forwarded-proto']) === 'https',
  };
}

/** Of an IPv6 address the network of 64 bits: one client has all of it. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::') as [string, string?];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

function last(header: string | string[] | undefined): string | undefined {
  const text = Array.isArray(header) ? header.at(-1) : header;
  return text?.split(',').at(-1)?.trim();
}
