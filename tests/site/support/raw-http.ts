import { connect, type Socket } from 'node:net';

/** Sends bytes as they are and gives all that comes back until the other side ends, or `waitMs` have passed. */
export function raw(address: string, bytes: string | Buffer, waitMs = 3000): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((done) => {
    const socket = connect(Number(port), hostname);
    const parts: Buffer[] = [];
    const end = () => {
      socket.destroy();
      done(Buffer.concat(parts).toString('latin1'));
    };
    const timer = setTimeout(end, waitMs);
    socket.on('data', (part) => parts.push(part));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      end();
    });
    socket.write(bytes);
  });
}

/** A request that ends its connection, so that `raw` need not wait. */
export function get(path: string, headers: readonly string[] = []): string {
  return [`GET ${path} HTTP/1.1`, 'Host: 127.0.0.1', 'Connection: close', ...headers, '', ''].join('\r\n');
}

/** The status of the first answer in a text; 0 where there is none. */
export function statusOf(text: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
}

/** Opens a connection and leaves it; settles when the other side has ended it or it is open. */
export function hold(address: string, bytes: string): Promise<Socket> {
  const { hostname, port } = new URL(address);
  return new Promise((done) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(bytes);
      done(socket);
    });
    socket.on('error', () => done(socket));
    // An end of the other side is seen by one who reads.
    socket.resume();
  });
}
