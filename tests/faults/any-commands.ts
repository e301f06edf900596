import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkUp } from '../../src/build/doctor.ts';
import { asWriter } from '../../src/build/session.ts';
import { registry } from '../../src/kinds/registry.ts';
import { armFaults } from '../../src/project/fault-point.ts';
import { readJournal } from '../../src/project/journal.ts';
import { type ProjectPaths, projectPaths } from '../../src/project/paths.ts';
import { readStore, removeEdition } from '../../src/project/store.ts';
import { addTo, buildIn, fixedEffects } from '../support/example-project.ts';
import { tempDir } from '../support/temp-dir.ts';
import { notWhole } from './every-call.ts';
import { runAndKill } from './kills.ts';

/** What the project should hold: the editions that are visible, and whether the last build is of today. */
interface Model {
  visible: Set<string>;
  /** The editions of reference files among them: a build adds those that are missing, so they are not removed here. */
  references: ReadonlySet<string>;
  built: boolean;
  /** Entries of the journal: a build is out of date after a new one, such as another name for the same bytes. */
  entries: number;
}

interface Real {
  paths: ProjectPaths;
  files: readonly string[];
  /** What each file becomes. */
  editions: readonly string[];
}

type Step = fc.AsyncCommand<Model, Real>;

const visibleIn = (paths: ProjectPaths) => new Set(readStore(paths).map(({ manifest }) => manifest.edition));

const entriesIn = (paths: ProjectPaths) => readJournal(paths.journal).length;

/** After every command: the project is whole, and holds what the model says. */
async function same(model: Model, { paths }: Real): Promise<void> {
  const entries = entriesIn(paths);
  if (entries !== model.entries) model.built = false;
  model.entries = entries;
  const faults = await notWhole(paths);
  if (faults.length > 0) throw new Error(faults.join('; '));
  const found = [...visibleIn(paths)].sort().join();
  const expected = [...model.visible].sort().join();
  if (found !== expected) throw new Error(`visible are ${found}; expected ${expected}`);
}

/** After a command that was cut short: each edition is either as before or as the command would have it. */
function either(model: Model, { paths }: Real, wanted: ReadonlySet<string>): void {
  const found = visibleIn(paths);
  const before = model.visible;
  for (const edition of new Set([...before, ...wanted, ...found])) {
    const [was, will, is] = [before.has(edition), wanted.has(edition), found.has(edition)];
    if (is !== was && is !== will) throw new Error(`${edition} is neither as before nor as wanted`);
  }
  if (found.size !== before.size || [...found].some((one) => !before.has(one))) model.built = false;
  model.visible = found;
}

class Add implements Step {
  readonly which: readonly number[];
  constructor(which: readonly number[]) {
    this.which = which;
  }
  check = () => true;
  wanted(model: Model, real: Real): Set<string> {
    return new Set([...model.visible, ...this.which.map((at) => real.editions[at] as string)]);
  }
  args = (real: Real) => ['add', ...this.which.map((at) => real.files[at] as string)];
  async run(model: Model, real: Real): Promise<void> {
    await addTo(
      real.paths,
      this.which.map((at) => real.files[at] as string),
    );
    const wanted = this.wanted(model, real);
    if (wanted.size !== model.visible.size) model.built = false;
    model.visible = wanted;
    await same(model, real);
  }
  toString = () => `add ${this.which.join(' ')}`;
}

class Remove implements Step {
  readonly which: number;
  constructor(which: number) {
    this.which = which;
  }
  check = (model: Readonly<Model>) => model.visible.size > model.references.size;
  edition(model: Model): string {
    const some = [...model.visible].filter((one) => !model.references.has(one)).sort();
    return some[this.which % some.length] as string;
  }
  async run(model: Model, real: Real): Promise<void> {
    const edition = this.edition(model);
    await asWriter(real.paths, async () => removeEdition(real.paths, edition, 'a test', new Date(0)));
    model.visible.delete(edition);
    model.built = false;
    await same(model, real);
  }
  toString = () => `remove ${this.which}`;
}

class Build implements Step {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    await buildIn(real.paths);
    model.built = true;
    model.entries = entriesIn(real.paths);
    await same(model, real);
  }
  toString = () => 'build';
}

