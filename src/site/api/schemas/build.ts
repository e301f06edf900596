import type { Schema } from '../route.ts';

/** Short forms in which schemas are written. */

export const text: Schema = { type: 'string' };
export const textOrNull: Schema = { type: ['string', 'null'] };
export const whole: Schema = { type: 'integer' };
export const wholeOrNull: Schema = { type: ['integer', 'null'] };
export const yesNo: Schema = { type: 'boolean' };
export const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
export const dayOrNull: Schema = { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
export const texts: Schema = { type: 'array', items: text };

/** A list of things. */
export function many(items: Schema): Schema {
  return { type: 'array', items };
}

/** An object with exactly these keys; those that end in `?` may be absent. */
export function object(properties: Readonly<Record<string, Schema>>, description?: string): Schema {
  const named = Object.entries(properties).map(([name, value]) => [name.replace(/\?$/, ''), value] as const);
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    additionalProperties: false,
    required: Object.keys(properties).filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(named),
  };
}

/** The thing, or null. */
export function orNull(thing: Schema): Schema {
  return { oneOf: [thing, { type: 'null' }] };
}
