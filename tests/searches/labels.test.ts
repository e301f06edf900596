import { expect, it } from 'vitest';
import { findNetwork } from '../../src/cli/network-report.ts';
import { groupsOf, testProject } from './support/project.ts';

/** Account labels as logs write them, with the organisation, state and level that each stands for. */
const labels: readonly [string, string, string | null, string][] = [
  ['Fennmoor CA PD', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['Fennmoor CA PD (Sample County)', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['Fennmoor CA PD (LR)', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['Fennmoor CA PD [Inactive]', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['FENNMOOR CA PD', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['St. Fennmoor MO PD', 'st-fennmoor-mo-pd', 'MO', 'municipal'],
  ['St Fennmoor MO PD', 'st-fennmoor-mo-pd', 'MO', 'municipal'],
  ['Fennmoor CA Police Department', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['Fennmoor CA Police Dept.', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['Fennmoor CA Police', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['Fennmoor PD (CA)', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['Fennmoor Police Department CA', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['Fennmoor CA DPS', 'fennmoor-ca-dps', 'CA', 'municipal'],
  ['Fennmoor Department of Public Safety (CA)', 'fennmoor-ca-dps', 'CA', 'municipal'],
  // A town may bear the name of a state.
  ['Nevada Department of Public Safety (MO)', 'nevada-mo-dps', 'MO', 'municipal'],
  ['Nevada MO PD', 'nevada-mo-pd', 'MO', 'municipal'],
  ['Fennmoor Police Department (CA)', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['Sample County CA SO', 'sample-county-ca-so', 'CA', 'county'],
  ['Sample Co. CA SO', 'sample-county-ca-so', 'CA', 'county'],
  ['Sample CO CO SO', 'sample-county-co-so', 'CO', 'county'],
  ['Sample County CO SO', 'sample-county-co-so', 'CO', 'county'],
  ["Sample County CA Sheriff's Office", 'sample-county-ca-so', 'CA', 'county'],
  ['Sample County CA Sheriff’s Dept', 'sample-county-ca-so', 'CA', 'county'],
  ['Sample County CA Sheriffs Department', 'sample-county-ca-so', 'CA', 'county'],
  ["Sample County Sheriff's Office (CA)", 'sample-county-ca-so', 'CA', 'county'],
  // A sheriff of a city and one of the county around it are two.
  ['Sample VA SO', 'sample-va-so', 'VA', 'county'],
  ['Sample County VA SO', 'sample-county-va-so', 'VA', 'county'],
  ['Nevada County CA SO', 'nevada-county-ca-so', 'CA', 'county'],
  ['Oregon OH PD', 'oregon-oh-pd', 'OH', 'municipal'],
  ['California Highway Patrol', 'ca-hp', 'CA', 'state'],
  ['Texas Department of Public Safety', 'tx-dps', 'TX', 'state'],
  ['Texas Dept. of Public Safety', 'tx-dps', 'TX', 'state'],
  ['Texas DPS', 'tx-dps', 'TX', 'state'],
  ['TX DPS', 'tx-dps', 'TX', 'state'],
  ['Indiana State Police', 'in-sp', 'IN', 'state'],
  ['IN State Police', 'in-sp', 'IN', 'state'],
  ['IN SP', 'in-sp', 'IN', 'state'],
  ['Georgia State Patrol', 'ga-sp', 'GA', 'state'],
  ['CA CHP', 'ca-hp', 'CA', 'state'],
  ['Missouri State Highway Patrol', 'mo-hp', 'MO', 'state'],
  ['MO MSHP', 'mo-hp', 'MO', 'state'],
  ['TX DOT', 'tx-dot', 'TX', 'state'],
  ['Texas Department of Transportation', 'tx-dot', 'TX', 'state'],
  ['Georgia Bureau of Investigation', 'ga-bi', 'GA', 'state'],
  ['GA GBI', 'ga-bi', 'GA', 'state'],
  ['Secretary of State Police (IL)', 'secretary-of-state-police-il', 'IL', 'state'],
  ['Fennmoor ISD TX PD', 'fennmoor-isd-tx-pd', 'TX', 'school'],
  ['University of Fennmoor TX PD', 'university-of-fennmoor-tx-pd', 'TX', 'university'],
  ['Fennmoor Tribal AZ PD', 'fennmoor-tribal-az-pd', 'AZ', 'tribal'],
  ['[Federal] US Border Patrol', 'federal-us-border-patrol', null, 'federal'],
  ['[Federal] US Border Patrol [Inactive]', 'federal-us-border-patrol', null, 'federal'],
];

it('are one organisation across spellings, with its state and level', async () => {
  const project = testProject();
  const rows = labels.map(
    ([label], n) =>
      `07bc3280-672d-4342-818d-e93e5c2cdb${10 + n},${label},5,"01/02/2026, 01:00:00 AM UTC",lookup`,
  );
  await project.addText(
    'a.csv',
    `ID,Org Name,Total Networks Searched,Search Time,Search Type\n${rows.join('\n')}\n`,
    'Nowhere CA PD',
  );
  const work = await project.build();
  const found = await work.engine.query(
    `select label, organisation, state, level from search_labels where label <> 'Nowhere CA PD'`,
  );
  expect(
    Object.fromEntries(found.map((row) => [row['label'], [row['organisation'], row['state'], row['level']]])),
  ).toEqual(Object.fromEntries(labels.map(([label, ...stands]) => [label, stands])));
  work.close();
});

it('name a network in every spelling of its account', async () => {
  const project = testProject();
  await project.addText(
    'a.csv',
    'ID,Org Name,Total Networks Searched,Search Time,Search Type\n07bc3280-672d-4342-818d-e93e5c2cdb10,Fennmoor CA PD,5,"01/02/2026, 01:00:00 AM UTC",lookup\n',
    'Fennmoor CA PD',
  );
  const work = await project.build();
  for (const given of [
    'fennmoor-ca-pd',
    'FENNMOOR CA PD',
    'Fennmoor CA Police Department',
    'fennmoor police dept. (ca)',
  ])
    expect((await findNetwork(work, given)).id).toBe('fennmoor-ca-pd');
  await expect(findNetwork(work, "Fennmoor CA Sheriff's Office")).rejects.toMatchObject({
    code: 'CF-REPORT-001',
  });
  work.close();
});

it('of one search in two logs without ids make one key', async () => {
  const project = testProject();
  const log = (label: string) =>
    `Org Name,Total Networks Searched,Time Frame,Search Time,Search Type\n${label},5,,"01/02/2026, 01:00:00 AM UTC",lookup\nTX DPS,7,,"01/02/2026, 02:00:00 AM UTC",lookup\n`;
  await project.addText('a.csv', log('Fennmoor CA PD'), 'Nowhere CA PD');
  await project.addText(
    'b.csv',
    log('Fennmoor Police Department (CA)').replace('TX DPS', 'Texas Department of Public Safety'),
    'Elsewhere CA PD',
  );
  const work = await project.build();
  expect(await groupsOf(work, 'searches.searches', 'organisation')).toEqual({
    'fennmoor-ca-pd': 1,
    'tx-dps': 1,
  });
  work.close();
});
