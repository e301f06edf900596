import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { storedZip } from '../../examples/stored-zip.ts';
import { projectEditions } from '../../src/build/build.ts';
import type { Outcome } from '../../src/build/ingest.ts';
import { readJournal } from '../../src/project/journal.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { zip } from '../read/support/zip.ts';
import { addTo, bytesBelow, emptyProject, exampleLists } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';

let lists = '';
const list = (name: string) => join(lists, name);
const early = 'ParticipatingEntities-20250106083012.xlsx';
beforeAll(async () => {
  lists = await exampleLists();
});

const short = (outcomes: readonly Outcome[]) =>
  outcomes.map((outcome) => [
    outcome.file,
    outcome.outcome,
    'error' in outcome ? outcome.error.code : 'code' in outcome ? outcome.code : null,
  ]);
const state = (folder: string) =>
  [...bytesBelow(join(folder, 'records'))]
    .map(([name, bytes]) => `${name} ${bytes.toString('latin1')}`)
    .filter((entry) => !entry.startsWith('.lock'));

const csv =
  "STATE,LAW ENFORCEMENT AGENCY,SUPPORT TYPE,SIGNED,MOA\nFLORIDA,Osterhollow County Sheriff's Office (invented),Warrant Service Officer,2025-01-02,link\n";

