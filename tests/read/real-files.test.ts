import { existsSync, readFileSync } from 'node:fs';
import readSheet from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FoundFile, openFile } from '../../src/read/file.ts';
import { createReader, type Reader } from '../../src/read/reader.ts';
import { readAll } from './support/engine.ts';

const folder = process.env.COUNTERFOIL_AGREEMENTS ?? '../shared/data/agreements';
const present = existsSync(`${folder}/SOURCES.md`);
if (!present) console.warn(`SKIPPED: the released workbooks are not at ${folder}`);

interface Listed {
  name: string;
  rows: number;
  width: number;
  sheet: string;
  range: number;
  modified: string;
}

/** The table of SOURCES.md. */
const listed: Listed[] = !present
  ? []
  : readFileSync(`${folder}/SOURCES.md`, 'utf8')
      .split('\n')
      .filter((line) => /^\| \S+\.xlsx \|/.test(line))
      .map((line) => {
        const cells = line.split('|').map((cell) => cell.trim());
        const sheet = /^(.*) \((\d+) rows in range\)$/.exec(cells[5] ?? '');
        return {
          name: cells[1] ?? '',
          rows: Number(cells[3]),
          width: Number(/\((\d+) cols wide\)/.exec(cells[4] ?? '')?.[1]),
          sheet: sheet?.[1] ?? '',
          range: Number(sheet?.[2]),
          modified: cells[6] ?? '',
        };
      });

describe.skipIf(!present)('the released lists', () => {
  let reader: Reader;
  beforeAll(() => {
    reader = createReader();
  });
  afterAll(() => reader.close());
  const files = new Map<string, Promise<FoundFile>>();
  const opened = (name: string) => {
    const file = files.get(name) ?? openFile(`${folder}/${name}`, reader);
    files.set(name, file);
    return file;
  };

  test.each(listed)('$name has the width, rows and stamp of its listing', async (entry) => {
    const found = await opened(entry.name);
    expect(found.form).toBe('workbook');
    expect(found.modified).toBe(entry.modified);
    expect(found.tables).toHaveLength(1);
    const table = found.tables[0];
    if (!table) throw new Error('no table');
    expect(table.sheet).toBe(entry.sheet);
    expect.soft(table.width).toBe(entry.width);
    const { rows, account } = await readAll(found, table, { headerRow: 0, links: true }, reader);
    expect.soft(account.records).toBe(entry.range - 1);
    expect(account.rejects).toEqual([]);
    expect(rows).toHaveLength(account.records);
    expect(rows.filter((row) => row.cells.some((cell) => cell !== null && cell.trim() !== ''))).toHaveLength(
      entry.rows,
    );
    expect(rows.map((row) => row.row)).toEqual(rows.map((_, index) => index + 1));
    const text = JSON.stringify(rows);
    expect(text).not.toMatch(/safelinks|redacted/);
  });

  test.each(listed.filter((_, index) => index % 4 === 0))(
    '$name reads as a second reader reads it',
    async ({ name }) => {
      const found = await opened(name);
      const table = found.tables[0];
      if (!table) throw new Error('no table');
      const { rows } = await readAll(found, table, { headerRow: 0, links: false }, reader);
      const sheets = await readSheet(`${folder}/${name}`, { trim: false } as never);
      const second = (sheets as unknown as { data: unknown[][] }[])[0]?.data ?? [];
      const filled = rows.filter((row) => row.cells.some((cell) => cell !== null));
      const theirs = second
        .slice(1)
        .map((row) => Array.from({ length: table.width }, (_, i) => plain(row[i])));
      const theirsFilled = theirs.filter((row) => row.some((cell) => cell !== null));
      // The second reader has no text for error cells.
      const ours = filled.map((row) =>
        row.cells.map((cell) => (cell !== null && /^#[A-Z/0!?]+$/.test(cell) ? null : cell)),
      );
      expect(ours).toEqual(theirsFilled.map((row) => row.map((cell) => (cell === '#NA' ? null : cell))));
    },
  );

  test('links are those of the sheet, unwrapped', async () => {
    const found = await opened('participatingAgencies01262026pm.xlsx');
    const table = found.tables[0];
    if (!table) throw new Error('no table');
    const { rows } = await readAll(found, table, { headerRow: 0, links: true }, reader);
    const links = rows.flatMap((row) => row.links).filter((link) => link !== null);
    expect(links.length).toBeGreaterThan(1300);
    for (const link of links) expect(link).toMatch(/^https?:\/\/(www\.)?ice\.gov\/[^?#@]+$/);
  });
});

function plain(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}
