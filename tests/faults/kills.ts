import { spawn, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkup } from '../../src/build/doctor.ts';
import { readJournal } from '../../src/project/journal.ts';
import { type ProjectPaths, projectPaths } from '../../src/project/paths.ts';
import { readStore } from '../../src/project/store.ts';
import { root } from '../support/root.ts';
import { tempDir } from '../support/temp-dir.ts';
import { notWhole } from './every-call.ts';

const program = join(root, 'dist', 'cli', 'main.js');

/** What a campaign of kills came to. */
export interface Kills {
  kills: number;
  /** By command: killed before it had ended. */
  byCommand: Record<string, number>;
  /** Commands that had ended before the kill came. */
  late: number;
  /** Projects taken to their end and built again from nothing to compare. */
  compared: number;
  wrong: string[];
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Random commands on a project, each killed (`kill -9`) at a random moment of its time; after each kill the project has
 * to be whole: nothing that was acknowledged is lost, nothing half there is visible. After some kills the work is done
 * to its end, and what is derived has to be what the records give.
 *
 * @param base a project with lists in `released/`, of which nothing is added yet
 * @param more commands that take part, by name: their arguments
 */
export async function killCampaign(
  base: ProjectPaths,
  count: number,
  seed: number,
  more: Record<string, readonly string[]> = {},
): Promise<Kills> {
  const random = numbers(seed);
  const found: Kills = { kills: 0, byCommand: {}, late: 0, compared: 0, wrong: [] };
  const spans = new Map<string, number>();
  const perProject = Math.min(10, count);
  while (found.kills < count) {
    const folder = tempDir('kill');
    cpSync(base.root, folder, { recursive: true });
    const paths = projectPaths(folder);
    const files = readdirSync(join(folder, 'released')).map((name) => join(folder, 'released', name));
    // One list is there from the beginning; how long that took tells within which time to kill.
    const { milliseconds: usual } = await runAndKill(
      ['add', files[0] as string, '--project', folder],
      Number.POSITIVE_INFINITY,
    );
    for (let turn = 0; turn < perProject && found.kills < count; turn++) {
      const before = visible(paths);
      const [name, args] = choose(random, files, before, more);
      const span = Math.max(spans.get(name) ?? 0, usual);
      const { killed, milliseconds } = await runAndKill(
        [...args, '--project', folder],
        random() * span * 1.1,
      );
      if (!killed) {
        found.late++;
        spans.set(name, spans.has(name) ? (span + milliseconds) / 2 : milliseconds);
        continue;
      }
      found.kills++;
      found.byCommand[name] = (found.byCommand[name] ?? 0) + 1;
      const where = `seed ${seed}, kill ${found.kills} (${name})`;
      found.wrong.push(...(await notWhole(paths)).map((says) => `${where}: ${says}`));
      const after = visible(paths);
      const lost = before.filter((edition) => !after.includes(edition));
      if (lost.length > (name === 'remove' ? 1 : 0))
        found.wrong.push(`${where}: ${lost.length} editions lost`);
      if (readJournal(paths.journal).some((entry, index) => entry.seq !== index + 1))
        found.wrong.push(`${where}: the journal is out of order`);
    }
    for (const args of [['add', join(folder, 'released')], ['build']]) {
      const { code } = await runAndKill([...args, '--project', folder], Number.POSITIVE_INFINITY);
      if (code !== 0 && code !== 3) found.wrong.push(`seed ${seed}: afterwards ${args[0]} ends with ${code}`);
    }
    // Asked of the compiled program: a build is tied to the program that made it.
    const { stdout } = spawnSync(
      process.execPath,
      ['--no-warnings', program, 'doctor', '--json', '--project', folder],
      { encoding: 'utf8' },
    );
    if (stdout === '') {
      found.wrong.push(`seed ${seed}, at the end: doctor says nothing`);
      continue;
    }
    const checked = JSON.parse(stdout) as Checkup;
    if (checked.derived === null)
      found.wrong.push(`seed ${seed}, at the end: the derived part was not compared`);
    const faults = checked.findings.filter(
      ({ kind, what }) => kind !== 'note' || what === 'derived' || what === 'store',
    );
    found.wrong.push(...faults.map(({ where, says }) => `seed ${seed}, at the end: ${where} ${says}`));
    found.compared++;
    rmSync(folder, { recursive: true, force: true });
  }
  return found;
}

function visible(paths: ProjectPaths): string[] {
  return readStore(paths).map(({ manifest }) => manifest.edition);
}

function choose(
  random: () => number,
  files: readonly string[],
  before: readonly string[],
  more: Record<string, readonly string[]>,
): [string, readonly string[]] {
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  const others = Object.keys(more);
  const turn = random();
  if (others.length > 0 && turn < 0.2) {
    const name = pick(others);
    return [name, more[name] as readonly string[]];
  }
  if (before.length > 0 && turn < 0.3) return ['remove', ['remove', pick(before)]];
  if (before.length > 0 && turn < 0.6) return ['build', ['build']];
  return ['add', ['add', ...Array.from({ length: 4 }, () => pick(files))]];
}

/** Runs a command in a process group of its own and kills all of it after so many milliseconds. */
export function runAndKill(
  args: readonly string[],
  after: number,
): Promise<{ killed: boolean; code: number | null; milliseconds: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--no-warnings', program, ...args], {
    stdio: 'ignore',
    detached: true,
  });
  const timer = Number.isFinite(after)
    ? setTimeout(() => {
        if (child.pid === undefined) return;
        try {
          process.kill(-child.pid, 'SIGKILL');
        } catch {
          // It ended just now.
        }
      }, after)
    : undefined;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      resolve({ killed: signal === 'SIGKILL', code, milliseconds: performance.now() - begun });
    });
  });
}
