import { expect, test } from 'vitest';
import { splitWith, withDefinitions } from '../../src/engine/with-clause.ts';

const definitions = new Map([
  ['lists', 'select * from c.s.lists_1'],
  ['agencies', 'select name from lists'],
  ['unused', 'select 1 as n'],
]);

test('definitions that a statement needs, at any depth, come first', () => {
  expect(withDefinitions('select count(*) as n from agencies as a', definitions)).toBe(
    'with lists as (\nselect * from c.s.lists_1\n),\nagencies as (\nselect name from lists\n)\nselect count(*) as n from agencies as a',
  );
});

test('a with clause of the statement goes on after them, and its own names win', () => {
  expect(withDefinitions('with lists as (\nselect 2 as n\n)\nselect * from lists', definitions)).toBe(
    'with lists as (\nselect 2 as n\n)\nselect * from lists',
  );
  expect(withDefinitions('with mine as (select * from lists) select * from mine', definitions)).toBe(
    'with lists as (\nselect * from c.s.lists_1\n),\nmine as (select * from lists) select * from mine',
  );
});

test('names in texts and comments are no relations', () => {
  expect(withDefinitions("select 'from lists' as t -- from lists", definitions)).toBe(
    "select 'from lists' as t -- from lists",
  );
});

test('a with clause comes apart', () => {
  expect(splitWith("with a as (\nselect ')' as t\n), b as (select (1) as n) select * from b")).toEqual({
    parts: [
      { name: 'a', select: "select ')' as t" },
      { name: 'b', select: 'select (1) as n' },
    ],
    rest: 'select * from b',
  });
  expect(splitWith('select 1')).toEqual({ parts: [], rest: 'select 1' });
});
