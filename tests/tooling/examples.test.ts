import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ExampleFacts, exampleFacts } from '../../examples/facts.ts';
import { inventedPlaces } from '../../examples/invented-places.ts';
import { makeAgreements } from '../../examples/make-agreements.ts';
import { exampleNotice, makeExampleProject } from '../../examples/make-project.ts';
import { makeReference, referenceFacts } from '../../examples/make-reference.ts';
import { exampleStates } from '../../examples/states.ts';
import { agencies } from '../../examples/world.ts';
import { root } from '../support/root.ts';
import { runNode } from '../support/run-cli.ts';
import { describeWithShared } from '../support/shared-data.ts';
import { tempDir } from '../support/temp-dir.ts';
import { walkBytes } from '../support/walk-bytes.ts';

const hashes = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    );

let folder = '';
let facts: ExampleFacts;
beforeAll(async () => {
  folder = tempDir('examples');
  facts = await makeAgreements(folder);
});

test('the same bytes in another process, time zone and language', async () => {
  const another = tempDir('examples');
  const env = { TZ: 'Pacific/Apia', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
  const { code } = await runNode([join(root, 'examples', 'make-agreements.ts'), another], { env });
  expect(code).toBe(0);
  expect(hashes(another)).toEqual(hashes(folder));
  const [one, two] = [join(tempDir('reference'), 'a.csv'), join(tempDir('reference'), 'b.csv')];
  await makeReference(one);
  await makeReference(two);
  expect(readFileSync(one)).toEqual(readFileSync(two));
});

test('every agency is marked as invented, in a place that is no county or state', () => {
  const places = agencies.map(({ place }) => place);
  const atlas = JSON.parse(readFileSync(join(root, 'node_modules/us-atlas/counties-10m.json'), 'utf8'));
  const real = ['counties', 'states'].flatMap((object) =>
    atlas.objects[object].geometries.map((geometry: { properties: { name: string } }) =>
      geometry.properties.name.toLowerCase(),
    ),
  );
  expect(real.length).toBeGreaterThan(3200);
  expect(places.filter((place) => real.includes(place.toLowerCase()))).toEqual([]);
  expect(new Set(places).size).toBe(places.length);
  expect(agencies.every(({ name }) => name.endsWith(' (invented)'))).toBe(true);
});

describeWithShared('the places of the examples', ['reference', 'fbi_lee_latest.csv'], (path) => {
  test('are no place of a real agency', () => {
    const known = readFileSync(path, 'utf8').toLowerCase();
    expect(inventedPlaces.filter((place) => known.includes(place.toLowerCase()))).toEqual([]);
  });
});

describe('what another reader finds in the files is what the generator says', () => {
  const fold = (text: unknown) => String(text).replaceAll('’', "'").replace(/\s+/g, ' ').trim().toLowerCase();
  const typos: Record<string, string> = { utahj: 'utah', pennslyvania: 'pennsylvania' };
  const code = (text: unknown) => {
    const name = typos[fold(text)] ?? fold(text);
    return exampleStates.find((state) => state.name.toLowerCase() === name)?.code ?? `unknown ${name}`;
  };
  const model = (text: unknown) =>
    /jail/i.test(String(text))
      ? 'jail-enforcement'
      : /warrant/i.test(String(text))
        ? 'warrant-service'
        : 'task-force';

  test.each(exampleFacts().lists.map((list) => [list.file, list] as const))('%s', async (file, list) => {
    const [sheet] = await readXlsxFile(join(folder, file), { trim: false });
    const [header = [], ...all] = sheet?.data ?? [];
    const rows = all
      .filter((row) => row.some((cell) => cell !== null))
      .map((row) => {
        const cell = (name: string) => row[header.indexOf(name)] ?? null;
        return {
          state: code(cell('STATE')),
          agency: fold(cell('LAW ENFORCEMENT AGENCY')),
          raw: String(cell('LAW ENFORCEMENT AGENCY')),
          model: model(cell('SUPPORT TYPE')),
        };
      });
    const states = [...new Set(rows.map((row) => row.state))].sort();
    const count = (some: typeof rows) => ({
      agreements: some.length,
      agencies: new Set(some.map((row) => `${row.state} ${row.agency}`)).size,
    });
    expect({ rows: rows.length, ...count(rows) }).toEqual({
      rows: list.rows,
      agreements: list.agreements,
      agencies: list.agencies,
    });
    expect(states).toEqual(Object.keys(list.byState));
    expect(list.states + list.territories).toBe(states.length);
    for (const state of states)
      expect(count(rows.filter((row) => row.state === state))).toEqual(list.byState[state]);
    for (const [name, number] of Object.entries(list.byModel))
      expect(rows.filter((row) => row.model === name).length).toBe(number);
    const spellings = Map.groupBy(rows, (row) => `${row.state} ${row.agency}`).values();
    const twoWays = [...spellings].filter((same) => new Set(same.map((row) => row.raw)).size > 1);
    expect(twoWays.length).toBe(list.spelledTwoWays);
  });
});

test('the files are as the publishers leave them', () => {
  const byFile = new Map(facts.lists.map((list) => [list.file, list]));
  expect(new Set(facts.lists.map(({ layout }) => layout))).toEqual(
    new Set(['H5', 'P6', 'P7', 'P8', 'Q4', 'Q5', 'Q6']),
  );
  expect(byFile.get('pendingAgencies11062025am.xlsx')?.rows).toBe(0);
  expect(byFile.get('participatingAgencies03192026pm.xlsx')?.status).toBe('pending');
  expect(facts.lists.filter(({ duplicates }) => duplicates > 0)).toHaveLength(1);
  expect(Math.max(...facts.lists.map(({ agencies: count }) => count))).toBeGreaterThan(390);
  expect(Math.max(...facts.lists.map(({ spelledTwoWays }) => spelledTwoWays))).toBeGreaterThanOrEqual(6);
  expect(Math.max(...facts.lists.map(({ unreadableDates }) => unreadableDates))).toBeGreaterThanOrEqual(4);
  const copies = ['participatingAgencies01072025pm.xlsx', 'participatingAgencies01072026pm.xlsx'].map(
    (name) => readFileSync(join(folder, name)),
  );
  expect(copies[0]).toEqual(copies[1]);
  expect(facts.relabelled.before).not.toBe(facts.relabelled.name);
  expect(facts.departed).toHaveLength(3);
});

test('the canaries are in the files, each in its place', async () => {
  const { findings } = await walkBytes(folder, Object.values(facts.canaries));
  const found = (canary: string) =>
    findings.filter((finding) => finding.canary === canary).map(({ file }) => file.split('!')[1]);
  expect(found(facts.canaries.creator)).toContain('docProps/core.xml');
  expect(found(facts.canaries.lastModifiedBy)).toContain('docProps/core.xml');
  expect(found(facts.canaries.manager)).toContain('docProps/app.xml');
  expect(found(facts.canaries.email)).toContain('xl/worksheets/_rels/sheet1.xml.rels');
  expect(found(facts.canaries.remark)).toEqual(['xl/sharedStrings.xml']);
});

test('the reference speaks of agencies of the lists, and of two places twice', () => {
  const reference = referenceFacts();
  const names = new Set(agencies.map(({ state, name }) => `${state.code} ${name}`));
  expect(reference.matched.every(({ state, name }) => names.has(`${state} ${name}`))).toBe(true);
  expect(reference.matched.length).toBeGreaterThan(200);
  expect(reference.ambiguous).toHaveLength(2);
  expect(reference.rows.every(({ ori }) => /^[A-Z]{2}INV\d{4}$/.test(ori))).toBe(true);
  expect(new Set(reference.rows.map(({ ori }) => ori)).size).toBe(reference.rows.length);
});

test('the example project says that it is invented', async () => {
  const project = tempDir('project');
  await makeExampleProject(project);
  expect(readdirSync(project).sort()).toEqual([
    'claims',
    'counterfoil.yaml',
    'invented-agencies.csv',
    'released',
  ]);
  expect(readFileSync(join(project, 'counterfoil.yaml'), 'utf8')).toContain(exampleNotice);
  expect(exampleNotice).toContain('Invented');
  expect(readFileSync(join(project, 'released', 'README.txt'), 'utf8')).toMatch(
    /^These files are invented\./,
  );
});
