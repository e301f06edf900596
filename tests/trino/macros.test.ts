import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { macros } from '../../src/engine/macros.ts';
import { sqlText } from '../../src/engine/sql-text.ts';
import { freshTrino } from './support/cluster.ts';
import { hardTexts, madeTexts } from './support/texts.ts';

/** How each macro is tried, on the columns a and b (text) and d (date). A new macro without a line here fails. */
const tried: Record<string, string[]> = {
  squash: ['@squash(a)'],
  trim: ['@trim(a)'],
  fold: ['@fold(a)'],
  matches: [
    String.raw`@matches(a, '\b(county|st)\b')`,
    "@matches(a, '^[0-9]+$')",
    String.raw`@matches(a, '\.|\$|\\')`,
    "@matches(a, '[^a-z0-9 ]')",
  ],
  replace: [
    "@replace(a, '[^a-z0-9]+', '-')",
    "@replace(a, '', '')",
    String.raw`@replace(a, '\b(saint|st)\b\.?', 'st')`,
    "@replace(a, '(.)', '')",
  ],
  extract: [
    "@extract(a, '([0-9]+)[^0-9]*([0-9]*)', 1)",
    "@extract(a, '([0-9]+)[^0-9]*([0-9]*)', 2)",
    "@extract(a, '^.', 0)",
  ],
  date_of: ["@iso_date(@date_of(a, '%Y-%m-%d'))", "@iso_date(@date_of(a, '%m/%d/%Y'))"],
  month_of: ['@month_of(d)'],
  iso_date: ['@iso_date(d)'],
  in_zone: [
    "@in_zone(cast(d as timestamp), 'America/New_York')",
    "@hour_of(@in_zone(cast(d as timestamp), 'America/Los_Angeles'))",
  ],
  hour_of: ['@hour_of(cast(d as timestamp))'],
  county_key: ['@county_key(a)'],
  hours_since_1970: ['@hours_since_1970(cast(d as timestamp))'],
  one_of: [
    "case when a = b then @one_of('yes', 'no|yes') when length(a) > 2 then @one_of('no', 'no|yes') end",
  ],
  bits_at: [
    '@bits_at(length(a), 0, 5)',
    '@bits_at(length(a) * 1099511627776, 40, 22)',
    '@bits_at(length(a) + 1000, 3, 62)',
  ],
  md5: ['@md5(a)'],
  edit_distance: ['@edit_distance(@fold(a), @fold(b))'],
  money: ['@money(a)', 'cast(@money(a) as varchar)'],
};

/** Macros that stand for all rows of a group. */
const triedInGroups: Record<string, string[]> = {
  bit_or: [
    '@bit_or(n)',
    '@bit_or(case when n > 300 then 4611686018427387904 when n > 3 then length(a) end)',
    '@bit_or(case a when b then 1 else 0 end + case when d is null then 16777216 else 0 end)',
    '@bit_or(-n)',
  ],
};

/** Functions and forms of the subset whose meaning is easily not the same. */
const forms = [
  'length(a)',
  'lower(a)',
  "coalesce(a, '∅')",
  "nullif(a, '')",
  "replace(a, '.', '')",
  "strpos(a, 'o')",
  'substr(a, 2, 3)',
  'substr(a, 2)',
  "starts_with(a, ' ')",
  "translate(a, 'ab', 'x')",
  "trim(both '-' from a)",
  "a like '%''%'",
  "a || '|' || b",
  "a < 'a'",
  'a = b',
  'year(d)',
  'quarter(d)',
  "date_diff('day', d, date '2026-01-26')",
  'mod(length(a), 3)',
  'row_number() over (order by a, b, n)',
  'dense_rank() over (order by a desc)',
  'lag(a) over (order by a, n)',
  'count(*) over (partition by @fold(a))',
  'sum(length(a)) over (order by n rows unbounded preceding)',
];

let embedded: Engine;
let lake: Awaited<ReturnType<typeof freshTrino>>;
beforeAll(async () => {
  embedded = await openDuckDb();
  lake = await freshTrino('macros');
  await fixture('texts', [...hardTexts, ...madeTexts(400, 7)]);
  await fixture('nothing', []);
});
afterAll(() => {
  lake?.close();
  embedded?.close();
});

