import { readFileSync } from 'node:fs';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes } from '../project/errors.ts';
import { checkSeal, type SealReport } from '../seals/portable/check.ts';
import type { CommandOptions } from './commands.ts';
import { text } from './options.ts';
import { printText } from './output.ts';

/** `counterfoil verify FILE`: checks a seal from its bytes; no project is needed. Exit code 1 where it does not hold. */
export async function verifySeal(file: string, options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const found = await checkSeal(readFileSync(file), text(options, 'signer'));
  printText(effects, options, found, describeSeal(found));
  return found.complete && found.valid ? exitCodes.fine : exitCodes.differs;
}

/** The report in lines. */
export function describeSeal(found: SealReport): string[] {
  return [
    ...(found.seal ? [found.seal.statement, `  sealed by ${found.seal.program}; ${found.seal.rows} rows`] : []),
    `${found.complete ? 'complete' : 'NOT COMPLETE'}, ${found.valid ? 'valid' : 'NOT VALID'}, ${
      found.signature.state === 'good' ? `signed by ${found.signature.signer}` : found.signature.state === 'bad' ? 'SIGNATURE BAD' : 'not signed'
    }`,
    ...found.missing.map((name) => `  missing: ${name}`),
    ...found.problems.map(({ code, says }) => `  ${code}: ${says}`),
    ...(found.proves.length === 0 ? [] : ['What this proves', ...found.proves.map((line) => `  ${line}`)]),
    ...(found.does_not_prove.length === 0 ? [] : ['What this does not prove', ...found.does_not_prove.map((line) => `  ${line}`)]),
  ];
}
