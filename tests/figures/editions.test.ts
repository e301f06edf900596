import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allEditionsSql } from '../../src/build/materialise.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { editionsFor, editionsInForce } from '../../src/figures/answer.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { allEditionsRelation, createRelations } from '../../src/figures/model.ts';
import type { Edition } from '../../src/project/edition.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => engine.close());

const day = fc.integer({ min: 0, max: 5 }).map((offset) => `2026-01-0${offset + 1}`);
const instant = day.map((date) => `${date}T12:00:00.000Z`);
const sources = ['a', 'b', 'c', 'd', 'r', 'u'] as const;
const coverages = {
  a: 'snapshot',
  b: 'window',
  c: 'partition',
  d: 'delta',
  r: 'snapshot',
  u: 'window',
} as const;

const editions: fc.Arbitrary<Edition[]> = fc
  .array(
    fc.record({
      source: fc.constantFrom(...sources),
      asOf: day,
      dayPart: fc.constantFrom(1, 2, 2.01, 3, 3.02),
      obtained: instant,
      firstEvent: fc.option(day, { nil: null }),
      period: fc.option(fc.constantFrom('2026-01', '2026-02'), { nil: null }),
    }),
    { maxLength: 12 },
  )
  .map((some) =>
    some.map(
      (one, index) =>
        ({
          ...one,
          edition: `e${String(index).padStart(2, '0')}`,
          seq: index + 1,
          kind: one.source === 'r' ? 'reference' : 'agreements',
          asOfFrom: one.source === 'u' ? 'undated' : 'name',
          shape: 's',
          layout: 'l',
          coverage: coverages[one.source],
          latestEvent: null,
        }) as Edition,
    ),
  );

test('the two ways to find the editions in force agree on any set of them', async () => {
  const relations = createRelations([], []);
  const figure = { sources } as unknown as Figure;
  const asked = fc.record({
    asOf: fc.option(day, { nil: undefined }),
    knownAt: fc.option(instant, { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(editions, asked, async (some, query) => {
      await engine.define(allEditionsRelation, allEditionsSql(some));
      const plain = editionsFor(some, figure, query).map((edition) => edition.edition);
      const sql = await editionsInForce({ engine, relations, editions: some }, query, sources);
      expect(plain.sort()).toEqual(sql);
    }),
    { numRuns: 150 },
  );
});

const edition = (
  id: string,
  source: 'a' | 'b' | 'c',
  asOf: string,
  dayPart: number,
  seq: number,
  firstEvent: string | null = null,
) =>
  ({
    edition: id,
    source,
    asOf,
    dayPart,
    seq,
    firstEvent,
    kind: 'agreements',
    coverage: coverages[source],
    obtained: `${asOf}T00:00:00.000Z`,
  }) as Edition;

test.each([
  [
    'am stands before pm',
    [edition('pm', 'a', '2026-01-01', 3, 1), edition('am', 'a', '2026-01-01', 1, 2)],
    {},
    ['pm'],
  ],
  [
    'the later arrival, where all else is equal',
    [edition('x', 'a', '2026-01-01', 2, 1), edition('y', 'a', '2026-01-01', 2, 2)],
    {},
    ['y'],
  ],
  [
    'at or before the date',
    [edition('x', 'a', '2026-01-01', 2, 1), edition('y', 'a', '2026-01-02', 2, 2)],
    { asOf: '2026-01-01' },
    ['x'],
  ],
  [
    'known by then',
    [edition('x', 'a', '2026-01-01', 2, 1), edition('y', 'a', '2026-01-02', 2, 2)],
    { knownAt: '2026-01-01T23:59:59.999Z' },
    ['x'],
  ],
  [
    'all of a window',
    [edition('x', 'b', '2026-01-01', 2, 1), edition('y', 'b', '2026-01-02', 2, 2)],
    {},
    ['x', 'y'],
  ],
  [
    'the latest of each period',
    [
      edition('x', 'c', '2026-01-01', 2, 1, '2025-01-01'),
      edition('y', 'c', '2026-01-02', 2, 2, '2025-01-01'),
      edition('z', 'c', '2026-01-01', 2, 3, '2025-02-01'),
    ],
    {},
    ['y', 'z'],
  ],
])('%s', (_what, some, query, expected) => {
  expect(
    editionsFor(some, { sources: ['a', 'b', 'c'] } as unknown as Figure, query).map((one) => one.edition),
  ).toEqual(expected);
});
