import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readBuildState } from '../../src/build/build.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import { answer } from '../../src/figures/answer.ts';
import { registry } from '../../src/kinds/registry.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { addTo, build, exampleLists } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';
import { lakeFolder, trinoBlock } from './support/cluster.ts';

const figure = registry.figure('agreements.agencies');

test('who asks while a build runs gets the answers of the last build or of the new one, never of a half', async () => {
  const lake = lakeFolder('readers');
  const lists = await exampleLists();
  const paths = projectPaths(lake.folder);
  writeFileSync(paths.config, `title: Readers\n${trinoBlock(lake)}`);
  const files = ['participatingAgencies01072026pm.xlsx', 'participatingAgencies02052026am.xlsx'];
  await addTo(lake.folder, [join(lists, files[0] as string)]);
  await build(lake.folder);
  const ask = async (): Promise<string> => {
    // As `serve` does: it holds the build that was whole when it began.
    const workspace = await openWorkspace(paths, registry);
    try {
      if (!figure) throw new Error('no figure');
      return JSON.stringify((await answer(workspace, figure, { where: {}, by: ['state'] })).rows);
    } finally {
      workspace.close();
    }
  };
  const before = await ask();
  const held = await openWorkspace(paths, registry);
  await addTo(lake.folder, [join(lists, files[1] as string)]);
  const seen = new Set<string>();
  let asked = 0;
  let ended = false;
  const building = build(lake.folder).finally(() => {
    ended = true;
  });
  while (!ended) {
    if (!figure) throw new Error('no figure');
    // The open workspace still names the tables of the last build.
    seen.add(JSON.stringify((await answer(held, figure, { where: {}, by: ['state'] })).rows));
    asked += 1;
    await wait(100);
  }
  const built = await building;
  expect(asked).toBeGreaterThan(3);
  expect(built.written.length).toBeGreaterThan(0);
  const after = await ask();
  expect(after).not.toBe(before);
  expect([...seen].filter((one) => one !== before && one !== after)).toEqual([]);
  held.close();
}, 900_000);

test('a build that stops in the middle leaves the last one, and the next one takes up what it finished', async () => {
  const lake = lakeFolder('stopped');
  const paths = projectPaths(lake.folder);
  writeFileSync(paths.config, `title: Stopped\n${trinoBlock(lake)}`);
  await addTo(lake.folder, [join(await exampleLists(), 'participatingAgencies01072026pm.xlsx')]);
  const first = await build(lake.folder);
  // Another project of the same records in the same schema: what is there by its content is not made again.
  const copy = tempDir('stopped-copy');
  cpSync(paths.derived, copy, { recursive: true });
  rmSync(join(paths.derived, 'build.json'));
  expect(readBuildState(paths)).toBeNull();
  const second = await build(lake.folder);
  expect(second.written).toEqual([]);
  expect(second.state.models).toEqual(first.state.models);
  expect(readFileSync(join(copy, 'verdicts.json'))).toEqual(
    readFileSync(join(paths.derived, 'verdicts.json')),
  );
}, 600_000);
