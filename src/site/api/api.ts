import { type Context, Hono } from 'hono';
import { exitCodes, UserError } from '../../project/errors.ts';
import { readerOf } from './ask.ts';
import type { Holdings } from './holdings.ts';
import { openApi } from './openapi.ts';
import { problemOf, retryAfterSeconds } from './problem-of.ts';
import type { Route } from './route.ts';
import { apiRoot, routes } from './routes/all.ts';

/** The largest body that is read, in bytes. */
export const largestBody = 65_536;

/** The end points over one build. Every refusal has one form. */
export function createApi(holdings: Holdings): Hono {
  const api = new Hono();
  const document = `${JSON.stringify(openApi(holdings), null, 1)}\n`;
  api.get(`${apiRoot}/openapi.json`, (context) => {
    if (new URL(context.req.url).search !== '') throw noParameters();
    return json(context, document);
  });
  for (const route of routes) {
    const read = readerOf(route);
    const path = `${apiRoot}${route.path.replace(/\{(\w+)\}/g, ':$1')}`;
    api.on(route.method === 'get' ? 'GET' : 'POST', path, async (context) => {
      const ask = read({
        address: new URL(context.req.url).pathname,
        path: context.req.param() as Record<string, string>,
        query: new URL(context.req.url).searchParams,
        body: route.body ? await bodyOf(context) : undefined,
      });
      return json(context, `${JSON.stringify(await route.handle(ask, holdings))}\n`);
    });
  }
  api.all(`${apiRoot}/*`, (context) => {
    const allowed = methodsOf(context.req.path);
    if (allowed.length === 0) throw noEndPoint();
    context.header('allow', allowed.join(', '));
    throw notAllowed();
  });
  api.onError((error, context) => refuse(context, error));
  return api;
}

/** Answers with the refusal that an error stands for. */
export function refuse(context: Context, error: unknown): Response {
  const found = problemOf(error);
  const wait = retryAfterSeconds[found.status];
  if (wait !== undefined) context.header('retry-after', String(wait));
  context.header('cache-control', 'no-store');
  return context.body(`${JSON.stringify(found)}\n`, found.status as 400, {
    'content-type': 'application/problem+json',
  });
}

function json(context: Context, text: string): Response {
  return context.body(text, 200, { 'content-type': 'application/json; charset=utf-8' });
}

async function bodyOf(context: Context): Promise<unknown> {
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw notJson();
  const text = await context.req.text();
  if (text.length > largestBody) throw tooLarge();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UserError('The body is no JSON.', {
      code: 'CF-API-010',
      exit: exitCodes.usage,
      hint: 'Send a JSON object as /api/v1/openapi.json describes it.',
    });
  }
}

/** The methods of an address, where it is one. */
function methodsOf(path: string): string[] {
  const matches = (route: Route) =>
    new RegExp(`^${apiRoot}${route.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  return [
    ...new Set(
      routes
        .filter(matches)
        .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD', 'OPTIONS'] : ['POST', 'OPTIONS'])),
    ),
  ];
}

function noParameters(): UserError {
  return new UserError('This end point takes no parameters.', {
    code: 'CF-API-001',
    exit: exitCodes.usage,
    hint: 'Leave them out.',
  });
}

function noEndPoint(): UserError {
  return new UserError('There is no such end point.', {
    code: 'CF-API-012',
    exit: exitCodes.usage,
    hint: '/api/v1/openapi.json lists them; /api/ tells them for people.',
  });
}

function notAllowed(): UserError {
  return new UserError('This end point is not asked so.', {
    code: 'CF-API-013',
    exit: exitCodes.usage,
    hint: 'The header "allow" names the methods; only /check and /sql are posted to.',
  });
}

function notJson(): UserError {
  return new UserError('The body has to be JSON.', {
    code: 'CF-API-014',
    exit: exitCodes.usage,
    hint: 'Send it with the header "content-type: application/json".',
  });
}

/** The body is larger than what is read. */
export function tooLarge(): UserError {
  return new UserError('The body is too large.', {
    code: 'CF-API-011',
    exit: exitCodes.usage,
    hint: 'Send at most 64 kB.',
  });
}