/** The same rows for both engines, through Parquet: n, a, b (another text), d (a date or null). */
async function fixture(name: string, texts: readonly (string | null)[]): Promise<void> {
  const file = join(lake.folder, 'records', name, 'records.parquet');
  mkdirSync(join(lake.folder, 'records', name), { recursive: true });
  const text = (value: string | null | undefined) =>
    value == null ? 'cast(null as varchar)' : sqlText(value);
  const rows = texts.map(
    (value, index) =>
      `(${index}, ${text(value)}, ${text(texts[(index * 7 + 3) % texts.length])}, ${index % 9 === 0 ? 'cast(null as date)' : `date '${1900 + (index % 200)}-0${1 + (index % 9)}-${10 + (index % 19)}'`})`,
  );
  const values =
    rows.length === 0
      ? "select 0 as n, '' as a, '' as b, date '2026-01-01' as d where false"
      : `select * from (values ${rows.join(', ')}) as t (n, a, b, d)`;
  await embedded.writeParquet(`select cast(n as bigint) as n, a, b, d from (${values}) as v`, file, {
    orderBy: 'n',
  });
  const columns = { n: 'bigint', a: 'varchar', b: 'varchar', d: 'date' };
  for (const engine of [embedded, lake]) await engine.defineFiles(name, [file], columns);
}

async function both(sql: string) {
  return { duckdb: await embedded.query(sql), trino: await lake.query(sql) };
}

/** The columns in which the rows are not the same, with the first such row. */
function differences(names: readonly string[], found: Awaited<ReturnType<typeof both>>): string[] {
  expect(found.trino.length).toBe(found.duckdb.length);
  return names.flatMap((name, column) => {
    const at = found.duckdb.findIndex(
      (row, index) =>
        JSON.stringify(row[`c${column}`]) !== JSON.stringify(found.trino[index]?.[`c${column}`]),
    );
    if (at < 0) return [];
    return [
      `${name} of ${JSON.stringify(found.duckdb[at]?.['a'])}: ${JSON.stringify(found.duckdb[at]?.[`c${column}`])} and ${JSON.stringify(found.trino[at]?.[`c${column}`])}`,
    ];
  });
}

test('every macro is tried', () => {
  expect([...Object.keys(tried), ...Object.keys(triedInGroups)].sort()).toEqual(Object.keys(macros).sort());
});

test('every macro gives the same on both engines', async () => {
  const expressions = Object.values(tried).flat();
  const list = expressions.map((sql, index) => `${sql} as c${index}`).join(',\n');
  expect(differences(expressions, await both(`select n, a, ${list}\nfrom texts order by n`))).toEqual([]);
  expect(await both(`select n, a, ${list}\nfrom nothing order by n`)).toEqual({ duckdb: [], trino: [] });
});

test('functions, collation, windows and casts of the subset give the same', async () => {
  const list = forms.map((sql, index) => `${sql} as c${index}`).join(',\n');
  expect(differences(forms, await both(`select n, a, ${list}\nfrom texts order by n`))).toEqual([]);
});

test('aggregates over many rows, none, and nulls alone give the same', async () => {
  const aggregates = [
    'count(*)',
    'count(a)',
    'count(distinct @fold(a))',
    'min(a)',
    'max(a)',
    'sum(@money(a))',
    'cast(sum(@money(a)) as varchar)',
    'sum(n)',
    'bool_and(a = b)',
    'bool_or(a is null)',
    'sum(case when n > 3 then n end)',
    'sum(cast(length(a) as double) / 4)',
    ...Object.values(triedInGroups).flat(),
  ];
  const list = aggregates.map((sql, index) => `${sql} as c${index}`).join(', ');
  for (const from of [
    'texts where n < 40',
    'nothing',
    'texts where a is null',
    'texts where @money(a) is not null and n > 60',
  ]) {
    expect(differences(aggregates, await both(`select ${list} from ${from}`)), from).toEqual([]);
  }
});

test('order: by bytes, and where the nulls go', async () => {
  const sql = 'select a from (select distinct a from texts) as t order by a';
  const down = 'select a from (select distinct a from texts) as t order by a desc';
  for (const text of [sql, down]) {
    const { duckdb, trino } = await both(text);
    expect(trino).toEqual(duckdb);
  }
});
