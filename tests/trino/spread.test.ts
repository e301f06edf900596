import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeScaleRecords } from '../../bench/scale-records.ts';
import { materialise } from '../../src/build/materialise.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { connectTrino } from '../../src/engine/trino-connection.ts';
import { createRelations } from '../../src/figures/model.ts';
import { registry } from '../../src/kinds/registry.ts';
import { searchRecords } from '../../src/kinds/searches/shape.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { freshTrino, server } from './support/cluster.ts';
import { loneStages, serverNow } from './support/lone-stages.ts';

const rows = 400_000;
const admin = connectTrino({ server, catalog: 'system', schema: 'runtime', user: 'counterfoil' });
const all = createRelations(registry.models, registry.shapes);
const relations = createRelations(
  all.inOrder(['searches', 'network_searches', 'search_rows']).flatMap((name) => all.models.get(name) ?? []),
  [searchRecords],
);
let lake: Awaited<ReturnType<typeof freshTrino>>;
beforeAll(async () => {
  lake = await freshTrino('spread');
});
afterAll(() => lake?.close());

test('the models of searches: no stage of many rows runs on one worker alone', async () => {
  const paths = projectPaths(lake.folder);
  const embedded = await openDuckDb();
  // Eight files, so that their reading can be shared out.
  const editions = await makeScaleRecords(embedded, paths, rows, rows / 8);
  embedded.close();
  const since = await serverNow(admin);
  const { signal } = new AbortController();
  const { models } = await materialise(
    { engine: lake, store: lake.models },
    relations,
    editions,
    paths,
    signal,
  );
  expect(await lake.query('select count(*) as n from search_rows')).toEqual([{ n: rows }]);
  const schema = lake.folder.split('/').at(-1) as string;
  expect(await loneStages(admin, schema, since)).toEqual([]);
  // What the server does when it is not told otherwise: one worker writes. The look at stages sees it.
  const later = await serverNow(admin);
  await admin.run(
    `create table lake.${schema}.alone as select * from lake.${schema}.${models['search_events']}`,
  );
  expect(await loneStages(admin, schema, later)).toMatchObject([{ stage: 1, workers: 1 }]);
}, 600_000);
