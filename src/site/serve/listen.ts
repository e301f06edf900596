import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { exitCodes, UserError } from '../../project/errors.ts';

/** A server that listens. */
export interface Listening {
  /** Where people point their browser. */
  address: string;
  /** Stops taking connections, ends those that are idle, and waits for the rest for a moment. */
  close(): Promise<void>;
}

/** How long an answer under way may take once the program is to end. */
const graceMs = 1000;

/**
 * Serves an app on this machine.
 *
 * @throws UserError CF-SERVE-002 where the address or port cannot be taken
 */
export function listen(app: Hono, place: { hostname: string; port: number }): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, ...place }, (info: AddressInfo) => {
      const host = info.family === 'IPv6' ? `[${info.address}]` : info.address;
      resolve({ address: `http://${host}:${info.port}/`, close: () => close(server as Server) });
    }) as Server;
    // Slow clients and endless headers end here, not in memory.
    server.headersTimeout = 10_000;
    server.requestTimeout = 15_000;
    server.keepAliveTimeout = 5_000;
    server.maxConnections = 1000;
    server.once('error', (error: NodeJS.ErrnoException) => reject(notTaken(error, place)));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    const late = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(late);
      done();
    });
    server.closeIdleConnections();
  });
}

function notTaken(
  error: NodeJS.ErrnoException,
  { hostname, port }: { hostname: string; port: number },
): Error {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES' && error.code !== 'EADDRNOTAVAIL') return error;
  return new UserError(
    `${hostname}, port ${port}, cannot be used${error.code === 'EADDRINUSE' ? ': another program has it' : ''}.`,
    {
      code: 'CF-SERVE-002',
      exit: exitCodes.usage,
      hint: 'Name another port, e.g. --port 8080, or 0 for any free one.',
    },
  );
}
