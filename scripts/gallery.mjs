// `npm run gallery`: every component of the site with invented data, on a loopback address, to look at.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { root, say } from './setup/run.mjs';

const { galleryFiles } = await import(new URL('../dist/site/gallery.js', import.meta.url).href);
/** @type {Record<string, string>} */
const files = galleryFiles();
/** @type {Record<string, string>} */
const types = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
};

/** @param {string} name */
function bodyOf(name) {
  const script = /^client\/([a-z-]+\.js)$/.exec(name)?.[1];
  if (script === undefined) return files[name];
  const path = join(root, 'dist', 'site', 'client', script);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

const server = createServer((request, response) => {
  const name = new URL(request.url ?? '/', 'http://gallery').pathname.slice(1) || 'index.html';
  const body = bodyOf(name);
  const type = types[name.split('.').at(-1) ?? ''] ?? 'text/plain';
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
  response.end(body);
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object')
    say(`The gallery: http://127.0.0.1:${address.port}/ (Ctrl-C ends it)`);
});
