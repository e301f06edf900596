import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDbOptions, openDuckDb } from '../engine/duckdb.ts';
import type { TrinoProgress } from '../engine/trino-connection.ts';
import { readConfig, type TrinoConfig } from '../project/config.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import type { ProjectPaths } from '../project/paths.ts';
import type { Bucket } from './bucket.ts';
import { type Built, embeddedModels } from './materialise.ts';

/** Variables of the environment: COUNTERFOIL_TRINO_PASSWORD or COUNTERFOIL_TRINO_TOKEN are read. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Memory of the embedded engine while models are worked out; what does not fit goes into the derived folder. Together
 * with the program it stays about a gigabyte.
 */
const buildMegabytes = 700;

/** The engine for working out models: as `openEngine`, with a folder for what does not fit in memory. Under the lock. */
export async function openBuildEngine(
  paths: ProjectPaths,
  env: Environment,
  tell: (text: string) => void,
): Promise<Built> {
  const spill = join(paths.derived, 'spill');
  // Of a build that was ended by force.
  rmSync(spill, { recursive: true, force: true });
  return openEngine(paths, env, tell, { spill, memoryMegabytes: buildMegabytes });
}

/**
 * Opens the engine that `counterfoil.yaml` names, with its built models. The caller closes it.
 *
 * @param tell called with a line on how a long statement gets on
 * @throws UserError CF-CONFIG-… for a mistake in the configuration, CF-TRINO-… where the server does not answer
 */
export async function openEngine(
  paths: ProjectPaths,
  env: Environment,
  tell?: (text: string) => void,
  embedded: DuckDbOptions = {},
): Promise<Built> {
  const config = await readConfig(paths);
  if (config.trino === null) return embeddedModels(await openDuckDb(embedded), paths);
  const { server, catalog, iceberg, schema, user, location, ca } = config.trino;
  const password = env['COUNTERFOIL_TRINO_PASSWORD'];
  const token = env['COUNTERFOIL_TRINO_TOKEN'];
  if ((password !== undefined || token !== undefined) && !isPrivate(config.trino)) throw inTheClear(paths);
  // Loaded only where it is used: most projects never need it.
  const { openTrino } = await import('../engine/trino.ts');
  const engine = openTrino(
    {
      server,
      catalog,
      iceberg: iceberg ?? undefined,
      schema,
      user,
      password,
      token,
      ca: ca === null ? undefined : readFileSync(ca, 'utf8'),
      progress: tell && ((progress) => tell(describeProgress(progress))),
    },
    { folder: paths.root, location },
  );
  await engine.prepare();
  return { engine, store: engine.models };
}

/** The bucket in which the project's lake lies; null where it is a folder. Throws CF-LAKE-002, as `openBucket`. */
export async function bucketOf(paths: ProjectPaths, env: Environment): Promise<Bucket | null> {
  const { trino } = await readConfig(paths);
  if (!trino?.location.startsWith('s3://')) return null;
  const { openBucket } = await import('./bucket.ts');
  return openBucket(trino.location, env);
}

function describeProgress({ state, splits, splitsDone, rows, stages }: TrinoProgress): string {
  return `trino: ${state}, ${splitsDone} of ${splits} splits, ${rows} rows, ${stages} ${stages === 1 ? 'stage' : 'stages'}`;
}

function isPrivate({ server }: TrinoConfig): boolean {
  const { protocol, hostname } = new URL(server);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function inTheClear(paths: ProjectPaths): UserError {
  return new UserError('A password or token would be sent to the SQL server in the clear.', {
    code: 'CF-CONFIG-005',
    exit: exitCodes.usage,
    place: { file: paths.config },
    hint: 'Write its address with https:// under "trino", "server".',
  });
}
