import { expect, test } from 'vitest';
import { stagesOf } from '../../src/engine/trino-stages.ts';

const tables = new Set(['records', 'logs']);
const head = 'records as (\nselect * from lake.x.records\n),\nlogs as (\nselect * from lake.x.logs\n)';

test('a query that is cheap, or mentioned once, stays in the clause', () => {
  const sql = `with ${head},\nkept as (\nselect r.a from records as r join logs on true\n)\nselect a from kept`;
  expect(stagesOf(sql, tables)).toEqual({ stages: [], rest: sql });
});

test('what is mentioned often over several tables is worked out first, with what it needs and no more', () => {
  const joined = 'select r.a from records as r join logs as l on l.a = r.a';
  const sql = `with ${head},\njoined as (\n${joined}\n),\nonce as (\nselect a from joined\n)
select a from joined union all select a from joined union all select a from once`;
  const { stages, rest } = stagesOf(sql, tables);
  expect(stages).toEqual([{ name: 'joined', select: `with ${head}\n${joined}` }]);
  expect(rest.startsWith('with once as (')).toBe(true);
  expect(rest).not.toContain('records');
});

test('a clause inside a query of the clause is kept whole', () => {
  const inner = 'with small as (\nselect a from records\n)\nselect small.a from small join logs on true';
  const sql = `with ${head},\nouter_one as (\n${inner}\n)\nselect * from outer_one union all select * from outer_one union all select * from outer_one`;
  const { stages } = stagesOf(sql, tables);
  expect(stages[0]?.select).toBe(`with ${head},\n${inner.slice('with '.length)}`);
});

test('tables as they are get no table of their own, however often they are named', () => {
  const many = Array.from({ length: 9 }, () => 'select a from records').join(' union all ');
  expect(stagesOf(`with ${head}\n${many}`, tables).stages).toEqual([]);
});
