import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Changes, compareEditions, type EditionPair } from '../changes/compare.ts';
import type { Comparison } from '../figures/comparison.ts';
import { writeDurably } from '../project/durable.ts';
import { contentKey } from './content-key.ts';
import { relationKeys } from './materialise.ts';
import type { Workspace } from './workspace.ts';

/** A version of the way in which editions are compared; raising it compares all of them again. */
const comparerVersion = 2;

/**
 * What differs between two editions: worked out once and kept in the derived part, by the hash of all that it depends
 * on. What cannot be kept (a folder that may not be written) is worked out again.
 */
export async function storedChanges(
  workspace: Workspace,
  comparison: Comparison,
  { from, to }: EditionPair,
): Promise<Changes> {
  const keys = keysOf(workspace);
  const key = contentKey([
    comparerVersion,
    JSON.stringify(comparison),
    from.edition,
    to.edition,
    from.asOf,
    to.asOf,
    from.names.join('\n'),
    to.names.join('\n'),
    keys.get(comparison.relation) ?? null,
    comparison.identity ? (keys.get(comparison.identity.relation) ?? null) : null,
  ]);
  const folder = join(workspace.paths.derived, 'changes');
  const file = join(folder, `${from.edition}-${to.edition}-${key}.json`);
  const kept = readKept(file);
  if (kept) return kept;
  const changes = await compareEditions(workspace, comparison, from, to);
  try {
    mkdirSync(folder, { recursive: true });
    writeDurably(file, `${JSON.stringify(changes)}\n`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EROFS') throw error;
  }
  return changes;
}

const known = new WeakMap<Workspace, Map<string, string>>();

function keysOf(workspace: Workspace): Map<string, string> {
  const before = known.get(workspace);
  if (before) return before;
  const keys = relationKeys(workspace.relations, workspace.editions);
  known.set(workspace, keys);
  return keys;
}

function readKept(file: string): Changes | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Changes;
  } catch {
    return null;
  }
}
