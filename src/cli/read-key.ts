import { existsSync, readFileSync } from 'node:fs';
import { exitCodes, UserError } from '../project/errors.ts';
import { type NoteSigner, noteSigner } from '../project/note.ts';

/** The secret key in a file. Throws CF-SEAL-007 where there is none. */
export async function readKey(file: string): Promise<NoteSigner> {
  const found = existsSync(file) ? await noteSigner(readFileSync(file, 'utf8')) : null;
  if (found) return found;
  throw new UserError('This is not a file with a secret key.', {
    code: 'CF-SEAL-007',
    exit: exitCodes.usage,
    place: { file },
    hint: 'Make one with "counterfoil seal --new-key FILE --name NAME".',
  });
}
