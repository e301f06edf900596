import { expect, it } from 'vitest';
import { testProject } from './support/project.ts';

/** Account labels as logs write them, with the organisation, state and level that each stands for. */
const labels: readonly [string, string, string | null, string][] = [
  ['Fennmoor CA PD', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['Fennmoor CA PD (Sample County)', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['Fennmoor CA PD (LR)', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['Fennmoor CA PD [Inactive]', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['FENNMOOR CA PD', 'fennmoor-ca-pd', 'CA', 'municipal'],
  ['St. Fennmoor MO PD', 'st-fennmoor-mo-pd', 'MO', 'municipal'],
  ['St Fennmoor MO PD', 'st-fennmoor-mo-pd', 'MO', 'municipal'],
  ['Fennmoor Police Department (CA)', 'fennmoor-police-department-ca', 'CA', 'municipal'],
  ['Sample County CA SO', 'sample-county-ca-so', 'CA', 'county'],
  ['Nevada County CA SO', 'nevada-county-ca-so', 'CA', 'county'],
  ['Oregon OH PD', 'oregon-oh-pd', 'OH', 'municipal'],
  ['California Highway Patrol', 'california-highway-patrol', 'CA', 'state'],
  ['Texas Department of Public Safety', 'texas-department-of-public-safety', 'TX', 'state'],
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
