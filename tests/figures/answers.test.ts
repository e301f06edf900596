import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import { type Answer, answer, answerAll } from '../../src/figures/answer.ts';
import { addDecimals, compareDecimals } from '../../src/figures/exact.ts';
import { type Figure, type Query, withReadings } from '../../src/figures/figure.ts';
import { receipt, recount } from '../../src/figures/receipt.ts';
import { registry } from '../../src/kinds/registry.ts';
import { exampleProject, open } from '../support/projects.ts';

let bench: Workspace;
/** Figure -> dimension -> values that occur in the examples. */
const occurring = new Map<string, Map<string, string[]>>();

beforeAll(async () => {
  const { folder } = await exampleProject();
  bench = await open(folder);
  for (const figure of figures) {
    const values = new Map<string, string[]>();
    for (const name of Object.keys(figure.dimensions)) {
      const { rows } = await answer(bench, figure, { where: {}, by: [name] });
      values.set(
        name,
        rows.flatMap((row) => (row[name] === null ? [] : [String(row[name])])),
      );
    }
    occurring.set(figure.id, values);
  }
});
afterAll(() => bench?.close());

/** Figures that the example project has records for. */
const figures = registry.figures.filter((figure) => figure.id.startsWith('agreements.'));
const each = figures.map((figure) => [figure.id, figure] as const);

const dates = [
  '2024-12-31',
  '2025-01-06',
  '2025-03-05',
  '2025-09-18',
  '2026-01-07',
  '2026-02-05',
  '2026-06-04',
  '2026-11-21',
];

function queries(figure: Figure): fc.Arbitrary<Query> {
  const values = occurring.get(figure.id) as Map<string, string[]>;
  const filter = fc.constantFrom(...values.keys()).chain((name) => {
    const known = values.get(name) as string[];
    return known.length === 0
      ? fc.constant({})
      : fc
          .uniqueArray(fc.constantFrom(...known), { minLength: 1, maxLength: 3 })
          .map((some) => ({ [name]: some }));
  });
  const optional = (name: string, given: readonly string[]) =>
    fc
      .option(fc.constantFrom(...given), { nil: undefined })
      .map((date) => (date === undefined ? {} : { [name]: date }));
  return fc
    .tuple(
      fc.array(filter, { maxLength: 2 }),
      optional('asOf', dates),
      optional('until', dates),
      optional('knownAt', ['2026-11-20T00:00:00.000Z', '2026-11-22T00:00:00.000Z']),
    )
    .map(
      ([filters, ...times]) =>
        Object.assign({ where: Object.assign({}, ...filters), by: [] }, ...times) as Query,
    );
}

const only = (found: Answer) => found.rows[0] as Answer['rows'][number];
const equal = (a: string | number | null, b: string | number | null) =>
  a === null || b === null ? a === b : compareDecimals(a, b) === 0;

