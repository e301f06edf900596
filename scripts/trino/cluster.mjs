// A small Trino for development and tests: a coordinator and two workers as plain processes on loopback, with a Hive
// catalog "lake" over a shared folder. `get` fetches the server, `up` starts it, `down` ends it, `status` says how it is.
import { say } from '../setup/run.mjs';
import { home, lake, port } from './folders.mjs';
import { ask, pidOf, startNode, stopNode, untilReady } from './processes.mjs';
import { secureReady } from './secure.mjs';
import { findServer } from './server.mjs';
import { nodes, secureNode } from './settings.mjs';

const commands = { get, up, down, status, secure };
const command = /** @type {keyof typeof commands} */ (process.argv[2] ?? '');
if (!(command in commands)) {
  say('scripts/trino-cluster get | up | down | status | secure');
  process.exitCode = 2;
} else process.exitCode = await commands[command]();

/** @returns {Promise<number>} 0 where the server is there, else 3 */
async function get() {
  return 'missing' in (await findServer(say)) ? 3 : 0;
}

/** @returns {Promise<number>} 0 started, 3 where Java or the server cannot be had, 1 where it does not start */
async function up() {
  const server = await findServer(say);
  if ('missing' in server) {
    say(`NO TRINO HERE: ${server.missing}\n  ${server.hint}`);
    return 3;
  }
  say(`Starting Trino ${server.version} on Java ${server.javaVersion} …`);
  for (let tries = 1; ; tries++) {
    for (const node of nodes) startNode(node, server);
    const { ready, why } = await untilReady(180);
    if (ready) break;
    say(`Trino did not start: ${why}`);
    await down();
    if (tries === 2) return 1;
    say('Once more …');
  }
  say(`Trino is ready: http://127.0.0.1:${port}, catalog "lake", lake folder ${lake}, logs in ${home}.`);
  return 0;
}

/** Starts the coordinator that asks for a password, beside the cluster; `down` ends it, too. */
async function secure() {
  const server = await findServer(say);
  if ('missing' in server) return 3;
  startNode(secureNode, server);
  for (const end = Date.now() + 180_000; Date.now() < end; ) {
    if (pidOf(secureNode.name) === null) break;
    if (await secureReady()) return 0;
    await new Promise((done) => setTimeout(done, 500));
  }
  say(`The coordinator with a password did not start; its log is in ${home}/secure.`);
  await stopNode(secureNode.name);
  return 1;
}

async function down() {
  // Workers first, so that the coordinator is not left waiting for them.
  for (const node of [secureNode, ...[...nodes].reverse()]) await stopNode(node.name);
  return 0;
}

async function status() {
  for (const node of nodes) say(`${node.name}: ${pidOf(node.name) ?? 'not running'}`);
  const { ready, workers } = await ask();
  say(ready ? `ready, ${workers} workers` : 'not ready');
  return ready && workers === nodes.length - 1 ? 0 : 1;
}
