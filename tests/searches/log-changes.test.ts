import { expect, test } from 'vitest';
import { answer } from '../../src/figures/answer.ts';
import { registry } from '../../src/kinds/registry.ts';
import { openFigures } from '../../src/publication/open.ts';
import { groupsOf, testProject } from './support/project.ts';

// Invented logs of one network: the second has another month, fewer rows, no reason, and a column of users.
const first = `ID,Org Name,Total Networks Searched,Reason,Search Time,Search Type
07bc3280-672d-4342-818d-000000000001,Exampleton CA PD,3,robbery,"01/02/2026, 01:00:00 AM UTC",lookup
07bc3280-672d-4342-818d-000000000002,Sampleville TX PD,3,theft,"01/03/2026, 01:00:00 AM UTC",lookup
07bc3280-672d-4342-818d-000000000004,Sampleville TX PD,3,theft,"01/04/2026, 01:00:00 AM UTC",lookup
`;
/** A log of the organisation's own searches, in between: it is held against its like alone. */
const own = `Name,Total Networks Searched,Time Frame,Search Time
###,3,,"01/20/2026, 01:00:00 AM UTC"
`;
const second = `ID,Org Name,Total Networks Searched,Search Time,Search Type
07bc3280-672d-4342-818d-000000000003,Sampleville TX PD,3,"02/03/2026, 01:00:00 AM UTC",lookup
07bc3280-672d-4342-818d-000000000005,Exampleton CA PD,3,"02/03/2026, 02:00:00 AM UTC",lookup
`;

test('what differs between two logs of one network is told of them as wholes, and does not leave', async () => {
  const project = testProject();
  await project.addText('log-1.csv', first, 'Exampleton CA PD');
  await project.addText('own.csv', own, 'Exampleton CA PD');
  await project.addText('log-2.csv', second, 'Exampleton CA PD');
  await project.addText('other.csv', first.replaceAll('00000000000', '10000000000'), 'Sampleville TX PD');
  const work = await project.build();
  try {
    expect(await groupsOf(work, 'searches.log_changes', 'change')).toEqual({
      'column-vanished': 1,
      'fewer-rows': 1,
      'other-months': 1,
    });
    expect(await groupsOf(work, 'searches.log_changes', 'network')).toEqual({ 'exampleton-ca-pd': 3 });
    const rows = await work.engine.query(
      'select change, subject, was, became, "row" from search_log_changes order by change',
    );
    expect(rows).toEqual([
      { change: 'column-vanished', subject: 'reason', was: 'present', became: 'no column', row: 0 },
      { change: 'fewer-rows', subject: 'rows', was: '3', became: '2', row: 0 },
      {
        change: 'other-months',
        subject: 'months',
        was: '2026-01 to 2026-01',
        became: '2026-02 to 2026-02',
        row: 0,
      },
    ]);
    const figure = registry.figure('searches.log_changes');
    if (!figure) throw new Error('no figure');
    const before = await answer(work, figure, { where: {}, by: [], knownAt: '2001-01-01T00:00:00.000Z' });
    expect(before.rows[0]?.value).toBeNull();
    expect(openFigures(registry).map(({ id }) => id)).not.toContain('searches.log_changes');
  } finally {
    work.close();
  }
}, 60_000);
