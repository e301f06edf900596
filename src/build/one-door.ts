import type { Registry } from '../figures/kind.ts';
import type { Edition } from '../project/edition.ts';
import { exitCodes, UserError } from '../project/errors.ts';

/**
 * Throws CF-BUILD-003 where editions came in by another door than today's: what they hold of a row cannot be held against
 * the others, and, their originals not being kept, they cannot be read again from here.
 */
export function requireOneDoor(registry: Pick<Registry, 'kinds'>, editions: readonly Edition[]): void {
  for (const kind of registry.kinds) {
    if (kind.doorVersion === undefined) continue;
    const old = editions.filter(
      (edition) => edition.kind === kind.id && edition.doorVersion !== kind.doorVersion,
    );
    if (old.length === 0) continue;
    const named = old.slice(0, 10).map((edition) => edition.edition);
    const rest = old.length > named.length ? `, and ${old.length - named.length} more` : '';
    throw new UserError(
      `Some editions were added by an earlier version of the program, and their rows cannot be matched with others: ${named.join(', ')}${rest}.`,
      {
        code: 'CF-BUILD-003',
        exit: exitCodes.usage,
        hint: 'Take each out with "counterfoil remove EDITION", then add its file again.',
      },
    );
  }
}
