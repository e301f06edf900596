import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { countRecords } from '../../src/read/count-records.ts';
import { openFile } from '../../src/read/file.ts';
import { createReader } from '../../src/read/reader.ts';
import { readAll } from './support/engine.ts';
import { testFolder } from './support/folder.ts';

const folder = testFolder();
const reader = createReader();
afterAll(() => {
  reader.close();
  folder.remove();
});

async function read(data: Buffer | string, careful = false) {
  const found = await openFile(folder.write(data, 'table'), reader);
  const table = found.tables[0];
  if (!table) throw new Error('no table');
  const { rows, account } = await readAll(found, table, { headerRow: 0, links: false, careful }, reader);
  return { found, table, rows, account, cells: rows.map((row) => row.cells) };
}

const lines = (count: number, line = (i: number) => `${i},b${i},c`) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

test('plain UTF-8 goes to the engine itself, and reads the same with patience', async () => {
  const text = '\ufeffid,"na me",c\r\n1,"x ""y""\r\nz",\r\n2,é,"😀"\r\n';
  const plain = await read(text);
  const careful = await read(text, true);
  expect(plain.found.encoding).toBe('utf-8-bom');
  expect(plain.rows[0]?.row).toBeNull();
  expect(plain.cells).toEqual([
    ['1', 'x "y"\r\nz', null],
    ['2', 'é', '😀'],
  ]);
  expect(careful.cells).toEqual(plain.cells);
  expect(careful.rows.map(({ row, line }) => [row, line])).toEqual([
    [1, 2],
    [2, 4],
  ]);
  expect(plain.account).toMatchObject({ records: 2, independent: true });
  expect(careful.account).toMatchObject({ records: 2, independent: true });
});

test.each([
  ['utf-16le', Buffer.from('\ufeffé,b\n1,“x”\n', 'utf16le')],
  ['utf-16be', Buffer.from('\ufeffé,b\n1,“x”\n', 'utf16le').swap16()],
  ['windows-1252', Buffer.from('e92c620a312c9378940a', 'hex')],
])('%s', async (encoding, data) => {
  const { found, table, cells, account } = await read(data);
  expect(found.encoding).toBe(encoding);
  expect(table.preview[0]).toEqual(['é', 'b']);
  expect(cells).toEqual([['1', '“x”']]);
  expect(account).toMatchObject({ records: 1, independent: true });
});

test('one spoiled row does not make UTF-8 another encoding', async () => {
  const data = Buffer.concat([
    Buffer.from('a,b\né,ü\nß,ö\n'),
    Buffer.from([0xff, 0x2c, 0x31, 10]),
    Buffer.from('x,y\n'),
  ]);
  const { found, cells, account } = await read(data);
  expect(found.encoding).toBe('utf-8');
  expect(cells).toEqual([
    ['é', 'ü'],
    ['ß', 'ö'],
    ['x', 'y'],
  ]);
  expect(account.rejects).toEqual([{ row: 3, line: 4, cells: 2, code: 'not-text' }]);
});

test('rows with a cell too many or too few are rejected with their places', async () => {
  const { cells, account } = await read('a,b,c\n1,2,3\n1,2,3,4\n5,6\n7,8,9\n');
  expect(cells).toEqual([
    ['1', '2', '3'],
    ['7', '8', '9'],
  ]);
  expect(account).toEqual({
    records: 4,
    independent: true,
    rejected: 2,
    rejects: [
      { row: 2, line: 3, cells: 4, code: 'cell-count' },
      { row: 3, line: 4, cells: 2, code: 'cell-count' },
    ],
  });
});

test('a zero byte rejects its row', async () => {
  const { cells, account } = await read('a,b\n1,x\0y\n2,z\n3,4\n5,6\n7,8\n9,10\n');
  expect(cells).toHaveLength(5);
  expect(account.rejects).toEqual([{ row: 1, line: 2, cells: 2, code: 'nul' }]);
});

test('a quote never closed costs its own row, not the rest of the file', async () => {
  const { rows, account } = await read(`a,b,c\n${lines(100)}\nx,"open,z\n${lines(50_000)}\n`);
  expect(rows).toHaveLength(50_100);
  expect(account).toMatchObject({ records: 50_101, independent: false, rejected: 1 });
  expect(account.rejects).toEqual([{ row: 101, line: 102, code: 'unclosed-quote' }]);
  expect(rows.at(-1)).toMatchObject({ row: 50_101, line: 50_102 });
});

test('a quote never closed among quoted cells', async () => {
  const quoted = (i: number) => `"${i}","b ${i}\nand more","c"`;
  const { rows, account } = await read(`a,b,c\n${lines(10, quoted)}\n"x","open,z\n${lines(10, quoted)}\n`);
  expect(rows).toHaveLength(20);
  expect(account.rejected).toBe(1);
  expect(account.rejects[0]).toMatchObject({ row: 11, line: 22 });
});

