import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { UserError } from '../../src/project/errors.ts';
import { gate, type ParsedSql } from '../../src/site/sql/gate.ts';
import { sqlLimits, sqlRunner } from '../../src/site/sql/run-sql.ts';
import { type TablesFile, writeTablesFile } from '../../src/site/sql/tables-file.ts';
import { escapes, heavy } from './support/sql-escapes.ts';

let file: TablesFile;
let parse: (sql: string) => Promise<ParsedSql>;

const model = {
  name: 'agencies',
  says: 'one row per invented agency',
  orderBy: 'name',
  sql: '',
};

beforeAll(async () => {
  const engine = await openDuckDb();
  await engine.define(
    'agencies',
    `select 'Invented ' || range as name, case when range % 2 = 0 then 'FL' else 'GU' end as state, cast(range as decimal(10, 2)) as amount from range(100)`,
  );
  file = await writeTablesFile(
    engine,
    [
      { name: 'agencies', says: '', from: 'model', model },
      {
        name: 'released_searches_x',
        says: '',
        from: 'release',
        kind: 'searches',
        table: {
          id: 'x',
          title: 'X',
          by: ['month'],
          rows: [
            { values: { month: '2026-01' }, through: null, shown: 12 },
            { values: { month: "2026'02" }, through: null, shown: '[c]' },
          ],
        },
      },
    ],
    { kinds: [] },
  );
  engine.close();
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  parse = async (sql) => {
    const reader = await connection.runAndReadAll('select json_serialize_sql($1::varchar)', [sql]);
    return JSON.parse(String(reader.getRowsJson()[0]?.[0])) as ParsedSql;
  };
});

afterAll(() => file?.remove());

const barred = async (sql: string) => {
  const parsed = await parse(sql).catch((): ParsedSql => ({ error: true, error_message: 'not read' }));
  return gate(parsed, new Set(file.tables), new Set(['duckdb_databases', 'sqlite_master']));
};
const run = (sql: string, limits: Partial<typeof sqlLimits> = {}) =>
  sqlRunner(file.file, file.tables, { ...sqlLimits, ...limits })(sql);

test('there are more than a hundred ways out, each written once', () => {
  expect(escapes.length).toBeGreaterThan(150);
  expect(new Set(escapes).size).toBe(escapes.length);
});

describe('the gate', () => {
  test.each(escapes.map((sql) => [sql]))('%s', async (sql) => {
    expect(await barred(sql)).toMatchObject({ code: expect.stringMatching(/^not-/) });
  });

  test.each([
    'select * from agencies',
    'from agencies',
    'SELECT State, count(*) AS n FROM Agencies GROUP BY ALL ORDER BY n DESC LIMIT 3',
    `with a as (select state, amount from agencies where name like '%1%') select a.state, sum(amount) over (partition by state) from a join released_searches_x r on r.status = ''`,
    'select list_transform([1, 2], lambda x: x + 1), {a: 1}.a, [1, 2][1], try_cast(name as int) from agencies',
    'select distinct on (state) * exclude (name) from agencies order by state, amount desc',
    'select state from agencies intersect select state from agencies except (select null)',
    `select case when amount between 1 and 2 then 'a' else coalesce(null, 'b') end, name ilike 'x%', not (1 = 2 and 3 is null) from agencies`,
    'with recursive r as (select 1 as n union all select n + 1 from r where n < 5) select * from r',
    `select date_trunc('month', date '2026-01-05') + interval 1 day, extract(year from date '2026-01-05')`,
    'select unnest([1, 2]), range from range(3)',
    'values (1, 2)',
  ])('lets %s through, and it runs', async (sql) => {
    expect(await barred(sql)).toBeUndefined();
    expect((await run(sql)).columns.length).toBeGreaterThan(0);
  });
});

describe('a process of its own', () => {
  const codeOf = async (sql: string, limits: Partial<typeof sqlLimits> = {}) => {
    try {
      const result = await run(sql, limits);
      return `rows ${result.rows.length}`;
    } catch (error) {
      return (error as UserError).code;
    }
  };

  // Every sixteenth through the real process; COUNTERFOIL_ALL_SQL=1 sends all.
  const step = process.env['COUNTERFOIL_ALL_SQL'] === '1' ? 1 : 16;
  test('refuses the ways out', async () => {
    for (const sql of escapes.filter((_sql, index) => index % step === 0))
      expect(await codeOf(sql), sql).toMatch(/^CF-SQL-00[12]$/);
  }, 300_000);

  test('ends what takes too much, by memory, size or time', async () => {
    for (const sql of heavy) {
      const code = await codeOf(sql, { seconds: 1.5, residentMegabytes: 500, memoryMegabytes: 150 });
      expect(code, sql.slice(0, 80)).toMatch(/^(CF-SQL-00[13567]|rows 1)$/);
    }
  }, 120_000);

  test('gives money as text, counts as numbers, and says when there is more', async () => {
    const found = await run(
      'select amount, 7::bigint as n, null as z, [1] as l from agencies order by amount',
      {
        rows: 2,
      },
    );
    expect(found).toEqual({
      columns: [
        { name: 'amount', type: 'DECIMAL(10,2)' },
        { name: 'n', type: 'BIGINT' },
        { name: 'z', type: 'INTEGER' },
        { name: 'l', type: 'INTEGER[]' },
      ],
      rows: [
        ['0.00', 7, null, '[1]'],
        ['1.00', 7, null, '[1]'],
      ],
      truncated: true,
    });
  });

  test('of closed records it has what was released, hidden cells without a number', async () => {
    expect((await run('select * from released_searches_x order by month')).rows).toEqual([
      ["2026'02", null, null, 'c'],
      ['2026-01', null, 12, ''],
    ]);
  });

  test('errors tell the asker of their own text, never of a path', async () => {
    const error = (await run('select nope from agencies').catch((caught: unknown) => caught)) as UserError;
    expect(error.code).toBe('CF-SQL-007');
    expect(error.message).toContain('nope');
    expect(error.message).not.toContain(file.file.slice(0, 8));
  });

  test('says to come back where too many wait', async () => {
    const ask = sqlRunner(file.file, file.tables, { ...sqlLimits, waiting: 1 });
    const all = await Promise.allSettled([ask('select 1'), ask('select 2'), ask('select 3')]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect((all[2] as PromiseRejectedResult).reason).toMatchObject({ code: 'CF-SQL-004' });
  });
});
