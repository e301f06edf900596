import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { linksOf, linksToConfirm } from '../../src/links/confirmed.ts';
import { testProject } from '../searches/support/project.ts';

const list = [
  'STATE,LAW ENFORCEMENT AGENCY,TYPE,COUNTY,SUPPORT TYPE,SIGNED,MOA',
  'Florida,Ostervale County Sheriff’s Office,County,Ostervale County,Task Force Model,2025-03-01,Link',
  'Florida,Quenton Police Department,Municipality,Ostervale County,Task Force Model,2025-03-01,Link',
  'Florida,St. Quenton-Vale Police Department,Municipality,Ostervale County,Task Force Model,2025-03-01,Link',
  'Texas,Quenton Police Department,Municipality,Ostervale County,Task Force Model,2025-03-01,Link',
];
const log = [
  'Org Name,Total Networks Searched,Time Frame,Search Time,Search Type',
  ...[
    'Ostervale County FL SO',
    'Quenton FL PD',
    'Ostervale FL PD',
    'Quenton County FL SO',
    'St Quenton Vale Police Dept. (FL)',
  ].map((org, n) => `${org},5,,"01/20/2026, 0${n + 1}:00:00 AM UTC",lookup`),
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
    {
      organisation: 'st-quenton-vale-fl-pd',
      agency_key: 'st. quenton-vale police department',
      standing_of_link: 'certain',
    },
  ]);
  const file = join(project.paths.root, 'links.yaml');
  const open = linksToConfirm(await linksOf(work.engine, null));
  writeFileSync(file, open);
  // As it is written, a person has said of nothing that it is the same.
  expect((await linksOf(work.engine, file)).map(({ standing }) => standing)).toEqual([
    'certain',
    'refused',
    'refused',
    'certain',
    'certain',
  ]);
  writeFileSync(file, open.replace('same: false', 'same: true').replace('2000-01-01', '2026-11-20'));
  const [, confirmed] = await linksOf(work.engine, file);
  expect(confirmed).toMatchObject({
    organisation: 'ostervale-fl-pd',
    standing: 'certain',
    why: 'confirmed by a person on 2026-11-20',
  });
  writeFileSync(
    file,
    `links:\n${['one', 'two'].map((agency) => `  - {organisation: ostervale-fl-pd, agency: ${agency}, same: true, on: 2026-11-20}\n`).join('')}`,
  );
  await expect(linksOf(work.engine, file)).rejects.toMatchObject({ code: 'CF-CONFIG-013' });
  work.close();
});
