import { exitCodes, UserError } from '../../../project/errors.ts';
import type { Route } from '../route.ts';
import { schema } from '../schemas/all.ts';

/** The largest text of a statement. */
export const longestSql = 10_000;

const sql: Route = {
  method: 'post',
  path: '/sql',
  id: 'runSql',
  summary: 'One SELECT over the published tables, where the server has it turned on',
  says: 'It runs in a process of its own, on the tables that /tables lists and nothing else, with limits of memory, time, rows and bytes. Rows of individuals and sole proprietors are in no table: a sum of money can be smaller than the figure, which includes them. Off unless the server is started with --sql.',
  parameters: [],
  body: {
    type: 'object',
    additionalProperties: false,
    required: ['sql'],
    properties: { sql: { type: 'string', minLength: 1, maxLength: longestSql } },
  },
  answer: schema('SqlResult'),
  refuses: [403, 413, 415],
  example: '/sql',
  exampleBody: { sql: 'select state, count(*) as n from agencies group by state order by n desc limit 3' },
  handle(ask, { runSql }) {
    if (!runSql) throw notOn();
    return runSql((ask.body as { sql: string }).sql);
  },
};

/** SQL of strangers. */
export const sqlRoutes: readonly Route[] = [sql];

function notOn(): UserError {
  return new UserError('SQL is not turned on here.', {
    code: 'CF-API-015',
    exit: exitCodes.usage,
    hint: 'Read whole tables at /api/v1/tables, or ask who runs the server to start it with --sql.',
  });
}
