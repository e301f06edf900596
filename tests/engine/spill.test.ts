import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { tempDir } from '../support/temp-dir.ts';

/** More than 220 MB to sort. */
const wide = `select i, repeat(cast(i as varchar), 40) as text from range(1000000) as r(i)`;

test('without a folder to spill to, what does not fit is an error and leaves no file', async () => {
  const folder = tempDir('no-spill');
  const engine = await openDuckDb({ memoryMegabytes: 220 });
  const write = engine.writeParquet(wide, join(folder, 'out.parquet'), { orderBy: 'text desc' });
  await expect(write).rejects.toThrow(/^Out of Memory Error/);
  engine.close();
  expect(readdirSync(folder).filter((name) => name !== 'out.parquet')).toEqual([]);
});

test('with one it is finished, and the folder is empty when the engine is closed', async () => {
  const folder = tempDir('spill-test');
  const spill = join(folder, 'spill');
  const engine = await openDuckDb({ memoryMegabytes: 220, spill });
  const rows = await engine.writeParquet(wide, join(folder, 'out.parquet'), { orderBy: 'text desc' });
  expect(rows).toBe(1_000_000);
  engine.close();
  expect(existsSync(spill) ? readdirSync(spill) : []).toEqual([]);
});
