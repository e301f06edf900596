import { openDuckDb } from '../engine/duckdb.ts';
import type { Engine } from '../engine/engine.ts';
import type { Workbench } from '../figures/answer.ts';
import type { Registry } from '../figures/kind.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { projectEditions, relationsOf, requireBuilt } from './build.ts';
import { defineBuilt } from './materialise.ts';

/** A built project opened for questions. Close it when done. */
export interface Workspace extends Workbench {
  paths: ProjectPaths;
  registry: Registry;
  close(): void;
}

/**
 * Opens the last build for reading. Throws the errors of `requireBuilt`.
 */
export async function openWorkspace(paths: ProjectPaths, registry: Registry): Promise<Workspace> {
  const state = requireBuilt(paths);
  const engine: Engine = await openDuckDb();
  const relations = relationsOf(registry);
  const editions = projectEditions(paths);
  await defineBuilt(engine, relations, editions, paths, state.models);
  return { paths, registry, engine, relations, editions, close: () => engine.close() };
}