test('blank lines are rows in the middle and nothing at the end', async () => {
  const { cells, rows, account } = await read('a,b\n1,2\n\n3,4\n\n\n');
  expect(cells).toEqual([
    ['1', '2'],
    [null, null],
    ['3', '4'],
  ]);
  expect(rows.map(({ row, line }) => [row, line])).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
  ]);
  expect(account).toMatchObject({ records: 3, independent: true, rejected: 0 });
});

test('a preamble, and a header that spans lines', async () => {
  const found = await openFile(
    folder.write('Report\n\n"Name\nof it",b,c\n1,2,3\n4,5,6\n7,8,9\n1,2,3\n'),
    reader,
  );
  const table = found.tables[0];
  if (!table) throw new Error('no table');
  expect(table.preview[2]).toEqual(['Name\nof it', 'b', 'c']);
  const { rows, account } = await readAll(found, table, { headerRow: 2, links: false }, reader);
  expect(rows[0]).toMatchObject({ row: 1, line: 5, cells: ['1', '2', '3'] });
  expect(account).toMatchObject({ records: 4, independent: true });
});

test.each([';', '\t', '|'])('delimiter %j, no header', async (delimiter) => {
  const found = await openFile(folder.write(`1${delimiter}a,b\n2${delimiter}c\n`), reader);
  const table = found.tables[0];
  if (!table) throw new Error('no table');
  expect(table.delimiter).toBe(delimiter);
  const { rows } = await readAll(found, table, { headerRow: -1, links: false }, reader);
  expect(rows.map((row) => row.cells)).toEqual([
    ['1', 'a,b'],
    ['2', 'c'],
  ]);
});

test('a cell beyond the limit rejects its row, a line without end too, in bounded memory', async () => {
  const { cells, account } = await read(
    `a,b\n1,${'x'.repeat(300_000)}\n2,y\n3,${'z'.repeat(5_000_000)}\n4,w\n`,
  );
  expect(cells).toEqual([
    ['2', 'y'],
    ['4', 'w'],
  ]);
  expect(account.rejects.map(({ row, line, code }) => [row, line, code])).toEqual([
    [1, 2, 'cell-too-long'],
    [3, 4, 'cell-too-long'],
  ]);
});

test('a path that looks like a pattern is no pattern', async () => {
  const found = await openFile(folder.write('a,b\n1,2\n', "it's [all] *.csv"), reader);
  const table = found.tables[0];
  if (!table) throw new Error('no table');
  expect((await readAll(found, table, { headerRow: 0, links: false }, reader)).rows).toHaveLength(1);
});

const cell = fc.oneof(
  fc.constantFrom('', 'a', '"', ',', '\n', '\r\n', ' ', 'x y', 'é', '😀', '#N/A', ';', '\t'),
  fc.string({ maxLength: 8 }).map((text) => text.replaceAll(/[\0\r]/g, '')),
);
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

test('random tables read the same both ways, and count as another reader counts them', async () => {
  const tables = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 30 }),
    );
  await fc.assert(
    fc.asyncProperty(tables, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (table, end, final) => {
      const header = (table[0] ?? []).map((_, i) => quote(`h${i}`)).join(',');
      const text = [header, ...table.map((row) => row.map(quote).join(','))].join(end) + (final ? end : '');
      const expected = table.map((row) => row.map((value) => (value === '' ? null : value)));
      const blank = (row: (string | null)[]) => row.every((value) => value === null || value.trim() === '');
      for (const careful of [false, true]) {
        const { cells, account } = await read(text, careful);
        expect(cells.map((row) => (blank(row) ? null : row))).toEqual(
          expected.map((row) => (blank(row) ? null : row)),
        );
        expect(account).toMatchObject({ records: table.length, independent: true, rejected: 0 });
      }
    }),
    { numRuns: 60 },
  );
});

test('the count agrees with a second reader on loosely quoted text in any chunks', async () => {
  const loose = fc.oneof(cell.map(quote), fc.constantFrom('', 'a', 'b c', '1'));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(loose, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 20 }),
      async (table) => {
        const text = `${table.map((row) => row.join(',')).join('\n')}\nend,end\n`;
        const file = folder.write(text, 'loose');
        const count = await countRecords(file, { delimiter: ',', newline: 'lf' }, 'utf-8');
        const second = parse(text, { relax_column_count: true, skip_empty_lines: false }) as string[][];
        expect(count.records).toBe(second.length);
        expect(count.width).toBe(2);
      },
    ),
    { numRuns: 200 },
  );
});

test('a character that lies across two chunks of a large file is whole', async () => {
  // The dash has three bytes and a record six: one of these headers has it lie across a mebibyte.
  for (const header of ['a,b', 'aa,b', 'aaa,b', 'aaaa,b', 'aaaaa,b']) {
    const file = folder.write(`${header}\n${'—,1\n'.repeat(400_000)}`, 'dashes');
    const count = await countRecords(file, { delimiter: ',', newline: 'lf' }, 'utf-8');
    expect(count).toMatchObject({ utf8: 'valid', regular: true, records: 400_001 });
  }
});
