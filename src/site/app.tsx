import { type Context, Hono } from 'hono';
import { createApi } from './api/api.ts';
import type { Holdings } from './api/holdings.ts';
import { bytesAnswer } from './byte-range.ts';
import { problemPage } from './pages/not-found.tsx';
import { problem, wantsJson } from './problem.ts';
import { securityHeaders } from './security-headers.ts';
import type { HeldCopies } from './serve/held-copies.ts';
import type { Site } from './site.ts';
import { isBytes, type SiteFiles, siteFiles } from './site-files.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  zip: 'application/zip',
  atom: 'application/atom+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/**
 * The one app: `serve` answers with it, and what it answers is what `publish` writes (`siteFiles`). A page has three
 * addresses (`index.html`, `index.json`, `index.csv`) and its folder for a short one.
 *
 * @param copies dated copies that were published
 * @param holdings what the end points of `/api/v1` answer from; without it there are none
 */
export function createApp(
  site: Site,
  files: SiteFiles = siteFiles(site),
  holdings?: Holdings,
  copies: HeldCopies = () => undefined,
): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  if (holdings) app.route('/', createApi(holdings));
  app.get('*', (context) => {
    const unknown = Object.keys(context.req.query()).find((name) => !(name === 'q' && isSearch(context)));
    if (unknown !== undefined)
      return refuse(context, site, 400, 'The address has a parameter that nothing here knows.');
    const path = addressOf(context);
    if (path === undefined) return refuse(context, site, 400, 'The address is not well formed.');
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const body = files.read(name) ?? files.bytes(name) ?? copies(name);
    const type =
      types[name.split('.').at(-1) ?? ''] ??
      (isBytes(name) ? 'application/octet-stream' : 'text/plain; charset=utf-8');
    if (typeof body === 'string') return context.body(body, 200, { 'content-type': type });
    if (body !== undefined) return bytesAnswer(context, body, type);
    if (files.has(`${path}/index.html`) || copies(`${path}/index.html`))
      return context.redirect(`${path.split('/').at(-1)}/`, 308);
    return refuse(context, site, 404, 'There is no such page.');
  });
  app.all('*', (context) => {
    context.header('allow', 'GET, HEAD');
    return refuse(context, site, 405, 'Pages can be read, not changed.');
  });
  app.onError((_error, context) =>
    refuse(context, site, 500, 'The program met something that it does not expect.'),
  );
  return app;
}

/** The page whose own script reads `?q=`: the answer is the same without it. */
function isSearch(context: Context): boolean {
  return /^\/search\/?(index\.html)?$/.test(context.req.path);
}

/** The address from the root, decoded; undefined where it cannot be. */
function addressOf(context: Context): string | undefined {
  try {
    return decodeURIComponent(new URL(context.req.url).pathname).slice(1);
  } catch {
    return undefined;
  }
}

/** One form for every refusal: RFC 9457 for programs, a plain page for people. */
function refuse(context: Context, site: Site, status: 400 | 404 | 405 | 500, detail: string): Response {
  if (wantsJson(context)) {
    const body = `${JSON.stringify(problem(status, detail))}\n`;
    return context.body(body, status, { 'content-type': 'application/problem+json' });
  }
  const depth = new URL(context.req.url).pathname.split('/').length - 2;
  return context.body(problemPage(site, status, detail, '../'.repeat(depth)), status, {
    'content-type': types['html'] as string,
  });
}
