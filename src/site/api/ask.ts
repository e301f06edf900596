import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { exitCodes, UserError } from '../../project/errors.ts';
import { nearest } from '../../project/nearest.ts';
import type { Ask, Parameter, Route, Schema } from './route.ts';
import { components } from './schemas/all.ts';

/** Checks questions to one end point and takes them apart. */
export type Reader = (asked: Asked) => Ask;

/** A question as it came. */
export interface Asked {
  address: string;
  path: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
}

const ajv = new Ajv2020({ strict: false, coerceTypes: true, allErrors: false, validateFormats: false });
ajv.addSchema({ $id: 'api', components: { schemas: components } });

/** Makes the reader of an end point from its declaration: the same schemas that the document shows. */
export function readerOf(route: Route): Reader {
  const checks = new Map(route.parameters.map((one) => [one.name, ajv.compile(one.schema)]));
  const checkBody = route.body && ajv.compile(absolute(route.body));
  return ({ address, path, query, body }) => {
    const values = readQuery(route, query);
    for (const one of route.parameters) {
      const given = one.in === 'path' ? [path[one.name] ?? ''] : (values.get(one.name) ?? []);
      for (const value of given) check(one, value, checks.get(one.name) as ValidateFunction);
    }
    if (checkBody && !checkBody(body)) throw badBody(checkBody);
    const sorted = [...values].filter(([name]) => name !== 'cursor').sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      path,
      one: (name) => values.get(name)?.[0],
      many: (name) => values.get(name) ?? [],
      number: (name) => (values.has(name) ? Number(values.get(name)?.[0]) : undefined),
      body,
      list: JSON.stringify([address, sorted]),
    };
  };
}

function readQuery(route: Route, query: URLSearchParams): Map<string, string[]> {
  const known = route.parameters.filter((one) => one.in === 'query');
  const values = new Map<string, string[]>();
  for (const [name, value] of query) {
    const parameter = known.find((one) => one.name === name);
    if (!parameter) throw unknown(name, known);
    const before = values.get(name) ?? [];
    if (before.length > 0 && !parameter.many) throw twice(name);
    if (before.length >= 50) throw twice(name);
    values.set(name, [...before, value]);
  }
  return values;
}

/** A whole number comes as text: it is read as one where the schema wants one. */
function check(parameter: Parameter, value: string, valid: ValidateFunction): void {
  const whole = parameter.schema['type'] === 'integer';
  const read = whole && /^\d{1,9}$/.test(value) ? Number(value) : value;
  if (valid(read) && !(whole && typeof read === 'string') && !/\p{Cc}/u.test(value)) return;
  throw new UserError(`The value of "${parameter.name}" is not one that is understood.`, {
    code: 'CF-API-002',
    exit: exitCodes.usage,
    hint: `Expected: ${parameter.says}${expected(parameter.schema)}`,
  });
}

function expected(schema: Schema): string {
  if (schema['enum']) return ` One of ${(schema['enum'] as string[]).join(', ')}.`;
  if (schema['type'] === 'integer')
    return ` A whole number from ${schema['minimum']} to ${schema['maximum']}.`;
  return schema['description'] === undefined ? '' : ` ${schema['description']}`;
}

/** References of a schema inside the document, as the checker finds them. */
export function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/')) as Schema;
}

function unknown(name: string, known: readonly Parameter[]): UserError {
  const names = known.map((one) => one.name);
  const close = nearest(name, names);
  const shown = /^[\w-]{1,40}$/.test(name) ? `"${name}"` : 'of this name';
  return new UserError(`There is no parameter ${shown} here.`, {
    code: 'CF-API-001',
    exit: exitCodes.usage,
    hint: close ? `Did you mean "${close}"?` : `There are: ${names.join(', ') || 'none'}.`,
  });
}

function twice(name: string): UserError {
  return new UserError(`"${name}" is given too often.`, {
    code: 'CF-API-003',
    exit: exitCodes.usage,
    hint: 'Give it once; "where" and "by" may stand several times, up to 50.',
  });
}

function badBody(valid: ValidateFunction): UserError {
  const [error] = valid.errors ?? [];
  const key = error?.params['additionalProperty'] ?? error?.params['missingProperty'];
  const at = error?.instancePath.replace(/^\//, '') || String(key ?? '');
  const shown = /^\w{1,40}$/.test(at) ? `"${at}"` : 'its form';
  return new UserError(`The body is not as this end point reads it: see ${shown}.`, {
    code: 'CF-API-010',
    exit: exitCodes.usage,
    hint: 'Send a JSON object as /api/v1/openapi.json describes it.',
  });
}
