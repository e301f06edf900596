import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameKept } from '../../src/kinds/searches/file-name.ts';
import { UserError } from '../../src/project/errors.ts';
import { tempDir } from '../support/temp-dir.ts';
import { walkBytes } from '../support/walk-bytes.ts';
import { testProject } from './support/project.ts';

const canaries = [
  '8ZQX417',
  'Zebulon Quarrelmere',
  'z.quarrelmere@example.invalid',
  '25-ZQ0099887',
  'Quarrelmere',
  'zq7secretprompt',
];
const [plate, officer, mail, caseNumber, surname, prompt] = canaries as [
  string,
  string,
  string,
  string,
  string,
  string,
];

const header = [
  'ID',
  ' Name',
  ' Org Name',
  ' Total Networks Searched',
  ' Total Devices Searched',
  ' Time Frame',
  ' License Plate',
  ' Reason',
  ' Case #',
  ' Filters',
  ' Search Time',
  ' Search Type',
  ' Text Prompt',
  ' Moderation',
];
const good = [
  '07bc3280-672d-4342-818d-e93e5c2cdbb8',
  '***',
  'Exampleton CA PD',
  '12',
  '144',
  '01/01/2025, 01:00:00 AM UTC\n01/02/2025, 01:00:00 AM UTC',
  '***',
  'stolen vehicle',
  '25-1',
  '',
  '01/02/2025, 01:00:00 AM UTC',
  'lookup',
  '',
  '',
];
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[]) =>
  `${rows.map((row) => row.map(quote).join(',')).join('\n')}\n`;

/** One row for each column and canary, the canary alone in the cell, behind a text, and before one. */
function poisoned(): string[][] {
  const rows: string[][] = [];
  for (let column = 0; column < good.length; column += 1) {
    for (const canary of canaries) {
      for (const cell of [
        canary,
        `${good[column]} ${canary}`,
        `${canary} CA PD`.startsWith(plate) || column !== 2 ? `${canary} ${good[column]}` : canary,
      ]) {
        const row = [...good];
        row[column] = cell;
        rows.push(row);
      }
    }
  }
  return rows;
}

async function clean(project: ReturnType<typeof testProject>): Promise<number> {
  const walk = await walkBytes(project.paths.root, canaries);
  expect(walk.findings).toEqual([]);
  return walk.files.length;
}

describe('the door of searches', () => {
  it('keeps no byte of a name, plate, e-mail, case number or prompt, in whatever column it stands', async () => {
    const project = testProject();
    const shown = JSON.stringify(
      await project.addText(
        `1_1_2025_${surname}_${plate}-Network-Audit.csv`,
        csv([header, good, ...poisoned()]),
      ),
    );
    for (const canary of canaries) expect(shown).not.toContain(canary);
    const work = await project.build();
    work.close();
    expect(await clean(project)).toBeGreaterThan(5);
  }, 60_000);

  it('does so in UTF-16 and windows-1252, with broken rows, and with a header row that is data', async () => {
    const project = testProject();
    const text = csv([header, good, ...poisoned()]);
    await project.addText(
      'wide.csv',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    );
    await project.addText(
      'narrow.csv',
      Buffer.concat([
        Buffer.from(text, 'latin1'),
        Buffer.from(`${good.map(quote).join(',').replace('stolen', '\xe9tol')}\n`, 'latin1'),
      ]),
    );
    const broken = `${text}${good.map(quote).join(',')},"${officer}\n"${plate}" x,${mail}\n${canaries.join(',')}\n"${officer}`;
    await project.addText('broken.csv', broken);
    const headed = csv([
      [...header, officer, plate, mail],
      ...poisoned().map((row) => [...row, prompt, caseNumber, surname]),
    ]);
    await project.addText('headed.csv', headed);
    const outcome = await project.addText('no-header.csv', csv(poisoned())).catch((error: unknown) => error);
    const said =
      outcome instanceof UserError ? `${outcome.message} ${outcome.stack}` : JSON.stringify(outcome);
    for (const canary of canaries) expect(said).not.toContain(canary);
    const work = await project.build();
    work.close();
    await clean(project);
  }, 120_000);

  it('refuses a log of administrative events, and says nothing of its rows', async () => {
    const project = testProject();
    const text = csv([
      ['event id', 'timestamp', 'user', 'event type', 'entity type', 'entity details'],
      ['1', '2025-01-01', officer, 'UPDATE', 'hotlist', plate],
    ]);
    const error = await project.addText('event-logs.csv', text).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).code).toBe('CF-READ-040');
    expect(JSON.stringify(error) + String((error as UserError).stack)).not.toContain(surname);
  });

  it('counts repeated headers, masked rows and shifted rows, and keeps none of their cells', async () => {
    const project = testProject();
    const masked = good.map((_, index) => (index === 1 ? 'REDACTED' : ''));
    const shifted = [...good.slice(0, 9), officer, ...good.slice(9, 13)];
    const [outcome] = await project.addText(
      'Exampleton CA PD-Network-Audit.csv',
      csv([header, good, header, masked, shifted, good]),
    );
    expect(outcome).toMatchObject({
      outcome: 'added',
      accounting: { records: 6, kept: 2, header: 2, withheld: 1, rejected: 1 },
    });
    await clean(project);
  });

  it('keeps of a file name dates, plain words for logs and an account', () => {
    expect(nameKept('11_1_2025-12_8_2025-Okaloosa_County_FL_SO-Audit.csv')).toBe(
      '11_1_2025-12_8_2025-Okaloosa_County_FL_SO-Audit.csv',
    );
    expect(nameKept(`${officer} ${plate} search_audit.csv`)).toBe('… … … search_audit.csv');
  });

  it('leaves nothing behind in the folder for temporary files', async () => {
    const folder = tempDir('spill');
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = folder;
    try {
      const project = testProject();
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'there'), 'x');
      await project.addText(
        'wide.csv',
        Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv([header, ...poisoned()]), 'utf16le')]),
      );
      const walk = await walkBytes(folder, canaries);
      expect(walk.findings).toEqual([]);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });
});
