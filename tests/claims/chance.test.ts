import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOf, isLikely } from '../../src/claims/chance.ts';
import { compare, multiply, rational } from '../../src/claims/rational.ts';
import { intervalAround, parseStated, type Stated, within } from '../../src/claims/stated.ts';

/** Goes through the numbers of the span one by one. */
function bruteForce(
  stated: Stated,
  whole: boolean,
  own: string,
  tried: { value: string; keepsQuestion: boolean }[],
) {
  const edges = [own, stated.number, ...tried.filter((one) => one.keepsQuestion).map((one) => one.value)].map(
    rational,
  );
  const step = rational(stated.step);
  let [numbers, found] = [0n, 0n];
  for (let steps = -4000n; steps <= 4000n; steps++) {
    const number = multiply({ n: steps, d: 1n }, step);
    const inSpan =
      edges.some((edge) => compare(edge, number) <= 0) && edges.some((edge) => compare(edge, number) >= 0);
    const interval = intervalAround(number, stated, whole);
    if (!inSpan || within(rational(own), interval)) continue;
    numbers += 1n;
    if (tried.some((one) => within(rational(one.value), interval))) found += 1n;
  }
  return { numbers, found };
}

const printed = fc.constantFrom(
  '120',
  '118%',
  '117.5%',
  'about 120',
  'nearly 120',
  'more than 120',
  'at least 118',
  'fewer than 120',
  'at most 119',
  'up to 120',
);
const value = (digits: number) =>
  fc.integer({ min: 0, max: 300 * 10 ** digits }).map((n) => (n / 10 ** digits).toFixed(digits));
const search = fc.boolean().chain((whole) =>
  fc.record({
    whole: fc.constant(whole),
    own: value(whole ? 0 : 2),
    tried: fc.array(fc.record({ value: value(whole ? 0 : 2), keepsQuestion: fc.boolean() }), {
      maxLength: 12,
    }),
  }),
);

test('the formula counts what going through the numbers counts', () => {
  fc.assert(
    fc.property(printed, search, (text, { whole, own, tried }) => {
      const stated = parseStated(text) as Stated;
      const exact = tried.map((one) => ({ ...one, value: rational(one.value) }));
      const { numbers, found } = chanceOf(stated, whole, rational(own), exact);
      expect({ numbers, found }).toEqual(bruteForce(stated, whole, own, tried));
    }),
    { numRuns: 200 },
  );
});

test('readings that ask another question fit, and do not widen the span', () => {
  const stated = parseStated('1,168') as Stated;
  const near = [1150, 1170].map((one) => ({ value: rational(one), keepsQuestion: true }));
  const far = [3, 1160].map((one) => ({ value: rational(one), keepsQuestion: false }));
  const chance = chanceOf(stated, true, rational(1149), [...near, ...far]);
  expect(chance).toMatchObject({ numbers: 21n, found: 3n });
  expect([chance.low, chance.high]).toEqual([rational(1149), rational(1170)]);
});

test('likely is above 1 in 5, not at it', () => {
  expect(isLikely({ numbers: 50n, found: 10n })).toBe(false);
  expect(isLikely({ numbers: 50n, found: 11n })).toBe(true);
});

test('a span of money in cents is counted without going through it', () => {
  const stated = parseStated('$1,225,644,015.02') as Stated;
  const { numbers, found } = chanceOf(stated, false, rational('1442909640.02'), [
    { value: rational('1225644015.02'), keepsQuestion: true },
  ]);
  expect([numbers, found]).toEqual([21726562500n, 1n]);
});
