import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStore } from '../../src/project/store.ts';
import { describeWithShared } from '../support/shared-data.ts';
import { figureValue, groupsOf, testProject } from './support/project.ts';

const header = 'ID,Org Name,Total Networks Searched,Total Devices Searched,Reason,Search Time,Search Type';
const id = (n: number) => `07bc3280-672d-4342-818d-${String(n).padStart(12, '0')}`;
const row = (n: number, networks: number, devices: string, reason: string, day = 1 + (n % 28)) =>
  `${id(n)},Exampleton CA PD,${networks},${devices},${reason},"01/${String(day).padStart(2, '0')}/2026, 0${(n % 9) + 1}:00:00 AM UTC",lookup`;
const log = (rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
const many = (count: number, line: (n: number) => string) =>
  log(Array.from({ length: count }, (_, n) => line(n)));

async function notesOf(text: string): Promise<string[]> {
  const project = testProject();
  await project.addText('Exampleton_CA_PD-Network-Audit.csv', text);
  return readStore(project.paths)[0]?.manifest.notes ?? [];
}

describe('a log as a whole', () => {
  it('whose number of rows is round may have been capped', async () => {
    const line = (n: number) => row(n, n % 50, '12', n % 2 ? 'robbery' : 'burglary');
    expect(await notesOf(many(5000, line))).toEqual([
      'The number of rows is round: the export may have been capped.',
    ]);
    expect(await notesOf(many(4999, line))).toEqual([]);
  });

  it('with one value in a column may be masked there', async () => {
    const found = await notesOf(many(600, (n) => row(n, 7, '——', 'Investigation')));
    expect(found).toEqual([
      'Every stated reason reads the same: it may be a mask.',
      'Every search names the same number of networks.',
      'No row holds a number of devices: the column is there and is not filled.',
    ]);
  });

  it('of months that overlap counts a search once, and a repeated row as a row', async () => {
    const january = Array.from({ length: 40 }, (_, n) => row(n, n + 1, '12', 'robbery'));
    const february = [
      ...january.slice(30),
      ...Array.from({ length: 20 }, (_, n) => row(100 + n, n + 1, '12', 'gta')),
    ];
    const project = testProject();
    await project.addText(
      '1_1_2026-1_31_2026-Exampleton_CA_PD-Network-Audit.csv',
      log([...january, ...january.slice(0, 3)]),
    );
    await project.addText('1_31_2026-2_28_2026-Exampleton_CA_PD-Network-Audit.csv', log(february));
    const work = await project.build();
    expect(await figureValue(work, 'searches.searches')).toBe(60);
    expect(await figureValue(work, 'searches.rows')).toBe(73);
    expect(await groupsOf(work, 'searches.repeated_rows', 'repeats')).toEqual({
      'same-file': 3,
      'other-file': 10,
    });
    expect(await groupsOf(work, 'searches.repeated_rows', 'network')).toEqual({ 'exampleton-ca-pd': 13 });
    const byFile = await groupsOf(work, 'searches.repeated_rows', 'edition');
    expect(Object.values(byFile)).toEqual(expect.arrayContaining([3, 10]));
    work.close();
  });
});

it('a series over the change of the form late in 2025 can be told apart by how reasons were stated', async () => {
  const project = testProject();
  await project.addText(
    'Exampleton_CA_PD-Network-Audit.csv',
    log([
      row(1, 3, '1', 'ice warrant'),
      row(2, 3, '1', 'stolen veh'),
      row(3, 3, '1', 'Immigration (civil/administrative) - '),
      row(4, 3, '1', 'Larceny/Theft Offenses - bikes'),
    ]),
  );
  const work = await project.build();
  const found = await work.engine.query(
    'select reason_form, count(*) as n from records_searches group by reason_form order by reason_form',
  );
  expect(found).toEqual([
    { reason_form: 'free', n: 2 },
    { reason_form: 'list', n: 2 },
  ]);
  expect(await groupsOf(work, 'searches.searches', 'reason_class')).toEqual({ immigration: 2, other: 2 });
  work.close();
});

describeWithShared('the text layer of a printed log', ['alpr', 'flock-export'], (folder) => {
  it('has 359 records, each kept or rejected with its place', async () => {
    const project = testProject();
    const [outcome] = await project.add(
      join(folder, '11_1_2025-12_8_2025-Okaloosa_County_FL_SO-Audit_pdf-text-layer_p1-40.txt'),
    );
    expect(outcome).toMatchObject({ outcome: 'added' });
    const { accounting, rejects } = readStore(project.paths)[0]?.manifest ?? {};
    expect((accounting?.records ?? 0) - (accounting?.header ?? 0)).toBe(359);
    expect((accounting?.kept ?? 0) + (accounting?.rejected ?? 0)).toBe(359);
    expect(accounting?.kept).toBeGreaterThan(320);
    expect(rejects).toHaveLength(accounting?.rejected ?? -1);
  });
});
