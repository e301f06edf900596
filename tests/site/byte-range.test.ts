import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeOf } from '../../src/site/byte-range.ts';

test.each([
  [undefined, 10, undefined],
  ['bytes=0-3', 10, { first: 0, last: 3 }],
  ['bytes=4-', 10, { first: 4, last: 9 }],
  ['bytes=-3', 10, { first: 7, last: 9 }],
  ['bytes=-30', 10, { first: 0, last: 9 }],
  ['bytes=8-99', 10, { first: 8, last: 9 }],
  ['bytes=10-', 10, 'outside'],
  ['bytes=-0', 10, 'outside'],
  ['bytes=5-2', 10, undefined],
  ['bytes=0-1,4-5', 10, undefined],
  ['rows=0-3', 10, undefined],
  ['bytes=-', 10, undefined],
])('%s of %i bytes', (header, length, expected) => {
  expect(rangeOf(header, length)).toEqual(expected);
});

test('whatever is asked, an answer lies inside the bytes', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(50), fc.nat(50), fc.nat(50), (junk, from, to, length) => {
      for (const header of [junk, `bytes=${from}-${to}`, `bytes=-${to}`, `bytes=${from}-`]) {
        const range = rangeOf(header, length);
        if (range === undefined || range === 'outside') continue;
        expect(range.first).toBeGreaterThanOrEqual(0);
        expect(range.first).toBeLessThanOrEqual(range.last);
        expect(range.last).toBeLessThan(length);
      }
    }),
  );
});
