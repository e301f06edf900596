import { expect, test } from 'vitest';
import { embeddedModels, materialise } from '../../src/build/materialise.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { registry } from '../../src/kinds/registry.ts';
import type { Edition } from '../../src/project/edition.ts';
import { type ProjectPaths, projectPaths } from '../../src/project/paths.ts';
import { tempDir } from '../support/temp-dir.ts';
import { comparedRelations as relations } from '../trino/support/compared.ts';
import { exampleRecords } from '../trino/support/example-records.ts';
import { makeRecords } from '../trino/support/made-records.ts';

// The conformance of the two engines (tests/trino/models.test.ts) compares every model on made records and on those of
// the examples. A model without rows on both would be compared with nothing.
test('every model has rows on the records that the engines are compared on', async () => {
  const rows = new Map(registry.models.map(({ name }) => [name, 0]));
  const count = async (make: (paths: ProjectPaths) => Promise<Edition[]>) => {
    const engine = await openDuckDb();
    const paths = projectPaths(tempDir('compared'));
    const editions = await make(paths);
    const signal = new AbortController().signal;
    await materialise(embeddedModels(engine, paths), relations, editions, paths, signal);
    for (const [name, before] of rows) {
      const [found] = await engine.query(`select count(*) as n from ${name}`);
      rows.set(name, before + (found?.['n'] as number));
    }
    engine.close();
  };
  await count(async (paths) => {
    const engine = await openDuckDb();
    const editions = await makeRecords(engine, registry, paths, { seed: 1, rows: 60 });
    engine.close();
    return editions;
  });
  await count((paths) => exampleRecords(paths.root));
  expect([...rows].filter(([, n]) => n === 0).map(([name]) => name)).toEqual([]);
}, 120_000);
