import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { exampleFacts } from '../../examples/facts.ts';
import { makeAgreements } from '../../examples/make-agreements.ts';
import { makeExampleProject } from '../../examples/make-project.ts';
import { referenceFacts } from '../../examples/make-reference.ts';
import { makeSearches } from '../../examples/make-searches.ts';
import { addFiles } from '../../src/build/add.ts';
import type { Outcome } from '../../src/build/ingest.ts';
import { buildProject, type ProjectBuild } from '../../src/build/project-build.ts';
import { asWriter, withIngest } from '../../src/build/session.ts';
import { openWorkspace, type Workspace } from '../../src/build/workspace.ts';
import { registry } from '../../src/kinds/registry.ts';
import type { Effects } from '../../src/project/effects.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { sharedData } from './shared-data.ts';
import { tempDir } from './temp-dir.ts';

/** Effects that record what a command says; the clock stands still. */
export interface RecordingEffects extends Effects {
  out(): string;
  err(): string;
}

export function recordingEffects(options: Partial<Effects> = {}): RecordingEffects {
  const texts = ['', ''];
  const sink = (index: number) =>
    new Writable({
      write(chunk, _encoding, done) {
        texts[index] += String(chunk);
        done();
      },
    });
  return {
    now: () => new Date('2026-11-21T12:00:00Z'),
    cwd: tmpdir(),
    env: {},
    stdout: sink(0),
    stderr: sink(1),
    interactive: false,
    signal: new AbortController().signal,
    ...options,
    out: () => texts[0] as string,
    err: () => texts[1] as string,
  };
}

/** An empty project. */
export function emptyProject(config = 'title: A test\n'): string {
  const folder = tempDir('project');
  writeFileSync(join(folder, 'counterfoil.yaml'), config);
  return folder;
}

/** Adds files to a project as `counterfoil add` does. */
export async function addTo(
  folder: string,
  files: readonly string[],
  options: { asOf?: string; effects?: Effects } = {},
): Promise<Outcome[]> {
  const paths = projectPaths(folder);
  const effects = options.effects ?? recordingEffects();
  return asWriter(paths, () =>
    withIngest(paths, registry, effects, (context) =>
      addFiles(context, files, {
        cwd: folder,
        ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
      }),
    ),
  );
}

/** Builds a project as `counterfoil build` does. */
export async function build(folder: string, effects: Effects = recordingEffects()): Promise<ProjectBuild> {
  const paths = projectPaths(folder);
  return asWriter(paths, () => buildProject(paths, registry, effects, () => {}));
}

/** Opens a built project. The caller closes it. */
export function open(folder: string): Promise<Workspace> {
  return openWorkspace(projectPaths(folder), registry);
}

/** A folder made once in a run of the tests, by whichever test file needs it first. Nobody may change it. */
export async function once(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const base = process.env['COUNTERFOIL_TEST_TMP'] ?? tempDir('shared');
  const folder = join(base, name);
  const done = join(base, `${name}.done`);
  try {
    mkdirSync(folder);
  } catch {
    for (let tries = 0; !existsSync(done); tries++) {
      if (tries > 3000) throw new Error(`another test file did not finish making ${name}`);
      await wait(100);
    }
    const failed = readFileSync(done, 'utf8');
    if (failed !== '') throw new Error(`${name} could not be made by another test file: ${failed}`);
    return folder;
  }
  try {
    await make(folder);
    writeFileSync(done, '');
  } catch (error) {
    writeFileSync(done, String(error));
    throw error;
  }
  return folder;
}

/** A copy of a folder that was made once, for tests that change it. */
export function copyOf(folder: string): string {
  const copy = join(tempDir('copy'), 'project');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** The example project with its lists added and built; shared, so only to be read. */
export async function exampleProject() {
  const folder = await once('example-project', async (made) => {
    await makeExampleProject(made);
    await addTo(made, [join(made, 'released')]);
    await build(made);
  });
  return { folder, facts: exampleFacts(), reference: referenceFacts() };
}

/** A project with the example's audit logs added and built; shared, so only to be read. */
export function exampleSearches(): Promise<string> {
  return once('example-searches', async (made) => {
    writeFileSync(join(made, 'counterfoil.yaml'), 'title: Invented logs\n');
    await addTo(made, makeSearches(join(made, 'released')));
    await build(made);
  });
}

/** The lists of the example project, not added to anything; shared, so only to be read. */
export function exampleLists(): Promise<string> {
  return once('example-lists', async (made) => {
    await makeAgreements(made);
  });
}

/** A copy of the built example project, to be changed. */
export async function exampleCopy(): Promise<string> {
  const { folder } = await exampleProject();
  const copy = tempDir('example-copy');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** A project with the real lists and, where it is there, the real reference list, built; shared, so only to be read. */
export function realProject(lists: string): Promise<string> {
  const reference = sharedData('reference', 'fbi_lee_latest.csv');
  return once('real-agreements', async (made) => {
    const references = reference === null ? '' : `references: [${JSON.stringify(reference)}]\n`;
    writeFileSync(join(made, 'counterfoil.yaml'), `title: Real lists\n${references}`);
    await addTo(made, [lists]);
    await build(made);
  });
}

/** Relative path -> bytes of every file below a folder. */
export function bytesBelow(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path), readFileSync(path)] as const),
  );
}
