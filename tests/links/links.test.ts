import { expect, it } from 'vitest';
import { testProject } from '../searches/support/project.ts';

const list = [
  'STATE,LAW ENFORCEMENT AGENCY,TYPE,COUNTY,SUPPORT TYPE,SIGNED,MOA',
  'Florida,Ostervale County Sheriff’s Office,County,Ostervale County,Task Force Model,2025-03-01,Link',
  'Florida,Quenton Police Department,Municipality,Ostervale County,Task Force Model,2025-03-01,Link',
  'Texas,Quenton Police Department,Municipality,Ostervale County,Task Force Model,2025-03-01,Link',
];
const log = [
  'Org Name,Total Networks Searched,Time Frame,Search Time,Search Type',
  ...['Ostervale County FL SO', 'Quenton FL PD', 'Ostervale FL PD', 'Quenton County FL SO'].map(
    (org, n) => `${org},5,,"01/20/2026, 0${n + 1}:00:00 AM UTC",lookup`,
  ),
];

it('matches an organisation where place, kind and state agree, and lists what is alike', async () => {
  const project = testProject();
  await project.addText('participatingAgencies03022025.csv', `${list.join('\n')}\n`);
  await project.addText('Quenton_FL_PD-Network-Audit.csv', `${log.join('\n')}\n`);
  const work = await project.build();
  const rows = await work.engine.query(
    'select organisation, agency_key, standing_of_link from organisation_links order by organisation, agency',
  );
  expect(rows).toEqual([
    {
      organisation: 'ostervale-county-fl-so',
      agency_key: "ostervale county sheriff's office",
      standing_of_link: 'certain',
    },
    {
      organisation: 'ostervale-fl-pd',
      agency_key: "ostervale county sheriff's office",
      standing_of_link: 'to confirm',
    },
    {
      organisation: 'quenton-county-fl-so',
      agency_key: 'quenton police department',
      standing_of_link: 'to confirm',
    },
    { organisation: 'quenton-fl-pd', agency_key: 'quenton police department', standing_of_link: 'certain' },
  ]);
  work.close();
});
