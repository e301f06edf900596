import type { Parameter } from './route.ts';

/** Parameters that several end points share. */

const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'An ISO date.' };

export const asOf: Parameter = {
  name: 'as_of',
  in: 'query',
  says: 'Of each source, what its editions at or before this date come to.',
  schema: date,
  example: '2026-02-05',
};
export const until: Parameter = {
  name: 'until',
  in: 'query',
  says: 'Only events dated at or before this date.',
  schema: date,
};
export const knownAt: Parameter = {
  name: 'known_at',
  in: 'query',
  says: 'Only editions obtained by this date or time.',
  schema: {
    type: 'string',
    maxLength: 40,
    pattern: '^\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+(Z|[+-]\\d{2}:\\d{2}))?$',
  },
};
export const where: Parameter = {
  name: 'where',
  in: 'query',
  says: 'Count only where the dimension has the value: dimension=value. Several of one dimension: any of them.',
  schema: { type: 'string', minLength: 3, maxLength: 300, pattern: '^[a-z_]+=' },
  many: true,
  example: 'state=FL',
};
export const by: Parameter = {
  name: 'by',
  in: 'query',
  says: 'Group by the dimension.',
  schema: { type: 'string', maxLength: 60, pattern: '^[a-z_]+$' },
  many: true,
  example: 'state',
};
export const figureId: Parameter = {
  name: 'id',
  in: 'path',
  says: 'The id of the figure.',
  schema: { type: 'string', maxLength: 80, pattern: '^[a-z]+\\.[a-z0-9_]+$' },
  example: 'agreements.agencies',
};
export const limit: Parameter = {
  name: 'limit',
  in: 'query',
  says: 'The most rows of one page.',
  schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
};
export const cursor: Parameter = {
  name: 'cursor',
  in: 'query',
  says: '"next" of the page before. It holds for one build: when the records have changed since, the answer is 410.',
  schema: { type: 'string', maxLength: 120, pattern: '^[A-Za-z0-9_-]+$' },
};

/** The parameters of a list. */
export const paging: readonly Parameter[] = [limit, cursor];

/** Rows of a page unless told otherwise. */
export const usualLimit = 100;
