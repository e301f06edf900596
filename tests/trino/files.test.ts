import { copyFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeScaleRecords } from '../../bench/scale-records.ts';
import { checkLake } from '../../src/build/lake.ts';
import { defineRecords } from '../../src/build/materialise.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { sqlText } from '../../src/engine/sql-text.ts';
import { createRelations } from '../../src/figures/model.ts';
import { searchRecords } from '../../src/kinds/searches/shape.ts';
import type { Edition } from '../../src/project/edition.ts';
import type { UserError } from '../../src/project/errors.ts';
import { type ProjectPaths, projectPaths } from '../../src/project/paths.ts';
import { recordsFile } from '../../src/project/store.ts';
import { freshTrino } from './support/cluster.ts';

// What the server says of a file that changed after it was looked at: `build` looks at every file before (tests/build/lake).
const relations = createRelations([], [searchRecords]);
const sum = 'select count(*) as n, sum(networks) as s, max(lookback_hours) as m from records_searches';
let lake: Awaited<ReturnType<typeof freshTrino>>;
let embedded: Engine;
let editions: Edition[];
let paths: ProjectPaths;
let file: string;
let away: string;
let whole: unknown;

beforeAll(async () => {
  lake = await freshTrino('files');
  paths = projectPaths(lake.folder);
  embedded = await openDuckDb();
  editions = await makeScaleRecords(embedded, paths, 4000, 2000);
  file = recordsFile(paths, editions[1]?.edition as string);
  await defineRecords(lake, relations, editions, paths);
  whole = await lake.query(sum);
  // Not beside it: the server reads every file of an edition's folder.
  away = join(lake.folder, 'away');
  copyFileSync(file, away);
});
afterAll(() => {
  embedded?.close();
  lake?.close();
});

async function failure(): Promise<UserError> {
  return lake.query(sum).then(
    (rows) => {
      throw new Error(`it did not fail: ${JSON.stringify(rows)}`);
    },
    (error) => error as UserError,
  );
}

async function backAgain(): Promise<void> {
  copyFileSync(away, file);
  expect(await lake.query(sum)).toEqual(whole);
}

test('cut: said in our words, without a path or a cell; whole again, the same answer', async () => {
  truncateSync(file, 5000);
  const error = await failure();
  expect(error).toMatchObject({ code: 'CF-TRINO-004', exit: 3 });
  expect(`${error.message} ${error.hint}`).not.toMatch(/local:|\.parquet|Example/);
  await backAgain();
});

test('another type in a column, as another version may write: said, and how to mend it', async () => {
  rmSync(file);
  await embedded.query(
    `copy (select * replace ('many' as networks) from read_parquet(${sqlText(away)})) to ${sqlText(file)} (format parquet)`,
  );
  const error = await failure();
  expect(error).toMatchObject({ code: 'CF-TRINO-008', exit: 3 });
  expect(error.hint).toContain('counterfoil remove');
  await backAgain();
});

test('gone: the server sees an empty folder, and the count of its rows tells', async () => {
  rmSync(file);
  await expect(checkLake(lake, relations, editions, paths)).rejects.toMatchObject({
    code: 'CF-LAKE-001',
    place: { file },
  });
  await backAgain();
  await checkLake(lake, relations, editions, paths);
});
