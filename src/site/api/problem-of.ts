import { UserError } from '../../project/errors.ts';
import { type Problem, problem } from '../problem.ts';

/** Codes whose refusal is plain 400. */
const plain: readonly string[] = [
  ...[1, 2, 3, 5, 10].map((number) => `CF-API-${String(number).padStart(3, '0')}`),
  ...[2, 3, 4].map((number) => `CF-FIGURE-${String(number).padStart(3, '0')}`),
  ...[1, 2, 5, 6, 7].map((number) => `CF-SQL-${String(number).padStart(3, '0')}`),
  'CF-SERVE-010',
];

/** Codes whose refusal is not plain 400. */
const statuses: Readonly<Record<string, number>> = {
  'CF-FIGURE-001': 404,
  'CF-FLAG-003': 404,
  'CF-CHANGE-001': 404,
  'CF-API-004': 410,
  'CF-API-006': 503,
  'CF-API-007': 503,
  'CF-API-008': 403,
  'CF-API-009': 404,
  'CF-API-011': 413,
  'CF-API-012': 404,
  'CF-API-013': 405,
  'CF-API-014': 415,
  'CF-API-015': 403,
  'CF-SQL-003': 503,
  'CF-SQL-004': 503,
  'CF-SERVE-003': 401,
  'CF-SERVE-004': 429,
  'CF-SERVE-005': 414,
  'CF-SERVE-006': 421,
  'CF-SERVE-007': 503,
  'CF-SERVE-011': 405,
};

/** Codes of refusals with their statuses, in the order of their names; those not listed here are 400. */
export function statusOfCode(): { code: string; status: number }[] {
  return [...plain.map((code) => [code, 400] as const), ...Object.entries(statuses)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, status]) => ({ code, status }));
}

/** Statuses after which the same question may be asked again. */
export const retryAfterSeconds: Readonly<Record<number, number>> = { 429: 1, 503: 2 };

/**
 * The refusal that an error is answered with. Of an error that is not the asker's nothing is told: an engine's message
 * can quote a row.
 */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof UserError))
    return problem(500, 'The program met something that it does not expect.');
  const status = statuses[error.code] ?? (error.exit === 2 ? 400 : error.exit === 5 ? 503 : 500);
  return {
    ...problem(status, error.message),
    type: `/api/#${error.code}`,
    code: error.code,
    hint: error.hint,
  };
}
