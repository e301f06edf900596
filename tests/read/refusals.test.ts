import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createDeflateRaw } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { openFile } from '../../src/read/file.ts';
import { createReader } from '../../src/read/reader.ts';
import { refusals } from '../../src/read/refusals.ts';
import { testFolder } from './support/folder.ts';
import { workbook, zip } from './support/zip.ts';

const folder = testFolder();
const reader = createReader();
afterAll(() => {
  reader.close();
  folder.remove();
});

const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(`${stream}\0`, 'utf16le'),
    Buffer.alloc(600),
  ]);
const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
const types = { name: '[Content_Types].xml', data: '<Types/>' };
const secret = 'SECRET-CELL';

const cases: [string, keyof typeof refusals, Buffer | string][] = [
  ['an empty file', 'empty', ''],
  ['blank lines', 'empty', '\n\n  \n'],
  ['an encrypted workbook', 'encrypted-workbook', compound('EncryptedPackage')],
  ['an old workbook', 'old-workbook', compound('Workbook')],
  ['an old text document', 'office-document', compound('WordDocument')],
  ['a text document', 'office-document', zip([types, { name: 'word/document.xml', data: '<w/>' }])],
  ['a presentation', 'office-document', zip([types, { name: 'ppt/presentation.xml', data: '<p/>' }])],
  ['a binary workbook', 'other-workbook', zip([types, { name: 'xl/workbook.bin', data: 'x' }])],
  [
    'an open document',
    'other-workbook',
    zip([
      { name: 'META-INF/manifest.xml', data: '' },
      { name: 'content.xml', data: '' },
    ]),
  ],
  ['a PDF', 'pdf', '%PDF-1.7\n%\xe2\xe3'],
  ['a page', 'html', `\n<!DOCTYPE html><html><body>${secret},b,c</body></html>`],
  ['a page written as XML', 'html', '<?xml version="1.0"?>\n<!DOCTYPE html><html></html>'],
  ['a page after a comment', 'html', '<!-- saved --><html lang="en">'],
  ['a workbook cut off', 'truncated-zip', workbook(rows).subarray(0, 900)],
  ['an image', 'binary', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(300, 7)])],
  ['prose', 'no-table', `Dear ${secret},\nhere is what you asked for, and more, and more.\nYours\n`],
  ['a zip with a password', 'zip-encrypted', zip([{ name: 'a.csv', data: 'a,b', claims: { flags: 1 } }])],
  ['a name that leads outside', 'zip-path', zip([{ name: '../../etc/a.csv', data: 'a,b' }])],
  [
    'too many entries',
    'zip-entries',
    zip(Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}`, data: '' }))),
  ],
  ['an honest bomb', 'zip-too-large', zip([{ name: 'a.csv', data: Buffer.alloc(8_000_000) }])],
  ['a part larger than it says', 'zip-damaged', workbook(rows, { strings: 'x'.repeat(1000), lies: 10 })],
  [
    'a workbook whose parts are no XML',
    'workbook-damaged',
    zip([types, { name: '_rels/.rels', data: secret }, { name: 'xl/workbook.xml', data: secret }]),
  ],
  [
    'a sheet that ends early',
    'workbook-damaged',
    workbook('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'),
  ],
];

test.each(cases)('%s is refused', async (_, refusal, data) => {
  const file = folder.write(data, `SECRET-NAME-${refusal}.csv`);
  const error = await openFile(file, reader).then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toMatchObject({ code: refusals[refusal][0], exit: 3, hint: refusals[refusal][2] });
  expect(`${error.message} ${error.hint} ${error.cause ?? ''}`).not.toContain(secret);
});

test('folders, pipes, devices and missing files are refused, links to files are not', async () => {
  const pipe = join(folder.path, 'pipe');
  execFileSync('mkfifo', [pipe]);
  await expect(openFile(pipe, reader)).rejects.toMatchObject({ code: 'CF-READ-002' });
  await expect(openFile('/dev/zero', reader)).rejects.toMatchObject({ code: 'CF-READ-002' });
  await expect(openFile(folder.path, reader)).rejects.toMatchObject({ code: 'CF-READ-002' });
  await expect(openFile(join(folder.path, 'none'), reader)).rejects.toMatchObject({ code: 'CF-READ-003' });
  const link = join(folder.path, 'link');
  symlinkSync(folder.write('a,b\n1,2\n'), link);
  expect((await openFile(link, reader)).form).toBe('csv');
});

test('codes are used once', () => {
  const codes = Object.values(refusals).map(([code]) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

test('a workbook of 1 GB in 1 MB is refused in little memory, whatever it says of its size', async () => {
  const bomb = await gigabyte();
  const before = process.memoryUsage().rss;
  const honest = workbookOf(bomb, 1024 ** 3);
  const lying = workbookOf(bomb, 1_000_000);
  for (const [data, code] of [
    [honest, 'CF-READ-012'],
    [lying, 'CF-READ-016'],
  ] as const) {
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 5);
    await expect(openFile(folder.write(data), reader)).rejects.toMatchObject({ code });
    clearInterval(watch);
    expect(Math.max(peak, process.memoryUsage().rss) - before).toBeLessThan(300 * 1024 ** 2);
  }
});

test('a workbook beyond the time or memory limit ends its reading only; the next one is read', async () => {
  const big = folder.write(
    workbook(
      Array.from(
        { length: 60_000 },
        (_, i) =>
          `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>cell ${i}</t></is></c><c r="B${i + 1}"><v>1</v></c></row>`,
      ).join(''),
    ),
  );
  const hurried = createReader({ limits: { fileSeconds: 0.05, ratio: 10_000 } });
  await expect(openFile(big, hurried)).rejects.toMatchObject({ code: 'CF-READ-018' });
  hurried.close();
  const small = createReader({ limits: { childResidentMegabytes: 30 } });
  await expect(openFile(big, small)).rejects.toMatchObject({ code: 'CF-READ-019' });
  small.close();
  expect((await openFile(big, reader)).tables[0]?.width).toBe(2);
});

function workbookOf(deflated: Buffer, claimed: number): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zip([
    types,
    {
      name: '_rels/.rels',
      data: `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: '<workbook><sheets><sheet name="S" sheetId="1" r:id="r"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships><Relationship Id="r" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: '', deflated: { data: deflated, inflated: claimed } },
  ]);
}

async function gigabyte(): Promise<Buffer> {
  const deflate = createDeflateRaw({ level: 9 });
  const chunks: Buffer[] = [];
  deflate.on('data', (chunk) => chunks.push(chunk));
  const piece = Buffer.alloc(16 * 1024 ** 2, '<row/>');
  for (let i = 0; i < 64; i++) await new Promise((resolve) => deflate.write(piece, resolve));
  await new Promise((resolve) => deflate.end(resolve));
  return Buffer.concat(chunks);
}
