import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCell, statusesOf } from '../../src/site/cell.ts';
import {
  formatBytes,
  formatDate,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  plural,
} from '../../src/site/format.ts';
import { fill } from '../../src/site/words.ts';

describe('numbers', () => {
  test('keep every digit of a decimal string', () => {
    expect(formatNumber('12345678901234567890.1234', 'en')).toBe('12,345,678,901,234,567,890.1234');
    expect(formatMoney('9007199254740993.01', 'en')).toBe('$9,007,199,254,740,993.01');
    expect(formatMoney('-1250.75', 'en')).toBe('\u2212$1,250.75');
    expect(formatMoney('1250', 'en')).toBe('$1,250');
    expect(formatNumber(1e21, 'en')).toBe('1,000,000,000,000,000,000,000');
  });

  test('are the digits that came in, grouped', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const text = `${whole}.${String(cents).padStart(2, '0')}`;
        expect(formatNumber(text, 'en').replaceAll(',', '').replace('\u2212', '-')).toBe(
          text.replace('-0.00', '-0.00'),
        );
      }),
    );
  });

  test('refuse what is not a decimal', () => {
    for (const bad of ['', ' 1', '1,000', '0x10', 'NaN', '1e5', '<b>']) {
      expect(() => formatNumber(bad, 'en')).toThrow(TypeError);
    }
    expect(() => formatNumber(Number.NaN, 'en')).toThrow(TypeError);
  });
});

test('a share that is not zero is never written as zero', () => {
  expect(formatPercent('0.1234', 'en')).toBe('12.3%');
  expect(formatPercent('0', 'en')).toBe('0.0%');
  expect(formatPercent('0.0004', 'en')).toBe('<0.1%');
  expect(formatPercent('0.0005', 'en')).toBe('0.1%');
  expect(formatPercent('1', 'en', 0)).toBe('100%');
});

test('dates keep to what is known, in any time zone', () => {
  expect(formatDate('2026-01-26', 'en')).toBe('Jan 26, 2026');
  expect(formatDate('2026-01', 'en')).toBe('Jan 2026');
  expect(formatDate('2026', 'en')).toBe('2026');
  expect(formatDate('2026-01-26', 'en', 'long')).toBe('January 26, 2026');
  expect(formatDate('no date', 'en')).toBe('no date');
});

test('sizes, lists and plurals', () => {
  expect([0, 999, 1000, 15_300, 3_400_000].map((n) => formatBytes(n, 'en'))).toEqual([
    '0 B',
    '999 B',
    '1.0 kB',
    '15 kB',
    '3.4 MB',
  ]);
  expect(formatList(['a', 'b', 'c'], 'en')).toBe('a, b, and c');
  const agencies = { one: '# agency', other: '# agencies' };
  expect([0, 1, 2, 1234].map((n) => plural(n, agencies, 'en'))).toEqual([
    '0 agencies',
    '1 agency',
    '2 agencies',
    '1,234 agencies',
  ]);
  expect(() => fill('{a} and {b}', { a: 1 })).toThrow('{b}');
});

describe('shorthand', () => {
  test('stands for what is absent, never a zero', () => {
    expect(formatCell(null, 'number', 'en')).toBe('[x]');
    expect(formatCell({ value: null, status: 'z' }, 'money', 'en')).toBe('[z]');
    expect(formatCell({ value: 3, status: 'r' }, 'number', 'en')).toBe('3 [r]');
    expect(formatCell(0, 'number', 'en')).toBe('0');
  });

  test('a hidden value is not written even when it is handed over', () => {
    expect(formatCell({ value: 7, status: 'c' }, 'number', 'en')).toBe('[c]');
  });

  test('the legend lists the signs in use once', () => {
    expect(statusesOf([null, 1, { value: null, status: 'c' }, { value: 2, status: 'r' }, null])).toEqual([
      'c',
      'x',
      'r',
    ]);
  });
});
