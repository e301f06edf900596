import { expect, test } from 'vitest';
import { compile, compileNarrow } from '../../src/figures/compile.ts';
import type { Query } from '../../src/figures/figure.ts';
import { narrowed, readAsWords } from '../../src/figures/look-ups.ts';
import { createRelations, type Model, parseModel } from '../../src/figures/model.ts';
import { registry } from '../../src/kinds/registry.ts';
import { exampleSearches, open } from '../support/projects.ts';

const places = readAsWords({
  name: 'places',
  says: 'one row per place',
  orderBy: 'place',
  rows: [
    {
      columns: { place: 'c.place', county: 'u.county', state: 't.state', both: "u.county || ' ' || t.state" },
      from: 'numbers as c',
      lookUps: [
        { as: 'u', join: 'left join counties as u on u.no = c.no' },
        { as: 't', join: 'left join states_of as t on t.county = u.county' },
      ],
      few: ['no'],
    },
  ],
});
const relations = createRelations(
  [places, ...['numbers', 'counties', 'states_of'].map(plain)],
  registry.shapes,
);

function plain(name: string): Model {
  return parseModel(name, '-- one row per thing\n-- order by: no\nselect 1 as no');
}

test('all columns and look-ups are in the model itself', () => {
  expect(places.sql.match(/left join/g)).toHaveLength(2);
  expect(places.view).toBe(true);
  expect(relations.reads('places')).toEqual(['numbers', 'counties', 'states_of']);
});

test('a question has the look-ups of its columns, and those that they read', () => {
  const joins = (asked: string) =>
    [...narrowed(relations)('places', asked, false).from.matchAll(/left join (\w+)/g)].map(
      ([, name]) => name,
    );
  expect(joins('place')).toEqual([]);
  expect(joins('true')).toEqual([]);
  expect(joins('county')).toEqual(['counties']);
  expect(joins("place, state = 'CA'")).toEqual(['counties', 'states_of']);
  expect(joins("place = 'county both'")).toEqual([]);
});

test('rows that are alike stand as one with their number, where what they say has few values', () => {
  const read = narrowed(relations);
  const counted = read('places', 'county', true);
  expect(counted.from).toContain('(select c.no, count(*) as alike from numbers as c group by c.no) as c');
  expect(counted.count).toContain('sum(alike)');
  expect(read('places', 'county', false).count).toBe('count(*)');
  expect(read('places', 'county, place', true).count).toBe('count(*)');
  expect(read('places', 'true', true).count).toBe('count(*)');
});

test('what is no such view is read by its name', () => {
  expect(narrowed(relations)('numbers', 'no', true)).toEqual({ from: 'numbers', count: 'count(*)' });
});

test('every figure over such views answers as when its models are named', async () => {
  const workspace = await open(await exampleSearches());
  const { engine } = workspace;
  try {
    let [different, rows, together] = [0, 0, 0];
    for (const figure of registry.figures) {
      const dimensions = Object.entries(figure.dimensions);
      const names = dimensions.map(([name]) => name);
      const by: string[][] = [
        [],
        ...names.map((name) => [name]),
        ...names.map((name, at) => [name, names[(at + 3) % names.length] as string]),
      ];
      const wheres = [
        {},
        ...dimensions
          .slice(0, 4)
          .map(([name]) => ({ [name]: ['ostervale-ca-pd', 'CA', 'municipal', 'other'] })),
      ];
      for (const asked of by.map((list) => [...new Set(list)]))
        for (const where of asked.length === 1 ? wheres : [{}]) {
          const query: Query = { where, by: asked };
          const named = compile(figure, query, workspace.relations);
          const narrow = compileNarrow(figure, query, workspace.relations);
          if (named === narrow) continue;
          different += 1;
          if (narrow.includes('sum(alike)')) together += 1;
          const found = await engine.query(narrow);
          expect(found, narrow).toEqual(await engine.query(named));
          rows += found.length;
        }
    }
    expect(different).toBeGreaterThan(100);
    expect(together).toBeGreaterThan(50);
    expect(rows).toBeGreaterThan(500);
  } finally {
    workspace.close();
  }
});
