import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hedges } from '../../src/claims/hedges.ts';
import { numberWords } from '../../src/claims/number-words.ts';
import { add, rational, subtract, toText } from '../../src/claims/rational.ts';
import { distanceTo, intervalOf, parseStated, type Stated, within } from '../../src/claims/stated.ts';

const interval = (text: string, whole = true) => {
  const { low, high, lowOpen, highOpen } = intervalOf(parseStated(text) as Stated, whole);
  return `${lowOpen ? '(' : '['}${low ? toText(low) : ''}..${high ? toText(high) : ''}${highOpen ? ')' : ']'}`;
};

test.each([
  ['39', true, '[39..39]'],
  ['1,168', true, '[1168..1168]'],
  ['1,500', true, '[1500..1500]'],
  ['thirty-nine', true, '[39..39]'],
  ['950%', false, '[949.5..950.5]'],
  ['950 percent', false, '[949.5..950.5]'],
  ['950.4%', false, '[950.35..950.45]'],
  ['-12%', false, '[-12.5..-11.5]'],
  ['1.2 billion', false, '[1150000000..1250000000]'],
  ['$1.20 billion', false, '[1195000000..1205000000]'],
  ['$1.20bn', false, '[1195000000..1205000000]'],
  ['$1.20B', false, '[1195000000..1205000000]'],
  ['1.2 bn', false, '[1150000000..1250000000]'],
  ['about $90M', false, '[85000000..95000000]'],
  ['$250k', false, '[249500..250500]'],
  ['$3 million', false, '[2500000..3500000]'],
  ['$1,225,644,015.02', false, '[1225644015.015..1225644015.025]'],
  ['1.2 thousand', true, '[1150..1250]'],
  ['about 1,500', true, '[1450..1550]'],
  ['some 1,168', true, '[1168..1168]'],
  ['about 950%', false, '[945..955]'],
  ['roughly 1.20 billion', false, '[1150000000..1250000000]'],
  ['nearly 1,200', true, '[1150..1200)'],
  ['almost 40', true, '[35..40)'],
  ['more than 1,100', true, '(1100..]'],
  ['over 1.2 billion', false, '(1200000000..]'],
  ['at least 39', true, '[39..]'],
  ['39 or more', true, '[39..]'],
  ['fewer than 40', true, '[..40)'],
  ['no more than 40', true, '[..40]'],
  ['as much as 1.2 billion dollars', false, '[1150000000..1250000000]'],
  ['up to 40', true, '[40..40]'],
  ['10 times', false, '[9.5..10.5]'],
  ['tenfold', false, '[9.5..10.5]'],
  ['about 0', true, '[0..0]'],
  ['about 10', true, '[5..15]'],
  ['one hundred and fifty-one', true, '[151..151]'],
  ['Two hundred', true, '[200..200]'],
  ['a hundred and one', true, '[101..101]'],
  ['one thousand, three hundred and seventy-two', true, '[1372..1372]'],
  ['twelve hundred', true, '[1200..1200]'],
  ['more than a thousand', true, '(1000..]'],
  ['nearly -12%', false, '(-12..-11.5]'],
])('%s', (text, whole, expected) => {
  expect(interval(text, whole)).toBe(expected);
});

test.each([
  '',
  'a',
  'hundred',
  'half a million',
  'many',
  '1,16',
  '12,34,567',
  'about',
  '39 states',
  '1.2.3',
  '$',
  '%',
  '1e5',
  '--3',
])('"%s" is no number as printed', (text) => {
  expect(parseStated(text)).toBeNull();
});

test('every hedge of the table is read, before or behind the number', () => {
  for (const hedge of hedges) {
    for (const word of hedge.words) {
      expect(
        parseStated(/^(?:or|more or|give or) /.test(word) ? `40 ${word}` : `${word} 40`)?.hedge?.name,
      ).toBe(hedge.name);
    }
  }
});

test('number words run from one to ninety-nine', () => {
  expect([...numberWords.values()].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 99 }, (_, index) => index + 1),
  );
});

test('a value lies within the interval exactly where printing it with that rounding gives the number', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: -2_000_000, max: 2_000_000 }),
      (thousandths, places, offset) => {
        const printed = (thousandths / 10 ** places).toFixed(places);
        const stated = parseStated(`${printed}%`) as Stated;
        const value = add(rational(printed), { n: BigInt(offset), d: 1_000_000n });
        const half = { n: 5n, d: 10n ** BigInt(places + 1) };
        const away = subtract(value, rational(printed));
        const inside = away.n * half.d <= half.n * away.d && -away.n * half.d <= half.n * away.d;
        expect(within(value, intervalOf(stated, false))).toBe(inside);
        expect(distanceTo(value, intervalOf(stated, false)).n === 0n).toBe(inside);
      },
    ),
  );
});

test('whole numbers are exact unless a hedge rounds them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      (printed, value) => {
        const stated = parseStated(printed.toLocaleString('en-US')) as Stated;
        expect(within(rational(value), intervalOf(stated, true))).toBe(value === printed);
        const more = parseStated(`more than ${printed}`) as Stated;
        expect(within(rational(value), intervalOf(more, true))).toBe(value > printed);
      },
    ),
  );
});

test('a little over a number is no more than half a unit above it', () => {
  const just = intervalOf(parseStated('just over 1,300') as Stated, true);
  expect([1300, 1301, 1350, 1351].map((value) => within(rational(value), just))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const fall = intervalOf(parseStated('just over -5%') as Stated, false);
  expect(['-4.9', '-5.2', '-5.6'].map((value) => within(rational(value), fall))).toEqual([
    false,
    true,
    false,
  ]);
});

test.each([
  ['a dozen', '12', '1'],
  ['half a dozen', '6', '1'],
  ['about three dozen', '36', '12'],
  ['forty three', '43', '1'],
  ['14 hundred', '1400', '100'],
  ['1\u202f843', '1843', '1'],
  ['~1,400', '1400', '100'],
])('"%s" is %s', (text, number, step) => {
  expect(parseStated(text)).toMatchObject({ number, step });
});
