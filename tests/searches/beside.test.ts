import { expect, it } from 'vitest';
import { answer } from '../../src/figures/answer.ts';
import { besideInWords, brokenAt, toldBeside } from '../../src/figures/beside.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { parseQuery } from '../../src/figures/query.ts';
import { registry } from '../../src/kinds/registry.ts';
import { testProject } from './support/project.ts';

it('a number of stated reasons is told with what it is a part of, and a series with where reasons changed', async () => {
  const project = testProject();
  const row = (n: number, month: string, reason: string) =>
    `07bc3280-672d-4342-818d-e93e5c2cdb${10 + n},Nowhere CA PD,5,${reason},"${month}/15/2025, 01:00:00 AM UTC",lookup`;
  const rows = [
    row(1, '10', 'immigration'),
    row(2, '10', 'robbery'),
    row(3, '10', '***'),
    row(4, '12', 'Immigration (criminal) - '),
  ];
  await project.addText(
    'a.csv',
    `ID,Org Name,Total Networks Searched,Reason,Search Time,Search Type\n${rows.join('\n')}\n`,
    'Exampleton CA PD',
  );
  const work = await project.build();
  const told = async (id: string, by: string[], where: string[] = []) => {
    const figure = registry.figure(id) as Figure;
    const query = parseQuery(figure, { by, where });
    const beside = (await toldBeside(work, figure, query)).map(besideInWords);
    return { beside, broken: brokenAt(figure, query, (await answer(work, figure, query)).rows) };
  };
  const zone = 'Time zone in which months and hours are told: America/Los_Angeles';
  const broken = expect.stringContaining('reasons before and after are not comparable');
  expect(await told('searches.immigration', [])).toEqual({
    beside: ['Of searches with a readable reason: 3'],
    broken: null,
  });
  expect(await told('searches.immigration', ['month'])).toEqual({
    beside: [zone, 'Of searches with a readable reason: 3'],
    broken,
  });
  expect(await told('searches.immigration', [], ['month=2025-10'])).toEqual({
    beside: [zone, 'Of searches with a readable reason: 2'],
    broken: null,
  });
  expect((await told('searches.searches', ['month'])).broken).toBeNull();
  expect((await told('searches.searches', ['month', 'reason_class'])).broken).toEqual(broken);
  expect((await told('searches.searches', ['month'], ['offence=robbery'])).broken).toBeNull();
  expect((await told('searches.immigration_share', ['month'])).broken).toEqual(broken);
  work.close();
});
