import { existsSync, readFileSync } from 'node:fs';
import type { Workbench } from '../figures/answer.ts';
import { type Registry, toldViews } from '../figures/kind.ts';
import { readConfig } from '../project/config.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { projectEditions, relationsOf, requireBuilt } from './build.ts';
import { defineBuilt } from './materialise.ts';
import { type Environment, openEngine } from './open-engine.ts';

/** A built project opened for questions. Close it when done. */
export interface Workspace extends Workbench {
  paths: ProjectPaths;
  registry: Registry;
  close(): void;
}

/** Memory that the embedded engine keeps between questions: pages of a site are made in the same process. */
const heldMegabytes = 16;

/**
 * Opens the last build for reading. Throws the errors of `requireBuilt`.
 *
 * @param env where a password or token of the SQL server is looked for
 * @param names the models that will be asked; without it every model
 */
export async function openWorkspace(
  paths: ProjectPaths,
  registry: Registry,
  env: Environment = {},
  names?: readonly string[],
): Promise<Workspace> {
  const state = requireBuilt(paths, registry);
  const built = await openEngine(paths, env, undefined, { heldMegabytes });
  const { engine } = built;
  const told = await registryOf(paths, registry);
  const relations = relationsOf(told);
  const editions = projectEditions(paths);
  await defineBuilt(built, relations, editions, paths, state.models, names);
  return { paths, registry: told, engine, relations, editions, close: () => engine.close() };
}

/** The registry as the project has it. The configuration is read only where it has something to say of views. */
async function registryOf(paths: ProjectPaths, registry: Registry): Promise<Registry> {
  const text = existsSync(paths.config) ? readFileSync(paths.config, 'utf8') : '';
  return /(^|[{,])\s*(packs|zones)\s*:/m.test(text) ? toldViews(registry, await readConfig(paths)) : registry;
}
