import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareLake } from '../../src/build/lake.ts';
import { defineRecords, embeddedModels, materialise } from '../../src/build/materialise.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { compile } from '../../src/figures/compile.ts';
import { runFlags } from '../../src/flags/run-flags.ts';
import { registry } from '../../src/kinds/registry.ts';
import type { Edition } from '../../src/project/edition.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { freshTrino } from './support/cluster.ts';
import { comparedRelations as relations } from './support/compared.ts';
import { exampleRecords } from './support/example-records.ts';
import { short } from './support/forms.ts';
import { makeRecords } from './support/made-records.ts';
import { difference } from './support/same-rows.ts';

/** Raise it to look further: COUNTERFOIL_TRINO_SEEDS=1,2,3. */
const seeds = (process.env['COUNTERFOIL_TRINO_SEEDS'] ?? '1').split(',').map(Number);
const examples = 'the records of the examples';
const fixtures = [
  { name: 'no editions at all', seed: 0, rows: 0 },
  ...seeds.map((seed) => ({ name: `made records, seed ${seed}`, seed, rows: 60 })),
  { name: examples, seed: -1, rows: 1 },
].filter((fixture) => !short || fixture.seed > 0);
/** A late model of each kind, which needs the most of the others. */
const late = [
  'agreements_in_force',
  'agency_reference_population',
  'contract_actions_counted',
  'search_listings',
  'search_events',
  'searches',
];
const models = registry.models.filter((model) => !short || late.includes(model.name));
const figures = short ? [] : registry.figures;
const flags = short ? [] : registry.flags;

describe.each(fixtures)('$name', ({ name: fixture, seed, rows }) => {
  let embedded: Engine;
  let editions: Edition[];
  let lake: Awaited<ReturnType<typeof freshTrino>>;
  const failed = new Map<string, string>();

  beforeAll(async () => {
    embedded = await openDuckDb();
    lake = await freshTrino(`models${Math.abs(seed)}_${fixture === examples ? 'examples' : 'made'}`);
    const paths = projectPaths(lake.folder);
    editions =
      rows === 0
        ? []
        : fixture === examples
          ? await exampleRecords(lake.folder)
          : await makeRecords(embedded, registry, paths, { seed, rows });
    await materialise(
      embeddedModels(embedded, paths),
      relations,
      editions,
      paths,
      new AbortController().signal,
    );
    // Records that were added without row numbers get them, as a build sees to.
    if (fixture === examples) await prepareLake(paths, editions, registry.shapes);
    await defineRecords(lake, relations, editions, paths);
    for (const name of relations.inOrder(
      short ? models.map((model) => model.name) : [...relations.models.keys()],
    )) {
      const { sql = '', orderBy = '', view, parts } = relations.models.get(name) ?? {};
      try {
        if (view) {
          await lake.define(name, sql);
          continue;
        }
        await lake.models.write(`m_${name}`, { sql, orderBy, parts }, new AbortController().signal);
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

  test.each(models.map((model) => model.name))('model %s', async (name) => {
    expect(failed.get(name)).toBeUndefined();
    expect(await difference(embedded, lake, `select * from ${name}`)).toBeUndefined();
  });

  test.each(figures.map((figure) => figure.id))('figure %s', async (id) => {
    const figure = registry.figure(id);
    if (!figure) throw new Error('no such figure');
    const first = Object.keys(figure.dimensions)[0];
    for (const by of [[], ...(first === undefined ? [] : [[first]])]) {
      const sql = compile(figure, { where: {}, by } as never, relations);
      expect(await difference(embedded, lake, sql), by.join()).toBeUndefined();
    }
  });

  test.each(flags.map((flag) => [flag.id, flag] as const))('flag %s', async (_id, flag) => {
    const [here, there] = [embedded, lake].map((engine) => runFlags({ engine, relations, editions }, [flag]));
    expect(await there).toEqual(await here);
  });
});
