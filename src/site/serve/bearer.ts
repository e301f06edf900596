import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { exitCodes, UserError } from '../../project/errors.ts';

/**
 * Reads the token of a closed project: one line of at least 24 characters in a file that only its owner may read.
 *
 * @throws UserError CF-SERVE-008 for rights that let others read it, CF-SERVE-009 where it is missing or too short
 */
export function readToken(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw noToken(path);
  if ((found.mode & 0o077) !== 0) {
    throw new UserError('Others may read the file of the token.', {
      code: 'CF-SERVE-008',
      exit: exitCodes.usage,
      place: { file: path },
      hint: 'Take their rights away: chmod 600 on the file.',
    });
  }
  const token = readFileSync(path, 'utf8').trim();
  if (!/^[!-~]{24,500}$/.test(token)) throw noToken(path);
  return token;
}

/** Makes the check of a header: bearer, or basic with any name and the token as password, which browsers can ask for. */
export function tokenCheck(token: string): (header: string | undefined) => boolean {
  const wanted = digest(token);
  return (header) => {
    const [, scheme = '', given = ''] = /^(bearer|basic) +([^ ]{1,2000})$/i.exec(header ?? '') ?? [];
    const shown =
      scheme.toLowerCase() === 'basic'
        ? Buffer.from(given, 'base64')
            .toString('utf8')
            .replace(/^[^:]*:/, '')
        : given;
    // Digests have one length: the comparison takes as long for every guess.
    return timingSafeEqual(digest(shown), wanted);
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function noToken(path: string): UserError {
  return new UserError('There is no token in the file.', {
    code: 'CF-SERVE-009',
    exit: exitCodes.usage,
    place: { file: path },
    hint: 'Write one line of at least 24 letters and digits into it, for example with "openssl rand -hex 32".',
  });
}
