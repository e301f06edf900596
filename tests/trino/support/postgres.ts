import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL of this test's own on loopback. */
export interface Postgres {
  port: number;
  user: string;
  run(sql: string): boolean;
  stop(): void;
}

/** Starts one from the programs that lie here; null where there are none. Anybody on this machine may come in. */
export async function startPostgres(): Promise<Postgres | null> {
  const bin = binaries();
  if (bin === null) return null;
  // It does not run as root; the package makes a user for it.
  const id = (what: string) => Number(spawnSync('id', [what, 'postgres'], { encoding: 'utf8' }).stdout);
  const root = process.getuid?.() === 0;
  const who = root ? { uid: id('-u'), gid: id('-g') } : {};
  if (root && !who.uid) return null;
  // Not below the folder of the tests, into which another user may not look.
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-postgres-'));
  if (who.uid) chownSync(folder, who.uid, who.gid);
  const port = await freePort();
  const run = (program: string, ...args: string[]) =>
    spawnSync(join(bin, program), args, { ...who, cwd: folder, encoding: 'utf8', stdio: 'ignore' }).status ===
    0;
  const data = join(folder, 'data');
  const user = 'counterfoil';
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
  if (!run('initdb', '-D', data, '-U', user, '-A', 'trust', '-E', 'UTF8')) return null;
  if (!run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start')) return null;
  const sql = (text: string) =>
    run('psql', '-h', '127.0.0.1', '-p', String(port), '-U', user, '-d', 'postgres', '-c', text);
  const stop = () => {
    run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
    rmSync(folder, { recursive: true, force: true });
  };
  return { port, user, run: sql, stop };
}

function binaries(): string | null {
  const base = '/usr/lib/postgresql';
  const folders = existsSync(base) ? readdirSync(base).map((version) => join(base, version, 'bin')) : [];
  return (
    [...folders, '/usr/local/bin', '/usr/bin'].find((folder) =>
      ['initdb', 'pg_ctl', 'psql'].every((name) => existsSync(join(folder, name))),
    ) ?? null
  );
}

/** A port on loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  return port;
}
