import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ingestFile } from '../../src/build/ingest.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { sqlText } from '../../src/engine/sql-text.ts';
import { registry } from '../../src/kinds/registry.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { readStore, recordsFile } from '../../src/project/store.ts';
import type { Limits } from '../../src/read/limits.ts';
import { createReader } from '../../src/read/reader.ts';
import { tempDir } from '../support/temp-dir.ts';

async function read(bytes: Buffer, limits: Partial<Limits>) {
  const root = tempDir('parts');
  const paths = projectPaths(join(root, 'project'));
  mkdirSync(paths.root);
  const file = join(root, 'Exampleton_CA_PD-Network-Audit.csv');
  writeFileSync(file, bytes);
  const engine = await openDuckDb();
  const reader = createReader({ limits });
  try {
    const [outcome] = await ingestFile(
      {
        paths,
        registry,
        reader,
        engine,
        keepOriginals: false,
        now: () => new Date(0),
        signal: new AbortController().signal,
      },
      file,
      'Exampleton_CA_PD-Network-Audit.csv',
      undefined,
    );
    expect(outcome?.outcome).toBe('added');
    const manifest = readStore(paths)[0]?.manifest;
    const rows = await engine.query(
      `select * from read_parquet(${sqlText(recordsFile(paths, manifest?.edition ?? ''))})`,
    );
    return {
      rows,
      accounting: manifest?.accounting,
      rejects: manifest?.rejects,
      problems: manifest?.problems,
    };
  } finally {
    reader.close();
    engine.close();
  }
}

const line = (n: number) =>
  `07bc3280-672d-4342-818d-${String(n).padStart(12, '0')},Exampleton CA PD,${n},12,robbery,"01/02/2026, 01:00:00 AM UTC",lookup${n % 97 === 5 ? ',a,b' : ''}`;
const text = `ID,Org Name,Total Networks Searched,Total Devices Searched,Reason,Search Time,Search Type\n${Array.from({ length: 1500 }, (_, n) => line(n)).join('\n')}\n`;

it.each([
  ['a log in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
  ['a log with rows of another width', Buffer.from(text)],
])('read in parts is what it is read as a whole: %s', async (_what, bytes) => {
  const whole = await read(bytes, {});
  const parts = await read(bytes, { partsFrom: 1000, partRows: 400 });
  expect(parts).toEqual(whole);
  expect(parts.rows.length + (parts.rejects?.length ?? 0)).toBe(1500);
  expect(parts.rejects?.length).toBeGreaterThan(10);
});