class Doctor implements Step {
  check = (model: Readonly<Model>) => model.built;
  async run(model: Model, real: Real): Promise<void> {
    const found = await checkUp(real.paths, registry, fixedEffects(), { rebuild: true });
    const faults = found.findings.filter(({ kind, what }) => kind !== 'note' || what === 'derived');
    if (faults.length > 0) throw new Error(faults.map(({ where, says }) => `${where} ${says}`).join('; '));
    await same(model, real);
  }
  toString = () => 'doctor';
}

/** `add` or `build` of which the n-th call to the disk or the engine fails. */
class Fails implements Step {
  readonly inner: Add | Build;
  readonly call: number;
  constructor(inner: Add | Build, call: number) {
    this.inner = inner;
    this.call = call;
  }
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const wanted = this.inner instanceof Add ? this.inner.wanted(model, real) : model.visible;
    let seen = 0;
    armFaults(() => {
      if (++seen === this.call) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    });
    const copy = { ...model, visible: new Set(model.visible) };
    try {
      await this.inner.run(copy, real);
    } catch {
      // That it failed is what this is about.
    } finally {
      armFaults(null);
    }
    either(model, real, wanted);
    if (this.inner instanceof Build) model.built = false;
    await same(model, real);
  }
  toString = () => `call ${this.call} fails of ${this.inner}`;
}

/** `add` as a process of its own, killed after some milliseconds. */
class Killed implements Step {
  readonly inner: Add;
  readonly after: number;
  constructor(inner: Add, after: number) {
    this.inner = inner;
    this.after = after;
  }
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    await runAndKill([...this.inner.args(real), '--project', real.paths.root], this.after);
    either(model, real, this.inner.wanted(model, real));
    await same(model, real);
  }
  toString = () => `killed after ${this.after} ms: ${this.inner}`;
}

/**
 * Random commands with failures, kills and `doctor` in between. After every one the project holds what a model of it
 * says, and nothing is half there.
 *
 * @param base a project with lists in `released/`, of which nothing is added yet
 */
export async function anyCommands(base: ProjectPaths, numRuns: number, seed: number): Promise<void> {
  const folder = join(base.root, 'released');
  const names = readdirSync(folder).sort();
  const sample = projectPaths(tempDir('sample'));
  cpSync(base.root, sample.root, { recursive: true });
  const files = names.map((name) => join(folder, name));
  const editions: string[] = [];
  for (const file of files) {
    // Two names may hold the same bytes: then the second is the edition of the first.
    const [outcome] = await addTo(sample, [file]);
    if (!outcome || !('edition' in outcome)) throw new Error(`${file} is no edition`);
    editions.push(outcome.edition);
  }
  rmSync(sample.root, { recursive: true, force: true });
  // The first build reads the reference files; every sequence begins after that.
  const first = projectPaths(tempDir('first'));
  cpSync(base.root, first.root, { recursive: true });
  await buildIn(first);
  rmSync(first.derived, { recursive: true, force: true });
  const references = visibleIn(first);
  const at = fc.nat({ max: files.length - 1 });
  const add = fc.array(at, { minLength: 1, maxLength: 2 }).map((which) => new Add(which));
  const steps = fc.commands<Model, Real, false>(
    [
      add,
      fc.nat({ max: 9 }).map((which) => new Remove(which)),
      fc.constant(new Build()),
      fc.constant(new Doctor()),
      fc.tuple(add, fc.integer({ min: 1, max: 60 })).map(([inner, call]) => new Fails(inner, call)),
      fc.integer({ min: 1, max: 200 }).map((call) => new Fails(new Build(), call)),
      fc.tuple(add, fc.integer({ min: 50, max: 1500 })).map(([inner, after]) => new Killed(inner, after)),
    ],
    { maxCommands: 12, size: 'max' },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (commands) => {
      const paths = projectPaths(tempDir('any'));
      cpSync(first.root, paths.root, { recursive: true });
      await fc.asyncModelRun(
        () => ({
          model: { visible: new Set(references), references, built: false, entries: entriesIn(first) },
          real: { paths, files, editions },
        }),
        commands,
      );
      rmSync(paths.root, { recursive: true, force: true });
    }),
    { numRuns, seed, endOnFailure: true },
  );
  rmSync(first.root, { recursive: true, force: true });
}
