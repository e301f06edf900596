import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkUp, type DoctorOptions } from '../build/doctor.ts';
import { registry } from '../kinds/registry.ts';
import { type Checkpoint, parseCheckpoint } from '../project/checkpoint.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { lockProject } from '../project/lock.ts';
import type { CommandOptions } from './commands.ts';
import { projectOf, text, texts } from './options.ts';
import { printText } from './output.ts';

/** `counterfoil doctor`: re-hashes the project and makes the derived part again to compare. Repairs nothing. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const paths = projectOf(options, effects);
  const originals = text(options, 'originals');
  if (
    originals !== undefined &&
    !statSync(resolve(effects.cwd, originals), { throwIfNoEntry: false })?.isDirectory()
  )
    throw new UserError(`There is no folder "${originals}".`, {
      code: 'CF-DOCTOR-003',
      exit: exitCodes.usage,
      hint: 'Name the folder in which the released files are kept.',
    });
  const subset = subsetOf(text(options, 'readSubset'));
  const asked: DoctorOptions = {
    rebuild: options['rebuild'] !== false,
    checkpoints: texts(options, 'checkpoint').map((file) => readCheckpoint(resolve(effects.cwd, file))),
    ...(subset === undefined ? {} : { subset }),
    ...(originals === undefined ? {} : { originals: resolve(effects.cwd, originals) }),
  };
  const release = lockProject(paths.lock, 10_000);
  try {
    const found = await checkUp(paths, registry, effects, asked);
    printText(effects, options, found, [
      ...found.findings.map(
        ({ kind, where, says }) => `${kind === 'note' ? 'note' : kind.toUpperCase()}  ${where}: ${says}`,
      ),
      `journal    ${found.entries} entries, ${found.checkpoint === null ? 'no checkpoint' : `the first ${found.checkpoint} under a checkpoint`}`,
      `editions   ${found.editions.looked} of ${found.editions.total} hashed`,
      `originals  ${found.originals.kept} hashed`,
      `derived    ${found.derived === null ? 'not compared' : `${found.derived.compared} files made again and compared`}`,
      `${found.complete ? 'complete' : 'NOT COMPLETE'}, ${found.valid ? 'valid' : 'NOT VALID'}`,
    ]);
    return found.complete && found.valid ? exitCodes.fine : exitCodes.differs;
  } finally {
    release();
  }
}

function subsetOf(given: string | undefined): { n: number; m: number } | undefined {
  if (given === undefined) return undefined;
  const [n = 0, m = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(given)?.slice(1) ?? []).map(Number);
  if (n >= 1 && m >= n) return { n, m };
  throw new UserError(`"${given}" is not a part of the store.`, {
    code: 'CF-DOCTOR-001',
    exit: exitCodes.usage,
    hint: 'Write --read-subset n/m with n from 1 to m, e.g. 3/7 on the third of seven nights.',
  });
}

function readCheckpoint(file: string): Checkpoint {
  let found: Checkpoint | null = null;
  try {
    found = parseCheckpoint(readFileSync(file, 'utf8'));
  } catch {
    found = null;
  }
  if (found) return found;
  throw new UserError('This is not a checkpoint of a journal.', {
    code: 'CF-DOCTOR-002',
    exit: exitCodes.usage,
    place: { file },
    hint: 'Give a file "checkpoint" as it was published, or as a seal holds it.',
  });
}
