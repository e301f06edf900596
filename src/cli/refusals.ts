import type { Workspace } from '../build/workspace.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';

/** Refuses a source that the project has not. Throws CF-CHANGE-001. */
export function checkSource(workspace: Workspace, source: string): void {
  const known = [...new Set(workspace.editions.map((edition) => edition.source))].sort();
  if (known.includes(source)) return;
  const close = nearest(source, known);
  throw new UserError(`There is no source "${source}" in this project.`, {
    code: 'CF-CHANGE-001',
    exit: exitCodes.usage,
    hint: close ? `Did you mean "${close}"?` : `There are: ${known.join(', ') || 'none'}.`,
  });
}

/** The refusal of a claim that there is not. */
export function noClaim(id: string, known: readonly string[]): UserError {
  const close = nearest(id, known);
  return new UserError(`There is no claim "${id}".`, {
    code: 'CF-CLAIM-010',
    exit: exitCodes.usage,
    hint: close ? `Did you mean "${close}"?` : `There are: ${known.join(', ') || 'none'}.`,
  });
}

/** The refusal of a seal that there is not, or that stands beside something else. */
export function noSeal(name: string): UserError {
  return new UserError(`There is no seal "${name}" to check alone.`, {
    code: 'CF-SEAL-009',
    exit: exitCodes.usage,
    hint: 'Name one file as "counterfoil seal" wrote it, and nothing else; without a name all claims are judged.',
  });
}
