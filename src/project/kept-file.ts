import { existsSync, readFileSync } from 'node:fs';
import { writeDurably } from './durable.ts';
import type { UserError } from './errors.ts';

/** A document among the records that nothing can make again: it is read whole or refused, never taken for empty. */
interface Kept {
  schema: 1;
}

/**
 * The document in a file, or `none` where there is no such file.
 *
 * @param fits whether what was found has the shape of it
 * @param refusal what is thrown where it has not, or cannot be read
 */
export function readKept<T extends Kept>(
  path: string,
  none: T,
  fits: (found: T) => boolean,
  refusal: () => UserError,
): T {
  if (!existsSync(path)) return none;
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as T;
    if (found.schema === 1 && fits(found)) return found;
  } catch {
    // Told below.
  }
  throw refusal();
}

/** Writes a document whole or not at all, where it is another than before. */
export function writeKept<T extends Kept>(path: string, before: T, after: T): void {
  const text = keptText(after);
  if (text !== keptText(before)) writeDurably(path, text);
}

const keptText = (document: Kept) => `${JSON.stringify(document, null, 1)}\n`;
