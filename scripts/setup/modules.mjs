import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say, stop } from './run.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Locked */

/** @param {string} path @returns {Record<string, Locked>} */
function lockedPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/** The Node binary that the development dependency `node` brings. */
export const nodeBinary = join(
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * Why `node_modules` is not what the lock file says, or null where it is. npm leaves the list of what it
 * installed in `node_modules/.package-lock.json`; that list is compared, never a file's time.
 * @param {string} [folder]
 * @returns {string | null}
 */
export function modulesProblem(folder = root) {
  const installedList = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return 'packages are not installed';
  const wanted = lockedPackages(join(folder, 'package-lock.json'));
  const installed = lockedPackages(installedList);
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    if (!found && (entry.optional || entry.devOptional)) continue;
    if (!found) return `${path} is not installed`;
    if (found.version !== entry.version || found.integrity !== entry.integrity)
      return `${path} is not the version of package-lock.json`;
    if (!existsSync(join(folder, path))) return `${path} is missing`;
  }
  for (const path of Object.keys(installed)) {
    if (!(path in wanted)) return `${path} is no longer in package-lock.json`;
  }
  if (!existsSync(join(folder, nodeBinary))) return 'the Node binary of the package "node" is missing';
  return null;
}

/** Runs `npm ci` where `node_modules` is missing or differs from the lock file. */
export function ensureModules() {
  const problem = modulesProblem();
  if (problem === null) return;
  say(`Installing packages (${problem}) …`);
  // NODE_ENV=production or a user's `omit` would leave out the compiler and the test runner.
  const code = run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'ci',
    '--include=dev',
    '--no-audit',
    '--loglevel=error',
    '--no-fund',
  ]);
  if (code !== 0)
    stop(
      'npm ci did not finish.',
      'Read the lines above; often the network or a proxy is the cause. Then run the same command again.',
    );
  if (!existsSync(join(root, nodeBinary))) installNode();
  const left = modulesProblem();
  if (left !== null) stop(`After npm ci: ${left}.`, 'Delete node_modules and run the same command again.');
}

/** An npm that holds back install scripts leaves the package `node` without its binary: run its one step here. */
function installNode() {
  say('Fetching the Node binary …');
  run('sh', ['-c', 'cd node_modules/node && node installArchSpecificPackage']);
}
