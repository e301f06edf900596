import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { downloadCsv } from '../../examples/contract-files.ts';
import type { Workspace } from '../../src/build/workspace.ts';
import { run as flagsCommand } from '../../src/cli/flags.ts';
import { flagPage } from '../../src/flags/flag-page.ts';
import { type FlagResult, runFlags, withSettings } from '../../src/flags/run-flags.ts';
import { registry } from '../../src/kinds/registry.ts';
import { addTo, build, emptyProject, open, recordingEffects } from '../support/projects.ts';
import { root } from '../support/root.ts';
import { tempDir } from '../support/temp-dir.ts';
import { fixtureNotices, flagFixtures } from './fixtures.ts';

const short = (id: string) => id.slice(id.indexOf('.') + 1);
let bench: Workspace;
let results: Map<string, FlagResult>;
beforeAll(async () => {
  const given = tempDir('given');
  writeFileSync(
    join(given, 'all_2026-01-31.csv'),
    downloadCsv(Object.values(flagFixtures).flatMap((fixture) => fixture.actions ?? [])),
  );
  writeFileSync(join(given, 'versions.csv'), fixtureNotices);
  const project = emptyProject();
  await addTo(project, [given]);
  await build(project);
  bench = await open(project);
  results = new Map((await runFlags(bench, registry.flags)).map((result) => [short(result.flag.id), result]));
}, 120_000);
afterAll(() => bench?.close());

test('every flag has a fixture, and a page that says what its declaration says', () => {
  const ids = registry.flags.map((flag) => short(flag.id)).sort();
  expect(Object.keys(flagFixtures).sort()).toEqual(ids);
  expect(readdirSync(join(root, 'docs', 'flags')).sort()).toEqual(ids.map((id) => `${id}.md`));
  for (const flag of registry.flags) {
    expect(readFileSync(join(root, 'docs', 'flags', `${short(flag.id)}.md`), 'utf8'), flag.id).toBe(
      flagPage(flag),
    );
  }
});

describe.each(Object.entries(flagFixtures))('%s', (id, fixture) => {
  test('fires, passes and stays silent where it should', async () => {
    const result = results.get(id);
    if (!result) throw new Error('no result');
    const rows = await bench.engine.query(
      `select label, outcome from (${withSettings(result.flag.units, result.settings)}) as units`,
    );
    const outcomes = new Map(rows.map((row) => [row['label'] as string, row['outcome'] as string]));
    const of = (labels: readonly string[] = []) => labels.map((label) => [label, outcomes.get(label)]);
    expect(of(fixture.fires)).toEqual(fixture.fires.map((label) => [label, 'flagged']));
    expect(of(fixture.passes)).toEqual(fixture.passes.map((label) => [label, 'passed']));
    expect(of(fixture.notApplicable)).toEqual(
      (fixture.notApplicable ?? []).map((label) => [label, 'not applicable']),
    );
    expect(of(fixture.unknown)).toEqual((fixture.unknown ?? []).map((label) => [label, 'unknown']));
    const { examined, flagged, passed, notApplicable, unknown } = result.coverage;
    expect(examined).toBe(flagged + passed);
    expect(examined + notApplicable + unknown).toBe(rows.length);
    expect(rows.length).toBe(outcomes.size);
  });

  test('each flagged unit has its rows', () => {
    for (const unit of results.get(id)?.flagged ?? [])
      expect(unit.rows.length, unit.label).toBeGreaterThan(0);
  });
});

test.each(registry.flags.map((flag) => [flag.id, flag] as const))(
  '%s is told in full and accuses nobody',
  (_id, flag) => {
    for (const text of [flag.title, flag.method, flag.source, flag.why, flag.example, flag.needs, flag.unit])
      expect(text.length).toBeGreaterThan(4);
    expect(flag.innocent.length).toBeGreaterThan(0);
    expect(flag.exclusions.length).toBeGreaterThan(0);
    expect(JSON.stringify({ ...flag, source: '' })).not.toMatch(
      /\b(fraud|corrupt|illegal|criminal|guilty|scam|suspicious)\b/i,
    );
    for (const name of Object.keys(flag.settings))
      expect(`${flag.units}${flag.method}`).toContain(`{${name}}`);
  },
);

test('a flag that fires on most of what it examined says so', () => {
  for (const [id, result] of results) {
    const { examined, flagged } = result.coverage;
    expect(result.firesOnMost, id).toBe(flagged >= 5 && flagged * 2 > examined);
  }
});

test('one flag is asked for beside settings of another, which are checked all the same', async () => {
  const project = emptyProject('title: A test\nflags:\n  contracts.single-offer:\n    least: 1000\n');
  await build(project);
  const effects = recordingEffects();
  expect(await flagsCommand({ project, flag: ['contracts.ceiling-raised'], json: true }, effects)).toBe(0);
  const { flags } = JSON.parse(effects.out()) as { flags: FlagResult[] };
  expect(flags.map(({ flag }) => flag.id)).toEqual(['contracts.ceiling-raised']);
  const wrong = emptyProject('title: A test\nflags:\n  contracts.single-ofer:\n    least: 1000\n');
  await build(wrong);
  await expect(
    flagsCommand({ project: wrong, flag: ['contracts.ceiling-raised'] }, recordingEffects()),
  ).rejects.toMatchObject({ code: 'CF-FLAG-001' });
});

test('a flag lists every unit that it counts', async () => {
  const given = tempDir('many');
  const actions = Array.from({ length: 1001 }, (_, index) => ({
    piid: `70MANY26C${String(index).padStart(8, '0')}`,
    date: '2025-03-04',
    obligation: '1.00',
    vendor: 'INVENTED MANY LLC',
    undefinitised: 'A',
  }));
  writeFileSync(join(given, 'many_2026-01-31.csv'), downloadCsv(actions));
  const project = emptyProject();
  await addTo(project, [given]);
  await build(project);
  const effects = recordingEffects();
  await flagsCommand({ project, flag: ['contracts.undefinitised'], json: true }, effects);
  const [result] = (JSON.parse(effects.out()) as { flags: FlagResult[] }).flags;
  expect(result?.coverage.flagged).toBe(1001);
  expect(result?.flagged.length).toBe(1001);
});
