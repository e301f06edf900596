import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Alignment, noColumn } from '../../src/kinds/searches/alignment/aligned-rows.ts';
import { allHeaders, vendorOrders } from '../../src/kinds/searches/alignment/columns-of-part.ts';
import type { RawRow } from '../../src/read/raw-row.ts';

const [long] = vendorOrders as [(typeof vendorOrders)[number]];
const headers = [...long.places.keys()];
const withForm = ['id', 'total networks searched', 'time frame', 'search time', 'search type'];

const two = (n: number) => String(n).padStart(2, '0');
const stamp = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }))
  .map(([day, hour]) => `01/${two(day)}/2026, ${two(hour)}:00:05 AM UTC`);
const text = fc.constantFrom(
  '',
  '',
  '***',
  'REDACTED',
  'stolen vehicle',
  'ICE',
  '25-100',
  '8ABC123',
  'Jane Doe',
  'a, b',
);

const search = fc
  .record({
    id: fc.uuid(),
    name: text,
    org: fc.constantFrom('Exampleton CA PD', 'Sampleville TX PD'),
    networks: fc.integer({ min: 1, max: 6000 }),
    devices: fc.constantFrom('144', '——', ''),
    start: stamp,
    time: stamp,
    plate: text,
    reason: text,
    caseNumber: text,
    filters: text,
    type: fc.constantFrom('lookup', 'convoy - Mobile'),
    prompt: text,
    moderation: fc.constantFrom('', 'allow'),
  })
  .map((one): (string | null)[] =>
    [
      one.id,
      one.name,
      one.org,
      String(one.networks),
      one.devices,
      `${one.start}\n${one.time}`,
      one.plate,
      one.reason,
      one.caseNumber,
      one.filters,
      one.time,
      one.type,
      one.prompt,
      one.moderation,
    ].map((cell) => (cell === '' ? null : cell)),
  );

const nothing = { what: 'nothing' as const, at: 0, to: 0 };

/** What happens to a row by hand: nothing, a cell too many, a cell gone, two cells with a form changing places. */
const mishap = fc.oneof(
  { weight: 4, arbitrary: fc.constant(nothing) },
  fc
    .record({
      what: fc.constantFrom('blank' as const, 'text' as const, 'gone' as const),
      at: fc.nat(13),
      to: fc.constant(0),
    })
    // A stretch with one number is an export of the vendor's, the one without devices.
    .filter(({ what, at }) => what !== 'gone' || at !== headers.indexOf('total networks searched')),
  fc.record({ what: fc.constant('swap' as const), at: fc.nat(4), to: fc.nat(4) }),
);

/** Rows to which the same happens; a cell of text too many comes alone (a comma that was not quoted). */
const stretch = fc
  .tuple(fc.array(search, { minLength: 1, maxLength: 6 }), mishap)
  .map(([rows, one]) =>
    rows.map((cells, index) => [cells, one.what === 'text' && index > 0 ? nothing : one] as const),
  );

function happen(cells: (string | null)[], { what, at, to }: { what: string; at: number; to: number }) {
  const copy = [...cells];
  if (what === 'blank') copy.splice(at, 0, null);
  if (what === 'text') copy.splice(at, 0, 'red sedan');
  if (what === 'gone') copy.splice(at, 1);
  if (what === 'swap') {
    const [one, other] = [at, to].map((n) => headers.indexOf(withForm[n] as string)) as [number, number];
    [copy[one], copy[other]] = [copy[other] as string, copy[one] as string];
  }
  return copy;
}

async function align(rows: (string | null)[][]): Promise<{ out: RawRow[]; alignment: Alignment }> {
  const alignment = new Alignment(long);
  const source = (async function* () {
    for (const [index, cells] of rows.entries()) yield { row: index + 1, line: null, cells };
  })();
  const out: RawRow[] = [];
  for await (const batch of alignment.rows(source)) out.push(...(Array.isArray(batch) ? batch : [batch]));
  return { out, alignment };
}

it('leaves each row as it was before the mishap, or rejects it, and loses none', async () => {
  const seen = { whole: 0, repaired: 0, rejected: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(stretch, { minLength: 1, maxLength: 8 }), async (stretches) => {
      const given = stretches.flat();
      const { out, alignment } = await align(given.map(([cells, what]) => happen(cells, what)));
      expect(out.map((row) => row.row)).toEqual(given.map((_, index) => index + 1));
      for (const [index, row] of out.entries()) {
        const [cells, { what, at }] = given[index] as (typeof given)[number];
        if (row.reject) {
          expect(what).not.toBe('nothing');
          seen.rejected += 1;
          continue;
        }
        for (const [place, header] of headers.entries()) {
          const found = row.cells[allHeaders.indexOf(header)] ?? null;
          // A cell that is gone is blank, or said to be gone; every other is what it was.
          if (what === 'gone' && place === at) continue;
          if (found !== noColumn) expect(found, `${header} after ${what}`).toBe(cells[place] ?? null);
          else expect(cells[place] ?? null, `${header} after ${what}`).toBeNull();
        }
        if (what === 'nothing') seen.whole += 1;
      }
      seen.repaired += alignment.repaired;
    }),
    { numRuns: 300, endOnFailure: true },
  );
  expect(Math.min(seen.whole, seen.repaired, seen.rejected)).toBeGreaterThan(15);
});

it('follows a header line in the middle', async () => {
  const other = [...headers].reverse();
  await fc.assert(
    fc.asyncProperty(fc.array(search, { minLength: 2, maxLength: 10 }), async (rows) => {
      const half = rows.length >> 1;
      const { out, alignment } = await align([
        ...rows.slice(0, half),
        other,
        ...rows.slice(half).map((cells) => [...cells].reverse()),
      ]);
      expect(alignment.parts).toBe(2);
      const searches = out.filter((row) => row.row !== half + 1);
      for (const [index, row] of searches.entries())
        for (const [place, header] of headers.entries())
          expect(row.cells[allHeaders.indexOf(header)] ?? null).toBe(rows[index]?.[place] ?? null);
    }),
    { endOnFailure: true },
  );
});
