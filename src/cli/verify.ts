import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { requireBuilt } from '../build/build.ts';
import { countVerdicts, readVerdicts } from '../build/verdicts.ts';
import type { Verdict } from '../claims/verdict.ts';
import { writeDurably } from '../project/durable.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import type { CommandOptions } from './commands.ts';
import { projectOf, text, texts } from './options.ts';
import { printText } from './output.ts';

/** `counterfoil verify [CLAIM…|FILE]`: the verdicts of the project's claims, or the check of a seal; exit code 1 where one differs. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const [file, ...rest] = texts(options, 'claim').map((given) => resolve(effects.cwd, given));
  if (file !== undefined && rest.length === 0 && statSync(file, { throwIfNoEntry: false })?.isFile()) {
    const { verifySeal } = await import('./verify-seal.ts');
    return verifySeal(file, options, effects);
  }
  const paths = projectOf(options, effects);
  const { registry } = await import('../kinds/registry.ts');
  requireBuilt(paths, registry);
  const verdicts = pick(readVerdicts(paths), texts(options, 'claim'));
  const junit = text(options, 'junit');
  if (junit !== undefined) {
    const { junitReport } = await import('../export/junit.ts');
    writeDurably(resolve(effects.cwd, junit), junitReport(verdicts));
  }
  printText(effects, options, { verdicts }, [
    ...verdicts.flatMap(describeVerdict),
    `${countVerdicts(verdicts).words}.`,
  ]);
  return verdicts.some((verdict) => verdict.verdict === 'differs') ? exitCodes.differs : exitCodes.fine;
}

/** The sentence, then the verdict in plain words. */
export function describeVerdict(verdict: Verdict): string[] {
  return [`“${verdict.claim.sentence}” (${verdict.id})`, ...verdict.says.map((line) => `  ${line}`), ''];
}

function pick(verdicts: readonly Verdict[], ids: readonly string[]): Verdict[] {
  const known = verdicts.map((verdict) => verdict.id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const close = nearest(id, known);
    throw new UserError(`There is no claim "${id}".`, {
      code: 'CF-CLAIM-010',
      exit: exitCodes.usage,
      hint: close ? `Did you mean "${close}"?` : `There are: ${known.join(', ') || 'none'}.`,
    });
  }
  return verdicts.filter((verdict) => ids.length === 0 || ids.includes(verdict.id));
}
