import { rmSync } from 'node:fs';
import { openWorkspace } from '../build/workspace.ts';
import type { Registry } from '../figures/kind.ts';
import { linksOf, linksToConfirm } from '../links/confirmed.ts';
import type { Config } from '../project/config.ts';
import { writeDurably } from '../project/durable.ts';
import type { Effects } from '../project/effects.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { linkEntry, linksFile } from './links-waiting.ts';

/** Writes the links that wait for a person, or takes the file away where there are none. Gives their number. */
export async function writeLinks(
  paths: ProjectPaths,
  registry: Registry,
  config: Config,
  effects: Effects,
): Promise<number> {
  const workspace = await openWorkspace(paths, registry, effects.env, ['organisation_links']);
  try {
    const kinds = new Set(workspace.editions.map(({ kind }) => kind));
    const text =
      kinds.has('searches') && kinds.has('agreements')
        ? linksToConfirm(await linksOf(workspace.engine, config.searches.links))
        : '';
    const waiting = text.match(linkEntry)?.length ?? 0;
    if (waiting === 0) rmSync(linksFile(paths), { force: true });
    else writeDurably(linksFile(paths), text);
    return waiting;
  } finally {
    workspace.close();
  }
}
