import fc from 'fast-check';

/** Texts on which engines are known to differ: white space of every sort, cases, signs, look-alikes, near numbers and near dates. */
export const hardTexts: readonly (string | null)[] = [
  null,
  '',
  ' ',
  '\u00a0',
  '\u200b x \u2003\ty\r\n z\u3000',
  '  Dade County Sheriff\u2019s  Office ',
  'ÅNGSTRÖM straße İstanbul ΣΊΣΥΦΟΣ ﬁ',
  'e\u0301 é',
  '😀 two 👨‍👩‍👧 units',
  'St. Mary’s Parish',
  'saint johns county',
  'O`Brien´s ‘quoted’ ʼtwas',
  'back\\slash \\1 $1 $0 {x} [y] (z) %s _',
  "it''s 'quoted' \"double\"",
  'a.b*c+d?e|f^g$',
  '2026-01-26',
  '2026-1-6',
  '2026-02-30',
  '2024-02-29',
  '0001-01-01',
  '9999-12-31',
  '01/26/2026',
  '1/6/2026',
  '13/01/2026',
  '26-JAN-26',
  '2026-01-26 ',
  '0',
  '-0',
  '+5',
  '.5',
  '5.',
  '12.345',
  '-12.345',
  '12.344',
  '0.005',
  '-0.005',
  '1e5',
  '1,234.50',
  '$5.00',
  '007',
  '99999999999999999999999999999999999.99',
  '999999999999999999999999999999999999.99',
  '9999999999999999999999999999999999999.99',
  '٣٤',
  'NaN',
  'Infinity',
  'null',
  'x'.repeat(300),
];

const pieces = [
  ' ',
  '\t',
  '\u00a0',
  "'",
  '\u2019',
  '-',
  '.',
  '/',
  '0',
  '1',
  '26',
  'a',
  'B',
  'é',
  'ß',
  'İ',
  'county',
  'Saint',
  'st.',
  'jail',
  '\\',
  '%',
  '_',
  '😀',
];

/** Made texts, the same each time. */
export function madeTexts(count: number, seed: number): string[] {
  const piece = fc.constantFrom(...pieces);
  const text = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc
      .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99999 }))
      .map(([whole, part]) => `${whole}.${part}`),
    fc
      .tuple(
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        fc.integer({ min: 1899, max: 2101 }),
      )
      .map((parts) => parts.join('/')),
  );
  // U+0000 and lone surrogates are no text in Parquet.
  return fc.sample(text, { numRuns: count, seed }).map((one) => one.replaceAll('\0', '').toWellFormed());
}
