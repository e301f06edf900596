import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { tempDir } from '../support/temp-dir.ts';
import { walkBytes } from '../support/walk-bytes.ts';

const canary = 'Quillon Värst & 7Z';
const folderWith = (name: string, bytes: string | Uint8Array) => {
  const folder = tempDir('walk');
  writeFileSync(join(folder, 'innocent.txt'), 'nothing here');
  writeFileSync(join(folder, name), bytes);
  return folder;
};
const formsFound = async (name: string, bytes: string | Uint8Array) => {
  const { findings } = await walkBytes(folderWith(name, bytes), [canary]);
  return [...new Set(findings.map(({ form }) => form))];
};
const filesFound = async (folder: string) =>
  (await walkBytes(folder, [canary])).findings.map(({ file }) => file);

describe('a planted canary is found', () => {
  const utf8 = Buffer.from(canary);
  const utf16 = Buffer.from(canary, 'utf16le');
  test.each([
    ['utf-8', `x${canary}y`],
    ['utf-8', `x${canary.toUpperCase().replace('Ä', 'ä')}y`],
    ['utf-16le', Buffer.concat([Buffer.from('odd'), utf16])],
    ['hex', `0${utf8.toString('hex').toUpperCase()}f`],
    ['url', `?q=${encodeURIComponent(canary)}`],
    ['url', `?q=${encodeURIComponent(canary).toLowerCase()}`],
    ['url', `?q=${new URLSearchParams({ canary })}`],
    ['url twice', encodeURIComponent(encodeURIComponent(canary))],
    ['json, ascii only', '"Quillon V\\u00e4rst & 7Z"'],
    ['html', '<p>Quillon Värst &amp; 7Z</p>'],
  ])('as %s', async (form, bytes) => {
    expect(await formsFound('planted.bin', bytes)).toContain(form);
  });

  test.each([0, 1, 2, 3])('as base64, %i bytes in', async (before) => {
    const text = Buffer.concat([Buffer.alloc(before, 0xa5), utf8, Buffer.from('tail')]).toString('base64');
    expect(await formsFound('planted.b64', text)).toContain('base64');
  });

  test('in names, links, zips, workbooks, gzip and zstd', async () => {
    const folder = tempDir('walk');
    mkdirSync(join(folder, `${canary}.d`));
    symlinkSync(`/nowhere/${canary}`, join(folder, 'link'));
    writeFileSync(join(folder, 'a.gz'), gzipSync(canary));
    writeFileSync(join(folder, 'b.zst'), zstdCompressSync(canary));
    const book = await writeXlsx({
      sheets: [{ name: 'Sheet1', rows: [['x']] }],
      properties: { creator: canary.replace('&', 'and') },
    });
    writeFileSync(join(folder, 'c.xlsx'), book);
    writeFileSync(
      join(folder, 'd.xlsx.gz'),
      gzipSync(await writeXlsx({ sheets: [{ name: 'Sheet1', rows: [[canary]] }] })),
    );
    const found = await filesFound(folder);
    expect(found).toEqual(
      expect.arrayContaining(['a.gz!gunzip', 'b.zst!unzstd', 'link (link)', `${canary}.d (its name)`]),
    );
    expect(found.some((file) => file.startsWith('d.xlsx.gz!gunzip!xl/'))).toBe(true);
    const inProperties = await walkBytes(folder, ['Quillon Värst and 7Z']);
    expect(inProperties.findings.map(({ file }) => file)).toContain('c.xlsx!docProps/core.xml');
  });

  test('in the cells of Parquet and of a database, where the bytes alone do not show it', async () => {
    const folder = tempDir('walk');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const rows = `SELECT {'inner': ['Quillon ' || 'Värst & 7Z' || repeat('pad', i::INT % 7)]} AS nested, i FROM range(3000) t(i)`;
    await connection.run(
      `COPY (${rows}) TO '${join(folder, 'p.parquet')}' (FORMAT parquet, COMPRESSION zstd)`,
    );
    await connection.run(`ATTACH '${join(folder, 'd.duckdb')}' AS d`);
    await connection.run(`CREATE TABLE d.t AS ${rows}`);
    await connection.run('DETACH d');
    connection.closeSync();
    instance.closeSync();
    expect(await filesFound(folder)).toEqual(expect.arrayContaining(['p.parquet!cells', 'd.duckdb!cells']));
  });
});

test('a clean folder has no finding, and the walk says what it read', async () => {
  const folder = folderWith(
    'a.xlsx',
    await writeXlsx({ sheets: [{ name: 'Sheet1', rows: [['Quillon', 'Värst']] }] }),
  );
  const walk = await walkBytes(folder, [canary]);
  expect(walk.findings).toEqual([]);
  expect(walk.files).toEqual(['a.xlsx', 'innocent.txt']);
  expect(walk.bytes).toBeGreaterThan(1000);
});

test('what is skipped is not searched', async () => {
  const walk = await walkBytes(folderWith('kept.txt', canary), [canary], {
    skip: (path) => path === 'kept.txt',
  });
  expect(walk).toMatchObject({ findings: [], files: ['innocent.txt'] });
});
