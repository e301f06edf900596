import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run as add } from '../../src/cli/add.ts';
import { run as layout } from '../../src/cli/layout.ts';
import { recogniseMapping, type SearchMapping } from '../../src/kinds/searches/mapping.ts';
import { guessTable, proposeMapping } from '../../src/kinds/searches/proposal.ts';
import { parseYaml } from '../../src/project/yaml-file.ts';
import { recordingEffects } from '../support/projects.ts';
import { figureValue, groupsOf, testProject } from './support/project.ts';

const row = (n: number, reason: string) => [
  `07bc3280-672d-4342-818d-e93e5c2cdb${10 + n}`,
  '***',
  'Exampleton CA PD',
  '12',
  '144',
  '01/01/2026, 01:00:00 AM UTC\n01/02/2026, 01:00:00 AM UTC',
  '***',
  reason,
  '25-1',
  '',
  `01/02/2026, 0${n}:00:00 AM UTC`,
  'lookup',
  '',
  '',
];
const rows = [row(1, 'stolen vehicle'), row(2, 'Jane Doe'), row(3, 'immigration'), row(4, 'robbery')];

it('proposes places and shapes, and no text of a cell', async () => {
  const { columns, mapping, yaml } = proposeMapping(
    [['Wer', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z', 'A', 'B', 'C'], ...rows],
    14,
  );
  expect(columns.map((column) => column.shape)).toEqual([
    'id',
    'mask',
    'account',
    'number',
    'number',
    'window',
    'mask',
    'text',
    'text',
    'empty',
    'instant',
    'search-type',
    'empty',
    'empty',
  ]);
  expect(mapping?.columns).toEqual({
    time: 11,
    id: 1,
    organisation: 3,
    frame: 6,
    type: 12,
    networks: 4,
    devices: 5,
  });
  expect(yaml).not.toMatch(/Jane|stolen|Wer|25-1/);
  expect(await parseYaml<SearchMapping>(yaml as string, 'my-layout.yaml', 'search-layout')).toEqual(mapping);
});

it('makes a layout of a mapping, and of one that does not fit none', () => {
  const cells = (time: string | null) => ['1', time, null, null, 'a', null];
  const table = { preview: [cells('01/02/2026, 01:00:00 AM UTC'), cells(null)], width: 6 };
  const mapping = { layout: 'mine', title: 'mine', header: false, columns: { time: 2, reason: 5 } };
  const found = recogniseMapping(mapping, table);
  expect(found).toMatchObject({ headerRow: -1, unreadColumns: 4 });
  expect([...(found?.positions ?? [])]).toEqual([
    ['time', 2],
    ['reason', 5],
  ]);
  for (const [what, other] of Object.entries({
    width: { ...mapping, width: 7 },
    'no times there': { ...mapping, columns: { time: 5 } },
    'no such column': { ...mapping, columns: { time: 2, reason: 9 } },
    'no such header': { ...mapping, columns: { time: 'When' } },
  }))
    expect(recogniseMapping(other, table), what).toBeNull();
});

it('reads a log whose header line is missing', async () => {
  const project = testProject();
  const text = `${rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`;
  const [outcome] = await project.addText('Exampleton_CA_PD-Network-Audit.csv', text);
  expect(outcome).toMatchObject({
    outcome: 'added',
    layout: 'audit-headerless',
    accounting: { records: 4, kept: 4, header: 0 },
  });
  const work = await project.build();
  expect(await groupsOf(work, 'searches.searches', 'reason_class')).toEqual({ immigration: 1, other: 3 });
  expect(await figureValue(work, 'searches.without_case_number')).toBe(0);
  work.close();
});

it("without a header line takes a column of unknown labels for the organisation, not the rows for the holder's own", async () => {
  const project = testProject();
  const labels = ['Exampleton CA PD', 'Joint Desk Nine', 'JD10', 'Nowhere CA PD'];
  const odd = rows.map((cells, n) => cells.map((cell, at) => (at === 2 ? labels[n] : cell)));
  await project.addText(
    'Exampleton_CA_PD-Network-Audit.csv',
    `${odd.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`,
  );
  const work = await project.build();
  expect(await groupsOf(work, 'searches.searches', 'organisation')).toEqual({
    'exampleton-ca-pd': 1,
    'nowhere-ca-pd': 1,
    null: 2,
  });
  work.close();
});

it('leaves a table without a header line alone where a text may be one thing or another', () => {
  const preview = (take: (cells: readonly string[]) => string[]) => {
    const cells = rows.map(take);
    return { preview: cells, width: cells[0]?.length ?? 0 };
  };
  const place = (...at: number[]) => preview((cells) => at.map((one) => cells[one] as string));
  const iso = (cells: readonly string[]) => [cells[0] as string, '***', '2026-03-10T04:31:52.901Z', '12'];
  expect(guessTable(preview(iso))?.positions).toEqual(
    new Map([
      ['id', 1],
      ['user', 2],
      ['networks', 4],
      ['time', 3],
    ]),
  );
  expect(guessTable(place(2, 3, 5, 10, 11))?.layout.id).toBe('audit-headerless');
  for (const [what, table] of Object.entries({
    'a reason, an offence or a case number': preview((cells) => [...iso(cells), cells[7] as string]),
    'names or labels': preview((cells) => ['Jane Doe', ...[3, 5, 10, 11].map((at) => cells[at] as string)]),
    'an own log': place(1, 3, 4, 5, 6, 7, 8, 9, 10, 11),
    'columns in another order': place(0, 1, 2, 3, 4, 5, 7, 6, 8, 9, 11, 10, 12, 13),
  }))
    expect(guessTable(table), what).toBeNull();
});

it('takes the column of ids that repeats least for the id of a search', () => {
  const [who, other] = ['0', '1'].map((n) => `17bc3280-672d-4342-818d-e93e5c2cdb0${n}`) as [string, string];
  const lists = rows.map((cells, n) => [
    n < 3 ? who : other,
    cells[0] as string,
    `2026-01-02 0${n}:00:00.789`,
    '5',
    'x',
  ]);
  expect(proposeMapping(lists, 5).mapping?.columns).toMatchObject({ id: 2, time: 3, networks: 4 });
});

/** Lists of a portal without their header line, and what a person says of the columns of text. All invented. */
const texts = (n: number) => ['stolen vehicle', '26-10001', 'Robbery', 'warrant'][n] as string;
const headerless: readonly [string, (n: number) => readonly string[], Record<string, number>][] = [
  ['with a reason', (n) => [texts(n)], { reason: 5 }],
  ['with an offence', () => ['Larceny/Theft Offenses'], { offence: 5 }],
  [
    'with case number and offence',
    (n) => [n === 2 ? '' : `26-1000${n}`, 'Robbery'],
    { caseNumber: 5, offence: 6 },
  ],
  ['with all three', (n) => [texts(n), `26-1000${n}`, 'Robbery'], { reason: 5, caseNumber: 6, offence: 7 }],
  ['with a case number', (n) => [`26-1000${n}`], { caseNumber: 5 }],
  ['with reason and case number', (n) => [texts(n), `26-1000${n}`], { reason: 5, caseNumber: 6 }],
];

it.each(headerless)(
  'a list of a portal without header, %s, is read by its proposal once completed',
  async (_what, more, said) => {
    const project = testProject();
    const file = join(project.paths.root, 'list.csv');
    const lines = [0, 1, 2, 3].map((n) =>
      [rows[n]?.[0], '***', `2026-01-02T0${n}:00:00.901Z`, '5', ...more(n)]
        .map((cell) => `"${cell}"`)
        .join(','),
    );
    writeFileSync(file, lines.join('\n'));
    const out = join(project.paths.root, 'list.yaml');
    expect(await layout({ file, out }, recordingEffects())).toBe(0);
    await expect(layout({ file, out }, recordingEffects())).rejects.toMatchObject({ code: 'CF-LAYOUT-003' });
    const proposed = readFileSync(out, 'utf8');
    expect(proposed).not.toMatch(/stolen|26-1|Robbery/);
    const completed = Object.entries(said).map(([name, place]) => `  ${name}: ${place}\n`);
    writeFileSync(out, proposed.replace('columns:\n', `columns:\n${completed.join('')}`));
    appendFileSync(project.paths.config, 'searches: { layouts: [list.yaml] }\n');
    expect(
      await add(
        { file: [file], project: project.paths.root, organisation: 'Exampleton CA PD' },
        recordingEffects(),
      ),
    ).toBe(0);
    const work = await project.build();
    expect(await figureValue(work, 'searches.searches')).toBe(4);
    if ('reason' in said || 'offence' in said)
      expect(await figureValue(work, 'searches.searches', { reason_class: ['other'] })).toBe(4);
    if ('caseNumber' in said)
      expect(await figureValue(work, 'searches.without_case_number')).toBe(more(2)[0] === '' ? 0.25 : 0);
    work.close();
  },
);
