import fc from 'fast-check';
import { expect, it } from 'vitest';
import { otherWords } from '../../src/kinds/searches/other-words.ts';

it('finds every capitalised word but those given', () => {
  const given = ['Det', 'Detective', 'DET', 'Dep', 'Lt', 'A'];
  const pattern = new RegExp(`^${otherWords(given)}$`);
  const word = fc.oneof(
    fc.constantFrom(...given),
    fc
      .tuple(fc.constantFrom(...given), fc.nat(9), fc.constantFrom('', 'a', 'e', 't', 'T', 'tive', 'ective'))
      .map(([one, length, more]) => one.slice(0, length) + more),
    fc.stringMatching(/^[A-Za-z']{0,8}$/),
  );
  fc.assert(
    fc.property(word, (text) => {
      expect([text, pattern.test(text)]).toEqual([
        text,
        /^[A-Z][A-Za-z]*$/.test(text) && !given.includes(text),
      ]);
    }),
    { numRuns: 5000 },
  );
});
