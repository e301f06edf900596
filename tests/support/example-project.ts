import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeExampleProject } from '../../examples/make-project.ts';
import { addFiles } from '../../src/build/add.ts';
import { buildProject } from '../../src/build/project-build.ts';
import { asWriter, withIngest } from '../../src/build/session.ts';
import { registry } from '../../src/kinds/registry.ts';
import type { Effects } from '../../src/project/effects.ts';
import { type ProjectPaths, projectPaths } from '../../src/project/paths.ts';
import { tempDir } from './temp-dir.ts';

/** The clock of tests: one instant, or one that is moved on by hand. */
export function fixedEffects(at = '2026-11-21T12:00:00.000Z'): Pick<Effects, 'now' | 'signal'> {
  return { now: () => new Date(at), signal: new AbortController().signal };
}

let made: Promise<string> | undefined;

async function makeOnce(): Promise<string> {
  const root = tempDir('example');
  await makeExampleProject(root);
  const paths = projectPaths(root);
  const files = readdirSync(join(root, 'released')).sort().slice(0, 10);
  await addTo(
    paths,
    files.map((name) => join(root, 'released', name)),
  );
  await buildIn(paths);
  return root;
}

/** Adds files to a project as the command does. */
export function addTo(paths: ProjectPaths, files: readonly string[], effects = fixedEffects()) {
  return asWriter(paths, () =>
    withIngest(paths, registry, effects, (context) => addFiles(context, files, { cwd: paths.root })),
  );
}

/** Builds a project as the command does. */
export function buildIn(paths: ProjectPaths, effects = fixedEffects()) {
  return asWriter(paths, () => buildProject(paths, registry, effects, () => {}));
}

/** A copy of a small built project of invented lists, for tests that change it. */
export async function exampleProject(): Promise<ProjectPaths> {
  made ??= makeOnce();
  const root = tempDir('project');
  cpSync(await made, root, { recursive: true });
  return projectPaths(root);
}
