import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Checkup, checkUp, type DoctorOptions } from '../../src/build/doctor.ts';
import { registry } from '../../src/kinds/registry.ts';
import { canonicalJson } from '../../src/project/canonical.ts';
import { parseCheckpoint } from '../../src/project/checkpoint.ts';
import { readJournal } from '../../src/project/journal.ts';
import { writeCheckpoint } from '../../src/project/journal-log.ts';
import type { ProjectPaths } from '../../src/project/paths.ts';
import { exampleProject, fixedEffects } from '../support/example-project.ts';

const look = (paths: ProjectPaths, options: Partial<DoctorOptions> = {}): Promise<Checkup> =>
  checkUp(paths, registry, fixedEffects(), { rebuild: false, ...options });

/** Every file below a folder with its bytes, to show that doctor changes nothing. */
function bytesOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path, 'base64')]),
  );
}

const firstEdition = (paths: ProjectPaths) =>
  readJournal(paths.journal).find((entry) => entry.type === 'added')?.edition as string;

function editLine(paths: ProjectPaths, index: number, edit: (entry: Record<string, unknown>) => void): void {
  const lines = readFileSync(paths.journal, 'utf8').split('\n');
  const entry = JSON.parse(lines[index] as string) as Record<string, unknown>;
  edit(entry);
  lines[index] = canonicalJson(entry as never);
  writeFileSync(paths.journal, lines.join('\n'));
}

describe('a sound project', () => {
  test('is complete and valid, made again to the same bytes, and left as it was', async () => {
    const paths = await exampleProject();
    const before = bytesOf(paths.root);
    const found = await look(paths, { rebuild: true });
    expect(found.findings).toEqual([]);
    expect(found).toMatchObject({ complete: true, valid: true });
    expect(found.checkpoint).toBe(found.entries);
    expect(found.editions.looked).toBe(found.editions.total);
    expect(found.originals.kept).toBeGreaterThan(0);
    expect(found.derived?.compared).toBeGreaterThan(10);
    expect(bytesOf(paths.root)).toEqual(before);
  });

  test('is looked at in turns that cover all of it', async () => {
    const paths = await exampleProject();
    const turns = await Promise.all([1, 2, 3].map((n) => look(paths, { subset: { n, m: 3 } })));
    expect(turns.reduce((sum, turn) => sum + turn.editions.looked, 0)).toBe(turns[0]?.editions.total);
  });
});

describe('a project that was changed', () => {
  const damages: [string, (paths: ProjectPaths) => void, Partial<Checkup>, RegExp][] = [
    [
      'a bit flipped in records',
      (paths) => {
        const file = join(paths.records, firstEdition(paths), 'records.parquet');
        const bytes = readFileSync(file);
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 4;
        writeFileSync(file, bytes);
      },
      { valid: false, complete: true },
      /records are not those that the manifest names/,
    ],
    [
      'records taken away',
      (paths) => rmSync(join(paths.records, firstEdition(paths), 'records.parquet')),
      { valid: true, complete: false },
      /records are not there/,
    ],
    [
      'a manifest that was edited',
      (paths) => {
        const file = join(paths.records, firstEdition(paths), '_manifest.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace(/"kept": \d+/, '"kept": 1'));
      },
      { valid: false },
      /manifest is not the one that the journal names/,
    ],
    [
      'an edition taken away',
      (paths) => rmSync(join(paths.records, firstEdition(paths)), { recursive: true }),
      { complete: false },
      /manifest is not there/,
    ],
    [
      'an entry of the journal rewritten',
      (paths) => editLine(paths, 2, (entry) => Object.assign(entry, { name: 'other.xlsx' })),
      { valid: false },
      /not the entry that was there/,
    ],
    [
      'the last entry cut off',
      (paths) =>
        writeFileSync(
          paths.journal,
          `${readFileSync(paths.journal, 'utf8').trimEnd().split('\n').slice(0, -1).join('\n')}\n`,
        ),
      { valid: false },
      /is missing/,
    ],
    [
      'an entry that is not canonical',
      (paths) => writeFileSync(paths.journal, readFileSync(paths.journal, 'utf8').replace('{"at"', '{ "at"')),
      { valid: false },
      /canonical/,
    ],
    [
      'an original with other bytes',
      (paths) => writeFileSync(join(paths.originals, readdirSync(paths.originals)[0] as string), 'other'),
      { valid: false },
      /bytes are not those of its name/,
    ],
  ];
  test.each(damages)('%s', async (_name, damage, expected, says) => {
    const paths = await exampleProject();
    damage(paths);
    const found = await look(paths);
    expect(found).toMatchObject(expected);
    expect(found.findings.map((finding) => finding.says).join('\n')).toMatch(says);
  });

  test('the first broken entry is named first', async () => {
    const paths = await exampleProject();
    for (const index of [4, 2, 5])
      editLine(paths, index, (entry) => Object.assign(entry, { at: '2020-01-01T00:00:00.000Z' }));
    expect((await look(paths)).findings[0]).toMatchObject({ what: 'journal', where: 'entry 3' });
  });

  test('an owner who rewrites the journal and its checkpoint is held by a checkpoint given away', async () => {
    const paths = await exampleProject();
    const given = parseCheckpoint(readFileSync(join(paths.records, 'checkpoint'), 'utf8'));
    editLine(paths, 3, (entry) => Object.assign(entry, { name: 'another-list.xlsx' }));
    for (const name of ['checkpoint', 'journal.hashes']) rmSync(join(paths.records, name));
    writeCheckpoint(paths);
    expect((await look(paths)).valid).toBe(true);
    expect(given && (await look(paths, { checkpoints: [given] }))).toMatchObject({ valid: false });
  });

  test('a rewritten journal gets no new checkpoint by itself', async () => {
    const paths = await exampleProject();
    editLine(paths, 3, (entry) => Object.assign(entry, { name: 'another-list.xlsx' }));
    const before = readFileSync(join(paths.records, 'checkpoint'), 'utf8');
    writeCheckpoint(paths);
    expect(readFileSync(join(paths.records, 'checkpoint'), 'utf8')).toBe(before);
  });

  test('a derived file that is not what the records give', async () => {
    const paths = await exampleProject();
    const models = join(paths.derived, 'models');
    const [first, second, third] = readdirSync(models).sort() as [string, string, string];
    cpSync(join(models, first), join(models, second));
    const found = await look(paths, { rebuild: true });
    expect(found.findings).toMatchObject([
      { kind: 'broken', what: 'derived', where: `.counterfoil/models/${second}` },
    ]);
    rmSync(join(models, third));
    expect((await look(paths, { rebuild: true })).findings[0]).toMatchObject({
      kind: 'note',
      says: expect.stringMatching(/no finished build/),
    });
  });

  test('a folder that nobody added is named, and stays', async () => {
    const paths = await exampleProject();
    cpSync(join(paths.records, firstEdition(paths)), join(paths.records, 'stranger'), { recursive: true });
    const found = await look(paths);
    expect(found).toMatchObject({ complete: true, valid: true });
    expect(found.findings).toMatchObject([{ kind: 'note', where: 'records/stranger' }]);
    expect(existsSync(join(paths.records, 'stranger'))).toBe(true);
  });
});
