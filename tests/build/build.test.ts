import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildKey, projectEditions, readBuildState } from '../../src/build/build.ts';
import { relationKeys } from '../../src/build/materialise.ts';
import { createRegistry } from '../../src/figures/kind.ts';
import { createRelations } from '../../src/figures/model.ts';
import { registry } from '../../src/kinds/registry.ts';
import { readJournal } from '../../src/project/journal.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { readStore, removeEdition } from '../../src/project/store.ts';
import {
  addTo,
  build,
  bytesBelow,
  emptyProject,
  exampleCopy,
  exampleLists,
  exampleProject,
  open,
} from '../support/projects.ts';
import { root } from '../support/root.ts';
import { runNode } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';

let lists = '';
const relations = createRelations(registry.models, registry.shapes);
/** Models that are written and that agreements have no part in: those of other kinds, and shipped tables. */
const elsewhere = registry.models
  .filter((model) => !model.view)
  .map((model) => model.name)
  .filter((name) => !dependsOn(name, 'records_agreements') && !dependsOn(name, 'editions'));

function dependsOn(name: string, relation: string): boolean {
  return relations.reads(name).some((read) => read === relation || dependsOn(read, relation));
}

/** File -> when it was last changed, so that a file written again with the same bytes is seen. */
function stamps(folder: string): Record<string, number> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries.map((entry) => join(entry.parentPath, entry.name)).map((path) => [path, statSync(path).mtimeMs]),
  );
}

beforeAll(async () => {
  lists = await exampleLists();
});

describe('an unchanged project', () => {
  test('has no file written by a second build', async () => {
    const folder = await exampleCopy();
    const before = stamps(join(folder, '.counterfoil', 'models'));
    const again = await build(folder);
    expect(again.written).toEqual([]);
    expect(stamps(join(folder, '.counterfoil', 'models'))).toEqual(before);
  });

  test('is known to be so from small files, and one byte of them changes that', async () => {
    const folder = await exampleCopy();
    const paths = projectPaths(folder);
    const key = buildKey(paths, registry);
    expect(readBuildState(paths)?.key).toBe(key);
    writeFileSync(paths.config, `${readFileSync(paths.config, 'utf8')}# a remark\n`);
    expect(buildKey(paths, registry)).not.toBe(key);
  });

  test('is not out of date because the program was compiled again, but where a model says something else', () => {
    const paths = projectPaths(emptyProject());
    const [first, ...others] = registry.kinds;
    const again = createRegistry(registry.kinds, []);
    expect(buildKey(paths, createRegistry([...registry.kinds], []))).toBe(buildKey(paths, again));
    if (!first) throw new Error('no kind');
    const models = first.models.map((model, index) =>
      index === 0 ? { ...model, sql: `${model.sql}\nlimit 1` } : model,
    );
    expect(buildKey(paths, createRegistry([{ ...first, models }, ...others], []))).not.toBe(
      buildKey(paths, again),
    );
  });
});

describe('one edition more', () => {
  test('rewrites what depends on it, and nothing else; a removed one the same', async () => {
    const folder = emptyProject();
    const paths = projectPaths(folder);
    await addTo(folder, [join(lists, 'ParticipatingEntities-20250106083012.xlsx')]);
    const first = await build(folder);
    const kept = registry.models.filter((model) => !model.view).map((model) => model.name);
    expect(first.written.sort()).toEqual(kept.sort());
    const models = join(folder, '.counterfoil', 'models');
    const before = new Set(readdirSync(models));

    await addTo(folder, [join(lists, 'participatingAgencies03052025am.xlsx')]);
    const second = await build(folder);
    expect(second.written).toContain('agreements_listed');
    expect(second.written.filter((name) => elsewhere.includes(name))).toEqual([]);
    expect(elsewhere).toEqual(expect.arrayContaining(['states', 'counties']));
    for (const name of elsewhere) expect(before).toContain(second.state.models[name]);
    expect(readdirSync(models).sort()).toEqual(Object.values(second.state.models).sort());

    const edition = readStore(paths)[1]?.manifest.edition as string;
    removeEdition(paths, edition, 'a test', new Date('2026-11-21T13:00:00Z'));
    const third = await build(folder);
    expect(third.state.models).toEqual(first.state.models);
    expect(readJournal(paths.journal).at(-1)).toMatchObject({
      type: 'removed',
      edition,
      why: 'a test',
      seq: 3,
    });
    const bench = await open(folder);
    expect(bench.editions).toHaveLength(1);
    bench.close();
  });

  test('a new name alone leaves every model that does not tell of editions', async () => {
    const folder = emptyProject();
    const first = 'participatingAgencies01072026pm.xlsx';
    await addTo(folder, [join(lists, first)]);
    const before = (await build(folder)).state.models;
    await addTo(folder, [join(lists, 'participatingAgencies01072025pm.xlsx')]);
    const after = await build(folder);
    expect(after.written).toEqual([]);
    expect(after.state.models).toEqual(before);
  });

  test('the key of a model is made of its text and of what it reads', () => {
    const editions = projectEditions(projectPaths(emptyProject()));
    const keys = relationKeys(relations, editions);
    const changed = createRelations(
      registry.models.map((model) => ({
        ...model,
        reads: relations.reads(model.name),
        sql: model.name === 'agreements_listed' ? `${model.sql} ` : model.sql,
      })),
      registry.shapes,
    );
    const other = relationKeys(changed, editions);
    const differs = [...keys.keys()].filter((name) => keys.get(name) !== other.get(name));
    expect(differs).toContain('agreements_listed');
    expect(
      differs.every((name) => name === 'agreements_listed' || dependsOn(name, 'agreements_listed')),
    ).toBe(true);
    expect(differs).toContain('agreement_spells');
  });
});

