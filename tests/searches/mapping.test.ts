import { expect, it } from 'vitest';
import { recogniseMapping, type SearchMapping } from '../../src/kinds/searches/mapping.ts';
import { proposeMapping } from '../../src/kinds/searches/proposal.ts';
import { parseYaml } from '../../src/project/yaml-file.ts';
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
