import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import type { Workbench } from '../figures/answer.ts';
import type { Registry } from '../figures/kind.ts';
import { createRelations, type Relations } from '../figures/model.ts';
import { writeDurably } from '../project/durable.ts';
import type { Edition } from '../project/edition.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { readStore } from '../project/store.ts';
import { programVersion } from '../project/version.ts';
import { dateEditions } from './as-of.ts';
import { contentKey } from './content-key.ts';
import { type Built, type BuiltModels, embeddedModels, materialise, modelFolder } from './materialise.ts';
import { requireOneDoor } from './one-door.ts';

/** What `.counterfoil/build.json` says of the last finished build. */
export interface BuildState {
  schema: 1;
  /** Hash of everything the build read. */
  key: string;
  /** Where the models are kept; absent in states of before there was a choice. */
  engine?: 'duckdb' | 'trino';
  models: BuiltModels;
}

/** What a build came to. */
export interface BuildResult {
  state: BuildState;
  written: string[];
  total: number;
}

/** A version of the way in which claims are judged; raising it builds all projects again. */
const judgeVersion = 1;

/**
 * The hash of everything that a build reads: the journal, the configuration, claims, what models and figures say, and
 * the version of the program. Small files only, so that an unchanged project is seen without opening the engine.
 */
export function buildKey(paths: ProjectPaths, registry: Pick<Registry, 'says'>): string {
  const claims = existsSync(paths.claims) ? readdirSync(paths.claims).sort() : [];
  return contentKey([
    programVersion,
    judgeVersion,
    registry.says(),
    readIf(paths.journal),
    readIf(paths.config),
    ...claims.flatMap((name) => [name, readIf(join(paths.claims, name))]),
  ]);
}

/** The last finished build, or null where there is none or it is not readable (it is then made again). */
export function readBuildState(paths: ProjectPaths): BuildState | null {
  const text = readIf(statePath(paths));
  if (text === null) return null;
  try {
    const state = JSON.parse(text) as BuildState;
    const whole =
      state.schema === 1 &&
      (state.engine === 'trino' ||
        Object.values(state.models).every((file) => existsSync(join(modelFolder(paths), file))));
    return whole ? state : null;
  } catch {
    return null;
  }
}

/**
 * The last build, if it is of today's records. Throws CF-BUILD-001 where there is none, and CF-BUILD-002 where records,
 * claims, configuration or the program have changed since.
 */
export function requireBuilt(paths: ProjectPaths, registry: Pick<Registry, 'says'>): BuildState {
  const state = readBuildState(paths);
  if (!state) throw notBuilt('CF-BUILD-001', 'The project has not been built yet.');
  if (state.key !== buildKey(paths, registry))
    throw notBuilt('CF-BUILD-002', 'Something has changed since the project was built.');
  return state;
}

function notBuilt(code: string, message: string): UserError {
  return new UserError(message, { code, exit: exitCodes.usage, hint: 'Run "counterfoil build" first.' });
}

/** The relations of a registry; made once a run. */
export function relationsOf(registry: Registry): Relations {
  return createRelations(registry.models, registry.shapes);
}

/** The editions of a project with their dates, in the order in which they were added. */
export function projectEditions(paths: ProjectPaths): Edition[] {
  return dateEditions(readStore(paths));
}

/**
 * Works out the models that are missing, lets `judge` work on them, and writes the new state at the end, at once: a
 * reader sees the old build or the new one.
 */
export async function buildModels(
  paths: ProjectPaths,
  registry: Registry,
  opened: Built | Engine,
  signal: AbortSignal,
  judge: (bench: Workbench) => Promise<void> = async () => {},
): Promise<BuildResult> {
  const built = 'store' in opened ? opened : embeddedModels(opened, paths);
  const key = buildKey(paths, registry);
  const relations = relationsOf(registry);
  const editions = projectEditions(paths);
  requireOneDoor(registry, editions);
  const { models, written } = await materialise(built, relations, editions, paths, signal);
  await judge({ engine: built.engine, relations, editions });
  const state: BuildState = { schema: 1, key, engine: built.engine.name, models };
  // Who reads the last build from a lake, on whichever machine, goes on with its tables until the next one.
  const last = built.engine.name === 'trino' ? (readBuildState(paths)?.models ?? {}) : {};
  writeDurably(statePath(paths), `${JSON.stringify(state, null, 1)}\n`);
  await built.store.sweep(new Set([...Object.values(models), ...Object.values(last)]));
  return { state, written, total: Object.keys(models).length };
}

function statePath(paths: ProjectPaths): string {
  return join(paths.derived, 'build.json');
}

function readIf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
