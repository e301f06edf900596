import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, expect, test } from 'vitest';
import { openFile } from '../../src/read/file.ts';
import { createReader } from '../../src/read/reader.ts';
import { readAll } from './support/engine.ts';
import { testFolder } from './support/folder.ts';
import { workbook } from './support/zip.ts';

const folder = testFolder();
const reader = createReader();
afterAll(() => {
  reader.close();
  folder.remove();
});

async function read(data: Buffer, headerRow = -1) {
  const found = await openFile(folder.write(data), reader);
  const table = found.tables[0];
  if (!table) throw new Error('no table');
  return { found, table, ...(await readAll(found, table, { headerRow, links: true }, reader)) };
}

const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;

test('every kind of cell as text', async () => {
  const { rows, table, found } = await read(
    workbook(
      row(
        1,
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>' +
          '<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1"><v>1234567.25</v></c>' +
          '<c r="G1" t="str"><f>A1&amp;"x"</f><v>plain x</v></c><c r="H1"><f>1+1</f></c><c r="J1" s="0"/>',
      ),
      {
        strings:
          '<si><t>plain</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t xml:space="preserve">&lt;text&gt;</t></r><rPh><t>no</t></rPh></si>',
        core: '<c:p xmlns:dcterms="x"><dc:creator>Jane Doe</dc:creator><dcterms:modified xsi:type="dcterms:W3CDTF">2026-01-02T03:04:05Z</dcterms:modified></c:p>',
      },
    ),
  );
  expect(rows[0]?.cells).toEqual([
    'plain',
    'rich <text>',
    'inline',
    'TRUE',
    '#N/A',
    '1234567.25',
    'plain x',
    null,
    null,
    null,
  ]);
  expect(table.width).toBe(10);
  expect(found.modified).toBe('2026-01-02T03:04:05Z');
  expect(JSON.stringify(found)).not.toContain('Jane');
});

test.each([
  ['1900', '', 45922],
  ['1904', 'date1904="1"', 45922 - 1462],
])('dates of the %s system, with and without a time', async (_, workbookPr, day) => {
  const { rows } = await read(
    workbook(
      row(
        1,
        `<c r="A1" s="1"><v>${day}</v></c><c r="B1" s="2"><v>${day}.5</v></c><c r="C1" s="2"><v>${day}.99999</v></c><c r="D1"><v>${day}</v></c>`,
      ),
      { workbookPr },
    ),
  );
  expect(rows[0]?.cells).toEqual(['2025-09-22', '2025-09-22T12:00:00', '2025-09-22T23:59:59', String(day)]);
});

test('a time without a date', async () => {
  const { rows } = await read(workbook(row(1, '<c r="A1" s="3"><v>0.75</v></c>')));
  expect(rows[0]?.cells).toEqual(['18:00:00']);
});

test('rows left out are rows, and rows count after the header', async () => {
  const { rows, account } = await read(
    workbook(row(2, '<c r="A2" t="inlineStr"><is><t>head</t></is></c>') + row(5, '<c r="B5"><v>7</v></c>')),
    1,
  );
  expect(rows.map(({ row: number, cells }) => [number, ...cells])).toEqual([
    [1, null, null],
    [2, null, null],
    [3, null, '7'],
  ]);
  expect(account).toMatchObject({ records: 3, independent: true });
});

test('links of relationships, ranges and formulas', async () => {
  const safe =
    'https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.ice.gov%2Fa.pdf&amp;data=jane.doe%40dhs.gov';
  const { rows } = await read(
    workbook(
      row(
        1,
        '<c r="A1"><v>1</v></c><c r="B1" t="str"><f>HYPERLINK("https://www.ice.gov/b.pdf?x=1","link")</f><v>link</v></c>',
      ) +
        row(2, '<c r="A2"><v>1</v></c><c r="B2"><v>2</v></c>') +
        row(3, '<c r="A3"><v>1</v></c><c r="B3"><v>2</v></c>'),
      {
        after:
          '<hyperlinks><hyperlink ref="A1:A2" r:id="h1"/><hyperlink ref="B3" r:id="h2"/><hyperlink ref="A3" location="Other!A1"/></hyperlinks>',
        rels: `<Relationship Id="h1" Type="http://x/relationships/hyperlink" Target="${safe}" TargetMode="External"/><Relationship Id="h2" Type="http://x/relationships/hyperlink" Target="mailto:jane.doe@dhs.gov" TargetMode="External"/>`,
      },
    ),
  );
  expect(rows.map((each) => each.links)).toEqual([
    ['https://www.ice.gov/a.pdf', 'https://www.ice.gov/b.pdf'],
    ['https://www.ice.gov/a.pdf', null],
    [null, null],
  ]);
});

test('random sheets read back', async () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !/\p{Cc}|_x[\da-f]{4}_/iu.test(text)),
    fc.constantFrom(' a ', '"', '<&>', 'é\n😀', ',', '#N/A'),
    fc.integer(),
    fc.boolean(),
  );
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(table, table, async (first, second) => {
      const all = [first, second].map((rows) => [['h1', 'h2', 'h3'], ...rows, ['end', 'end', 'end']]);
      const data = await writeXlsx({ sheets: all.map((rows, i) => ({ name: `S${i}`, rows })) });
      const found = await openFile(folder.write(Buffer.from(data)), reader);
      expect(found.tables.map((each) => each.sheet)).toEqual(['S0', 'S1']);
      for (const [index, each] of found.tables.entries()) {
        const { rows } = await readAll(found, each, { headerRow: 0, links: false }, reader);
        const text = (value: unknown) =>
          value === null ? null : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
        expect(rows.map((r) => r.cells)).toEqual((all[index] ?? []).slice(1).map((r) => r.map(text)));
      }
    }),
    { numRuns: 40 },
  );
});
