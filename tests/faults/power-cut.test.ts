import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeExampleProject } from '../../examples/make-project.ts';
import { type ProjectPaths, projectPaths } from '../../src/project/paths.ts';
import { readStore, removeEdition, sweepStore } from '../../src/project/store.ts';
import { addTo, buildIn, exampleProject } from '../support/example-project.ts';
import { tempDir } from '../support/temp-dir.ts';
import { cutPower } from './power-cut.ts';

let base: ProjectPaths;
beforeAll(async () => {
  base = projectPaths(tempDir('power-base'));
  await makeExampleProject(base.root);
  const lists = readdirSync(join(base.root, 'released'))
    .filter((name) => /^participating.*xlsx$/i.test(name))
    .sort();
  for (const name of readdirSync(join(base.root, 'released')))
    if (!lists.slice(0, 2).includes(name)) rmSync(join(base.root, 'released', name), { recursive: true });
});

const released = (paths: ProjectPaths) =>
  readdirSync(join(paths.root, 'released'))
    .sort()
    .map((name) => join(paths.root, 'released', name));

describe('the power is cut after every sync', () => {
  test('while the first files of a project are added', async () => {
    const found = await cutPower(base, (paths) => addTo(paths, released(paths)), 9);
    expect(found.wrong).toEqual([]);
    expect(found.syncs).toBeGreaterThan(15);
  }, 300_000);

  test('while an edition is taken out', async () => {
    const paths = projectPaths(tempDir('power-remove'));
    mkdirSync(paths.records, { recursive: true });
    await makeExampleProject(paths.root);
    await addTo(paths, released(base));
    const edition = readStore(paths)[0]?.manifest.edition as string;
    const found = await cutPower(
      paths,
      async (copy) => {
        const there = readStore(copy).some(({ manifest }) => manifest.edition === edition);
        if (there) removeEdition(copy, edition, 'a test', new Date(0));
        sweepStore(copy);
      },
      100,
    );
    // The one that is taken out is the one that may go.
    expect(found.wrong.filter((line) => !line.endsWith('1 editions lost'))).toEqual([]);
  }, 300_000);

  test('while a project is built', async () => {
    const paths = await exampleProject();
    rmSync(paths.derived, { recursive: true });
    const found = await cutPower(paths, (copy) => buildIn(copy), 150);
    expect(found.wrong).toEqual([]);
    expect(found.syncs).toBeGreaterThan(20);
  }, 300_000);
});
