import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addShard } from '../../src/build/add-shard.ts';
import { openWorkList, parseShard } from '../../src/build/work-list.ts';
import { registry } from '../../src/kinds/registry.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { readStore } from '../../src/project/store.ts';
import { addTo, emptyProject, exampleLists, recordingEffects } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';

test('a part is written i/n', () => {
  expect(parseShard('2/5')).toEqual({ index: 2, count: 5 });
  for (const text of ['0/2', '3/2', '1', 'a/b', '1/2/3', ''])
    expect(() => parseShard(text)).toThrow(/no part/);
});

test('three readers at once leave what one leaves, each file read once', async () => {
  const lists = await exampleLists();
  const one = emptyProject();
  await addTo(one, [lists]);
  const many = emptyProject();
  const paths = projectPaths(many);
  const parts = await Promise.all(
    [1, 2, 3].map((index) =>
      addShard(paths, registry, recordingEffects({ cwd: many }), [lists], { shard: { index, count: 3 } }),
    ),
  );
  const editions = (folder: string) =>
    readStore(projectPaths(folder))
      .map(({ manifest }) => `${manifest.edition} ${manifest.recordsSha256}`)
      .sort();
  expect(editions(many)).toEqual(editions(one));
  const files = parts.flat().map((outcome) => outcome.file);
  expect(new Set(files).size).toBe(files.length);
  expect(parts.filter((part) => part.length > 0).length).toBeGreaterThan(1);
  expect(
    readdirSync(paths.records).filter((name) => name.startsWith('.shard-') || name.startsWith('.staged-')),
  ).toEqual([]);
  // Again: all is done, nothing is read.
  expect(
    await addShard(paths, registry, recordingEffects({ cwd: many }), [lists], {
      shard: { index: 1, count: 3 },
    }),
  ).toEqual([]);
});

test('a file is taken by one; a lost one by the first that asks after the lease, whoever it is', () => {
  const paths = projectPaths(emptyProject());
  const file = join(tempDir('work'), 'a.csv');
  writeFileSync(file, 'x\n1\n');
  const lists = [1, 2].map((index) => openWorkList(paths, { index, count: 2 }, 1000));
  const owner = lists.find((list) => {
    const claim = list.take(file);
    claim?.release();
    return claim !== null;
  });
  const other = lists.find((list) => list !== owner);
  expect(owner?.take(file)).not.toBeNull();
  expect(owner?.take(file)).toBeNull();
  expect(other?.take(file)).toBeNull();
  const work = join(paths.records, '.work');
  for (const name of readdirSync(work)) utimesSync(join(work, name), new Date(0), new Date(0));
  const claim = other?.take(file);
  expect(claim).not.toBeNull();
  expect(owner?.take(file)).toBeNull();
  claim?.done();
  expect(owner?.take(file)).toBeNull();
  expect(other?.take(file)).toBeNull();
});
