import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ceiling, compare, floor, type Rational, toPlaces, toText } from '../../src/claims/rational.ts';

const fraction = fc.record({
  n: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  d: fc.bigInt({ min: 1n, max: 10n ** 6n }),
});

test('the rounded text is within half a unit, and halves go away from zero', () => {
  fc.assert(
    fc.property(fraction, fc.integer({ min: 0, max: 8 }), (value, places) => {
      const digits = BigInt(toPlaces(value, places).replace('.', ''));
      const scale = 10n ** BigInt(places);
      const twice = 2n * (digits * value.d - value.n * scale);
      expect(twice <= value.d && twice >= -value.d).toBe(true);
      if (twice === value.d) expect(value.n > 0n).toBe(true);
      if (twice === -value.d) expect(value.n < 0n).toBe(true);
    }),
  );
});

test('floor and ceiling', () => {
  fc.assert(
    fc.property(fraction, (value: Rational) => {
      const whole = (n: bigint): Rational => ({ n, d: 1n });
      expect(compare(whole(floor(value)), value) <= 0 && compare(whole(floor(value) + 1n), value) > 0).toBe(
        true,
      );
      expect(
        compare(whole(ceiling(value)), value) >= 0 && compare(whole(ceiling(value) - 1n), value) < 0,
      ).toBe(true);
    }),
  );
});

test.each([
  [{ n: 1237n * 100n, d: 135n }, 1, '916.3'],
  [{ n: -1n, d: 1000n }, 1, '0.0'],
  [{ n: 1n, d: 2n }, 0, '1'],
  [{ n: -1n, d: 2n }, 0, '-1'],
])('%s to %s places', (value, places, text) => {
  expect(toPlaces(value, places)).toBe(text);
});

test('text without loss where there is one', () => {
  expect(toText({ n: 5n, d: 4n })).toBe('1.25');
  expect(toText({ n: 500n, d: 1n })).toBe('500');
  expect(toText({ n: 1n, d: 3n })).toBe('0.333333');
});
