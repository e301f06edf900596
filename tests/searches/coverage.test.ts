import { expect, it } from 'vitest';
import { checkable, coverageOf, coverageText, networksOf } from '../../src/cli/network-facts.ts';
import { shippedPacks } from '../../src/kinds/searches/packs.ts';
import { testProject } from './support/project.ts';

const header = 'userID,Org Name,Total Networks Searched,Time Frame,Reason,Search Time,Search Type';
const frame = '01/19/2026, 01:00:00 AM UTC to 01/20/2026, 01:00:00 AM UTC';

it('tells what the holder masked from what has not the form of an account, and from what was not exported', async () => {
  const project = testProject();
  const labels = ['***', 'REDACTED', 'Jane Doe', 'Nowhere CA PD'];
  const rows = Array.from(
    { length: 60 },
    (_, n) =>
      `***,${labels[n % 4]},${n},"${n % 2 === 0 ? frame : '***'}",robbery,"01/20/2026, 01:00:${String(n).padStart(2, '0')} AM UTC",lookup`,
  );
  await project.addText('a.csv', `${[header, ...rows].join('\n')}\n`, 'Exampleton CA PD');
  const work = await project.build();
  const [network] = await networksOf(work);
  if (!network) throw new Error('no network');
  const coverage = await coverageOf(work, network);
  expect(Object.fromEntries(coverage.map((one) => [one.title, coverageText(one)]))).toEqual({
    organisation: 'readable in part, masked in part, in no known form (not kept) in part',
    'stated reason': 'readable',
    'case number': 'not exported',
    'user name': 'not exported',
    'user id': 'masked',
    plate: 'not exported',
    'window of time asked for': 'readable in part, not exported or not readable in part',
    filters: 'not exported',
    'text prompt': 'not exported',
  });
  const california = shippedPacks.find(({ id }) => id === 'california');
  const told = california?.rules.map((rule) => [rule.id, checkable(rule, coverage)]) ?? [];
  expect(Object.fromEntries(told)).toMatchObject({
    'reason-given': 'checkable',
    'name-given': 'not checkable with these logs',
    'outside-organisation': 'checkable in part',
    'immigration-reason': 'checkable',
  });
  work.close();
});
