import { expect, test } from 'vitest';
import type { Stretch } from '../../src/engine/model-store.ts';
import { noDefinitions, tableModels } from '../../src/engine/trino-models.ts';
import { writeParts } from '../../src/engine/trino-parts.ts';
import type { TrinoSchema } from '../../src/engine/trino-schema.ts';
import { parseModel } from '../../src/figures/model.ts';
import { UserError } from '../../src/project/errors.ts';

/** A schema that keeps the names of partitions; an insert of more than `most` days at once lacks memory. */
function madeSchema(most: number) {
  const partitions: string[] = [];
  const said: string[] = [];
  let broken = Number.POSITIVE_INFINITY;
  let view = '';
  const schema: TrinoSchema = {
    name: 'lake.ours',
    catalog: 'lake',
    schema: 'ours',
    form: 'hive',
    async run(sql, how) {
      said.push(sql);
      if (sql.startsWith('select lake_part'))
        return { rows: partitions.map((part) => ({ lake_part: part })), updated: 0 };
      if (sql.startsWith('select column_name'))
        return { rows: [{ column_name: 'row' }, { column_name: 'lake_part' }], updated: 0 };
      expect(how).toBe('once');
      const part = /'(\S+_\S+_\S+)' as lake_part/.exec(sql)?.[1] as string;
      const [first = '', last = ''] = part.split('_');
      if (Number(last.slice(-2)) - Number(first.slice(-2)) + 1 > most)
        throw failure('EXCEEDED_LOCAL_MEMORY_LIMIT');
      if (--broken < 0) throw failure('GENERIC_INTERNAL_ERROR');
      partitions.push(part);
      return { rows: [], updated: 1 };
    },
    has: async () => partitions.length > 0,
    list: async () => new Map(),
    forget() {},
    create: async () => 0,
    createFresh: async () => 0,
    async createView(_name, select) {
      view = select;
    },
    ensure: async () => {},
    drop: async () => {},
  };
  return {
    schema,
    partitions,
    said,
    breakAfter: (count: number) => {
      broken = count;
    },
    view: () => view,
  };
}

function failure(name: string): UserError {
  return new UserError(`It did not go (${name}, statement 1).`, { code: 'CF-TRINO-006', exit: 3, hint: '' });
}

const stretches: Stretch[] = Array.from({ length: 9 }, (_, day) => ({
  first: `2026-01-0${day + 1}`,
  last: `2026-01-0${day + 1}`,
}));
const model = {
  name: 'searches_1',
  sql: (days: readonly Stretch[]) => `select * from records where ${JSON.stringify(days)}`,
  write: async (select: string, into: (ready: string) => Promise<unknown>) => {
    await into(select);
  },
};
const signal = new AbortController().signal;
const daysOf = (part: string) => part.split('_').slice(0, 2).join(' to ');

test('several stretches in a statement, half as many where memory lacks; the view names each day once', async () => {
  const made = madeSchema(2);
  await writeParts(made.schema, model, stretches, 8, signal);
  expect(made.partitions.map(daysOf)).toEqual([
    '2026-01-01 to 2026-01-02',
    '2026-01-03 to 2026-01-04',
    '2026-01-05 to 2026-01-06',
    '2026-01-07 to 2026-01-08',
    '2026-01-09 to 2026-01-09',
  ]);
  expect(made.view()).toBe(
    `select "row" from lake.ours.searches_1_parts where lake_part in (${made.partitions.map((part) => `'${part}'`).join(', ')})`,
  );
});

test('one stretch that does not fit is an error, and there is no view', async () => {
  const made = madeSchema(0);
  await expect(writeParts(made.schema, model, stretches, 4, signal)).rejects.toThrow(/MEMORY/);
  expect(made.view()).toBe('');
});

test('after a failure the finished stretches are taken as they are, and the rest is written around them', async () => {
  const made = madeSchema(3);
  made.breakAfter(2);
  await expect(writeParts(made.schema, model, stretches, 3, signal)).rejects.toThrow(/INTERNAL/);
  expect(made.view()).toBe('');
  const before = [...made.partitions];
  expect(before.map(daysOf)).toEqual(['2026-01-01 to 2026-01-03', '2026-01-04 to 2026-01-06']);
  made.breakAfter(99);
  await writeParts(made.schema, model, stretches, 2, signal);
  expect(made.partitions.slice(0, 2)).toEqual(before);
  expect(made.partitions.slice(2).map(daysOf)).toEqual([
    '2026-01-07 to 2026-01-08',
    '2026-01-09 to 2026-01-09',
  ]);
  for (const part of made.partitions) expect(made.view()).toContain(part);
});

test('a model that says so takes several stretches a worker in one statement', async () => {
  const counts: number[] = [];
  for (const together of [1, 3]) {
    const made = madeSchema(9);
    const { run } = made.schema;
    const schema: TrinoSchema = {
      ...made.schema,
      run: async (sql, how, session) => {
        if (sql.startsWith('select count(*) as n from system')) return { rows: [{ n: 2 }], updated: 0 };
        if (!sql.startsWith('select date_format')) return run(sql, how, session);
        return { rows: stretches.map((days) => ({ ...days })), updated: 0 };
      },
    };
    const parts = { from: 'search_parts', together, sql: model.sql };
    await tableModels(schema, noDefinitions()).write('searches_1', { sql: '', orderBy: '', parts }, signal);
    counts.push(made.partitions.length);
  }
  // Nine stretches, two workers.
  expect(counts).toEqual([5, 2]);
  const written = parseModel(
    'm',
    '-- one row per day\n-- order by: day\n-- in parts: days, r.day\n-- stretches together: 8\nselect r.day from r where r.day = r.day',
  );
  expect(written.parts).toMatchObject({ from: 'days', together: 8 });
  expect(written.sql).not.toContain('--');
});

test('a statement over several stretches numbers them, so that a group never reaches from one into the next', () => {
  const { parts, sql } = parseModel(
    'm',
    '-- one row per key and stretch\n-- order by: key\n-- in parts: days, r.hour\nselect r.key, stretch_of(r.hour) as n from r where r.hour = r.hour',
  );
  expect(sql).toBe('select r.key, 0 as n from r where r.hour = r.hour');
  expect(parts?.sql([])).toBe('select r.key, 0 as n from r where false');
  expect(parts?.sql(stretches.slice(0, 1))).toContain('select r.key, 0 as n from r');
  expect(parts?.sql(stretches.slice(0, 3))).toBe(
    "select r.key, case when r.hour < timestamp '2026-01-02 00:00:00' then 0 when r.hour < timestamp '2026-01-03 00:00:00' then 1 else 2 end as n from r where r.hour >= timestamp '2026-01-01 00:00:00' and r.hour <= timestamp '2026-01-03 23:59:59'",
  );
});

test('a model of no more stretches than one statement takes still knows where each ends', async () => {
  const made = madeSchema(9);
  const selects: string[] = [];
  const schema: TrinoSchema = {
    ...made.schema,
    run: async (sql) =>
      sql.startsWith('select count(*) as n from system')
        ? { rows: [{ n: 2 }], updated: 0 }
        : { rows: stretches.slice(0, 2).map((days) => ({ ...days })), updated: 0 },
    create: async (_name, select) => {
      selects.push(select);
      return 0;
    },
  };
  const parts = { from: 'search_parts', sql: model.sql };
  await tableModels(schema, noDefinitions()).write('searches_1', { sql: '', orderBy: '', parts }, signal);
  expect(selects.join()).toContain(JSON.stringify(stretches.slice(0, 2)));
});
