import type { ServerResponse } from 'node:http';

/** Readers who are told when the records change. */
export interface Events {
  /** Takes a reader in, and tells the key of the build at once; false where there are too many. */
  join(response: ServerResponse, headers: Readonly<Record<string, string>>, build: string): boolean;
  tell(build: string): void;
  close(): void;
  readonly size: number;
}

/** Readers at one time; another is refused. */
const mostReaders = 200;
/** A line now and then keeps proxies from ending a silent stream. */
const heartbeatMs = 20_000;

/** Server-sent events, one kind: `records` with the key of the build. */
export function recordEvents(): Events {
  const readers = new Set<ServerResponse>();
  const send = (text: string) => {
    for (const reader of readers) {
      // A reader that takes nothing is let go, not waited for.
      if (reader.writableLength > 4096) reader.destroy();
      else reader.write(text);
    }
  };
  const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  return {
    get size() {
      return readers.size;
    },
    join(response, headers, build) {
      if (readers.size >= mostReaders) return false;
      response.writeHead(200, {
        ...headers,
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.write(`retry: 5000\n\n${event(build)}`);
      readers.add(response);
      response.once('close', () => readers.delete(response));
      return true;
    },
    tell: (build) => send(event(build)),
    close() {
      clearInterval(heartbeat);
      for (const reader of readers) reader.end();
    },
  };
}

function event(build: string): string {
  return `event: records\ndata: ${JSON.stringify({ build })}\n\n`;
}
