import type { Workbench } from '../figures/answer.ts';
import type { Registry } from '../figures/kind.ts';
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
  const state = requireBuilt(paths);
  const built = await openEngine(paths, env);
  const { engine } = built;
  const relations = relationsOf(registry);
  const editions = projectEditions(paths);
  await defineBuilt(built, relations, editions, paths, state.models, names);
  return { paths, registry, engine, relations, editions, close: () => engine.close() };
}