describe.each(each)('%s', (_id, figure) => {
  test('a plain recount of the receipt is the value, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(queries(figure), async (query) => {
        const found = await receipt(bench, figure, query, 'test');
        const row = only(found.answer);
        expect(row.value).toEqual(only(await answer(bench, figure, query)).value);
        if (found.answer.editions.length === 0 || row['why'] !== undefined) {
          expect(found.parts).toEqual([]);
          return;
        }
        const counts = found.parts.map(recount);
        for (const part of found.parts) expect(part.rows.length).toBe(part.total);
        if (figure.form.form === 'ratio') {
          expect(counts).toHaveLength(2);
          expect(equal(counts[0] as string, row['numerator'] as string | number)).toBe(true);
          expect(equal(counts[1] as string, (row['denominator'] ?? 0) as string | number)).toBe(true);
        } else {
          expect(counts).toHaveLength(1);
          expect(equal(counts[0] as string, row.value ?? 0)).toBe(true);
        }
      }),
      { numRuns: 8 },
    );
  });

  test('grouped answers are the single answers under the same filter', async () => {
    await fc.assert(
      fc.asyncProperty(
        queries(figure),
        fc.constantFrom(...Object.keys(figure.dimensions)),
        async (query, by) => {
          const { rows } = await answer(bench, figure, { ...query, by: [by] });
          const given = query.where[by];
          for (const row of rows.slice(0, 4)) {
            if (row[by] === null) continue;
            const value = String(row[by]);
            if (given !== undefined) expect(given).toContain(value);
            const single = only(
              await answer(bench, figure, { ...query, where: { ...query.where, [by]: [value] } }),
            );
            expect({ by, value, counted: row.value }).toEqual({ by, value, counted: single.value });
          }
        },
      ),
      { numRuns: 4 },
    );
  });

  test('dimensions called additive add up to the whole', async () => {
    for (const by of figure.additive) {
      for (const times of [{}, { asOf: '2026-02-05' }, { until: '2025-12-31' }]) {
        const whole = only(await answer(bench, figure, { where: {}, by: [], ...times }));
        const { rows } = await answer(bench, figure, { where: {}, by: [by], ...times });
        const sum = addDecimals(rows.map((row) => row.value ?? 0));
        expect({ by, times, sum: Number(sum) }).toEqual({ by, times, sum: whole.value });
      }
    }
  });

  test('is null before the first edition, and says why', async () => {
    const query: Query = { where: {}, by: [], asOf: '2024-12-31' };
    const found = await answer(bench, figure, query);
    expect(found.as_of).toBe('2024-12-31');
    if (figure.sources[0] === 'ice-participating') {
      expect(found.rows).toEqual([
        { value: null, why: 'no edition of ice-participating is dated 2024-12-31 or earlier' },
      ]);
      expect((await answer(bench, figure, { ...query, by: ['state'] })).rows).toEqual([]);
      expect((await receipt(bench, figure, query, 'test')).parts).toEqual([]);
    }
    const before = await answer(bench, figure, { where: {}, by: [], knownAt: '2026-01-01T00:00:00.000Z' });
    expect(only(before)).toEqual({ value: null, why: expect.stringContaining('no edition') });
  });

  test('several at once are the same as one by one', async () => {
    const defined = [figure, ...figure.readings.map((reading) => withReadings(figure, [reading]))];
    const asked = defined.flatMap((one): { figure: Figure; query: Query }[] => [
      { figure: one, query: { where: {}, by: [] } },
      { figure: one, query: { where: { state: ['FL'] }, by: [], asOf: '2026-02-05' } },
      // Fixed words go along, on another day and on the latest.
      ...Object.keys(one.dimensions)
        .filter((name) => one.dimensions[name]?.values !== undefined)
        .flatMap((name) => [
          { figure: one, query: { where: {}, by: [name], asOf: '2026-02-05' } },
          { figure: one, query: { where: {}, by: [name] } },
        ]),
    ]);
    const together = await answerAll(bench, asked);
    for (const [index, { figure: one, query }] of asked.entries())
      expect(together[index]).toEqual(await answer(bench, one, query));
  });
});

test('every reading can be recounted from its receipt', async () => {
  for (const figure of figures) {
    for (const reading of figure.readings) {
      const changed = withReadings(figure, [reading]);
      const found = await receipt(bench, changed, { where: {}, by: [], asOf: '2026-02-05' }, 'test');
      expect({ reading: reading.id, counted: recount(found.parts[0] as never) }).toEqual({
        reading: reading.id,
        counted: only(found.answer).value,
      });
    }
  }
});

test('--until leaves out what is dated later or not at all', async () => {
  const agreements = registry.figure('agreements.agreements') as Figure;
  const count = async (until?: string) =>
    Number(only(await answer(bench, agreements, { where: {}, by: [], ...(until ? { until } : {}) })).value);
  const [row] = await bench.engine.query(
    "select count(*) as n from agreements_in_force where status = 'participating' and signed > date '2025-12-31'",
  );
  const [none] = await bench.engine.query(
    "select count(*) as n from agreements_in_force where status = 'participating' and signed is null",
  );
  expect(row?.['n']).toBeGreaterThan(0);
  expect(none?.['n']).toBeGreaterThan(0);
  expect(await count('2025-12-31')).toBe((await count()) - (row?.['n'] as number) - (none?.['n'] as number));
  expect(await count('1990-01-01')).toBe(0);
});
