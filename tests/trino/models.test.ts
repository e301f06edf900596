import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { relationsOf } from '../../src/build/build.ts';
import { defineRecords, embeddedModels, materialise } from '../../src/build/materialise.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { compile } from '../../src/figures/compile.ts';
import { registry } from '../../src/kinds/registry.ts';
import type { Edition } from '../../src/project/edition.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { freshTrino } from './support/cluster.ts';
import { makeRecords } from './support/made-records.ts';
import { difference } from './support/same-rows.ts';

/** Raise it to look further: COUNTERFOIL_TRINO_SEEDS=1,2,3. */
const seeds = (process.env['COUNTERFOIL_TRINO_SEEDS'] ?? '1').split(',').map(Number);
const relations = relationsOf(registry);
const fixtures = [
  { name: 'no editions at all', seed: 0, rows: 0 },
  ...seeds.map((seed) => ({ name: `made records, seed ${seed}`, seed, rows: 60 })),
];

describe.each(fixtures)('$name', ({ seed, rows }) => {
  let embedded: Engine;
  let lake: Awaited<ReturnType<typeof freshTrino>>;
  const failed = new Map<string, string>();

  beforeAll(async () => {
    embedded = await openDuckDb();
    lake = await freshTrino(`models${seed}`);
    const paths = projectPaths(lake.folder);
    const editions: Edition[] =
      rows === 0 ? [] : await makeRecords(embedded, registry, paths, { seed, rows });
    await materialise(
      embeddedModels(embedded, paths),
      relations,
      editions,
      paths,
      new AbortController().signal,
    );
    await defineRecords(lake, relations, editions, paths);
    for (const name of relations.inOrder([...relations.models.keys()])) {
      const { sql = '', orderBy = '', view } = relations.models.get(name) ?? {};
      try {
        if (view) {
          await lake.define(name, sql);
          continue;
        }
        await lake.models.write(`m_${name}`, { sql, orderBy }, new AbortController().signal);
        await lake.models.use(name, `m_${name}`);
      } catch (error) {
        failed.set(name, String(error));
      }
    }
  });
  afterAll(() => {
    lake?.close();
    embedded?.close();
  });

  test.each(registry.models.map((model) => model.name))('model %s', async (name) => {
    expect(failed.get(name)).toBeUndefined();
    expect(await difference(embedded, lake, `select * from ${name}`)).toBeUndefined();
  });

  test.each(registry.figures.map((figure) => figure.id))('figure %s', async (id) => {
    const figure = registry.figure(id);
    if (!figure) throw new Error('no such figure');
    const first = Object.keys(figure.dimensions)[0];
    for (const by of [[], ...(first === undefined ? [] : [[first]])]) {
      const sql = compile(figure, { where: {}, by } as never, relations);
      expect(await difference(embedded, lake, sql), by.join()).toBeUndefined();
    }
  });
});
