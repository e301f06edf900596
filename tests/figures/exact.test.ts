import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as exact from '../../src/figures/exact.ts';

/** A rational number, the plainest model of exact arithmetic: numerator over a positive denominator. */
interface Rational {
  n: bigint;
  d: bigint;
}

function rational(text: string): Rational {
  const negative = text.startsWith('-');
  const [whole = '0', part = ''] = text.replace('-', '').split('.');
  const n = BigInt(whole) * 10n ** BigInt(part.length) + BigInt(part === '' ? '0' : part);
  return { n: negative ? -n : n, d: 10n ** BigInt(part.length) };
}

const same = (a: Rational, b: Rational) => a.n * b.d === b.n * a.d;
const minus = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d });
const distance = (a: Rational, b: Rational): Rational => {
  const { n, d } = minus(a, b);
  return { n: n < 0n ? -n : n, d };
};
const atMost = (a: Rational, b: Rational) => a.n * b.d <= b.n * a.d;

const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.stringMatching(/^[0-9]{0,8}$/))
  .map(([negative, whole, part]) => `${negative ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`);

describe('against rationals', () => {
  test('a decimal comes back as it was written', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const back = exact.decimalText(exact.decimal(text));
        expect(same(rational(back), rational(text))).toBe(true);
        if (!/^-0(\.0*)?$/.test(text)) expect(back).toBe(text);
      }),
    );
  });

  test('sums are exact, in any order and however they are grouped', () => {
    fc.assert(
      fc.property(fc.array(decimals, { maxLength: 12 }), fc.nat(12), (texts, cut) => {
        const sum = exact.addDecimals(texts);
        const expected = texts
          .map(rational)
          .reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }), { n: 0n, d: 1n });
        expect(same(rational(sum), expected)).toBe(true);
        const other = exact.addDecimals([
          exact.addDecimals(texts.slice(cut)),
          exact.addDecimals(texts.slice(0, cut)),
        ]);
        expect(exact.compareDecimals(sum, other)).toBe(0);
      }),
    );
  });

  test('differences, products and comparisons are exact', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const [x, y] = [rational(a), rational(b)];
        expect(same(rational(exact.subtractDecimals(a, b)), minus(x, y))).toBe(true);
        expect(same(rational(exact.multiplyDecimals(a, b)), { n: x.n * y.n, d: x.d * y.d })).toBe(true);
        const sign = minus(x, y).n;
        expect(Math.sign(exact.compareDecimals(a, b))).toBe(sign < 0n ? -1 : sign > 0n ? 1 : 0);
      }),
    );
  });

  test('a quotient is the nearest decimal of its places, a half going away from zero', () => {
    fc.assert(
      fc.property(decimals, decimals, fc.integer({ min: 0, max: 9 }), (a, b, places) => {
        const [x, y] = [rational(a), rational(b)];
        const quotient = exact.divideDecimals(a, b, places);
        if (y.n === 0n) {
          expect(quotient).toBeNull();
          return;
        }
        expect(quotient).toMatch(places === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${places}}$`));
        const given = rational(quotient as string);
        const sign = y.n < 0n ? -1n : 1n;
        const truth: Rational = { n: x.n * y.d * sign, d: x.d * y.n * sign };
        const half: Rational = { n: 1n, d: 2n * 10n ** BigInt(places) };
        expect(atMost(distance(given, truth), half)).toBe(true);
        if (same(distance(given, truth), half))
          expect(atMost(distance(truth, { n: 0n, d: 1n }), distance(given, { n: 0n, d: 1n }))).toBe(true);
      }),
    );
  });
});

test.each([
  ['0.5', 0, '1'],
  ['-0.5', 0, '-1'],
  ['1.005', 2, '1.01'],
  ['2.5', 0, '3'],
  ['1234567890123456789.125', 2, '1234567890123456789.13'],
  ['7', 2, '7.00'],
])('%s to %i places is %s', (value, places, expected) => {
  expect(exact.roundDecimal(value, places)).toBe(expected);
});

test.each(['', '1e3', '1,000', ' 1', '+1', '.5', '5.', 'NaN', '--1', '0x10'])('%j is no decimal', (text) => {
  expect(() => exact.decimal(text)).toThrow('not a decimal');
});

test('sums that numbers of a computer would get wrong', () => {
  expect(exact.addDecimals(['0.1', '0.2'])).toBe('0.3');
  expect(exact.addDecimals([], 2)).toBe('0.00');
  expect(exact.addDecimals(['9007199254740993', '0.01'])).toBe('9007199254740993.01');
  expect(exact.subtractDecimals('2147338886.74', '2136133870.80')).toBe('11205015.94');
});
