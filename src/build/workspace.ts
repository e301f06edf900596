import { openDuckDb } from '../engine/duckdb.ts';
import type { Engine } from '../engine/engine.ts';
import type { Workbench } from '../figures/answer.ts';
import type { Registry } from '../figures/kind.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { buildKey, projectEditions, readBuildState, relationsOf } from './build.ts';
import { defineBuilt } from './materialise.ts';

/** A built project opened for questions. Close it when done. */
export interface Workspace extends Workbench {
  paths: ProjectPaths;
  registry: Registry;
  close(): void;
}

/**
 * Opens the last build for reading. Throws CF-BUILD-001 where there is none, and CF-BUILD-002 where records, claims or
 * configuration have changed since.
 */
export async function openWorkspace(paths: ProjectPaths, registry: Registry): Promise<Workspace> {
  const state = readBuildState(paths);
  if (!state) throw notBuilt('CF-BUILD-001', 'The project has not been built yet.');
  if (state.key !== buildKey(paths)) throw notBuilt('CF-BUILD-002', 'Something has changed since the project was built.');
  const engine: Engine = await openDuckDb();
  const relations = relationsOf(registry);
  const editions = projectEditions(paths);
  await defineBuilt(engine, relations, editions, paths, state.models);
  return { paths, registry, engine, relations, editions, close: () => engine.close() };
}

function notBuilt(code: string, message: string): UserError {
  return new UserError(message, { code, exit: exitCodes.usage, hint: 'Run "counterfoil build" first.' });
}
