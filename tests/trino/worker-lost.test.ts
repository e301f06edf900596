import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { pidOf } from '../../scripts/trino/processes.mjs';
import { readBuildState } from '../../src/build/build.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import { connectTrino } from '../../src/engine/trino-connection.ts';
import { answer } from '../../src/figures/answer.ts';
import { registry } from '../../src/kinds/registry.ts';
import type { UserError } from '../../src/project/errors.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { addTo, build, emptyProject, exampleLists } from '../support/projects.ts';
import { root } from '../support/root.ts';
import { lakeFolder, server, trinoBlock } from './support/cluster.ts';

const bringUp = () =>
  spawnSync(process.execPath, [join(root, 'scripts', 'trino', 'cluster.mjs'), 'up'], { encoding: 'utf8' });
const admin = connectTrino({ server, catalog: 'system', schema: 'runtime', user: 'counterfoil' });

afterAll(() => {
  bringUp();
}, 300_000);

async function ask(folder: string): Promise<string> {
  const figure = registry.figure('agreements.agencies');
  if (!figure) throw new Error('no figure');
  const workspace = await openWorkspace(projectPaths(folder), registry);
  try {
    return JSON.stringify((await answer(workspace, figure, { where: {}, by: ['state'] })).rows);
  } finally {
    workspace.close();
  }
}

test('a worker is killed in the middle of a build: the last build stays what is seen until the new one is whole', async () => {
  const lake = lakeFolder('lost');
  const paths = projectPaths(lake.folder);
  const lists = await exampleLists();
  const [first, second] = ['participatingAgencies01072026pm.xlsx', 'participatingAgencies02052026am.xlsx'];
  const embedded = emptyProject();
  writeFileSync(paths.config, `title: A test\n${trinoBlock(lake)}`);
  for (const folder of [embedded, lake.folder]) await addTo(folder, [join(lists, first as string)]);
  await build(embedded);
  await build(lake.folder);
  const before = await ask(embedded);
  expect(await ask(lake.folder)).toBe(before);
  const state = readBuildState(paths);
  for (const folder of [embedded, lake.folder]) await addTo(folder, [join(lists, second as string)]);
  await build(embedded);
  const after = await ask(embedded);
  expect(after).not.toBe(before);

  const tables = async () =>
    Number(
      (
        await admin.run(
          `select count(*) as n from lake.information_schema.tables where table_schema = '${lake.schema}'`,
        )
      ).rows[0]?.['n'],
    );
  const had = await tables();
  let ended = false;
  const building = build(lake.folder)
    .then(
      () => undefined,
      (error) => error as UserError,
    )
    .finally(() => {
      ended = true;
    });
  // In the middle: some of the new tables are there, others are not.
  while (!ended && (await tables()) < had + 2) await wait(100);
  expect(ended).toBe(false);
  process.kill(pidOf('worker-2') as number, 'SIGKILL');
  const error = await building;
  if (error !== undefined) {
    expect(error.code).toBe('CF-TRINO-003');
    expect(readBuildState(paths)).toEqual(state);
    expect(await ask(lake.folder)).toBe(before);
  }
  process.stderr.write(
    `A worker lost in a build: ${error?.message ?? 'carried over by running statements again'}\n`,
  );
  bringUp();
  await build(lake.folder);
  expect(await ask(lake.folder)).toBe(after);
  // A third run has nothing left to do, nor to tidy.
  expect((await build(lake.folder)).written).toEqual([]);
  const { rows } = await admin.run(
    `select table_name from lake.information_schema.tables where table_schema = '${lake.schema}' and table_name like 'stage%'`,
  );
  expect(rows).toEqual([]);
}, 900_000);
