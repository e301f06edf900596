import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/project/errors.ts';
import { lockProject } from '../../src/project/lock.ts';
import { root } from '../support/root.ts';
import { tempDir } from '../support/temp-dir.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Another process that holds the lock until it is ended. */
async function holder(path: string): Promise<ChildProcess> {
  const module = join(root, 'src', 'project', 'lock.ts');
  const script = `import { lockProject } from ${JSON.stringify(module)};
    lockProject(${JSON.stringify(path)}, 0); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}

function refusal(path: string, waitMs = 0): UserError {
  try {
    lockProject(path, waitMs)();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('the lock was given twice');
}

describe('the lock', () => {
  test('is given once, and again when it was let go', () => {
    const path = join(tempDir('lock'), 'records', '.lock');
    const release = lockProject(path, 0);
    expect(refusal(path)).toMatchObject({ code: 'CF-STORE-005', exit: 5 });
    release();
    lockProject(path, 0)();
  });

  test('of another process refuses, and ends with it however it ends', async () => {
    const path = join(tempDir('lock'), '.lock');
    const child = await holder(path);
    expect(refusal(path).exit).toBe(5);
    child.kill('SIGKILL');
    await once(child, 'exit');
    lockProject(path, 0)();
  });

  test('is waited for as long as told', async () => {
    const path = join(tempDir('lock'), '.lock');
    const child = await holder(path);
    const begun = performance.now();
    refusal(path, 300);
    expect(performance.now() - begun).toBeGreaterThan(250);
    setTimeout(() => child.kill('SIGKILL'), 0);
    await once(child, 'exit');
  });
});

test('a lock that nobody kept is held all the same', async () => {
  const path = join(tempDir('lock'), '.lock');
  const module = join(root, 'src', 'project', 'lock.ts');
  const script = `import { lockProject } from ${JSON.stringify(module)};
    lockProject(${JSON.stringify(path)}, 0); gc(); gc(); setTimeout(() => { gc(); console.log('held'); }, 50); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  expect(refusal(path).exit).toBe(5);
});