describe('adding', () => {
  test('a folder: lists at any depth are editions, the rest is skipped with why', async () => {
    const folder = emptyProject();
    const given = tempDir('given');
    mkdirSync(join(given, 'a', 'b'), { recursive: true });
    cpSync(list(early), join(given, 'a', 'b', early));
    cpSync(list('notes.docx'), join(given, 'notes.docx'));
    cpSync(list('README.txt'), join(given, 'README.txt'));
    writeFileSync(join(given, '.hidden'), 'x');
    writeFileSync(join(given, 'empty.csv'), '');
    writeFileSync(join(given, 'other.csv'), 'a,b\n1,2\n');
    writeFileSync(join(given, 'list.csv'), csv);
    expect(short(await addTo(folder, [given]))).toEqual([
      ['README.txt', 'skipped', 'CF-READ-011'],
      [early, 'added', null],
      ['empty.csv', 'skipped', 'CF-READ-001'],
      ['list.csv', 'added', null],
      ['notes.docx', 'skipped', 'CF-READ-006'],
      ['other.csv', 'skipped', 'CF-READ-030'],
    ]);
  });

  test('a file that was named and holds no records is an error; the others are added all the same', async () => {
    const folder = emptyProject();
    expect(
      short(await addTo(folder, [list('notes.docx'), list(early), join(folder, 'absent.xlsx')])),
    ).toEqual([
      ['notes.docx', 'failed', 'CF-READ-006'],
      [early, 'added', null],
      ['absent.xlsx', 'failed', 'CF-READ-003'],
    ]);
    expect(projectEditions(projectPaths(folder))).toHaveLength(1);
  });

  test('a zip: its lists are editions, a path that leads out is refused', async () => {
    const folder = emptyProject();
    const file = join(tempDir('zip'), 'lists.zip');
    writeFileSync(
      file,
      zip([
        { name: `deep/${early}`, data: readFileSync(list(early)) },
        { name: 'list.csv', data: csv },
        { name: 'README.txt', data: 'hello' },
      ]),
    );
    expect(short(await addTo(folder, [file]))).toEqual([
      [early, 'added', null],
      ['list.csv', 'added', null],
      ['lists.zip/README.txt', 'skipped', expect.stringMatching(/^CF-READ-/)],
    ]);
    const bad = join(tempDir('zip'), 'bad.zip');
    writeFileSync(
      bad,
      storedZip([
        { name: '../../list.csv', text: csv },
        { name: 'b.csv', text: csv },
      ]),
    );
    const before = state(folder);
    expect(short(await addTo(folder, [bad]))).toEqual([['bad.zip', 'failed', 'CF-READ-015']]);
    expect(state(folder)).toEqual(before);
    expect(existsSync(join(folder, '..', 'list.csv'))).toBe(false);
  });

  test('the same bytes under two names are one edition with two names; again is nothing new', async () => {
    const folder = emptyProject();
    const paths = projectPaths(folder);
    const names = ['participatingAgencies01072025pm.xlsx', 'participatingAgencies01072026pm.xlsx'] as const;
    const [first] = await addTo(folder, [list(names[0])]);
    expect(first).toMatchObject({ outcome: 'added' });
    expect(projectEditions(paths)[0]).toMatchObject({
      asOf: '2026-01-07',
      asOfFrom: 'modified',
      contradiction: 'the name says 2025-01-07, the file was changed on 2026-01-07',
    });
    expect(await addTo(folder, [list(names[1])])).toMatchObject([{ outcome: 'known', newName: true }]);
    expect(projectEditions(paths)).toMatchObject([
      { names, asOf: '2026-01-07', asOfFrom: 'name', contradiction: null },
    ]);
    const before = state(folder);
    expect(await addTo(folder, names.map(list))).toMatchObject([
      { outcome: 'known', newName: false },
      { outcome: 'known', newName: false },
    ]);
    expect(state(folder)).toEqual(before);
  });

  test('--as-of gives the date, also later', async () => {
    const folder = emptyProject();
    const paths = projectPaths(folder);
    await addTo(folder, [list(early)], { asOf: '2025-02-02' });
    expect(projectEditions(paths)[0]).toMatchObject({ asOf: '2025-02-02', asOfFrom: 'given' });
    await addTo(folder, [list(early)], { asOf: '2025-02-03' });
    expect(projectEditions(paths)[0]).toMatchObject({ asOf: '2025-02-03', asOfFrom: 'given' });
    expect(readJournal(paths.journal).map((entry) => entry.type)).toEqual(['added', 'dated']);
  });

  test('originals are kept by hash, or not at all where the project says so', async () => {
    const keeps = emptyProject();
    await addTo(keeps, [list(early)]);
    const [edition] = projectEditions(projectPaths(keeps));
    expect(readdirSync(join(keeps, 'originals'))).toEqual([`${edition?.sha256}.xlsx`]);
    expect(readFileSync(join(keeps, 'originals', `${edition?.sha256}.xlsx`))).toEqual(
      readFileSync(list(early)),
    );
    const discards = emptyProject('title: A\noriginals: discard\n');
    await addTo(discards, [list(early)]);
    expect(existsSync(join(discards, 'originals'))).toBe(false);
  });

  test('a file that fails leaves the project byte for byte as it was', async () => {
    const folder = emptyProject();
    await addTo(folder, [list(early)]);
    const before = state(folder);
    const originals = readdirSync(join(folder, 'originals'));
    const broken = join(tempDir('broken'), 'participatingAgencies03052025am.xlsx');
    const whole = readFileSync(list('participatingAgencies03052025am.xlsx'));
    for (const bytes of [
      whole.subarray(0, 4000),
      whole.subarray(0, whole.length - 30),
      Buffer.alloc(0),
      Buffer.from('PK\x03\x04 rubbish'),
    ]) {
      writeFileSync(broken, bytes);
      const [outcome] = await addTo(folder, [broken]);
      expect(outcome?.outcome).toBe('failed');
      expect(state(folder)).toEqual(before);
      expect(readdirSync(join(folder, 'originals'))).toEqual(originals);
    }
    writeFileSync(broken, whole);
    expect(await addTo(folder, [broken])).toMatchObject([{ outcome: 'added' }]);
  });

  test('what an earlier run left half done is cleared away, and does not count', async () => {
    const folder = emptyProject();
    const { records } = projectPaths(folder);
    mkdirSync(join(records, '.staged-abc-1'), { recursive: true });
    writeFileSync(join(records, '.staged-abc-1', 'records.parquet'), 'half');
    await addTo(folder, [list(early)]);
    expect(readdirSync(records).filter((name) => name.startsWith('.staged'))).toEqual([]);
  });
});

test('a list is recognised by its columns, whatever its name is', async () => {
  const folder = emptyProject();
  const given = tempDir('given');
  cpSync(list('participatingAgencies03192026pm.xlsx'), join(given, 'x.xlsx'));
  cpSync(list('participatingAgencies06042026am.xlsx'), join(given, 'pendingAgencies06042026am.xlsx'));
  expect(await addTo(folder, [given])).toMatchObject([
    { file: 'pendingAgencies06042026am.xlsx', layout: 'participating-8', source: 'ice-participating' },
    { file: 'x.xlsx', layout: 'pending-6', source: 'ice-pending' },
  ]);
  rmSync(given, { recursive: true });
});
