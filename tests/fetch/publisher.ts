import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ClientOptions, createClient, fetchLimits } from '../../src/fetch/client.ts';

/** A publisher on this machine: path -> what it does. It remembers what it was asked. */
export interface Publisher {
  url: string;
  asked: { method: string; path: string; headers: IncomingMessage['headers']; body: string; at: number }[];
  close(): Promise<void>;
}

export type Behaviour = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export async function publisher(pages: Record<string, Behaviour>): Promise<Publisher> {
  const asked: Publisher['asked'] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const path = new URL(request.url ?? '/', 'http://x').pathname;
      asked.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body,
        at: performance.now(),
      });
      const page = pages[path];
      if (page) page(request, response, body);
      else response.writeHead(404).end('not here');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A client in a hurry: waits are noted, not waited for. */
export function hurried(options: Partial<ClientOptions> = {}) {
  const waits: number[] = [];
  const client = createClient({
    userAgent: 'counterfoil/test (+desk@example.org)',
    allowed: { http: true, private: true },
    env: {},
    limits: { ...fetchLimits, gapSeconds: 0, stallSeconds: 0.3, seconds: 20 },
    signal: new AbortController().signal,
    now: () => new Date(),
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
    random: () => 0.5,
    ...options,
  });
  return { client, waits };
}

export const text =
  (body: string | Buffer, headers: Record<string, string> = {}): Behaviour =>
  (_request, response) =>
    response.writeHead(200, headers).end(body);
