import { once } from 'node:events';
import { basename, dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCodes, UserError } from '../../project/errors.ts';
import type { RunSql, SqlResult } from '../api/run-sql.ts';
import { startConfined } from './confine.ts';
import type { SqlAnswer, SqlQuestion } from './messages.ts';

/** What one statement may use. */
export interface SqlLimits {
  seconds: number;
  rows: number;
  bytes: number;
  /** Memory of the engine, and of the whole process. */
  memoryMegabytes: number;
  residentMegabytes: number;
  /** Statements at one time, and how many may wait. */
  running: number;
  waiting: number;
}

export const sqlLimits: SqlLimits = {
  seconds: 5,
  rows: 10_000,
  bytes: 4_000_000,
  memoryMegabytes: 256,
  residentMegabytes: 700,
  running: 1,
  waiting: 8,
};

/**
 * Runs statements of strangers over a database file that holds the published tables and nothing else, each in a process
 * of its own.
 */
export function sqlRunner(file: string, tables: readonly string[], limits: SqlLimits = sqlLimits): RunSql {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (sql) => {
    if (running >= limits.running) {
      if (waiting.length >= limits.waiting) throw busy();
      await new Promise<void>((ready) => waiting.push(ready));
    }
    running += 1;
    try {
      return resultOf(await runOnce(sql, file, tables, limits));
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}

type Outcome = SqlAnswer | { late: true } | { died: true };

async function runOnce(
  sql: string,
  file: string,
  tables: readonly string[],
  limits: SqlLimits,
): Promise<Outcome> {
  const program = fileURLToPath(new URL(`./sql-child${extname(import.meta.url)}`, import.meta.url));
  const child = startConfined(program, dirname(file), {
    dataMegabytes: limits.residentMegabytes,
    cpuSeconds: Math.ceil(limits.seconds) * 2,
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limits.seconds * 1000);
  try {
    const question: SqlQuestion = { ...limits, sql, file: basename(file), tables };
    child.stdin?.on('error', () => {});
    child.stdin?.end(JSON.stringify(question));
    const parts: Buffer[] = [];
    let size = 0;
    child.stdout?.on('data', (part: Buffer) => {
      size += part.length;
      if (size > limits.bytes * 2) child.kill('SIGKILL');
      else parts.push(part);
    });
    await once(child, 'close');
    if (late) return { late: true };
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as SqlAnswer;
  } catch {
    return { died: true };
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

function resultOf(outcome: Outcome): SqlResult {
  if ('result' in outcome) return outcome.result;
  if ('late' in outcome) {
    throw new UserError('The statement takes longer than the server allows.', {
      code: 'CF-SQL-003',
      exit: exitCodes.usage,
      hint: 'Ask for less: a filter, fewer joins, a limit.',
    });
  }
  if ('died' in outcome) {
    throw new UserError('The statement needs more memory or time than the server allows.', {
      code: 'CF-SQL-005',
      exit: exitCodes.usage,
      hint: 'Ask for less: a filter, fewer groups, shorter texts.',
    });
  }
  if ('tooLarge' in outcome) {
    throw new UserError('The answer is larger than the server sends.', {
      code: 'CF-SQL-006',
      exit: exitCodes.usage,
      hint: 'Ask for fewer rows or columns; whole tables come at /api/v1/tables.',
    });
  }
  if ('failed' in outcome) {
    throw new UserError(`The engine refuses the statement: ${outcome.failed}`, {
      code: 'CF-SQL-007',
      exit: exitCodes.usage,
      hint: 'Put it right and ask again; /api/v1/tables lists the tables.',
    });
  }
  const { code, what } = outcome.barred;
  if (code === 'not-one-select') {
    throw new UserError(`Only one SELECT is run here: ${what}`, {
      code: 'CF-SQL-001',
      exit: exitCodes.usage,
      hint: 'Send one SELECT statement.',
    });
  }
  throw new UserError(`${what} is not among what a SELECT may name here.`, {
    code: 'CF-SQL-002',
    exit: exitCodes.usage,
    hint: 'Published tables, tables of a WITH and listed functions may be named: see /sql/ and docs/serve.md.',
  });
}

function busy(): UserError {
  return new UserError('Too many statements wait.', {
    code: 'CF-SQL-004',
    exit: exitCodes.busy,
    hint: 'Ask again in a few seconds.',
  });
}
