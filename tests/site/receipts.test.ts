import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeContracts } from '../../examples/make-contracts.ts';
import type { Workspace } from '../../src/build/workspace.ts';
import { siteOf } from '../../src/cli/site-of.ts';
import { leavingReceipt } from '../../src/publication/leaving-receipt.ts';
import type { CheckedReceipt } from '../../src/site/data/receipts.ts';
import { variantOf } from '../../src/site/data/variants.ts';
import type { Site } from '../../src/site/site.ts';
import { addTo, build, emptyProject, open } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';

let bench: Workspace;
let site: Site;
const statements: string[] = [];
beforeAll(async () => {
  const released = join(tempDir('receipts'), 'released');
  await makeContracts(released);
  const project = emptyProject('title: Invented receipts\n');
  await addTo(project, [released]);
  await build(project);
  bench = await open(project);
  const { engine } = bench;
  const heard = {
    ...engine,
    query: (sql: string) => {
      statements.push(sql);
      return engine.query(sql);
    },
  };
  site = await siteOf({ ...bench, engine: heard });
}, 240_000);
afterAll(() => bench?.close());

const receipts = (): [string, CheckedReceipt][] =>
  [...site.receipts].map(([key, make]) => [key.split('|')[0] as string, make()]);

test('receipts of the site are those that are asked for one by one', async () => {
  const remainders: string[] = [];
  for (const [key, made] of receipts()) {
    const figure = variantOf(site, key)?.figure;
    if (!figure) throw new Error(`no figure ${key}`);
    const by = [...new Set(made.parts.flatMap((part) => Object.keys(part.rows[0]?.by ?? {})))];
    const alone = await leavingReceipt(
      bench,
      bench.registry,
      figure,
      { where: {}, by: [] },
      made.program,
      by.length === 0 ? {} : { by },
    );
    const { parts, day: _, ...head } = made;
    const { parts: others, ...otherHead } = alone;
    expect(head, key).toEqual(otherHead);
    for (const [index, { recount: __, rows, ...part }] of parts.entries()) {
      const { rows: otherRows, ...other } = others[index] ?? { rows: [] };
      expect(part, key).toEqual(other);
      expect(rows, key).toEqual(
        otherRows.map(({ edition, row, amount, key: own, by: stated }) => ({
          edition,
          row,
          amount,
          key: own,
          by: stated ?? {},
        })),
      );
      if (part.remainder) remainders.push(key);
    }
    expect(parts.length, key).toBe(others.length);
  }
  expect(remainders).toEqual(
    expect.arrayContaining(['contracts.obligations', 'contracts.awards', 'contracts.awards~new-only']),
  );
}, 120_000);

test('their second counts are the values, and stay so when pages ask again', () => {
  for (const again of [receipts(), receipts()])
    for (const [key, { answer, parts }] of again) {
      const row = answer.rows[0] ?? { value: null };
      const values = parts.length > 1 ? [row['numerator'], row['denominator']] : [row.value];
      if (row.value === null) expect(parts, key).toEqual([]);
      for (const [index, part] of parts.entries())
        expect(Number(part.recount), `${key} ${index}`).toBeCloseTo(Number(values[index]), 5);
    }
});

test('their rows are asked for once a model, and so is what is not listed of them', () => {
  const models = (pattern: RegExp) =>
    statements.flatMap((sql) => (pattern.test(sql) ? [/\nfrom (\w+)\n/.exec(sql)?.[1] as string] : []));
  const listed = models(/ as counts[\s\S]*\nfrom contract_/);
  expect(listed.length).toBeGreaterThan(3);
  expect([...new Set(listed)]).toEqual(listed);
  const counted = models(/^select 'all' as side/);
  expect([...new Set(counted)]).toEqual(counted);
  expect(statements.filter((sql) => sql.includes('limit 1000000'))).toEqual([]);
});
