import type { Verdict } from '../claims/verdict.ts';
import { countVerdicts, readVerdicts } from '../build/verdicts.ts';
import { requireBuilt } from '../build/build.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import type { CommandOptions } from './commands.ts';
import { projectOf, texts } from './options.ts';
import { printText } from './output.ts';

/** `counterfoil verify [CLAIM…]`: the verdicts of the project's claims; exit code 1 where one differs. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const paths = projectOf(options, effects);
  requireBuilt(paths);
  const verdicts = pick(readVerdicts(paths), texts(options, 'claim'));
  printText(effects, options, { verdicts }, [...verdicts.flatMap(describeVerdict), `${countVerdicts(verdicts).words}.`]);
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
