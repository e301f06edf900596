import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeScaleRecords } from '../../bench/scale-records.ts';
import { relationsOf } from '../../src/build/build.ts';
import { embeddedModels, materialise } from '../../src/build/materialise.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { checkPortable } from '../../src/engine/portable.ts';
import { namesRead } from '../../src/engine/with-clause.ts';
import { createRelations } from '../../src/figures/model.ts';
import { registry } from '../../src/kinds/registry.ts';
import {
  findingsSql,
  type Pack,
  type PackRule,
  resultSql,
  shippedPacks,
} from '../../src/kinds/searches/packs.ts';
import { searchRecords } from '../../src/kinds/searches/shape.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { tempDir } from '../support/temp-dir.ts';
import { makeRecords } from '../trino/support/made-records.ts';

/** The same findings written plainly: each rule reads the searches for itself. */
function plainly(packs: readonly Pack[]): string {
  const parts = packs.flatMap((pack) =>
    pack.rules.map((rule) => {
      const scope = [
        'true',
        ...(pack.state === undefined ? [] : [`s.network_state = '${pack.state}'`]),
        ...(pack.network === undefined ? [] : [`s.network = '${pack.network}'`]),
        ...(rule.from === undefined ? [] : [`s.day >= date '${rule.from}'`]),
        ...(rule.to === undefined ? [] : [`s.day <= date '${rule.to}'`]),
      ];
      return `select '${pack.id}' as pack, '${pack.status}' as pack_status, '${rule.id}' as rule, s.network, s.edition, s."row", s.organisation, s.level, s.state, s.scope,
s.reason_class, s.offence, s.search_type, s.month, s.year, s.day, s.hour_of_day, s.zone, ${resultSql(rule)} as result from seen as s where ${scope.join(' and ')}`;
    }),
  );
  return `with seen as (
  select e.* replace (w.network as network, w.network_state as network_state, coalesce(w.edition, e.edition) as edition, coalesce(w."row", e."row") as "row", coalesce(w.scope, e.scope) as scope)
  from searches as e left join network_searches as w on w.event = e.event
)
${parts.join('\nunion all\n')}`;
}

/** Made searches: every state of a cell, every class, days about the first of each law, and nothing at all, mixed. */
const searches = 6000;
const one = (values: readonly (string | null)[], salt: number): string => {
  const listed = values.map((value) => (value === null ? 'null' : `'${value}'`)).join(', ');
  return `([${listed}])[1 + cast(hash(i * 31 + ${salt}) % ${values.length} as integer)]`;
};
const cell = ['present', 'empty', 'placeholder', 'masked-vendor', 'masked-agency', 'no-column'];
const scope = ['inside', 'outside', 'federal', 'unreadable'];
const places = ['CA', 'IL', 'NJ', 'VA', 'WA', 'AR', 'ME', 'MN', 'NH', 'VT', 'TX', null];
const drawnSql = `select i as event, 'e' || (i % 7) as edition, i as "row", ${one(['a-pd', 'b-so', 'c-pd', null], 1)} as organisation, 'municipal' as level,
  ${one(places, 2)} as state, ${one(scope, 3)} as scope, ${one(['immigration', 'department', 'other', 'unreadable'], 4)} as reason_class,
  ${one(['reproductive-care', 'theft', null], 5)} as offence, ${one(['lookup', 'convoy'], 6)} as search_type, '2026-01' as month, '2026' as year,
  cast(${one([...'2022-12-31 2023-01-22 2023-01-23 2023-12-31 2024-01-01 2025-06-30 2025-07-01 2026-03-29 2026-03-30'.split(' '), null], 7)} as date) as day,
  i % 24 as hour_of_day, 'UTC' as zone, cast(${one(['0', '1', '1000', '1001', null], 8)} as integer) as networks,
  cast(${one(['1', '504', '505', '1440', '1441', '3600', '3601', null], 9)} as integer) as lookback_hours,
  ${['reason', 'case', 'name', 'plate'].map((name, salt) => `${one(cell, 10 + salt)} as ${name}_state`).join(', ')},
  cast(null as varchar) as network, cast(null as varchar) as network_state
from range(${searches}) as r(i)`;
const listing = (log: number): string =>
  `select i as event, ${one(
    places.map((place) => `${place ?? 'Nowhere'} ${log}`),
    20 + log,
  )} as network, ${one(places, 20 + log)} as network_state, 'w${log}' as edition, i + 1 as "row", ${one([...scope, null], 30 + log)} as scope
from range(${searches}) as r(i) where hash(i + ${log}) % 3 = 0`;

