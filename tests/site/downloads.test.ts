import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import { zipOf } from '../../src/site/downloads/archive.ts';
import type { DataTable } from '../../src/site/downloads/data-table.ts';
import { figureFiles } from '../../src/site/downloads/figure-files.ts';
import { figureTable } from '../../src/site/downloads/figure-table.ts';
import { parquetOf } from '../../src/site/downloads/parquet.ts';
import { workbookOf } from '../../src/site/downloads/workbook.ts';
import { type FigureData, figureData } from '../../src/site/pages/figure/data.ts';
import type { Site } from '../../src/site/site.ts';
import { siteFiles } from '../../src/site/site-files.ts';
import { tempDir } from '../support/temp-dir.ts';
import { exampleProject, openSite } from './support/example-site.ts';

let site: Site;
let workspace: Workspace;

beforeAll(async () => {
  const project = await exampleProject((name) => /2026-?0[1-6]|2026\d*am|contract|FY/i.test(name));
  ({ site, workspace } = await openSite(project));
}, 120_000);

afterAll(() => workspace?.close());

/** Every figure with a value, its table and its files by name. */
function all() {
  return [...site.values.keys()].map((id) => {
    const data = figureData(site, id) as FigureData;
    return {
      id,
      data,
      table: figureTable(data),
      files: new Map(figureFiles(site, data).map((f) => [f.name, f.body])),
    };
  });
}

