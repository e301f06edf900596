import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTrino } from '../../src/engine/trino.ts';
import { connectTrino } from '../../src/engine/trino-connection.ts';
import type { UserError } from '../../src/project/errors.ts';
import { lakeFolder, server } from './support/cluster.ts';

// A lake on a disk of two megabytes: a file system in memory, mounted where tests may (root on Linux).
const lake = lakeFolder('full');
const mount = (...args: string[]) => spawnSync('mount', args, { encoding: 'utf8' }).status === 0;
const may = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/proc/self/mounts');
const catalog = `full_${process.pid}`;
const admin = connectTrino({ server, catalog: 'system', schema: 'runtime', user: 'counterfoil' });
let mounted = false;

beforeAll(() => {
  mounted = may && mount('-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', lake.folder);
  if (!mounted) process.stderr.write('NOT TRIED: a full disk, since no file system can be mounted here\n');
});
afterAll(async () => {
  if (mounted) await admin.run(`drop catalog if exists ${catalog}`);
  if (mounted) spawnSync('umount', [lake.folder]);
});

const digits = `select 0 as n ${Array.from({ length: 9 }, (_, n) => `union all select ${n + 1}`).join(' ')}`;
/** A million rows that do not compress well. */
const many = `with d as (${digits})
select @md5(cast(a.n + 10 * b.n + 100 * c.n + 1000 * e.n + 10000 * f.n + 100000 * g.n as varchar)) as word
from d as a cross join d as b cross join d as c cross join d as e cross join d as f cross join d as g`;

test('the disk is full: said so, no table is there; with room a second run finishes', async ({ skip }) => {
  if (!mounted) skip();
  // A catalog of its own, with all that it holds on the small disk.
  await admin.run(`create catalog ${catalog} using hive with (
    "hive.metastore" = 'file', "hive.metastore.catalog.dir" = 'local:///metastore',
    "fs.native-local.enabled" = 'true', "local.location" = '${lake.folder}', "hive.storage-format" = 'PARQUET',
    "hive.temporary-staging-directory-enabled" = 'false', "hive.non-managed-table-writes-enabled" = 'true')`);
  const engine = openTrino(
    { server, catalog, schema: 'words', user: 'counterfoil' },
    { folder: lake.folder, location: 'local://' },
  );
  await engine.prepare();
  const signal = new AbortController().signal;
  const failed = await engine.models.write('words_1', { sql: many, orderBy: '' }, signal).then(
    () => undefined,
    (error) => error as UserError,
  );
  expect(failed).toMatchObject({ code: 'CF-TRINO-006', exit: 3 });
  expect(failed?.message).toContain('disk');
  expect(await engine.models.has('words_1')).toBe(false);
  expect(mount('-o', 'remount,size=200m', lake.folder)).toBe(true);
  await engine.models.write('words_1', { sql: many, orderBy: '' }, signal);
  await engine.models.use('words', 'words_1');
  expect(await engine.query('select count(*) as n, count(distinct word) as words from words')).toEqual([
    { n: 1_000_000, words: 1_000_000 },
  ]);
  engine.close();
}, 300_000);
