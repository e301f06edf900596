import { createHash } from 'node:crypto';

/** A step's key: the hash of everything that its result depends on, in the order given. 24 hexadecimal digits. */
export function contentKey(parts: readonly (string | number | null)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const text = part === null ? '' : String(part);
    hash.update(`${part === null ? '-' : '+'}${text.length}:`);
    hash.update(text);
  }
  return hash.digest('hex').slice(0, 24);
}