describe('every download of a figure holds the rows of its page', () => {
  test('CSV: a status for each absent value, never a zero or a sign of its own', () => {
    for (const { table, files } of all()) {
      const [head, ...rows] = parse(files.get('index.csv') as string) as string[][];
      expect(head).toEqual(table.columns.map(({ name }) => name));
      expect(rows).toHaveLength(table.rows.length);
      for (const row of rows) {
        expect(['', 'x']).toContain(row[5]);
        expect(row[5] === 'x').toBe(row[4] === '');
      }
    }
  });

  test('Parquet: as DuckDB and hyparquet read it, money to the cent', async () => {
    const dir = tempDir('downloads');
    const db = await (await DuckDBInstance.create()).connect();
    for (const { id, table, files } of all()) {
      const bytes = files.get('data.parquet') as Uint8Array<ArrayBuffer>;
      const path = join(dir, `${id}.parquet`);
      writeFileSync(path, bytes);
      const found = await db.runAndReadAll(`select "key", cast(value as varchar) as value from '${path}'`);
      const values = found.getRowsJson();
      expect(values).toHaveLength(table.rows.length);
      table.rows.forEach((row, i) => {
        expect(values[i]?.[0]).toBe(row[1]);
        expect(plain(values[i]?.[1] as string | null)).toBe(plain(row[4] ?? null));
      });
      expect(await parquetReadObjects({ file: bytes.buffer, columns: ['key'] })).toHaveLength(
        table.rows.length,
      );
    }
  });

  test('XLSX: numbers as numbers, and a sheet that says what they are', async () => {
    for (const { table, files, data } of all()) {
      const bytes = Buffer.from(files.get('data.xlsx') as Uint8Array);
      const sheets = await readXlsx(bytes);
      const rows = sheets.find(({ sheet }) => sheet === 'Data')?.data ?? [];
      expect(rows).toHaveLength(table.rows.length + 1);
      table.rows.forEach((row, i) => {
        expect(plain(rows[i + 1]?.[4] as string | number | null)).toBe(plain(row[4] ?? null));
      });
      const about = sheets.find(({ sheet }) => sheet === 'About')?.data.map((row) => row[1]);
      expect(about).toEqual(expect.arrayContaining([data.summary.definition, ...data.summary.caveats]));
    }
  });

  test('ZIP: the same files, a README with the caveats, a descriptor with every column', () => {
    for (const { table, files, data } of all()) {
      const inside = unzipSync(files.get('figure.zip') as Uint8Array);
      expect(strFromU8(inside['data.csv'] as Uint8Array)).toBe(files.get('index.csv'));
      expect(inside['data.parquet']).toEqual(files.get('data.parquet'));
      const readme = strFromU8(inside['README.txt'] as Uint8Array);
      for (const caveat of data.summary.caveats) expect(readme).toContain(caveat);
      const descriptor = JSON.parse(strFromU8(inside['datapackage.json'] as Uint8Array));
      const fields = descriptor.resources[0].schema.fields as { name: string }[];
      expect(fields.map(({ name }) => name)).toEqual(table.columns.map(({ name }) => name));
    }
  });

  test('SVG: stands alone, with titles and source, without script, variable or address', () => {
    const drawn = all().flatMap(({ files }) => files.get('chart.svg') ?? []) as string[];
    expect(drawn.length).toBeGreaterThan(3);
    for (const svg of drawn) {
      expect(svg).not.toMatch(/<script|var\(|href|url\(|@import/);
      expect(svg).toContain(site.title);
    }
  });

  test('what the page says of a file is true of the file that the site holds', () => {
    const files = siteFiles(site);
    for (const { id } of all().slice(0, 6)) {
      const html = files.read(`figures/${id}/index.html`) as string;
      for (const [, name = '', rest = ''] of html.matchAll(
        /<li><a href="([\w.]+)" download="[^"]+">(.*?)<\/li>/g,
      )) {
        const path = `figures/${id}/${name}`;
        const body = files.read(path) ?? files.bytes(path);
        expect(body, path).toBeDefined();
        const bytes = typeof body === 'string' ? Buffer.byteLength(body) : (body?.length ?? 0);
        expect(rest).toMatch(
          new RegExp(`${bytes < 1000 ? bytes : (bytes / 1000).toFixed(bytes < 9950 ? 1 : 0)} k?B`),
        );
      }
    }
  });
});

describe('an embed', () => {
  test('holds no script and leads out of its frame', () => {
    const files = siteFiles(site);
    for (const { id } of all()) {
      const html = files.read(`figures/${id}/embed.html`) as string;
      expect(html).not.toContain('<script');
      for (const [tag] of html.matchAll(/<a [^>]*>/g)) expect(tag).toContain('target="_top"');
    }
  });
});

describe('bytes', () => {
  const table: DataTable = {
    columns: [
      { name: 'name', kind: 'text', says: 'a name' },
      { name: 'count', kind: 'count', says: 'a count' },
      { name: 'money', kind: 'decimal', says: 'dollars' },
    ],
    rows: [
      ['=1+1', 3, '12345678901234.56'],
      ['a "b", c', null, '-0.5'],
      [null, 9007199254740991, null],
    ],
  };

  test('are the same for the same rows, whatever the hour', async () => {
    const make = async () => [
      parquetOf(table),
      await workbookOf(table, [['a', 'b']], 'T'),
      zipOf(new Map([['a.txt', 'a']])),
    ];
    const first = await make();
    await new Promise((done) => setTimeout(done, 2_100));
    expect(await make()).toEqual(first);
  });

  test('in another zone as well', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'UTC';
    const first = zipOf(new Map([['a.txt', 'a']]));
    process.env.TZ = 'America/Anchorage';
    expect(zipOf(new Map([['a.txt', 'a']]))).toEqual(first);
    process.env.TZ = zone;
  });

  test('hold exact decimals, and text that looks like a formula as text', async () => {
    const rows = await parquetReadObjects({ file: parquetOf(table).buffer });
    expect(rows.map((row) => row.name)).toEqual(['=1+1', 'a "b", c', null]);
    const [sheet] = await readXlsx(Buffer.from(await workbookOf(table, [], 'T')));
    expect(sheet?.data[1]).toEqual(['=1+1', 3, '12345678901234.56']);
    expect(sheet?.data[2]?.[2]).toBe(-0.5);
  });
});

/** A number as text without needless zeros. */
function plain(value: string | number | null): string | null {
  if (value === null) return null;
  const text = String(value);
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}
