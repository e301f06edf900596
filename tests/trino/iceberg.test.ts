import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lake } from '../../scripts/trino/folders.mjs';
import { openWorkspace } from '../../src/build/workspace.ts';
import { openTrino } from '../../src/engine/trino.ts';
import { connectTrino } from '../../src/engine/trino-connection.ts';
import { answer } from '../../src/figures/answer.ts';
import { registry } from '../../src/kinds/registry.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { addTo, build, emptyProject, exampleLists } from '../support/projects.ts';
import { root } from '../support/root.ts';
import { lakeFolder, server, trinoBlock } from './support/cluster.ts';
import { type Postgres, startPostgres } from './support/postgres.ts';

// Built models as Iceberg tables, with a JDBC catalog in a PostgreSQL of this test's own. Records stay where they are.
const catalog = `ice_${process.pid}`;
const admin = connectTrino({ server, catalog: 'system', schema: 'runtime', user: 'counterfoil' });
/** As docs/trino.md gives it. */
const catalogTables = /```sql\n(create table iceberg_tables[^`]*)```/.exec(
  readFileSync(join(root, 'docs', 'trino.md'), 'utf8'),
)?.[1] as string;
let postgres: Postgres | null = null;

beforeAll(async () => {
  postgres = await startPostgres();
  if (postgres === null) {
    process.stderr.write(
      'NOT TRIED: models in Iceberg, since PostgreSQL is not here (apt-get install postgresql)\n',
    );
    return;
  }
  // The connector does not make its tables: docs/trino.md says them, too.
  expect(postgres.run(catalogTables)).toBe(true);
  await admin.run(`create catalog ${catalog} using iceberg with (
    "iceberg.catalog.type" = 'jdbc', "iceberg.jdbc-catalog.driver-class" = 'org.postgresql.Driver',
    "iceberg.jdbc-catalog.connection-url" = 'jdbc:postgresql://127.0.0.1:${postgres.port}/postgres',
    "iceberg.jdbc-catalog.connection-user" = '${postgres.user}',
    "iceberg.jdbc-catalog.catalog-name" = 'counterfoil', "iceberg.jdbc-catalog.schema-version" = 'V1', "iceberg.jdbc-catalog.default-warehouse-dir" = 'local:///tests/${catalog}',
    "fs.native-local.enabled" = 'true', "local.location" = '${lake}')`);
}, 120_000);
afterAll(async () => {
  if (postgres) await admin.run(`drop catalog if exists ${catalog}`);
  postgres?.stop();
  rmSync(join(lake, 'tests', catalog), { recursive: true, force: true });
});

test('a project whose models are Iceberg tables: the same answers; a second build writes nothing', async ({
  skip,
}) => {
  if (!postgres) skip();
  const lists = await exampleLists();
  const embedded = emptyProject();
  const own = lakeFolder('iceberg');
  writeFileSync(projectPaths(own.folder).config, `title: A test\n${trinoBlock(own)}  iceberg: ${catalog}\n`);
  const figure = registry.figure('agreements.agencies');
  if (!figure) throw new Error('no figure');
  for (const name of ['participatingAgencies01072026pm.xlsx', 'participatingAgencies02052026am.xlsx']) {
    for (const folder of [embedded, own.folder]) await addTo(folder, [join(lists, name)]);
    await build(embedded);
    await build(own.folder);
    const rows: unknown[] = [];
    for (const folder of [embedded, own.folder]) {
      const workspace = await openWorkspace(projectPaths(folder), registry);
      for (const asOf of [undefined, '2026-01-20'])
        rows.push(
          (await answer(workspace, figure, { where: {}, by: ['state'], ...(asOf ? { asOf } : {}) })).rows,
        );
      workspace.close();
    }
    expect(rows.slice(2)).toEqual(rows.slice(0, 2));
    expect((rows[0] as unknown[]).length).toBeGreaterThan(5);
  }
  expect((await build(own.folder)).written).toEqual([]);
  const left = await admin.run(
    `select table_name from lake.information_schema.tables where table_schema = '${own.schema}' and table_name not like 'records%'`,
  );
  expect(left.rows).toEqual([]);
}, 900_000);

test('a model in stretches is a partitioned Iceberg table under a view; what was finished is taken up', async ({
  skip,
}) => {
  if (!postgres) skip();
  const own = lakeFolder('iceberg_parts');
  const engine = openTrino(
    { server, catalog: 'lake', iceberg: catalog, schema: own.schema, user: 'counterfoil' },
    own,
  );
  await engine.prepare();
  const days = [1, 2, 3, 4, 5].map((day) => `2026-01-0${day}`);
  const listed = days.map((day, index) => `(${index + 1}, '${day}')`).join(', ');
  await engine.define(
    'stretches',
    `select n as part, cast(d as date) as first_day, cast(d as date) as last_day from (values ${listed}) as t (n, d)`,
  );
  const rows = `select cast(d as date) as day, n from (values ${listed}) as t (n, d)`;
  let broken = true;
  const model = {
    sql: rows,
    orderBy: 'day',
    parts: {
      from: 'stretches',
      sql(stretches: readonly { first: string; last: string }[]) {
        const [first, last] = [stretches[0]?.first, stretches.at(-1)?.last];
        const kept = first === undefined ? 'false' : `day >= date '${first}' and day <= date '${last}'`;
        const fails = broken && last === '2026-01-04' ? 'n / (n - n)' : 'n';
        return `select day, ${fails} as n from (${rows}) as r where ${kept}`;
      },
    },
  };
  const { signal } = new AbortController();
  await expect(engine.models.write('counted_1', model, signal)).rejects.toThrow();
  expect(await engine.models.has('counted_1')).toBe(false);
  broken = false;
  await engine.models.write('counted_1', model, signal);
  await engine.models.use('counted', 'counted_1');
  expect(await engine.query('select count(*) as n, sum(n) as s, max(day) as last from counted')).toEqual([
    { n: 5, s: 15, last: '2026-01-05' },
  ]);
  await engine.models.sweep(new Set());
  expect(await engine.models.has('counted_1')).toBe(false);
  engine.close();
}, 300_000);
