// `npm run test:trino`: brings up a small Trino, runs tests/trino against it, takes it down. Exit code 3, and a loud
// line, where Java or the server cannot be had. A cluster that was up before is left up.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, run, say } from './setup/run.mjs';
import { ask } from './trino/processes.mjs';

const cluster = join(root, 'scripts', 'trino', 'cluster.mjs');
const before = (await ask()).ready;
const up = run(process.execPath, [cluster, 'up']);
if (up !== 0) {
  say(
    up === 3
      ? 'TESTS ON TRINO NOT RUN: see the lines above.'
      : 'TESTS ON TRINO FAILED: the cluster did not start.',
  );
  process.exitCode = up;
} else {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '-c', 'vitest.trino.config.ts', ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
  if (!before) run(process.execPath, [cluster, 'down']);
}
