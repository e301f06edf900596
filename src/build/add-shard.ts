import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { Registry } from '../figures/kind.ts';
import type { Effects } from '../project/effects.ts';
import { lockProject } from '../project/lock.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { addFiles } from './add.ts';
import type { Outcome } from './ingest.ts';
import { withIngest } from './session.ts';
import { leaseMs, openWorkList, type Shard, sweepLost } from './work-list.ts';

/**
 * Adds this machine's part of the files, beside others that add theirs: the lock is held only while an edition is
 * published, each file is read by one machine, and files of a machine that died are taken over after the lease.
 */
export async function addShard(
  paths: ProjectPaths,
  registry: Registry,
  effects: Pick<Effects, 'now' | 'signal' | 'cwd'>,
  files: readonly string[],
  options: {
    shard: Shard;
    asOf?: string | undefined;
    organisation?: string | undefined;
    tell?: (outcome: Outcome) => void;
    lease?: number;
  },
): Promise<Outcome[]> {
  const { shard, lease = leaseMs, asOf, organisation, tell } = options;
  const name = createHash('sha256')
    .update(`${hostname()}-${process.pid}-${shard.index}`)
    .digest('hex')
    .slice(0, 12);
  asOnlyWriter(paths, () => sweepLost(paths, lease));
  const work = openWorkList(paths, shard, lease);
  return withIngest(
    paths,
    registry,
    effects,
    (context) =>
      addFiles({ ...context, beside: { name, asWriter: async (step) => asOnlyWriter(paths, step) } }, files, {
        cwd: effects.cwd,
        asOf,
        work,
        ...(tell === undefined ? {} : { tell }),
      }),
    organisation,
  );
}

/** How long a reader waits for others that publish; each takes a moment only. */
const waitMs = 60_000;

/** Holds the lock for one step that does not wait for anything. */
function asOnlyWriter<T>(paths: ProjectPaths, step: () => T): T {
  const release = lockProject(paths.lock, waitMs);
  try {
    return step();
  } finally {
    release();
  }
}
