import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import { answer } from '../../src/figures/answer.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { receipt, recount } from '../../src/figures/receipt.ts';
import { registry } from '../../src/kinds/registry.ts';
import { describeWithShared } from '../support/shared-data.ts';
import { testProject } from './support/project.ts';

const figures = [
  'searches.searches',
  'searches.rows',
  'searches.organisations',
  'searches.networks_reached',
  'searches.without_case_number',
  'searches.findings',
].map((id) => registry.figure(id) as Figure);

const dimensions = [
  'organisation',
  'level',
  'state',
  'reason_class',
  'offence',
  'month',
  'year',
  'search_type',
  'network',
  'scope',
  'hour',
];

/** Groups of a dimension whose receipts are counted again. */
const most = 2;

/** Every figure by every dimension: what the receipts of each group add up to is the group's value. */
async function holdsByReceipts(work: Workspace): Promise<number> {
  let held = 0;
  for (const figure of figures) {
    const [all] = (await answer(work, figure, { where: {}, by: [] })).rows;
    const whole = all?.value;
    for (const dimension of dimensions) {
      const { rows } = await answer(work, figure, { where: {}, by: [dimension] });
      expect(rows.length, `${figure.id} by ${dimension}`).toBeGreaterThan(0);
      if (figure.additive.includes(dimension))
        expect(
          rows.reduce((sum, row) => sum + Number(row.value), 0),
          `${figure.id} by ${dimension}`,
        ).toBe(whole);
      // What has no value of a dimension is a group as well: no part of a share is lost in it.
      if (figure.form.form === 'ratio' && dimension !== 'network')
        for (const part of ['numerator', 'denominator'])
          expect(
            rows.reduce((sum, row) => sum + Number(row[part]), 0),
            `${part} of ${figure.id} by ${dimension}`,
          ).toBe(Number(all?.[part]));
      for (const row of rows.filter((one) => one[dimension] !== null).slice(0, most)) {
        const where = { [dimension]: [String(row[dimension])] };
        const found = await receipt(work, figure, { where, by: [] }, 'a test');
        const named = `${figure.id} where ${dimension}=${row[dimension]}`;
        expect(found.answer.rows[0]?.value, named).toEqual(row.value);
        const [first, second] = found.parts.map((part) => Number(recount(part)));
        if (figure.form.form !== 'ratio') expect(first, named).toBe(Number(row.value));
        else if (row.value === null) expect(second, named).toBe(0);
        else expect((first as number) / (second as number), named).toBeCloseTo(Number(row.value), 5);
        held += 1;
      }
    }
  }
  return held;
}

const header =
  'ID,Name,Org Name,Total Networks Searched,Time Frame,License Plate,Reason,Case #,Filters,Search Time,Search Type';
/** Rows of two invented networks; the first ten searches stand in both logs. */
const log = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => {
    const n = from + index;
    const id = `07bc3280-672d-4342-818d-e93e5c2c${String(1000 + n)}`;
    const org = [
      'Exampleton CA PD',
      'Sampleville TX PD',
      '[Federal] Specimen Border Office',
      'Nowhere County CA SO',
    ][n % 4];
    const reason = ['stolen vehicle', 'immigration enforcement', '***', 'homicide'][n % 4];
    const day = String(1 + (n % 20)).padStart(2, '0');
    const month = String(1 + (n % 3)).padStart(2, '0');
    return `${id},***,${org},${n % 5 === 0 ? 0 : n * 100},"${month}/${day}/2026, 01:00:00 AM UTC\n${month}/${day}/2026, 0${1 + (n % 8)}:30:00 PM UTC",***,${reason},${n % 3 === 0 ? '' : '25-1'},,"${month}/${day}/2026, 0${1 + (n % 8)}:30:00 PM UTC",${n % 2 === 0 ? 'lookup' : 'convoy'}`;
  }).join('\n');

describe('the figures of searches in every dimension', () => {
  it('hold by their receipts, and a search counts once in each network', async () => {
    const project = testProject();
    await project.addText('a.csv', `${header}\n${log(0, 40)}\n`, 'Exampleton CA PD');
    await project.addText('b.csv', `${header}\n${log(30, 60)}\n`, 'Sampleville TX PD');
    const work = await project.build();
    expect(await holdsByReceipts(work)).toBeGreaterThan(100);
    const searches = figures[0] as Figure;
    const by = await answer(work, searches, { where: {}, by: ['network'] });
    expect(by.rows.map(({ network, value }) => [network, value])).toEqual([
      ['exampleton-ca-pd', 40],
      ['sampleville-tx-pd', 30],
    ]);
    expect((await answer(work, searches, { where: {}, by: [] })).rows[0]?.value).toBe(60);
    work.close();
  }, 240_000);
});

it('within a network a search has one value in every dimension, whatever its logs say of it', async () => {
  const project = testProject();
  await project.addText('a.csv', `${header}\n${log(0, 20)}\n`, 'Exampleton CA PD');
  // The same searches again, the reasons masked, without case numbers, and with no column of types.
  const again = log(0, 20)
    .replace(/,\*\*\*,(stolen vehicle|immigration enforcement|homicide|\*\*\*),(25-1)?,/g, ',***,***,,')
    .replace(/,(lookup|convoy)$/gm, '');
  await project.addText('again.csv', `${header.replace(',Search Type', '')}\n${again}\n`, 'Exampleton CA PD');
  const work = await project.build();
  const where = { network: ['exampleton-ca-pd'] };
  const [figure] = figures as [Figure];
  for (const by of figure.additive) {
    const found = await answer(work, figure, { where, by: [by] });
    const sum = found.rows.reduce((total, { value }) => total + Number(value), 0);
    expect([by, sum]).toEqual([by, 20]);
  }
  const [row] = (
    await answer(work, registry.figure('searches.without_case_number') as Figure, { where, by: [] })
  ).rows;
  expect([row?.['numerator'], row?.['denominator']]).toEqual([7, 20]);
  work.close();
}, 120_000);

describeWithShared('the figures of searches in every dimension, on real logs', ['alpr'], (folder) => {
  it('hold by their receipts', async () => {
    const project = testProject();
    const synthetic = join(folder, 'synthetic-network-audit');
    for (const part of ['Exampleton_CA_PD-Network-Audit', 'Sampleville'])
      await project.add(
        join(synthetic, readdirSync(synthetic).find((name) => name.includes(part)) as string),
      );
    await project.add(join(folder, 'portal', 'bakersfield-ca-pd_2026-04-18_search_audit.csv'));
    const work = await project.build();
    expect(await holdsByReceipts(work)).toBeGreaterThan(100);
    work.close();
  }, 240_000);
});
