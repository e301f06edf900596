import { copyFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeScaleRecords } from '../../bench/scale-records.ts';
import { prepareLake } from '../../src/build/lake.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { sqlText } from '../../src/engine/sql-text.ts';
import { registry } from '../../src/kinds/registry.ts';
import { searchRecords } from '../../src/kinds/searches/shape.ts';
import type { Edition } from '../../src/project/edition.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { recordsFile } from '../../src/project/store.ts';
import { tempDir } from '../support/temp-dir.ts';
import { exampleRecords } from '../trino/support/example-records.ts';

const paths = projectPaths(join(tempDir('lake'), 'project'));
let engine: Engine;
let editions: Edition[];
let file: string;

beforeAll(async () => {
  engine = await openDuckDb();
  editions = await makeScaleRecords(engine, paths, 2000, 1000);
  file = recordsFile(paths, editions[1]?.edition as string);
});
afterAll(() => engine?.close());

const prepare = () => prepareLake(paths, editions, [searchRecords]);
const away = () => copyFileSync(file, `${file}.away`);
const back = () => renameSync(`${file}.away`, file);

test('a file that is gone or cut, before and after it was read once, is said with its place; put back, all is well', async () => {
  away();
  truncateSync(file, 3000);
  await expect(prepare()).rejects.toMatchObject({ code: 'CF-LAKE-001', exit: 3, place: { file } });
  back();
  await prepare();
  away();
  truncateSync(file, 3000);
  await expect(prepare()).rejects.toMatchObject({ code: 'CF-LAKE-001', place: { file } });
  rmSync(file);
  await expect(prepare()).rejects.toMatchObject({ code: 'CF-LAKE-001', place: { file } });
  back();
  await prepare();
});

test('records of another version, without a column of today or with another type: said, never read as null', async () => {
  away();
  await engine.query(
    `copy (select * exclude (lookback_hours) from read_parquet(${sqlText(`${file}.away`)})) to ${sqlText(file)} (format parquet)`,
  );
  const error = await prepare().catch((thrown) => thrown);
  expect(error).toMatchObject({ code: 'CF-LAKE-004', exit: 3, place: { file } });
  expect(error.message).toContain('"lookback_hours"');
  expect(error.hint).toContain(editions[1]?.edition);
  await engine.query(
    `copy (select * replace ('many' as networks) from read_parquet(${sqlText(`${file}.away`)})) to ${sqlText(file)} (format parquet)`,
  );
  await expect(prepare()).rejects.toMatchObject({
    code: 'CF-LAKE-004',
    message: expect.stringContaining('"networks" is of another type'),
  });
  back();
  await prepare();
  // A version whose shape has a column more looks again.
  const later = { ...searchRecords, columns: { ...searchRecords.columns, later: 'varchar' } };
  await expect(prepareLake(paths, editions, [later as never])).rejects.toMatchObject({ code: 'CF-LAKE-004' });
});

test('the records of every example are of the shapes that are said', async () => {
  const folder = tempDir('lake-examples');
  const examples = await exampleRecords(folder);
  expect(new Set(examples.map((edition) => edition.shape)).size).toBeGreaterThan(5);
  await prepareLake(projectPaths(folder), examples, registry.shapes);
}, 240_000);
