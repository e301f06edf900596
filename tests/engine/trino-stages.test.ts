import { expect, test } from 'vitest';
import { stagesOf, worthInQuestion } from '../../src/engine/trino-stages.ts';

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

test('a query that a view mentions often in a clause of its own is found there', () => {
  const view = `with held as (\nselect r.a from records as r join logs as l on l.a = r.a\n)\n${Array.from({ length: 30 }, () => 'select a from held').join('\nunion all\n')}`;
  const sql = `with ${head},\nfindings as (\n${view}\n)\nselect count(*) as n from findings`;
  const { stages, rest } = stagesOf(sql, tables, worthInQuestion);
  expect(stages.map((stage) => stage.name)).toEqual(['held']);
  expect(rest).not.toContain('records');
  // A name that stands for something else outside stays where it is.
  expect(stagesOf(sql.replaceAll('held', 'logs'), tables, worthInQuestion).stages).toEqual([]);
  expect(
    stagesOf(sql.replace(/(union all\nselect a from held\n){20}/, ''), tables, worthInQuestion).stages,
  ).toEqual([]);
});
