import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { makeExampleProject } from '../../examples/make-project.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { tempDir } from '../support/temp-dir.ts';
import { anyCommands } from './any-commands.ts';

test('random commands, failures, kills and doctor: the project holds what a model of it says', async () => {
  const base = projectPaths(tempDir('any-base'));
  await makeExampleProject(base.root);
  mkdirSync(base.records, { recursive: true });
  const released = join(base.root, 'released');
  const lists = readdirSync(released).filter((name) => /^participating.*xlsx$/i.test(name));
  for (const name of readdirSync(released))
    if (!lists.sort().slice(0, 3).includes(name)) rmSync(join(released, name), { recursive: true });
  await anyCommands(base, 3, 20261127);
}, 300_000);
