import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../src/project/edition.ts';
import { appendJournal } from '../../src/project/journal.ts';
import { projectPaths } from '../../src/project/paths.ts';
import {
  editionFolder,
  publishEdition,
  readStore,
  removeEdition,
  stageEdition,
  sweepStore,
} from '../../src/project/store.ts';
import { tempDir } from '../support/temp-dir.ts';

const at = new Date('2026-11-21T12:00:00Z');
const manifest = (edition: string): Manifest =>
  ({ schema: 1, edition, layout: 'x', problems: [] as Manifest['problems'] }) as Manifest;

function store(...editions: string[]) {
  const paths = projectPaths(tempDir('store'));
  mkdirSync(paths.records);
  for (const edition of editions) publish(paths, edition);
  return paths;
}

function publish(paths: ReturnType<typeof projectPaths>, edition: string, name = `${edition}.xlsx`) {
  const staged = stageEdition(paths, edition);
  writeFileSync(join(staged, 'records.parquet'), 'PAR1');
  publishEdition(paths, staged, manifest(edition), { name }, at);
}

const visible = (paths: ReturnType<typeof projectPaths>) =>
  readStore(paths).map((one) => one.manifest.edition);

describe('an edition is visible when, and only when, the journal names it', () => {
  test('published ones are, in the order in which they came', () => {
    const paths = store('b', 'a');
    expect(visible(paths)).toEqual(['b', 'a']);
    expect(readdirSync(paths.records).sort()).toEqual(['a', 'b', 'journal.ndjson']);
  });

  test('a folder without a line of the journal is not, and is replaced when the file comes again', () => {
    const paths = store('a');
    mkdirSync(editionFolder(paths, 'b'));
    writeFileSync(join(editionFolder(paths, 'b'), '_manifest.json'), '{"edition":"b"}');
    writeFileSync(join(editionFolder(paths, 'b'), 'left'), 'from a broken run');
    expect(visible(paths)).toEqual(['a']);
    publish(paths, 'b');
    expect(visible(paths)).toEqual(['a', 'b']);
    expect(readdirSync(editionFolder(paths, 'b')).sort()).toEqual(['_manifest.json', 'records.parquet']);
  });

  test('a removed one is not; its files are gone, and its line stays', () => {
    const paths = store('a', 'b');
    removeEdition(paths, 'a', 'wrong file', at);
    expect(visible(paths)).toEqual(['b']);
    expect(existsSync(editionFolder(paths, 'a'))).toBe(false);
    publish(paths, 'a', 'again.xlsx');
    expect(readStore(paths).map((one) => [one.manifest.edition, one.names, one.added.seq])).toEqual([
      ['b', ['b.xlsx'], 2],
      ['a', ['again.xlsx'], 4],
    ]);
  });

  test('a line without its manifest is an error that says what to do', () => {
    const paths = store('a');
    rmSync(join(editionFolder(paths, 'a'), '_manifest.json'));
    expect(() => readStore(paths)).toThrow(expect.objectContaining({ code: 'CF-STORE-002', exit: 3 }));
    writeFileSync(join(editionFolder(paths, 'a'), '_manifest.json'), '{"edition":');
    expect(() => readStore(paths)).toThrow(expect.objectContaining({ code: 'CF-STORE-002' }));
    removeEdition(paths, 'a', 'broken', at);
    expect(visible(paths)).toEqual([]);
  });
});

test('names and dates are gathered from the journal', () => {
  const paths = store('a');
  appendJournal(paths.journal, [{ type: 'named', edition: 'a', name: 'second.xlsx' }], at);
  appendJournal(paths.journal, [{ type: 'named', edition: 'a', name: 'second.xlsx' }], at);
  appendJournal(paths.journal, [{ type: 'named', edition: 'unknown', name: 'x' }], at);
  appendJournal(paths.journal, [{ type: 'dated', edition: 'a', asOf: '2026-01-01' }], at);
  appendJournal(paths.journal, [{ type: 'dated', edition: 'a', asOf: '2026-01-02' }], at);
  const [one] = readStore(paths);
  expect(one?.names).toEqual(['a.xlsx', 'second.xlsx']);
  expect(one?.givenAsOf).toBe('2026-01-02');
});

test('sweeping takes away what broken runs left, and nothing else', () => {
  const paths = store('a');
  stageEdition(paths, 'b');
  mkdirSync(join(paths.records, '.removed-c'));
  writeFileSync(join(paths.records, 'notes.txt'), 'mine');
  sweepStore(paths);
  expect(readdirSync(paths.records).sort()).toEqual(['a', 'journal.ndjson', 'notes.txt']);
});
