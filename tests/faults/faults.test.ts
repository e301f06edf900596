import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeExampleProject } from '../../examples/make-project.ts';
import { checkUp } from '../../src/build/doctor.ts';
import { registry } from '../../src/kinds/registry.ts';
import { appendJournal, readJournal } from '../../src/project/journal.ts';
import { lockProject } from '../../src/project/lock.ts';
import { type ProjectPaths, projectPaths } from '../../src/project/paths.ts';
import { readStore } from '../../src/project/store.ts';
import { addTo, buildIn, exampleProject, fixedEffects } from '../support/example-project.ts';
import { root } from '../support/root.ts';
import { runCli } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';
import { contentOf, failEveryCall } from './every-call.ts';
import { killCampaign } from './kills.ts';

let base: ProjectPaths;
let lists: string[];
beforeAll(async () => {
  const folder = tempDir('faults');
  await makeExampleProject(folder);
  base = projectPaths(folder);
  mkdirSync(base.records, { recursive: true });
  const all = readdirSync(join(folder, 'released')).sort();
  lists = all.filter((name) => /^participating.*xlsx$/i.test(name));
  for (const name of all)
    if (!lists.slice(0, 5).includes(name)) rmSync(join(folder, 'released', name), { recursive: true });
});

const released = (paths: ProjectPaths, count: number) =>
  lists.slice(0, count).map((name) => join(paths.root, 'released', name));

// Of each campaign a short form: `npm run faults` fails every call, and kills as often as it is told.
describe('calls of the disk and the engine fail, one in each run', () => {
  test('while files are added', async () => {
    const found = await failEveryCall(base, (paths) => addTo(paths, released(paths, 1)), 5);
    expect(found.wrong).toEqual([]);
    expect(found.calls).toBeGreaterThan(15);
  }, 300_000);

  test('while another file is added', async () => {
    const folder = tempDir('faults');
    cpSync(base.root, folder, { recursive: true });
    const paths = projectPaths(folder);
    await addTo(paths, released(paths, 1));
    const found = await failEveryCall(paths, (copy) => addTo(copy, released(copy, 2)), 9);
    expect(found.wrong).toEqual([]);
  }, 300_000);

  test('while a project is built', async () => {
    const paths = await exampleProject();
    rmSync(paths.derived, { recursive: true });
    const found = await failEveryCall(paths, (copy) => buildIn(copy), 29);
    expect(found.wrong).toEqual([]);
    expect(found.calls).toBeGreaterThan(60);
  }, 300_000);
});

test('kill -9 at 6 random moments of add, build and remove', async () => {
  const found = await killCampaign(base, 6, 20261121);
  expect(found.wrong).toEqual([]);
  expect(found.kills).toBe(6);
}, 300_000);

describe('two processes', () => {
  test('add to one project at the same time, and both are kept', async () => {
    const folder = tempDir('two');
    cpSync(base.root, folder, { recursive: true });
    const [one, two] = released(projectPaths(folder), 2) as [string, string];
    const ended = await Promise.all([one, two].map((file) => runCli(['add', file, '--project', folder])));
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(readStore(projectPaths(folder)).length).toBe(2);
    expect(
      (await checkUp(projectPaths(folder), registry, fixedEffects(), { rebuild: false })).findings,
    ).toEqual([]);
  });

  test('the second gives up after ten seconds with exit code 5', async () => {
    const paths = await exampleProject();
    const release = lockProject(paths.lock, 0);
    const { code, stderr } = await runCli(['build', '--project', paths.root]);
    release();
    expect(code).toBe(5);
    expect(stderr).toContain('CF-STORE-005');
  });

  test('a lock ends with its process, however that ends', async () => {
    const paths = await exampleProject();
    const child = spawn(
      process.execPath,
      [
        '--no-warnings',
        '--input-type=module',
        '-e',
        `const { lockProject } = await import(${JSON.stringify(join(root, 'src/project/lock.ts'))}); lockProject(${JSON.stringify(paths.lock)}, 0); process.send('held'); setInterval(() => {}, 1000);`,
      ],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    await new Promise((resolve) => child.once('message', resolve));
    expect(() => lockProject(paths.lock, 0)).toThrow(/in use/);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    lockProject(paths.lock, 1000)();
  });
});

describe('the journal', () => {
  test('torn at any byte of its last line it gives the entries before, and goes on', () => {
    const path = join(tempDir('journal'), 'journal.ndjson');
    appendJournal(
      path,
      [
        { type: 'dated', edition: 'a', asOf: '2026-01-01' },
        { type: 'removed', edition: 'a', why: 'ü' },
      ],
      new Date(0),
    );
    const whole = readFileSync(path);
    const first = whole.indexOf(0x0a) + 1;
    for (let cut = first; cut < whole.length; cut++) {
      writeFileSync(path, whole.subarray(0, cut));
      expect(readJournal(path).length).toBe(1);
      appendJournal(path, [{ type: 'removed', edition: 'a', why: 'ü' }], new Date(0));
      expect(readFileSync(path).equals(whole)).toBe(true);
    }
  });

  test('a clock that jumps back changes no order', async () => {
    const paths = await exampleProject();
    await addTo(paths, [], fixedEffects('1999-01-01T00:00:00.000Z'));
    appendJournal(
      paths.journal,
      [{ type: 'dated', edition: readStore(paths)[0]?.manifest.edition as string, asOf: '2026-01-01' }],
      new Date('1999-01-01'),
    );
    expect(readJournal(paths.journal).map(({ seq }) => seq)).toEqual(
      readJournal(paths.journal).map((_, index) => index + 1),
    );
    await buildIn(paths);
    expect(
      (await checkUp(paths, registry, fixedEffects('1999-01-01T00:00:00.000Z'), { rebuild: true })).findings,
    ).toEqual([]);
  });
});

describe('the derived part', () => {
  test('is the same bytes on another day, in another time zone and language, after it was deleted', async () => {
    const paths = await exampleProject();
    const before = contentOf(paths.derived);
    rmSync(paths.derived, { recursive: true });
    const { code } = await runCli(['build', '--project', paths.root], {
      env: { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    });
    expect(code).toBe(0);
    const after = contentOf(paths.derived);
    const differing = [...before]
      .filter(([name, bytes]) => name !== 'build.json' && after.get(name) !== bytes)
      .map(([name]) => name);
    expect(differing).toEqual([]);
  });

  test('of another version, or torn, is made again', async () => {
    const paths = await exampleProject();
    const state = join(paths.derived, 'build.json');
    const good = readFileSync(state, 'utf8');
    for (const bad of [good.replace('"schema": 1', '"schema": 99'), good.slice(0, 40), '', 'null']) {
      writeFileSync(state, bad);
      await buildIn(paths);
      expect(readFileSync(state, 'utf8')).toBe(good);
    }
    appendFileSync(state, ' ');
  });
});
