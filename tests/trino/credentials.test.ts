import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stopNode } from '../../scripts/trino/processes.mjs';
import { account, certificate, securePort } from '../../scripts/trino/secure.mjs';
import { openEngine } from '../../src/build/open-engine.ts';
import type { UserError } from '../../src/project/errors.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { root } from '../support/root.ts';
import { lakeFolder, trinoBlock } from './support/cluster.ts';

const lake = lakeFolder('secure');
const paths = projectPaths(lake.folder);
const address = `https://127.0.0.1:${securePort}`;
const password = { COUNTERFOIL_TRINO_PASSWORD: account.password };

beforeAll(() => {
  const cluster = join(root, 'scripts', 'trino', 'cluster.mjs');
  const { status, stderr } = spawnSync(process.execPath, [cluster, 'secure'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  copyFileSync(certificate, join(lake.folder, 'ca.pem'));
}, 300_000);
afterAll(() => stopNode('secure'), 60_000);

function configure(lines: string): void {
  writeFileSync(paths.config, `title: Secure\n${trinoBlock(lake, address)}${lines}`);
}

async function refused(env: Record<string, string>): Promise<UserError> {
  try {
    const { engine } = await openEngine(paths, env);
    engine.close();
  } catch (error) {
    return error as UserError;
  }
  throw new Error('it was let in');
}

test('by TLS, with the certificate named and the password in the environment', async () => {
  configure(`  user: ${account.user}\n  ca: ca.pem\n`);
  const { engine } = await openEngine(paths, password);
  expect(await engine.query('select 1 as n')).toEqual([{ n: 1 }]);
  engine.close();
});

test('a wrong password, none, another user, a token in its place: refused, said in one line, the password not in it', async () => {
  configure(`  user: ${account.user}\n  ca: ca.pem\n`);
  const wrong = 'a wrong word';
  for (const env of [{ COUNTERFOIL_TRINO_PASSWORD: wrong }, {}, { COUNTERFOIL_TRINO_TOKEN: wrong }] as Record<
    string,
    string
  >[]) {
    const error = await refused(env);
    expect(error).toMatchObject({ code: 'CF-TRINO-002', exit: 2 });
    expect(`${error.message} ${error.hint}`).not.toContain(wrong);
  }
  configure('  user: somebody\n  ca: ca.pem\n');
  expect(await refused(password)).toMatchObject({ code: 'CF-TRINO-002', exit: 2 });
});

test('a certificate that nobody vouches for is not talked to, and no password is sent', async () => {
  configure(`  user: ${account.user}\n`);
  const error = await refused(password);
  expect(error).toMatchObject({ code: 'CF-TRINO-010', exit: 2 });
});

test('the file of passwords holds no password', () => {
  expect(readFileSync(join(certificate, '..', 'etc', 'password.db'), 'utf8')).not.toContain(account.password);
});
