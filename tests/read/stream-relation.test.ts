import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, expect, test } from 'vitest';
import { defaultLimits } from '../../src/read/limits.ts';
import type { RawRow } from '../../src/read/raw-row.ts';
import { streamRelation } from '../../src/read/stream-relation.ts';
import { engineRows, query } from './support/engine.ts';
import { testFolder } from './support/folder.ts';

// The engine's client drops a byte order mark at the start of a text that it hands to JavaScript.
const fit = (text: string) => !text.includes('\0') && !text.startsWith('\ufeff');
const folder = testFolder();
process.env.TMPDIR = folder.path;
afterAll(() => folder.remove());
const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('counterfoil-'));

afterEach(() => {
  expect(left()).toEqual([]);
});

async function* rowsOf(cells: (string | null)[][]): AsyncGenerator<RawRow> {
  for (const [index, row] of cells.entries())
    yield { row: index + 1, line: index + 2, cells: row, links: row };
}

async function* many(count: number, seen: { rows: number }): AsyncGenerator<RawRow[]> {
  for (let at = 0; at < count; at += 500) {
    seen.rows = at + 500;
    yield Array.from({ length: 500 }, (_, i) => ({
      row: at + i + 1,
      line: null,
      cells: ['x'.repeat(200), `${at + i}`],
    }));
  }
}

test('any text comes back as it went in, nulls as nulls', async () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.constantFrom(
      'a',
      'NULL',
      '"',
      '""',
      ',',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      '\\',
      "'",
      '#',
      '😀',
      '0',
      '-',
    ),
    fc.string({ unit: 'binary', minLength: 1 }).filter(fit),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 40 }),
      async (table) => {
        const { rows, account } = await engineRows(await streamRelation(rowsOf(table), 3, true));
        expect(rows.map((row) => row.cells)).toEqual(table);
        expect(rows.map((row) => row.links)).toEqual(table);
        expect(rows.map((row) => [row.row, row.line])).toEqual(table.map((_, i) => [i + 1, i + 2]));
        expect(account.records).toBe(table.length);
      },
    ),
    { numRuns: 60 },
  );
});

test('rejects go to the account, not to the engine', async () => {
  async function* rows(): AsyncGenerator<RawRow> {
    yield { row: 1, line: 2, cells: ['a'] };
    yield { row: 2, line: 3, cells: [], reject: 'cell-count', found: 7 };
  }
  const { rows: seen, account } = await engineRows(await streamRelation(rows(), 1, false));
  expect(seen).toHaveLength(1);
  expect(account).toEqual({
    records: 2,
    independent: false,
    rejected: 1,
    rejects: [{ row: 2, line: 3, cells: 7, code: 'cell-count' }],
  });
});

test('a query that never opens the stream: cancel ends it', async () => {
  const seen = { rows: 0 };
  const relation = await streamRelation(many(10_000, seen), 2, false);
  await expect(query(`SELECT no_such_column FROM ${relation.sql} WHERE`)).rejects.toThrow();
  relation.cancel();
  await expect(relation.finished()).rejects.toThrow('stopped');
});

test('a stream that nobody ever opens ends by itself', async () => {
  const relation = await streamRelation(rowsOf([['a']]), 1, false, { ...defaultLimits, openSeconds: 0.1 });
  await expect(relation.finished()).rejects.toMatchObject({ code: 'CF-READ-023' });
});

test('a query that fails half-way ends the producer', async () => {
  const seen = { rows: 0 };
  const relation = await streamRelation(many(2_000_000, seen), 2, false);
  await expect(
    query(`SELECT sum(CASE WHEN row > 1000 THEN c1::INT END) FROM ${relation.sql}`),
  ).rejects.toThrow();
  relation.cancel();
  await expect(relation.finished()).rejects.toThrow('stopped');
  expect(seen.rows).toBeLessThan(2_000_000);
});

test('a query that stops early, without cancel, ends the producer', async () => {
  const seen = { rows: 0 };
  const relation = await streamRelation(many(2_000_000, seen), 2, false);
  expect(await query(`SELECT c2 FROM ${relation.sql} LIMIT 1`)).toEqual([['0']]);
  await expect(relation.finished()).rejects.toThrow('stopped');
});

test.each([0, 1, 3000])(
  'a producer that throws after %i rows: the query ends, finished throws',
  async (count) => {
    async function* rows(): AsyncGenerator<RawRow> {
      for (let row = 1; row <= count; row++) yield { row, line: null, cells: ['x'.repeat(100)] };
      throw new RangeError('the source broke');
    }
    const relation = await streamRelation(rows(), 1, false);
    expect(await query(`SELECT count(*) FROM ${relation.sql}`)).toHaveLength(1);
    await expect(relation.finished()).rejects.toThrow('the source broke');
  },
);

test('cancel while the engine waits for rows: the query ends', async () => {
  async function* rows(): AsyncGenerator<RawRow> {
    yield { row: 1, line: null, cells: ['a'] };
    await wait(60_000, undefined, { ref: false });
  }
  const relation = await streamRelation(rows(), 1, false);
  const answer = query(`SELECT count(*) FROM ${relation.sql}`);
  await wait(100);
  relation.cancel();
  expect(await answer).toHaveLength(1);
  await expect(relation.finished()).rejects.toThrow('stopped');
});

test('the producer waits for the engine: our own memory stays flat over 400 MB', async () => {
  const before = process.memoryUsage();
  const relation = await streamRelation(many(2_000_000, { rows: 0 }), 2, false);
  let peak = 0;
  const watch = setInterval(() => {
    const { heapTotal, external } = process.memoryUsage();
    peak = Math.max(peak, heapTotal + external);
  }, 20);
  expect(await query(`SELECT count(*), max(length(c1)) FROM ${relation.sql}`)).toEqual([[2_000_000n, 200n]]);
  clearInterval(watch);
  await relation.finished();
  expect(peak - before.heapTotal - before.external).toBeLessThan(150 * 1024 ** 2);
});
