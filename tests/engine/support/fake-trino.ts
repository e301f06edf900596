import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the fake server does with one request: answers with a page, a status, or cuts the line. */
export type Answer = { page: object | string; after?: number } | { status: number } | 'cut';

export interface FakeTrino {
  url: string;
  /** `METHOD /path`, with the statement of a POST. */
  seen: string[];
  headers: IncomingMessage['headers'][];
  close(): Promise<void>;
}

/** A server on loopback that speaks as much of the protocol as a script says. `{next}` stands for the next page's address. */
export async function fakeTrino(script: Answer[]): Promise<FakeTrino> {
  const seen: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  let url = '';
  let step = 0;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    seen.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    request.resume();
    if (request.method === 'DELETE') {
      response.writeHead(204).end();
      return;
    }
    const answer = script[step++];
    if (answer === 'cut') request.socket.destroy();
    else if (answer === undefined) response.writeHead(500).end();
    else if ('status' in answer) response.writeHead(answer.status).end('some text of a gateway');
    else {
      const text = typeof answer.page === 'string' ? answer.page : JSON.stringify(answer.page);
      const next = `${url}/v1/next/${step}`;
      setTimeout(() => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(text.replaceAll('{next}', next));
      }, answer.after ?? 0);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    seen,
    headers,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
