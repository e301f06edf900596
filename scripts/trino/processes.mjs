import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { home, port } from './folders.mjs';
import { commandOf, nodes, writeSettings } from './settings.mjs';

/** The folder of one node: etc, data, log, pid. @param {string} name */
export const folderOf = (name) => join(home, name);

/** @param {string} name @returns {number | null} the process id where it runs and is ours */
export function pidOf(name) {
  const file = join(folderOf(name), 'pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8'));
  try {
    process.kill(pid, 0);
  } catch {
    return null;
  }
  // A number may have been given to another program since.
  const line = existsSync(`/proc/${pid}/cmdline`)
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    : `node.id=${name}`;
  return line.includes(`node.id=${name}`) ? pid : null;
}

/** Starts one node; its output goes to its log. @param {import('./settings.mjs').Node} node @param {import('./server.mjs').Server} server */
export function startNode(node, server) {
  if (pidOf(node.name) !== null) return;
  const folder = folderOf(node.name);
  mkdirSync(folder, { recursive: true });
  writeSettings(node, folder, server);
  const log = openSync(join(folder, 'server.log'), 'w');
  const child = spawn(server.java, commandOf(node, folder, server), {
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  writeFileSync(join(folder, 'pid'), String(child.pid));
}

/** Ends one node, politely first. @param {string} name */
export async function stopNode(name) {
  const pid = pidOf(name);
  if (pid !== null) {
    process.kill(pid, 'SIGTERM');
    for (let turn = 0; turn < 60 && pidOf(name) !== null; turn++) await wait(250);
    if (pidOf(name) !== null) process.kill(pid, 'SIGKILL');
  }
  rmSync(join(folderOf(name), 'pid'), { force: true });
}

/** @returns {Promise<{ ready: boolean, workers: number }>} what the coordinator says of itself */
export async function ask() {
  try {
    const info = /** @type {{ starting?: boolean }} */ (
      await (await fetch(`http://127.0.0.1:${port}/v1/info`)).json()
    );
    if (info.starting) return { ready: false, workers: 0 };
    const rows = await query(
      "select count(*) from system.runtime.nodes where not coordinator and state = 'active'",
    );
    return { ready: true, workers: Number(rows[0]?.[0] ?? 0) };
  } catch {
    return { ready: false, workers: 0 };
  }
}

/** @typedef {{ nextUri?: string, data?: unknown[][] }} Page */

/** @param {string} sql @returns {Promise<unknown[][]>} */
async function query(sql) {
  const headers = { 'X-Trino-User': 'counterfoil' };
  let page = /** @type {Page} */ (
    await (
      await fetch(`http://127.0.0.1:${port}/v1/statement`, { method: 'POST', body: sql, headers })
    ).json()
  );
  const rows = [...(page.data ?? [])];
  while (page.nextUri) {
    page = /** @type {Page} */ (await (await fetch(page.nextUri, { headers })).json());
    rows.push(...(page.data ?? []));
  }
  return rows;
}

/** Waits until the cluster is whole, or a process has ended. @param {number} seconds */
export async function untilReady(seconds) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(500)) {
    const gone = nodes.find((node) => pidOf(node.name) === null);
    if (gone)
      return {
        ready: false,
        why: `${gone.name} ended; its log is ${join(folderOf(gone.name), 'server.log')}`,
      };
    const { ready, workers } = await ask();
    if (ready && workers === nodes.length - 1) return { ready: true, why: '' };
  }
  return { ready: false, why: `it was not ready after ${seconds} seconds; logs are in ${home}` };
}
