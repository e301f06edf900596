import type { Effects } from '../project/effects.ts';
import { describeError, type ExitCode, exitCodes, UserError } from '../project/errors.ts';

/**
 * Says an error on stderr and gives the exit code. Of an unforeseen error the message is held back: an engine's message
 * can quote a whole row. Its name and the places in our own code are enough to report it.
 */
export function reportError(error: unknown, effects: Effects): ExitCode {
  const known = asUserError(error);
  effects.stderr.write(`${describeError(known)}\n`);
  if (known.code === 'CF-FAULT-001') effects.stderr.write(`${ownFrames(error)}\n`);
  return known.exit;
}

/** The error as one that the user can act on: full disks, missing rights, and faults of ours included. */
export function asUserError(error: unknown): UserError {
  if (error instanceof UserError) return error;
  const { code, message = '' } = (error ?? {}) as { code?: string; message?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT' || /no space left|disk quota/i.test(message)) {
    return new UserError('The disk is full.', {
      code: 'CF-STORE-003',
      exit: exitCodes.unreadable,
      hint: 'Make room and run the command again; what was finished before is kept, the rest was not begun.',
    });
  }
  if (
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS' ||
    /permission denied|read-only file system/i.test(message)
  ) {
    const { path } = error as { path?: string };
    return new UserError('A file or folder may not be written or read.', {
      code: 'CF-STORE-004',
      exit: exitCodes.usage,
      ...(path === undefined ? {} : { place: { file: path } }),
      hint: 'Check the rights of the project folder and its files, then run the command again.',
    });
  }
  if (/^Out of Memory Error|max_temp_directory_size/.test(message)) {
    return new UserError('The records do not fit into the memory that a command may use.', {
      code: 'CF-ENGINE-001',
      exit: exitCodes.unreadable,
      hint: 'Ask for fewer of them (--where, --as-of), or let a SQL server do the work ("engine: trino").',
    });
  }
  return new UserError('Something happened that the program does not expect.', {
    code: 'CF-FAULT-001',
    exit: exitCodes.fault,
    hint: 'This is a fault of the program. Report it with the command and the lines below; they hold no records.',
  });
}

function ownFrames(error: unknown): string {
  if (!(error instanceof Error)) return `  ${typeof error}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const places = frames
    .map((line) => /([\w-]+\/[\w.-]+\.[jt]sx?:\d+:\d+)/.exec(line)?.[1])
    .filter((place) => place !== undefined);
  return [`  ${error.name}`, ...places.slice(0, 8).map((place) => `  at ${place}`)].join('\n');
}
