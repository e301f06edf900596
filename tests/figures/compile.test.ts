import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPortable } from '../../src/engine/portable.ts';
import { compile } from '../../src/figures/compile.ts';
import type { Figure, Query } from '../../src/figures/figure.ts';
import { createRelations, parseModel } from '../../src/figures/model.ts';
import { root } from '../support/root.ts';

// One folder a case: figure.json and query.json in, expected.sql out. Nothing here writes expected.sql: a person does.
const folder = join(root, 'tests', 'figures', 'compile');
const cases = readdirSync(folder).sort();

const relations = createRelations(
  [
    parseModel(
      'cleaned',
      '-- one row per record\n-- order by: edition, "row"\nselect edition, "row", state from records_lists',
    ),
    parseModel(
      'listed',
      '-- one row per row in force\n-- order by: edition, "row"\nselect c.edition, c."row", c.state\nfrom cleaned as c\njoin editions as e on e.edition = c.edition\nwhere e.in_force',
    ),
    parseModel(
      'places',
      "-- one row per place\n-- order by: place\nselect place from (values ('a')) as v (place)",
    ),
  ],
  [{ name: 'lists', columns: { state: 'varchar' } }],
);

const read = (name: string, file: string) => readFileSync(join(folder, name, file), 'utf8');

test.each(cases)('%s', (name) => {
  const figure = JSON.parse(read(name, 'figure.json')) as Figure;
  const query = JSON.parse(read(name, 'query.json')) as Query;
  const sql = compile(figure, query, relations);
  expect(`${sql}\n`).toBe(read(name, 'expected.sql'));
  expect(checkPortable(sql)).toEqual([]);
});

test('a date that is none never reaches the SQL', () => {
  const figure = JSON.parse(read('count-until', 'figure.json')) as Figure;
  expect(() => compile(figure, { where: {}, by: [], until: "2025' or 1=1" }, relations)).toThrow(
    'not an ISO date',
  );
  expect(() => compile(figure, { where: {}, by: [], asOf: 'tomorrow' }, relations)).toThrow(
    'not an ISO date',
  );
});
