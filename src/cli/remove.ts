import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { asWriter } from '../build/session.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { readStore, removeEdition, type StoredEdition } from '../project/store.ts';
import type { CommandOptions } from './commands.ts';
import { projectOf, text } from './options.ts';
import { printText } from './output.ts';

/** `counterfoil remove EDITION`: takes an edition out and leaves a tombstone in the journal. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const paths = projectOf(options, effects);
  const everywhere = options['everywhere'] === true;
  const removed = await asWriter(paths, async () => {
    const stored = readStore(paths);
    const edition = editionCalled(stored, text(options, 'edition') ?? '');
    removeEdition(
      paths,
      edition.manifest.edition,
      text(options, 'why') ?? 'no reason given',
      effects.now(),
      everywhere,
    );
    const { sha256 } = edition.manifest;
    if (!stored.some((other) => other !== edition && other.manifest.sha256 === sha256))
      removeOriginal(paths, sha256);
    return edition;
  });
  const { edition } = removed.manifest;
  printText(effects, options, { removed: edition, names: removed.names, everywhere }, [
    `Removed ${edition} (${removed.names.join(', ')}). The journal keeps that it was there.`,
    everywhere
      ? '  The next "publish" withdraws the dated copies of the site that hold it.'
      : '  Dated copies of the site that hold it stay as they were cited.',
  ]);
  return exitCodes.fine;
}

function editionCalled(stored: readonly StoredEdition[], prefix: string): StoredEdition {
  const found = stored.filter((one) => one.manifest.edition.startsWith(prefix) && prefix.length >= 4);
  if (found.length === 1) return found[0] as StoredEdition;
  const hint =
    found.length > 1 ? 'Give more of its id.' : '"counterfoil status" lists the editions with their ids.';
  throw new UserError(
    found.length > 1 ? `Several editions begin with "${prefix}".` : `There is no edition "${prefix}".`,
    {
      code: 'CF-STORE-006',
      exit: exitCodes.usage,
      hint,
    },
  );
}

function removeOriginal(paths: ProjectPaths, sha256: string): void {
  let names: string[];
  try {
    names = readdirSync(paths.originals);
  } catch {
    return;
  }
  for (const name of names) if (name.startsWith(sha256)) rmSync(join(paths.originals, name), { force: true });
}
