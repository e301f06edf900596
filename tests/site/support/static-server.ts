import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { securityHeadersOf } from '../../../src/site/security-headers.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  csv: 'text/csv',
  svg: 'image/svg+xml',
};

/** A plain host for a published folder: files and nothing else, under the policy that a page has to keep. */
export async function hostFolder(folder: string): Promise<{ address: string; server: Server }> {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    const path = join(folder, asked.endsWith('/') ? `${asked}index.html` : asked);
    const found = existsSync(path) && statSync(path).isFile();
    response.writeHead(found ? 200 : 404, {
      'content-type': types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'accept-ranges': 'bytes',
      ...securityHeadersOf(asked),
    });
    response.end(found ? readFileSync(path) : undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
