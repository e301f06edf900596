import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '../../src/build/workspace.ts';
import { connectTrino } from '../../src/engine/trino-connection.ts';
import { answer } from '../../src/figures/answer.ts';
import { registry } from '../../src/kinds/registry.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { addTo, build, emptyProject, exampleLists, recordingEffects } from '../support/projects.ts';
import { server } from './support/cluster.ts';

// A lake in a bucket, read by the server's own S3 file system. The bucket is that of `moto_server` (PyPI: moto[server]),
// where it is on the path or named by COUNTERFOIL_MOTO_SERVER; without it the test says that it was not tried.
const program = process.env['COUNTERFOIL_MOTO_SERVER'] ?? 'moto_server';
const there = spawnSync(program, ['--help']).status === 0;
const catalog = `bucket_${process.pid}`;
const admin = connectTrino({ server, catalog: 'system', schema: 'runtime', user: 'counterfoil' });
let moto: ChildProcess | undefined;
let env: Record<string, string> = {};

beforeAll(async () => {
  if (!there) {
    process.stderr.write(
      'NOT TRIED: a lake in a bucket, since moto_server is not here (pip install "moto[server]")\n',
    );
    return;
  }
  const port = await freePort();
  moto = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  env = { AWS_ACCESS_KEY_ID: 'KEY', AWS_SECRET_ACCESS_KEY: 'word', AWS_ENDPOINT_URL: endpoint };
  const client = new AwsClient({
    accessKeyId: 'KEY',
    secretAccessKey: 'word',
    service: 's3',
    region: 'us-east-1',
  });
  for (let tries = 0; ; tries++) {
    const made = await client.fetch(`${endpoint}/ours`, { method: 'PUT' }).catch(() => undefined);
    if (made?.ok) break;
    if (tries > 60) throw new Error('moto_server did not start');
    await new Promise((done) => setTimeout(done, 500));
  }
  await admin.run(`create catalog ${catalog} using hive with (
    "hive.metastore" = 'file', "hive.metastore.catalog.dir" = 's3://ours/metastore',
    "fs.native-s3.enabled" = 'true', "s3.endpoint" = '${endpoint}', "s3.region" = 'us-east-1',
    "s3.path-style-access" = 'true', "s3.aws-access-key" = 'KEY', "s3.aws-secret-key" = 'word',
    "hive.storage-format" = 'PARQUET', "hive.timestamp-precision" = 'MICROSECONDS',
    "hive.allow-register-partition-procedure" = 'true', "hive.non-managed-table-writes-enabled" = 'true')`);
}, 120_000);
afterAll(async () => {
  if (there) await admin.run(`drop catalog if exists ${catalog}`);
  moto?.kill();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  return port;
}

test('a project whose lake is a bucket: the same answers, each edition put there once', async ({ skip }) => {
  if (!there) skip();
  const lists = await exampleLists();
  const embedded = emptyProject();
  const bucket = emptyProject(
    `title: A test\nengine: trino\ntrino:\n  server: ${server}\n  catalog: ${catalog}\n  schema: ours\n  location: s3://ours/project\n`,
  );
  const effects = recordingEffects({ env });
  for (const folder of [embedded, bucket])
    await addTo(folder, [join(lists, 'participatingAgencies01072026pm.xlsx')], { effects });
  await build(embedded);
  await build(bucket, effects);
  const figure = registry.figure('agreements.agencies');
  if (!figure) throw new Error('no figure');
  const rows: unknown[] = [];
  for (const folder of [embedded, bucket]) {
    const workspace = await openWorkspace(projectPaths(folder), registry, env);
    rows.push((await answer(workspace, figure, { where: {}, by: ['state'] })).rows);
    workspace.close();
  }
  expect((rows[0] as unknown[]).length).toBeGreaterThan(5);
  expect(rows[1]).toEqual(rows[0]);
  // Nothing new: nothing is worked out or put again, even where the notes of what was put are gone.
  writeFileSync(join(bucket, 'counterfoil.yaml'), `${projectText(bucket)}# the same\n`);
  expect((await build(bucket, effects)).written).toEqual([]);
}, 600_000);

function projectText(folder: string): string {
  return readFileSync(join(folder, 'counterfoil.yaml'), 'utf8');
}
