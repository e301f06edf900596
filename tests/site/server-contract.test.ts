import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../src/site/api/routes/all.ts';
import type { Started } from '../../src/site/serve/start.ts';
import { type Contract, contractOf } from './support/contract.ts';
import { liveServer } from './support/live-server.ts';
import { publishedProject } from './support/whole-project.ts';

let server: Started;
let contract: Contract;

beforeAll(async () => {
  const project = await publishedProject();
  server = await liveServer(project);
  contract = await contractOf((await (await ask('/openapi.json')).json()) as Record<string, unknown>);
}, 300_000);

afterAll(() => server?.close());

const ask = (path: string, init?: RequestInit) => fetch(`${server.address}api/v1${path}`, init);

/** Asks, holds the answer to the document, and gives its body. */
async function held(operationId: string, path: string, init?: RequestInit): Promise<Record<string, unknown>> {
  const found = await ask(path, init);
  const body = (await found.json()) as Record<string, unknown>;
  const type = found.headers.get('content-type') ?? '';
  expect(contract.problems(operationId, found.status, type, body), `${operationId} ${path}`).toEqual([]);
  return body;
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** The same question, written so that the end point must refuse it. */
const examples = routes.map((route) => [route.id, route] as const);

describe('the document', () => {
  test('is OpenAPI 3.1 by a validator, and lists every end point once', () => {
    expect(contract.version).toMatch(/^3\.1/);
    expect([...contract.operations.keys()].sort()).toEqual(
      [...routes.map((route) => route.id), 'document', 'events'].sort(),
    );
  });

  test.each(examples)('%s: every parameter says what it is, and its example is understood', (_id, route) => {
    for (const parameter of route.parameters) {
      expect(parameter.says).toMatch(/\.$/);
      if (parameter.example !== undefined && typeof parameter.schema['pattern'] === 'string')
        expect(parameter.example).toMatch(new RegExp(parameter.schema['pattern']));
    }
    expect(route.says).toMatch(/\.$/);
  });
});

describe('answers', () => {
  test.each(examples)('%s answers as the document says', async (id, route) => {
    const path = id === 'edition' ? `/editions/${await anEdition()}` : route.example;
    const body = await held(id, path, route.method === 'post' ? post(route.exampleBody) : undefined);
    if (id !== 'runSql') expect(body['status'], JSON.stringify(body)).toBeUndefined();
  });

  test.each(examples)('%s refuses what it does not know in one form', async (id, route) => {
    const path =
      id === 'edition' ? `/editions/${await anEdition()}` : (route.example.split('?')[0] as string);
    const init = route.method === 'post' ? post(route.exampleBody) : undefined;
    const body = await held(id, `${path}?nonsense=1`, init);
    expect([body['status'], body['code']]).toEqual([400, 'CF-API-001']);
    expect(Object.keys(body).sort()).toEqual(['code', 'detail', 'hint', 'status', 'title', 'type']);
  });

  test.each(examples.filter(([, route]) => route.path.includes('{')))(
    '%s has nothing under a name that is none',
    async (id, route) => {
      const path = route.path.replace(/\{\w+\}/, id.startsWith('figure') ? 'no.figure' : 'zzzzzzzz');
      const body = await held(id, path.replace('/flags/zzzzzzzz', '/flags/no.flag'));
      expect(body['status']).toBe(404);
    },
  );

  test('every table, every claim, every figure answers', async () => {
    for (const [list, path, key] of [
      ['listTables', '/tables', 'name'],
      ['listClaims', '/claims', 'id'],
      ['listFigures', '/figures', 'id'],
    ] as const) {
      const { items, total } = (await held(list, `${path}?limit=1000`)) as { items: object[]; total: number };
      expect(items.length).toBe(total);
      expect(items.length).toBeGreaterThan(3);
      for (const item of items as Record<string, string>[]) {
        const name = item[key] as string;
        if (list === 'listTables') await held('tableRows', `/tables/${name}/rows?limit=3`);
        if (list === 'listClaims') await held('claimVerdict', `/claims/${name}`);
        if (list === 'listFigures') {
          await held('figureDefinition', `/figures/${name}`);
          await held('figureValues', `/figures/${name}/values`);
          await held('figureReceipt', `/figures/${name}/receipt?limit=2`);
        }
      }
    }
  });

  test('what is of the wrong form is refused, and says what is expected', async () => {
    const values = '/figures/agreements.agencies/values';
    for (const [path, code] of [
      [`${values}?as_of=yesterday`, 'CF-API-002'],
      [`${values}?as_of=2026-13-45`, 'CF-FIGURE-004'],
      [`${values}?as_of=2026-01-26&as_of=2026-01-27`, 'CF-API-003'],
      [`${values}?where=state%3DXX`, 'CF-FIGURE-003'],
      [`${values}?by=colour`, 'CF-FIGURE-002'],
      [`${values}?by=state%00`, 'CF-API-002'],
      ['/claims?limit=0', 'CF-API-002'],
      ['/claims?limit=1e9', 'CF-API-002'],
      ['/claims?verdict=true', 'CF-API-002'],
      ['/claims?cursor=AAAA', 'CF-API-005'],
    ] as const) {
      const found = await ask(path);
      const body = (await found.json()) as { code: string; hint: string };
      expect([found.status, body.code], path).toEqual([400, code]);
      expect(body.hint.length).toBeGreaterThan(5);
    }
    for (const [init, status] of [
      [{ method: 'POST', body: 'text=1' }, 415],
      [post('{'), 400],
      [post({ text: '' }), 400],
      [post({ text: 'x', name: 'y' }), 400],
      [{ method: 'PUT' }, 405],
      [{ method: 'GET' }, 405],
    ] as const)
      expect((await ask('/check', init)).status, JSON.stringify(init)).toBe(status);
    expect((await ask('/figures', { method: 'DELETE' })).status).toBe(405);
  });
});

async function anEdition(): Promise<string> {
  const { items } = (await (await ask('/editions?limit=1')).json()) as { items: { edition: string }[] };
  return items[0]?.edition ?? '';
}
