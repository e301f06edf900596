import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { exitCodes, UserError } from '../../project/errors.ts';
import { largestHeaders, type ServeSettings } from './settings.ts';

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
 * Listens. Slow clients, endless headers and too many connections end here, not in memory.
 *
 * @throws UserError CF-SERVE-002 where the address or port cannot be taken
 */
export function listenHttp(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  place: { hostname: string; port: number },
  settings: ServeSettings,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = createServer(
      {
        maxHeaderSize: largestHeaders,
        headersTimeout: settings.headersMs,
        requestTimeout: settings.requestMs,
        keepAliveTimeout: settings.keepAliveMs,
        connectionsCheckingInterval: Math.min(1000, settings.headersMs),
        noDelay: true,
      },
      handle,
    );
    server.maxConnections = settings.connections;
    server.maxHeadersCount = 100;
    server.timeout = settings.idleMs;
    if (!settings.trustProxy) limitPerClient(server, settings.connectionsPerClient);
    server.on('clientError', answerPlainly);
    server.once('error', (error: NodeJS.ErrnoException) => reject(notTaken(error, place)));
    server.listen(place.port, place.hostname, () => {
      const info = server.address() as AddressInfo;
      const host = info.family === 'IPv6' ? `[${info.address}]` : info.address;
      resolve({ address: `http://${host}:${info.port}/`, close: () => close(server) });
    });
  });
}

/** Behind a proxy all connections are the proxy's; without one, no client takes all there are. */
function limitPerClient(server: Server, most: number): void {
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const client = socket.remoteAddress ?? '';
    const count = (open.get(client) ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    open.set(client, count);
    socket.once('close', () => {
      const left = (open.get(client) ?? 1) - 1;
      if (left === 0) open.delete(client);
      else open.set(client, left);
    });
  });
}

/** What is no HTTP, too slow or too large gets one line and an end; nothing of it is said back. */
function answerPlainly(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const line =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request';
  socket.end(`HTTP/1.1 ${line}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
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
