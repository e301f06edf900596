import { exitCodes, UserError } from '../../project/errors.ts';
import { nearest } from '../../project/nearest.ts';
import { openKinds } from '../../publication/open.ts';
import type { Holdings } from './holdings.ts';

/** There is nothing of that name. `what` is `claim`, `edition`, `source` or `table`. */
export function missing(what: string, id: string, known: readonly string[]): UserError {
  const close = nearest(id, known);
  return new UserError(`There is no ${what} of this name.`, {
    code: 'CF-API-009',
    exit: exitCodes.usage,
    hint: close
      ? `Did you mean "${close}"?`
      : what === 'source'
        ? '/api/v1/editions names the source of each edition.'
        : `/api/v1/${what}s lists those that there are.`,
  });
}

/** Refuses what belongs to a kind whose rows and free counts never leave. Throws CF-API-008. */
export function refuseClosed(holdings: Holdings, figure: string): void {
  const open = new Set(openKinds(holdings.registry).map((kind) => kind.id));
  const kind = holdings.registry.kinds.find((one) => one.figures.some(({ id }) => id === figure));
  if (!kind || open.has(kind.id)) return;
  throw new UserError(`Of ${kind.title.toLowerCase()} only a fixed set of released tables is published.`, {
    code: 'CF-API-008',
    exit: exitCodes.usage,
    hint: 'Free counts would give away small ones. /api/v1/tables lists the released tables.',
  });
}
