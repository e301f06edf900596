import { expect, test } from 'vitest';
import { relationsOf } from '../../src/build/build.ts';
import { recordsRelation } from '../../src/figures/model.ts';
import { registry } from '../../src/kinds/registry.ts';
import { openKinds } from '../../src/publication/open.ts';
import { publishedTables, releasedRows } from '../../src/publication/tables.ts';

const relations = relationsOf(registry);
const open = new Set(openKinds(registry).map((kind) => kind.id));
const closed = registry.kinds.filter((kind) => !open.has(kind.id));

test('no table that leaves reads a closed kind, at any depth', () => {
  const tables = publishedTables(registry, relations, []);
  const barred = closed.flatMap((kind) => [
    ...kind.models.map((model) => model.name),
    ...kind.shapes.map((shape) => recordsRelation(shape)),
  ]);
  expect(barred).toContain('searches');
  expect(barred).toContain('records_searches');
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    const needed = [
      ...relations.inOrder([name]),
      ...relations.inOrder([name]).flatMap((one) => relations.reads(one)),
    ];
    expect(
      needed.filter((one) => barred.includes(one)),
      name,
    ).toEqual([]);
  }
  // Models that join the kinds are there, and stay in.
  const linking = registry.models.filter(
    (model) =>
      !registry.kinds.some((kind) => kind.models.includes(model)) &&
      relations.inOrder([model.name]).some((name) => barred.includes(name)),
  );
  for (const { name } of linking) expect(tables.map((table) => table.name)).not.toContain(name);
});

test('a released table has a number only where the cell is shown', () => {
  expect(
    releasedRows({
      id: 't',
      title: 'T',
      by: ['month'],
      rows: [
        { values: { month: '2026-01' }, through: null, shown: 10 },
        { values: { month: '2026-02' }, through: null, shown: '[c]' },
        { values: { month: '2026-03' }, through: '2026-03', shown: '[x]' },
      ],
    }),
  ).toEqual([
    { month: '2026-01', through: null, count: 10, status: '' },
    { month: '2026-02', through: null, count: null, status: 'c' },
    { month: '2026-03', through: '2026-03', count: null, status: 'x' },
  ]);
});
