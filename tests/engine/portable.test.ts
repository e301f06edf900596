import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPortable } from '../../src/engine/portable.ts';
import { reserved } from '../../src/engine/portable-words.ts';
import { compile, compileNarrow } from '../../src/figures/compile.ts';
import { type Query, withReadings } from '../../src/figures/figure.ts';
import { createRelations } from '../../src/figures/model.ts';
import { withSettings } from '../../src/flags/run-flags.ts';
import { registry } from '../../src/kinds/registry.ts';
import { root } from '../support/root.ts';
import { duckdb } from './support/duckdb.ts';

const modelFiles = readdirSync(join(root, 'src'), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.sql'))
  .sort();

test.each(modelFiles)('src/%s is portable', (name) => {
  const file = join(root, 'src', name);
  const found = checkPortable(readFileSync(file, 'utf8'));
  expect(found.map(({ line, what }) => `${relative(root, file)}:${line}: ${what}`)).toEqual([]);
});

test('every model of the registry was looked at', () => {
  const names = modelFiles.map((name) => name.replace(/^.*[/\\]|\.sql$/g, ''));
  const unseen = registry.models.filter((model) => !names.includes(model.name));
  expect(
    unseen.flatMap((model) => checkPortable(model.sql).map((found) => ({ model: model.name, ...found }))),
  ).toEqual([]);
  // Made by code; whoever adds one looks at how it is written.
  expect(unseen.map((model) => model.name).sort()).toEqual([
    'changes_rows',
    'changes_steps',
    'counties',
    'network_searches',
    'search_events',
    'search_findings',
    'search_labels',
    'search_listings',
    'search_rows',
    'searches',
    'searches_in_networks',
  ]);
});

test.each(registry.flags.map((flag) => [flag.id, flag] as const))(
  'the SQL of flag %s is portable',
  (_id, flag) => {
    const settings = Object.fromEntries(
      Object.entries(flag.settings).map(([name, one]) => [name, one.default]),
    );
    for (const sql of [flag.units, flag.rows]) expect(checkPortable(withSettings(sql, settings))).toEqual([]);
  },
);

describe('the SQL of every figure', () => {
  const relations = createRelations(registry.models, registry.shapes);
  test.each(registry.figures.map((figure) => [figure.id, figure] as const))('%s', (_id, figure) => {
    const questions: Partial<Query>[] = [
      {},
      { asOf: '2026-01-26' },
      { until: '2025-12-31' },
      { knownAt: '2026-02-01T00:00:00.000Z' },
      ...Object.keys(figure.dimensions).flatMap((name) => [
        { by: [name] },
        { by: [name], asOf: '2026-01-26' },
        { where: { [name]: ["O'Brien", 'FL'] } },
      ]),
      { by: Object.keys(figure.dimensions) },
    ];
    const defined = [figure, ...figure.readings.map((reading) => withReadings(figure, [reading]))];
    for (const one of defined) {
      for (const question of questions) {
        const query = { where: {}, by: [], ...question };
        const named = compile(one, query, relations);
        const asked = compileNarrow(one, query, relations);
        // A dimension may be named as a column of the model that the definition uses: both engines mean the column.
        const model = relations.models.get(one.from)?.sql ?? '';
        const isColumn = (what: string) =>
          new RegExp(`\\b${/^(\w+) is named/.exec(what)?.[1] ?? '-'}\\b`).test(model);
        for (const sql of named === asked ? [named] : [named, asked]) {
          const refusals = checkPortable(sql).filter(({ what }) => !isColumn(what));
          expect(refusals.map((found) => ({ ...found, text: sql.split('\n')[found.line - 1] }))).toEqual([]);
        }
      }
    }
  });
});

/** What must be refused, and a word of the reason. */
const refused: readonly [sql: string, reason: string][] = [
  ['select a::varchar as b from t', '::'],
  ['select a as b from t qualify row_number() over (order by a) = 1', 'qualify'],
  ['select * exclude (a) from (select 1 as a) as t', 'exclude'],
  ['select a from t group by all', 'all'],
  ['select a from t order by all', 'all'],
  ['select [1, 2] as a', '['],
  ["select {'a': 1} as a", '{'],
  ['select list_transform(a, x -> x + 1) as b from t', 'list_transform'],
  ['select list_value(1) as b', 'list_value'],
  ['select a // b as c from t', '//'],
  ['select a / b as c from t', '/ cuts'],
  ['select 1 / 2 as c', '/ cuts'],
  ["select a->'b' as c from t", '->'],
  ['select a[1] as c from t', '['],
  ['select a.b.c as d from t as a', 'parts'],
  ['select t.a as a from t as t positional join u as u', 'positional'],
  ['select t.a as a from t as t asof join u as u on t.a >= u.a', 'asof'],
  ['select t.a as a from t as t semi join u as u on t.a = u.a', 'semi'],
  ['select t.a as a from t as t natural join u as u', 'natural'],
  ['select a from t using sample 10', 'using'],
  ['select a from t tablesample 10', 'tablesample'],
  ['select a from t limit 5', 'limit'],
  ['select a from t order by a limit 5 offset 2', 'offset'],
  ['select a from t where state = "FL"', 'double quotes'],
  ['select "Agency Name" as a from t', 'double quotes'],
  ['select * from t', '*'],
  ['select * from (select 1 as a) as t join u as u on true', '*'],
  ['select a b from t', 'b'],
  ['select a from t, u', 'comma'],
  ['select distinct on (a) a from t', 'distinct on'],
  ['from t', 'select'],
  ['select a from t; select b from u', ';'],
  ["select a from read_parquet('x')", 'as a table'],
  ['select a from main.t', 'schema'],
  ['select cast(a as int) as b from t', 'type'],
  ['select cast(a as text) as b from t', 'type'],
  ['select cast(a as hugeint) as b from t', 'type'],
  ['select cast(a as decimal) as b from t', 'two numbers'],
  ['select cast(a as varchar(3)) as b from t', 'length'],
  ['select trim(a) as b from t', 'trim'],
  ['select greatest(a, b) as c from t', 'null'],
  ['select concat(a, b) as c from t', 'null'],
  ["select concat_ws(' ', a, b) as c from t", 'null'],
  ['select avg(a) as b from t', 'avg'],
  ['select round(a) as b from t', 'round'],
  ['select frobnicate(a) as b from t', 'frobnicate'],
  ['select any_value(a) as b from t', 'any_value'],
  ['select min_by(a, b) as c from t', 'min_by takes null'],
  ['select min_by(a, b) filter (where b is not null) as c from t', 'min_by takes null'],
  ['select split_part(a, b, 1) as c from t', 'split_part'],
  ['select array_agg(a) as b from t', 'order by'],
  ['select row_number() as b from t', 'order'],
  ['select row_number() over () as b from t', 'order'],
  ['select lag(a ignore nulls) over (order by a) as b from t', 'ignore'],
  ["select date_diff('month', a, b) as c from t", 'date_diff'],
  ["select a + interval '1' day as b from t", 'interval'],
  ["select e'a\\n' as b", 'before a text'],
  ['select a ilike b as c from t', 'ilike'],
  ["select a similar to 'b' as c from t", 'similar'],
  ["select a ~ 'b' as c from t", '~'],
  ['select a ^ 2 as c from t', '^'],
  ['select a & 2 as c from t', '&'],
  ['select a || b + 1 as c from t', 'parentheses'],
  ['select (a, b) in (select c, d from u) as e from t', 'rows'],
  ['select unnest(a) as b from t', 'unnest'],
  ['select a from t where x = ?', '?'],
  ['select a from t where x = $1', '$'],
  ['select `a` from t', '`'],
  ['with recursive n as (select 1 as a) select a from n', 'recursive'],
  ['pivot t on a', 'select'],
  ['create table t as select 1 as a', 'select'],
  ['drop table t', 'select'],
  ['select a /* b */ from t', '*'],
  ['select a as order_no, order_no + 1 as c from t', 'same select'],
  ['select case when a then 1 end as starts, sum(starts) over (order by b) as c from t', 'same select'],
  ['select lower(a) as key from t where key is not null', 'same select'],
  ['select lower(a) as key, count(*) as n from t group by key', 'same select'],
  ['select @nothing(a) as b from t', 'no macro'],
  ['select @fold(a, b) as c from t', 'takes 1'],
  ['select @matches(a, b) as c from t', 'literal'],
  ["select @matches(a, lower('b')) as c from t", 'literal'],
  ["select @matches(a, '(?i)b') as c from t", '(?'],
  ["select @matches(a, '\\d+') as c from t", 'class out'],
  ["select @matches(a, '\\s') as c from t", 'class out'],
  ["select @matches(a, '(a)\\1') as c from t", 'back-references'],
  ["select @replace(a, 'b', '$1') as c from t", 'plain text'],
  ["select @replace(a, 'b', c) as d from t", 'plain text'],
  ["select @matches(a, 'b' || c) as d from t", 'literal'],
  ["select 'open as a", 'token'],
  ['select a from', 'ends'],
];

test.each(refused)('refused: %s', (sql, reason) => {
  const found = checkPortable(sql);
  expect(found.map(({ what }) => what).join('\n')).toContain(reason);
  expect(found.every(({ line }) => line === 1)).toBe(true);
});

test.each([
  'select 1 as a',
  'select count(*) as n, count(distinct a) as m, sum(b) filter (where c) as s from t',
  "select a, \"row\" from t where a in ('x', 'y') and b not in (select c from u) or not exists (select d from v)",
  'with t as (select a from u) select * from t',
  'select t.*, row_number() over (partition by t.a order by t.b desc nulls last) as n from t as t',
  'select sum(a) over (order by b rows between unbounded preceding and current row) as s from t',
  'select cast(a as double) / b as share from t',
  'select case a when 1 then 2 else -3 end as d, a is distinct from b as c from t',
  'select max_by(t.a, t.b) filter (where t.a is not null and t.b > 1) as c from t as t',
  "select date '2026-01-26' as d, trim(both '-' from a) as b from t",
  "select @replace(@fold(a), '[^a-z]+', '') as k from t union all select b from u order by k limit 3",
  'select a.b from t as a left join u as c on c.b = a.b cross join (values (1, 2)) as v (x, y)',
  'select a, min(b) as b from t group by a having count(*) > 1',
])('allowed: %s', (sql) => {
  expect(checkPortable(sql)).toEqual([]);
});

test('a line is named that a person can open', () => {
  expect(checkPortable('-- one row per a\nselect a,\n  b::date as c\nfrom t')[0]?.line).toBe(3);
});

test('the words that DuckDB reserves are known here', async () => {
  const rows = await (await duckdb()).query(
    "select keyword_name from duckdb_keywords() where keyword_category = 'reserved' order by keyword_name",
  );
  expect(rows.map((row) => row['keyword_name'] as string).filter((word) => !reserved.has(word))).toEqual([]);
});
