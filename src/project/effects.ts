import type { Writable } from 'node:stream';

/**
 * What a command may touch of the world outside its arguments. Tests pass recording effects; nothing is mocked.
 * `now` is the only clock; `signal` is raised by Ctrl-C.
 */
export interface Effects {
  now(): Date;
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  stdout: Writable;
  stderr: Writable;
  /** Whether a person sits at the other end of stdout (tables, questions, progress). */
  interactive: boolean;
  /** Asks one question on the terminal; absent where there is nobody to answer. */
  ask?: (question: string, fallback: string) => Promise<string>;
  signal: AbortSignal;
}

/** The effects of a real process. */
export function processEffects(signal: AbortSignal): Effects {
  return {
    now: () => new Date(),
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    // COUNTERFOIL_FORMAT=table asks for tables where stdout is no terminal.
    interactive: process.stdout.isTTY === true || process.env['COUNTERFOIL_FORMAT'] === 'table',
    signal,
  };
}
