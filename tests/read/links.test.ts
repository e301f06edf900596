import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unwrapLink } from '../../src/read/links.ts';

const inner = 'https://www.ice.gov/doclib/287gMOA/a%20b.pdf';

test.each([
  [inner, inner],
  [`${inner}?x=1#page=2`, inner],
  [
    `https://gcc02.safelinks.protection.outlook.com/?url=${encodeURIComponent(inner)}&data=05%7C02%7Ca.b%40dhs.gov%7C1`,
    inner,
  ],
  [`https://gcc02.safelinks.protection.outlook.com/?data=05%7Ca.b%40dhs.gov`, null],
  [`https://web.archive.org/web/20250104041613/${inner}`, inner],
  [`https://web.archive.org/web/20250104041613if_/${inner}`, inner],
  [
    `chrome-extension://efaidnbmnnnibpcajpcglclefindmkaj/https:/www.ice.gov/a.pdf`,
    'https://www.ice.gov/a.pdf',
  ],
  ['https:/www.ice.gov/a.pdf', 'https://www.ice.gov/a.pdf'],
  ['mailto:a.b@dhs.gov', null],
  ['https://user:word@ice.gov/a', null],
  ['https://ice.gov/a.b@dhs.gov', null],
  ['https://ice.gov/a.b%40dhs.gov', null],
  ['https://ice.gov/a.b%2540dhs.gov', null],
  ['file:///C:/Users/somebody/a.pdf', null],
  ['..\\..\\somebody\\a.pdf', null],
  ['javascript:alert(1)', null],
  ['', null],
])('%s', (target, address) => {
  expect(unwrapLink(target)).toBe(address);
});

test('no e-mail address, query or fragment ever comes through, however it is wrapped', () => {
  const email = 'jane.doe@agency.gov';
  const wraps = fc.constantFrom(
    (text: string) =>
      `https://x.safelinks.protection.outlook.com/?url=${encodeURIComponent(text)}&data=${email}`,
    (text: string) => `https://web.archive.org/web/2025/${text}`,
    (text: string) => `${text}?to=${email}`,
    (text: string) => `${text}#${email}`,
    (text: string) => `${text}/${encodeURIComponent(email)}`,
  );
  fc.assert(
    fc.property(fc.array(wraps, { maxLength: 6 }), (chain) => {
      const address = unwrapLink(chain.reduce((text, wrap) => wrap(text), 'https://www.ice.gov/a.pdf'));
      expect(decodeURIComponent(decodeURIComponent(address ?? ''))).not.toMatch(/@|[?#]/);
    }),
  );
});