/** As the models see to: a search in the log of one network says of itself what its one listing says. */
const searchesSql = `select d.* replace (coalesce(l.network, d.network) as network, coalesce(l.network_state, d.network_state) as network_state,
    coalesce(l.edition, d.edition) as edition, coalesce(l."row", d."row") as "row", coalesce(l.scope, d.scope) as scope),
  coalesce(l.listings, 1) + case when d.event % 5 = 0 then 1 else 0 end as logged_rows, coalesce(l.listings, 1) > 1 as shared
from drawn as d
left join (select event, count(*) as listings, min(network) as network, min_by(network_state, network) as network_state,
  min_by(edition, network) as edition, min_by("row", network) as "row", min_by(scope, network) as scope from network_searches group by event) as l on l.event = d.event`;

const rule = (id: string, more: Partial<PackRule>): PackRule => ({
  id,
  type: 'required-field',
  says: 'A rule (invented).',
  source: 'nowhere (invented)',
  read: '2026-11-20',
  ...more,
});
const pack = (id: string, more: Partial<Pack>, rules: PackRule[]): Pack => ({
  id,
  title: id,
  status: 'draft',
  rules,
  ...more,
});

describe('findings of packs, all rules in one pass', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckDb();
    await engine.query(`create table drawn as ${drawnSql}`);
    await engine.query(`create table network_searches as ${listing(1)} union all ${listing(2)}`);
    await engine.query(`create table searches as ${searchesSql}`);
  });
  afterAll(() => engine?.close());

  const rows = (sql: string) => rowsOn(engine, sql);

  it.each<[string, readonly Pack[]]>([
    ['the rules that the program ships', shippedPacks],
    ['one rule of one state', [pack('one', { state: 'TX' }, [rule('reason', {})])]],
    ['rules of no state alone', [pack('all', {}, [rule('reason', {}), rule('case', { field: 'case' })])]],
    [
      'a network, a last day, the same words in two packs, a state of no other pack',
      [
        ...shippedPacks,
        pack('own', { network: 'TX 1', status: 'confirmed', confirmed_on: '2026-11-20' }, [
          rule('outside', { type: 'organisation-scope', allow: ['a-pd'] }),
          rule('reason', { from: '2023-01-23', to: '2025-06-30' }),
        ]),
        pack('both', { state: 'CA', network: 'CA 2' }, [rule('reason', { to: '2024-01-01' })]),
        pack('far', { state: 'OH' }, [rule('reason', {})]),
      ],
    ],
  ])('%s: the rows of each rule asked for itself', async (_name, packs) => {
    const sql = findingsSql(packs);
    expect(checkPortable(sql)).toEqual([]);
    const found = await rows(sql);
    expect(found).toEqual(await rows(plainly(packs)));
    expect(found.length).toBeGreaterThan(100);
    // However many rules there are, searches and their listings are named as often.
    expect(namesRead(sql)).toEqual(namesRead(findingsSql([pack('one', {}, [rule('reason', {})])])));
  });

  it('meet every result of every rule that the program ships', async () => {
    const [met] = await engine.query(
      `select count(distinct pack || rule) as rules, count(distinct result) as results from (${findingsSql(shippedPacks)})`,
    );
    expect(met).toEqual({ rules: shippedPacks.flatMap((one) => one.rules).length, results: 3 });
  });
});

it('are the same over the models of records, of searches in several logs and in one, of no network and twice in one', async () => {
  const engine = await openDuckDb();
  const paths = projectPaths(join(tempDir('findings'), 'project'));
  const all = relationsOf(registry);
  const relations = createRelations(
    all.inOrder(['searches', 'network_searches']).flatMap((name) => all.models.get(name) ?? []),
    [searchRecords],
  );
  const { signal } = new AbortController();
  let several = 0;
  for (const editions of [
    await makeScaleRecords(engine, paths, 8000, 1000),
    await makeRecords(engine, { ...registry, shapes: [searchRecords] }, paths, { seed: 3, rows: 300 }),
  ]) {
    await materialise(embeddedModels(engine, paths), relations, editions, paths, signal);
    const found = await rowsOn(engine, findingsSql(shippedPacks));
    expect(found).toEqual(await rowsOn(engine, plainly(shippedPacks)));
    expect(found.length).toBeGreaterThan(10);
    const [listed] = await engine.query('select count(*) as n from searches where shared');
    several += Number(listed?.['n']);
  }
  expect(several).toBeGreaterThan(0);
  engine.close();
}, 120_000);

async function rowsOn(engine: Engine, sql: string): Promise<string[]> {
  return (await engine.query(sql)).map((row) => JSON.stringify(row)).sort();
}