describe('the same records give the same bytes', () => {
  const worker = join(root, 'tests', 'build', 'support', 'build-project.ts');
  const derived = (folder: string) => {
    const files = bytesBelow(join(folder, '.counterfoil'));
    // Comparisons are kept when somebody asks for them, not by a build.
    for (const name of [...files.keys()])
      if (name.endsWith('.lock') || name.startsWith('changes/')) files.delete(name);
    return files;
  };

  test('built again from nothing, in another time zone and language, with one thread and with four', async () => {
    const { folder } = await exampleProject();
    const expected = derived(folder);
    expect(expected.size).toBeGreaterThan(10);
    const copy = await exampleCopy();
    for (const [env, threads] of [
      [{ TZ: 'Pacific/Apia', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }, '1'],
      [{ TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'C' }, '4'],
      [{ TZ: 'Asia/Kathmandu', LANG: 'es_MX.UTF-8' }, 'whole'],
    ] as const) {
      rmSync(join(copy, '.counterfoil'), { recursive: true });
      const { code, stderr } = await runNode([worker, copy, threads], { env });
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
      const found = derived(copy);
      const whole = threads === 'whole' || found.size < expected.size;
      const names = [...expected.keys()].filter((name) => threads === 'whole' || name !== 'verdicts.json');
      expect({ whole, names: [...found.keys()] }).toEqual({ whole: true, names });
      for (const [name, bytes] of found)
        expect({ name, same: bytes.equals(expected.get(name) as Buffer) }).toEqual({ name, same: true });
    }
  });

  test('added in another order: the same records, and the same answers', async () => {
    const { folder } = await exampleProject();
    const names = [
      'ParticipatingEntities-20250106083012.xlsx',
      'participatingAgencies03052025am.xlsx',
      'participatingAgencies05082025pm.xlsx',
    ];
    const [one, two] = [emptyProject(), emptyProject()];
    await addTo(
      one,
      names.map((name) => join(lists, name)),
    );
    await addTo(
      two,
      [...names].reverse().map((name) => join(lists, name)),
    );
    const records = (project: string) =>
      [...bytesBelow(join(project, 'records'))].filter(
        ([name]) => name.includes('.parquet') || name.includes('manifest'),
      );
    expect(records(one).map(([name]) => name)).toHaveLength(6);
    expect(records(one)).toEqual(records(two));
    // And the same as in the project that holds all lists.
    const all = bytesBelow(join(folder, 'records'));
    for (const [name, bytes] of records(one)) expect(all.get(name)).toEqual(bytes);
    const written = await Promise.all([build(one), build(two)]);
    const listed = written.map(({ state }, index) =>
      readFileSync(
        join(
          [one, two][index] as string,
          '.counterfoil',
          'models',
          state.models['agreement_spells'] as string,
        ),
      ),
    );
    expect(listed[0]).toEqual(listed[1]);
  });
});

test('a build that was broken off is made whole by the next', async () => {
  const copy = await exampleCopy();
  const { folder } = await exampleProject();
  const models = join(copy, '.counterfoil', 'models');
  const [first = ''] = readdirSync(models).sort();
  cpSync(join(models, first), join(models, `${first}.tmp`));
  rmSync(join(models, first));
  rmSync(join(copy, '.counterfoil', 'build.json'));
  await build(copy);
  expect([...bytesBelow(join(copy, '.counterfoil'))]).toEqual([...bytesBelow(join(folder, '.counterfoil'))]);
});

test('what is asked of a project that is not built, or has changed, is refused', async () => {
  const folder = emptyProject();
  await expect(open(folder)).rejects.toMatchObject({ code: 'CF-BUILD-001', exit: 2 });
  await build(folder);
  (await open(folder)).close();
  const given = join(tempDir('one'), 'list.csv');
  writeFileSync(
    given,
    'STATE,LAW ENFORCEMENT AGENCY,SUPPORT TYPE,SIGNED,MOA\nFLORIDA,Osterhollow Police (invented),Task Force Model,2025-01-02,link\n',
  );
  await addTo(folder, [given]);
  await expect(open(folder)).rejects.toMatchObject({ code: 'CF-BUILD-002', exit: 2 });
});
