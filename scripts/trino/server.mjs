import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './folders.mjs';
import { javas } from './java.mjs';

/** Releases that the program is tried with, newest first, and the Java that each asks for. */
const releases = [
  { version: '476', java: 24, sha256: 'cfd5accde17e8ebd251eeeb78aed1f490e77bb3a164d95a0f454bf8a7c1cbd3f' },
  // Its checksum is the one that Maven finds beside it: it could not be had when this list was made.
  { version: '435', java: 17, sha256: null },
];

/** Plugins that the cluster uses; the others are not unpacked. */
const plugins = ['hive', 'iceberg', 'password-authenticators'];

/** How long one step of Maven may take; COUNTERFOIL_TRINO_FETCH_SECONDS, for runs that have to end in time. */
const fetchSeconds = Number(process.env.COUNTERFOIL_TRINO_FETCH_SECONDS || 3600);

/** @typedef {{ java: string, javaVersion: number, version: string, folder: string }} Server */

/**
 * The server of the newest release that a Java here can run, unpacked in the cache; downloaded by Maven, from wherever
 * Maven is told to look, on first use.
 *
 * @param {(text: string) => void} tell
 * @returns {Promise<Server | { missing: string, hint: string }>}
 */
export async function findServer(tell) {
  const found = javas();
  if (found.length === 0)
    return { missing: 'There is no Java on this machine.', hint: 'Install a JDK of version 24 or later.' };
  let last = {
    missing: `Java ${found[0]?.version} is too old for any Trino this is tried with.`,
    hint: 'Install a JDK of version 24 or later.',
  };
  for (const release of releases) {
    const java = found.find((one) => one.version >= release.java && (release.java >= 24 || one.version < 24));
    if (!java) continue;
    const folder = join(cache, `trino-server-${release.version}`);
    const server = { java: java.path, javaVersion: java.version, version: release.version, folder };
    if (isComplete(folder)) return server;
    const failed = await install(release, folder, tell);
    if (failed === null) return server;
    tell(`Trino ${release.version}: ${failed}`);
    last = {
      missing: `The server of Trino could not be had: ${failed}`,
      hint: 'Check that "mvn" runs and reaches its repository, then try again.',
    };
  }
  return last;
}

/** Whether the server lies there with every plugin. @param {string} folder */
function isComplete(folder) {
  return (
    existsSync(join(folder, 'complete')) && plugins.every((name) => existsSync(join(folder, 'plugin', name)))
  );
}

/** @param {{ version: string, sha256: string | null }} release @param {string} folder @param {(text: string) => void} tell */
async function install(release, folder, tell) {
  if (spawnSync('mvn', ['-v']).status !== 0) return 'Maven (mvn) is not installed';
  const staged = join(cache, `staged-${release.version}-${process.pid}`);
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  try {
    tell(`Fetching Trino ${release.version} with Maven (0.8 GB, once) …`);
    const artifact = `io.trino:trino-server:${release.version}:tar.gz`;
    const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';
    const got = maven([`${plugin}:get`, `-Dartifact=${artifact}`, '-Dtransitive=false']);
    if (got !== null) return got;
    const copied = maven([`${plugin}:copy`, `-Dartifact=${artifact}`, `-DoutputDirectory=${staged}`]);
    if (copied !== null) return copied;
    const tarball = join(staged, readdirSync(staged).find((name) => name.endsWith('.tar.gz')) ?? '');
    const sha256 = await hash(tarball);
    if (release.sha256 !== null && sha256 !== release.sha256)
      return `the checksum of the download is ${sha256}, not ${release.sha256}`;
    tell('Unpacking …');
    if (spawnSync('tar', ['xzf', tarball, '-C', staged, '--strip-components=1']).status !== 0)
      return 'the download could not be unpacked';
    rmSync(tarball);
    for (const name of readdirSync(join(staged, 'plugin'))) {
      if (!plugins.includes(name)) rmSync(join(staged, 'plugin', name), { recursive: true });
    }
    mkdirSync(join(staged, 'complete'));
    rmSync(folder, { recursive: true, force: true });
    renameSync(staged, folder);
    return null;
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

/** Runs Maven with strict checksums. @param {string[]} args @returns {string | null} what went wrong */
function maven(args) {
  const { status, stdout, error } = spawnSync('mvn', ['-B', '-q', '-C', ...args], {
    encoding: 'utf8',
    timeout: fetchSeconds * 1000,
  });
  if (status === 0) return null;
  if (error?.message.includes('ETIMEDOUT')) return `it was not there after ${fetchSeconds} seconds`;
  const line =
    /\[ERROR\] (?:Failed to execute goal .*?: )?(.{0,300})/.exec(stdout ?? '')?.[1] ??
    `mvn ended with ${status}`;
  return line.replace(/https?:\/\/\S+/g, 'its repository');
}

/** @param {string} path @returns {Promise<string>} */
async function hash(path) {
  const sum = createHash('sha256');
  for await (const part of createReadStream(path)) sum.update(part);
  return sum.digest('hex');
}
