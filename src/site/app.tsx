import type { Context } from 'hono';
import { Hono } from 'hono';
import { assets } from './assets.ts';
import { type AnyPage, hereAt } from './page-kind.ts';
import { kindsOfPages } from './pages/all.ts';
import { filesOfRooms } from './pages/files.ts';
import { notFoundPage, problemPage } from './pages/not-found.tsx';
import { problem, wantsJson } from './problem.ts';
import { securityHeaders } from './security-headers.ts';
import { inShell } from './shell.tsx';
import type { Site } from './site.ts';
import { csvTwin, jsonTwin } from './twins.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * The one app: `serve` answers with it, `publish` writes what it answers. Every page has three addresses
 * (`index.html`, `index.json`, `index.csv`) and its folder for a short one.
 */
export function createApp(site: Site): Hono {
  const app = new Hono({ strict: true });
  app.use(securityHeaders);
  app.use(async (context, next) => {
    const unknown = Object.keys(context.req.query())[0];
    if (unknown === undefined) return next();
    return refuse(
      context,
      site,
      400,
      `The address has a parameter "${unknown.slice(0, 60)}" that nothing here knows.`,
    );
  });
  // Files first: `states/map.json` is no state.
  for (const [path, make] of [...assets, ...filesOfRooms(site)]) {
    app.get(`/${path}`, (context) => send(context, path, make()));
  }
  for (const kind of kindsOfPages(site)) addPage(app, site, kind);
  app.get('/404.html', (context) => send(context, '404.html', notFoundPage(site)));
  app.notFound((context) => refuse(context, site, 404, 'There is no such page.'));
  app.onError((_error, context) =>
    refuse(context, site, 500, 'The program met something that it does not expect.'),
  );
  return app;
}

/** Data of the page asked for last: its three forms are mostly asked for one after another. */
interface Kept {
  path: string;
  data: object;
}

function addPage(app: Hono, site: Site, kind: AnyPage): void {
  const base = kind.route === '' ? '' : `/${kind.route}`;
  const known = new Set(kind.paths(site));
  let kept: Kept | undefined;
  const dataOf = (context: Context): Kept | undefined => {
    const path = decodeURIComponent(new URL(context.req.url).pathname)
      .replace(/^\/|\/(index\.(html|json|csv))?$/g, '')
      .replace(/^index\.(html|json|csv)$/, '');
    if (kept?.path === path) return kept;
    if (!known.has(path)) return undefined;
    const data = kind.load(site, path, context.req.param());
    kept = data === undefined ? undefined : { path, data };
    return kept;
  };
  const html = (context: Context) => {
    const found = dataOf(context);
    if (!found) return context.notFound();
    const here = hereAt(found.path, site.lang);
    return send(context, 'index.html', inShell(site, kind, here, kind.view(found.data, here, site)));
  };
  app.get(`${base}/`, html);
  app.get(`${base}/index.html`, html);
  app.get(`${base}/index.json`, (context) => {
    const found = dataOf(context);
    return found
      ? send(
          context,
          'index.json',
          jsonTwin(site, found.path, kind.route === '' ? 'home' : kind.route, found.data),
        )
      : context.notFound();
  });
  app.get(`${base}/index.csv`, (context) => {
    const found = dataOf(context);
    return found ? send(context, 'index.csv', csvTwin(kind.csv(found.data, site))) : context.notFound();
  });
  if (base !== '') {
    app.get(base, (context) =>
      known.has(new URL(context.req.url).pathname.slice(1))
        ? context.redirect(`${new URL(context.req.url).pathname.split('/').at(-1)}/`, 308)
        : context.notFound(),
    );
  }
}

function send(context: Context, name: string, body: string): Response {
  const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return context.body(body, 200, { 'content-type': type });
}

/** One form for every refusal: RFC 9457 for programs, a plain page for people. */
function refuse(context: Context, site: Site, status: 400 | 404 | 500, detail: string): Response {
  if (wantsJson(context)) {
    return context.body(`${JSON.stringify(problem(status, detail))}\n`, status, {
      'content-type': 'application/problem+json',
    });
  }
  const depth = new URL(context.req.url).pathname.split('/').length - 2;
  return context.body(problemPage(site, status, detail, '../'.repeat(depth)), status, {
    'content-type': types['html'] as string,
  });
}
