import type { Schema } from '../route.ts';
import { claimSchemas } from './claims.ts';
import { figureSchemas } from './figures.ts';
import { recordSchemas } from './records.ts';

/** Every schema that end points name, by name: `components.schemas` of the document. */
export const components: Readonly<Record<string, Schema>> = {
  Problem: {
    type: 'object',
    description: 'A refusal, as RFC 9457 has it.',
    additionalProperties: false,
    required: ['type', 'title', 'status', 'detail'],
    properties: {
      type: { type: 'string', description: 'An address at which this kind of refusal is told.' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string', description: 'One line: what is wrong.' },
      code: { type: 'string', pattern: '^CF-[A-Z]+-\\d{3}$', description: 'Stable.' },
      hint: { type: 'string', description: 'What to do next.' },
    },
  },
  ...figureSchemas,
  ...claimSchemas,
  ...recordSchemas,
};

/** A reference to a schema by its name. */
export function schema(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

/** A page of a list of these. */
export function listOf(name: string): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['build', 'total', 'items', 'next'],
    properties: {
      build: { type: 'string', description: 'The key of the build that the list is of.' },
      total: { type: 'integer', minimum: 0 },
      items: { type: 'array', items: schema(name) },
      next: {
        type: ['string', 'null'],
        description: 'Give it as "cursor" for the next page; null on the last.',
      },
    },
  };
}
