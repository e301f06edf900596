import { copyFileSync, cpSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildKey, readBuildState } from '../../src/build/build.ts';
import { readVerdicts } from '../../src/build/verdicts.ts';
import type { Workspace } from '../../src/build/workspace.ts';
import { answer } from '../../src/figures/answer.ts';
import { receipt } from '../../src/figures/receipt.ts';
import { registry } from '../../src/kinds/registry.ts';
import type { UserError } from '../../src/project/errors.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { readStore, recordsFile } from '../../src/project/store.ts';
import { addTo, build, exampleProject, open } from '../support/projects.ts';
import { lakeFolder, server, trinoBlock } from './support/cluster.ts';

const lake = lakeFolder('project');
const paths = projectPaths(lake.folder);
let embeddedFolder: string;
let here: Workspace;
let there: Workspace;

function configure(address = server): void {
  const plain = readFileSync(join(embeddedFolder, 'counterfoil.yaml'), 'utf8');
  writeFileSync(paths.config, plain + trinoBlock(lake, address));
}

async function failure(work: Promise<unknown>): Promise<UserError> {
  return work.then(
    () => {
      throw new Error('it did not fail');
    },
    (error) => error as UserError,
  );
}

beforeAll(async () => {
  embeddedFolder = (await exampleProject()).folder;
  cpSync(embeddedFolder, lake.folder, { recursive: true });
  rmSync(paths.derived, { recursive: true });
  configure();
  await build(lake.folder);
  here = await open(embeddedFolder);
  there = await open(lake.folder);
}, 900_000);
afterAll(() => {
  here?.close();
  there?.close();
});

test('the verdicts are the same, to the byte', () => {
  expect(readVerdicts(paths)).toEqual(readVerdicts(projectPaths(embeddedFolder)));
});

test('every figure gives the same answer, and by its first dimension', async () => {
  for (const figure of registry.figures) {
    const first = Object.keys(figure.dimensions)[0];
    for (const by of [[], ...(first === undefined ? [] : [[first]])]) {
      const query = { where: {}, by };
      expect(await answer(there, figure, query), figure.id).toEqual(await answer(here, figure, query));
    }
  }
});

test('at another date, and its receipt with its SQL, the same', async () => {
  for (const figure of registry.figures.filter((one) => one.id.startsWith('agreements.')).slice(0, 2)) {
    const query = { where: {}, by: [], asOf: '2026-02-06' };
    expect(await receipt(there, figure, query, 'test')).toEqual(await receipt(here, figure, query, 'test'));
  }
});

test('a build that finds nothing new writes nothing; a new edition only what depends on it', async () => {
  // Verdicts were compared above; without them each build is the models alone.
  rmSync(paths.claims, { recursive: true });
  expect((await build(lake.folder)).written).toEqual([]);
  // The reference file as an edition of its own changed nothing else before; a new list leaves the reference models.
  const file = join(lake.folder, 'another.csv');
  writeFileSync(
    file,
    readFileSync(join(lake.folder, 'invented-agencies.csv'), 'utf8').replace(/\n[^\n]*\n$/, '\n'),
  );
  await addTo(lake.folder, [file]);
  const { written } = await build(lake.folder);
  expect(written).toContain('agency_reference');
  expect(written).not.toContain('states');
  expect(written).not.toContain('agreements_listed');
}, 600_000);

test('a file of the lake that is gone, or was cut since: a clear error, the last build stays, a second run finishes', async () => {
  const edition = readStore(paths)[0]?.manifest.edition as string;
  const file = recordsFile(paths, edition);
  const before = readBuildState(paths);
  renameSync(file, `${file}.away`);
  expect(await failure(build(lake.folder))).toMatchObject({ code: 'CF-LAKE-001', exit: 3 });
  expect(readBuildState(paths)).toEqual(before);
  // Cut after it was read once: said as well, with the edition's file.
  copyFileSync(`${file}.away`, file);
  truncateSync(file, 2000);
  expect(await failure(build(lake.folder))).toMatchObject({ code: 'CF-LAKE-001', exit: 3, place: { file } });
  expect(readBuildState(paths)).toEqual(before);
  renameSync(`${file}.away`, file);
  expect((await build(lake.folder)).state.key).toBe(buildKey(paths, registry));
}, 600_000);

test('a file of the lake that is cut: said, and nothing of it is built', async () => {
  const cut = lakeFolder('cut');
  const own = projectPaths(cut.folder);
  cpSync(lake.folder, cut.folder, { recursive: true });
  rmSync(own.derived, { recursive: true });
  writeFileSync(own.config, `title: Cut\n${trinoBlock(cut)}`);
  const file = recordsFile(own, readStore(own)[0]?.manifest.edition as string);
  truncateSync(file, 2000);
  expect(await failure(build(cut.folder))).toMatchObject({ code: 'CF-LAKE-001' });
  expect(readBuildState(own)).toBeNull();
});

test('no server, and credentials in the clear', async () => {
  configure('http://127.0.0.1:9');
  expect(await failure(build(lake.folder))).toMatchObject({ code: 'CF-TRINO-001', exit: 3 });
  configure('http://trino.example.org:8080');
  const { recordingEffects } = await import('../support/projects.ts');
  const effects = recordingEffects({ env: { COUNTERFOIL_TRINO_PASSWORD: 'x' } });
  expect(await failure(build(lake.folder, effects))).toMatchObject({ code: 'CF-CONFIG-005', exit: 2 });
  configure();
});
