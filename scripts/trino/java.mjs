import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every Java on this machine: JAVA_HOME, the one on the PATH, those in the usual folders. Newest first. */
export function javas() {
  const folders = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines'].filter((folder) =>
    existsSync(folder),
  );
  const homes = [
    ...(process.env.JAVA_HOME ? [process.env.JAVA_HOME] : []),
    ...folders.flatMap((folder) =>
      readdirSync(folder).flatMap((name) => [join(folder, name), join(folder, name, 'Contents', 'Home')]),
    ),
  ];
  const programs = [
    'java',
    ...homes.map((home) => join(home, 'bin', 'java')).filter((path) => existsSync(path)),
  ];
  return programs
    .map((path) => ({ path, version: versionOf(path) }))
    .filter((java) => java.version > 0)
    .sort((a, b) => b.version - a.version);
}

/** @param {string} path @returns {number} the feature release, 0 where it does not run */
function versionOf(path) {
  const { stderr } = spawnSync(path, ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}
