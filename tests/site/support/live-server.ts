import { type SnapshotSettings, snapshotSource } from '../../../src/cli/snapshot-of.ts';
import { projectPaths } from '../../../src/project/paths.ts';
import type { ServeSettings } from '../../../src/site/serve/settings.ts';
import { type Started, startServer } from '../../../src/site/serve/start.ts';

/** A server on a project as `serve` starts it, on any free port; without a limit of requests unless told. */
export function liveServer(
  project: string,
  settings: Partial<ServeSettings> & SnapshotSettings = {},
  lookEvery = 0,
): Promise<Started> {
  return startServer({
    source: snapshotSource(projectPaths(project), { env: {} }, settings),
    hostname: '127.0.0.1',
    port: 0,
    lookEvery,
    settings: { requestsPerSecond: 0, ...settings },
  });
}
