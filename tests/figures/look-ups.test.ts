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
  columns: { place: 'c.place', county: 'u.county', state: 't.state', both: "u.county || ' ' || t.state" },
  from: 'numbers as c',
  lookUps: [
    { as: 'u', join: 'left join counties as u on u.no = c.no' },
    { as: 't', join: 'left join states_of as t on t.county = u.county' },
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
  const joins = (sql: string) =>
    [...narrowed(sql, relations).matchAll(/left join (\w+)/g)].map(([, name]) => name);
  expect(joins('select place from places')).toEqual([]);
  expect(joins('select count(*) as value from places where true')).toEqual([]);
  expect(joins('select county, count(*) from places group by 1')).toEqual(['counties']);
  expect(joins("select place from places where state = 'CA'")).toEqual(['counties', 'states_of']);
  expect(joins("select place from places where place = 'county both'")).toEqual([]);
});

test('what is no such view is left as it is', () => {
  const sql = "select place from numbers where place = 'from places' and place is not distinct from county";
  expect(narrowed(sql, relations)).toBe(sql);
});

test('every figure over such views answers as when its models are named', async () => {
  const { engine, bench, close } = await openExample();
  try {
    const views = new Set(registry.models.filter(({ narrow }) => narrow).map(({ name }) => name));
    expect([...views]).toEqual(['searches', 'network_searches']);
    const asked = registry.figures.flatMap((figure) => {
      const dimensions = Object.keys(figure.dimensions);
      const by: string[][] = [
        [],
        ...dimensions.map((name) => [name]),
        dimensions.slice(0, 2),
        dimensions.slice(-2),
      ];
      return by.map((names) => ({ figure, query: { where: {}, by: [...new Set(names)] } as Query }));
    });
    let [different, rows] = [0, 0];
    for (const { figure, query } of asked) {
      const named = compile(figure, query, bench.relations);
      const narrow = compileNarrow(figure, query, bench.relations);
      if (named === narrow) continue;
      different += 1;
      const found = await engine.query(narrow);
      expect(found, narrow).toEqual(await engine.query(named));
      rows += found.length;
    }
    expect(different).toBeGreaterThan(50);
    expect(rows).toBeGreaterThan(500);
  } finally {
    close();
  }
});

async function openExample() {
  const workspace = await open(await exampleSearches());
  return { engine: workspace.engine, bench: workspace, close: () => workspace.close() };
}
