import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkUp } from '../../src/build/doctor.ts';
import { registry } from '../../src/kinds/registry.ts';
import { armFaults } from '../../src/project/fault-point.ts';
import { type ProjectPaths, projectPaths } from '../../src/project/paths.ts';
import { readStore } from '../../src/project/store.ts';
import { fixedEffects } from '../support/example-project.ts';
import { tempDir } from '../support/temp-dir.ts';

/** What failing every call of a piece of work, one after the other, came to. */
export interface EveryCall {
  /** Calls that can fail. */
  calls: number;
  /** By place, how many of them. */
  places: Record<string, number>;
  /** What was wrong after a failure, or after the next run; empty where nothing was. */
  wrong: string[];
}

/** Every file that matters below a folder, with its bytes. What broken runs leave begins with a dot or is a `.tmp`. */
export function contentOf(folder: string, also: (name: string) => boolean = () => true): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((name) => !/(^|\/)\.(staged|removed|tmp|lock)|\.tmp/.test(name) && also(name))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  );
}

/**
 * Does the work with the first call failing, then with the second, until it passes. After each failure the project has
 * to be whole, and the next run has to end with the very bytes that an undisturbed one ends with.
 *
 * @param base a project that is copied for each try
 * @param stride take only every so many calls, where all of them would take too long
 */
export async function failEveryCall(
  base: ProjectPaths,
  work: (paths: ProjectPaths) => Promise<unknown>,
  stride = 1,
): Promise<EveryCall> {
  const copy = () => {
    const root = tempDir('fault');
    cpSync(base.root, root, { recursive: true });
    return projectPaths(root);
  };
  const undisturbed = copy();
  await work(undisturbed);
  const wanted = contentOf(undisturbed.root);
  const [places, wrong]: [Record<string, number>, string[]] = [{}, []];
  for (let call = 1; ; call += stride) {
    const paths = copy();
    let [seen, place] = [0, ''];
    armFaults((name) => {
      if (++seen !== call) return;
      place = name;
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    });
    let failed = false;
    try {
      await work(paths);
    } catch {
      failed = true;
    } finally {
      armFaults(null);
    }
    if (place === '') return { calls: seen, places, wrong };
    places[place] = (places[place] ?? 0) + 1;
    const where = `call ${call} (${place})`;
    if (!failed) wrong.push(`${where}: the failure was not told`);
    wrong.push(...(await notWhole(paths)).map((says) => `${where}: ${says}`));
    try {
      await work(paths);
      const found = contentOf(paths.root);
      for (const name of new Set([...wanted.keys(), ...found.keys()])) {
        if (wanted.get(name) !== found.get(name)) wrong.push(`${where}: the next run leaves another ${name}`);
      }
    } catch (error) {
      wrong.push(`${where}: the next run fails: ${String(error)}`);
    }
    rmSync(paths.root, { recursive: true, force: true });
  }
}

/** What a doctor finds that is more than a note; and whether the store can be read. */
export async function notWhole(paths: ProjectPaths): Promise<string[]> {
  try {
    readStore(paths);
    const found = await checkUp(paths, registry, fixedEffects(), { rebuild: false });
    return found.findings.filter(({ kind }) => kind !== 'note').map(({ where, says }) => `${where} ${says}`);
  } catch (error) {
    return [`the store cannot be read: ${String(error)}`];
  }
}
