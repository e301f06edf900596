import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectPaths } from '../../src/project/paths.ts';
import { readStore } from '../../src/project/store.ts';
import { bytesBelow, emptyProject, exampleCopy, exampleLists, exampleProject } from '../support/projects.ts';
import { root } from '../support/root.ts';
import { runCli } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';

let lists = '';
beforeAll(async () => {
  lists = await exampleLists();
});

const bin = join(root, 'bin', 'counterfoil.js');
const leftOvers = (folder: string) =>
  [...bytesBelow(folder).keys()].filter((name) => /\.staged-|\.tmp|\.removed-/.test(name));

/** Runs the program and sends a signal as soon as `ready` says so. */
async function interrupted(
  args: string[],
  ready: () => boolean,
): Promise<{ code: number | null; stderr: string; signalled: boolean }> {
  const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (bytes) => {
    stderr += String(bytes);
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let over = false;
  void ended.then(() => {
    over = true;
  });
  let signalled = false;
  while (!over && !signalled) {
    if (ready()) signalled = child.kill('SIGINT');
    else await wait(2);
  }
  return { code: await ended, stderr, signalled };
}

describe('Ctrl-C', () => {
  test('in the middle of add leaves whole editions only, and the next add goes on', async () => {
    const folder = emptyProject();
    const paths = projectPaths(folder);
    const lines = () =>
      existsSync(paths.journal) ? readFileSync(paths.journal, 'utf8').split('\n').length - 1 : 0;
    const stopped = await interrupted(['add', lists, '--project', folder], () => lines() >= 3);
    expect(stopped).toEqual({ code: 130, signalled: true, stderr: expect.stringContaining('Stopped.') });
    expect(stopped.stderr).not.toContain('CF-FAULT');
    const kept = readStore(paths).length;
    expect(kept).toBeGreaterThanOrEqual(3);
    expect(kept).toBeLessThan(21);
    expect(leftOvers(folder)).toEqual([]);
    const { code } = await runCli(['add', lists, '--project', folder]);
    expect(code).toBe(0);
    const { folder: example } = await exampleProject();
    const whole = bytesBelow(join(example, 'records'));
    for (const [name, bytes] of bytesBelow(join(folder, 'records'))) {
      if (name.endsWith('records.parquet')) expect(bytes.equals(whole.get(name) as Buffer)).toBe(true);
    }
    expect(readStore(paths)).toHaveLength(21);
  });

  test('in the middle of build leaves the last build, and the next one makes the same', async () => {
    const copy = await exampleCopy();
    const { folder } = await exampleProject();
    const config = join(copy, 'counterfoil.yaml');
    const models = join(copy, '.counterfoil', 'models');
    // The models go, so that there is work; the state of the last build stays.
    for (const name of readdirSync(models))
      if (!name.startsWith('states')) spawnSync('rm', ['-r', join(models, name)]);
    writeFileSync(config, readFileSync(config));
    const stopped = await interrupted(['build', '--project', copy], () => readdirSync(models).length >= 4);
    expect(stopped).toEqual({ code: 130, signalled: true, stderr: expect.stringContaining('Stopped.') });
    expect(leftOvers(copy)).toEqual([]);
    expect((await runCli(['build', '--project', copy])).code).toBe(0);
    const expected = [...bytesBelow(join(folder, '.counterfoil', 'models')).keys()];
    expect([...bytesBelow(models).keys()]).toEqual(expected);
  });

  test('SIGKILL leaves what the next command clears away', async () => {
    const folder = emptyProject();
    const { records } = projectPaths(folder);
    const child = spawn(process.execPath, [bin, 'add', lists, '--project', folder], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (!existsSync(records) || !readdirSync(records).some((name) => name.startsWith('.staged-')))
      await wait(2);
    child.kill('SIGKILL');
    await ended;
    const { code } = await runCli(['add', lists, '--project', folder]);
    expect(code).toBe(0);
    expect(leftOvers(folder)).toEqual([]);
    expect(readStore(projectPaths(folder))).toHaveLength(21);
  });
});

describe('a full disk', () => {
  const mounted: string[] = [];
  const small = (size: string): string | undefined => {
    const folder = mkdtempSync(join(tmpdir(), 'counterfoil-small-'));
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status !== 0)
      return undefined;
    mounted.push(folder);
    writeFileSync(join(folder, 'counterfoil.yaml'), 'title: A\n');
    return folder;
  };
  afterAll(() => {
    for (const folder of mounted) spawnSync('umount', [folder]);
  });
  const can = small('16k') !== undefined;
  if (!can) process.stderr.write('\n!!! NOT TESTED: a full disk (no right to mount a small one).\n\n');

  test.skipIf(!can)(
    'is one line with a code; what was finished stays, nothing half done is left',
    async () => {
      const folder = small('200k') as string;
      const { code, stderr } = await runCli(['add', lists, '--project', folder]);
      expect(code).toBe(3);
      expect(stderr.trimEnd().split('\n').slice(-2)).toEqual([
        expect.stringMatching(/^CF-STORE-003 /),
        '  Make room and run the command again; what was finished before is kept, the rest was not begun.',
      ]);
      const kept = readStore(projectPaths(folder)).length;
      expect(kept).toBeGreaterThan(0);
      expect(leftOvers(folder)).toEqual([]);
      const built = await runCli(['build', '--project', folder]);
      expect(built.code).toBe(3);
      expect(built.stderr).toMatch(/^CF-STORE-003 /);
      expect(leftOvers(folder)).toEqual([]);
      spawnSync('mount', ['-o', 'remount,size=20m', folder]);
      expect((await runCli(['add', lists, '--project', folder])).code).toBe(0);
      expect((await runCli(['build', '--project', folder])).code).toBe(0);
      expect(readStore(projectPaths(folder))).toHaveLength(21);
    },
  );
});

describe('a folder that may not be written', () => {
  const asNobody = (args: string[]) =>
    spawnSync(process.execPath, [bin, ...args], {
      encoding: 'utf8',
      ...(process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}),
    });
  const readable = asNobody(['--version']).status === 0;
  if (!readable)
    process.stderr.write(
      '\n!!! NOT TESTED: an unwritable folder (the clone is not readable for others).\n\n',
    );

  test.skipIf(!readable)('is one line with a code, the place and what to do', async () => {
    // Every folder on the way is open, the project itself is not.
    const folder = tempDir('unwritable');
    chmodSync(process.env['COUNTERFOIL_TEST_TMP'] ?? tmpdir(), 0o755);
    writeFileSync(join(folder, 'counterfoil.yaml'), 'title: A\n');
    const file = join(folder, 'list.csv');
    writeFileSync(file, 'STATE,LAW ENFORCEMENT AGENCY,SUPPORT TYPE,SIGNED,MOA\n');
    const advice = '  Check the rights of the project folder and its files, then run the command again.\n';
    chmodSync(folder, 0o555);
    expect(asNobody(['add', file, '--project', folder])).toMatchObject({
      status: 2,
      stderr: `CF-STORE-004 ${join(folder, 'records')}: A file or folder may not be written or read.\n${advice}`,
    });
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'records'), { mode: 0o555 });
    chmodSync(folder, 0o555);
    expect(asNobody(['add', file, '--project', folder])).toMatchObject({
      status: 2,
      stderr: `CF-STORE-004 ${join(folder, 'records', '.lock')}: A file or folder may not be written or read.\n${advice}`,
    });
    expect(asNobody(['status', '--project', folder]).status).toBe(0);
    chmodSync(folder, 0o755);
    expect(readdirSync(join(folder, 'records'))).toEqual([]);
  });
});
