import { openDuckDb } from '../engine/duckdb.ts';
import { type Registry, toldRegistry } from '../figures/kind.ts';
import { readConfig } from '../project/config.ts';
import type { Effects } from '../project/effects.ts';
import { writeCheckpoint } from '../project/journal-log.ts';
import { lockProject } from '../project/lock.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { createReader } from '../read/reader.ts';
import type { IngestContext } from './ingest.ts';

/** How long a command waits for another one that writes to the project. */
const lockWaitMs = 10_000;

/**
 * Runs `work` as the project's only writer, and states in a checkpoint what the journal then holds. Throws CF-STORE-005
 * where another process holds the project for longer than ten seconds.
 */
export async function asWriter<T>(paths: ProjectPaths, work: () => Promise<T>): Promise<T> {
  const release = lockProject(paths.lock, lockWaitMs);
  try {
    return await work();
  } finally {
    try {
      writeCheckpoint(paths);
    } finally {
      release();
    }
  }
}

/**
 * Opens what reading files needs (engine, child process for workbooks), and closes it whatever happens.
 *
 * @param organisation whose files these are, as the user says
 */
export async function withIngest<T>(
  paths: ProjectPaths,
  registry: Registry,
  effects: Pick<Effects, 'now' | 'signal'>,
  work: (context: IngestContext) => Promise<T>,
  organisation?: string,
): Promise<T> {
  const config = await readConfig(paths);
  const told = await toldRegistry(registry, config);
  const holder = organisation === undefined ? undefined : checkHolder(told, organisation);
  const engine = await openDuckDb();
  const reader = createReader();
  const stop = () => {
    engine.interrupt();
    reader.close();
  };
  effects.signal.addEventListener('abort', stop, { once: true });
  try {
    return await work({
      paths,
      registry: told,
      reader,
      engine,
      holder,
      keepOriginals: config.originals === 'keep',
      numberRows: config.engine === 'trino',
      now: effects.now,
      signal: effects.signal,
    });
  } finally {
    effects.signal.removeEventListener('abort', stop);
    reader.close();
    engine.close();
  }
}

function checkHolder(registry: Registry, label: string): string {
  const check = registry.kinds.flatMap((kind) => kind.entrance?.checkHolder ?? [])[0];
  return check === undefined ? label : check(label);
}
