import { titles } from '../problem.ts';
import type { Parameter, Route, Schema } from './route.ts';
import { apiRoot, routes } from './routes/all.ts';
import { components } from './schemas/all.ts';

/** What the document says of the project that it is served from. */
export interface About {
  title: string;
  notice: string | null;
  version: string;
}

/** Statuses that every end point may give. */
const always = [400, 429, 500, 503];

/** The OpenAPI 3.1 document, made from the declarations of the end points. */
export function openApi({ title, notice, version }: About): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes)
    paths[route.path] = { ...(paths[route.path] ?? {}), [route.method]: operation(route) };
  return {
    openapi: '3.1.0',
    info: {
      title,
      version,
      summary: 'Figures from public records, with receipts',
      description: `${notice === null ? '' : `${notice} `}Every number is made from records and has a receipt. Unknown parameters are refused. Money is a string with its decimals; counts are numbers; null is absent, never zero.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: apiRoot }],
    security: [{}, { token: [] }],
    paths: { ...paths, ...besides },
    components: {
      schemas: components,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Where the server was given a token file.' },
      },
    },
  };
}

function operation(route: Route): Record<string, unknown> {
  return {
    operationId: route.id,
    summary: route.summary,
    description: route.says,
    parameters: route.parameters.map(parameter),
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: route.body,
                ...(route.exampleBody === undefined ? {} : { example: route.exampleBody }),
              },
            },
          },
        }
      : {}),
    responses: {
      '200': {
        description: 'The answer.',
        ...(route.method === 'get' ? { headers: { etag: { schema: { type: 'string' } } } } : {}),
        content: { 'application/json': { schema: route.answer } },
      },
      ...(route.method === 'get' ? { '304': { description: 'As it was: the ETag still holds.' } } : {}),
      ...Object.fromEntries([...always, ...(route.refuses ?? [])].sort().map(refusal)),
    },
  };
}

function refusal(status: number): [string, unknown] {
  return [
    String(status),
    {
      description: titles[status],
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ];
}

function parameter({ name, in: place, says, schema, many, example }: Parameter): Record<string, unknown> {
  const shape: Schema = many ? { type: 'array', items: schema, maxItems: 50 } : schema;
  return {
    name,
    in: place,
    required: place === 'path',
    description: says,
    schema: shape,
    ...(many ? { style: 'form', explode: true } : {}),
    ...(example === undefined ? {} : { example: many ? [example] : example }),
  };
}

/** End points that answer from the server itself, not from the records. */
const besides = {
  '/openapi.json': {
    get: {
      operationId: 'document',
      summary: 'This document',
      responses: {
        '200': {
          description: 'The document.',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
      },
    },
  },
  '/events': {
    get: {
      operationId: 'events',
      summary:
        'Server-sent events: "records" with the key of the build, at once and whenever the records change',
      responses: {
        '200': { description: 'A stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        '503': refusal(503)[1],
      },
    },
  },
};
