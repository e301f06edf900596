import { resolve } from 'node:path';
import { createProject, templateNames } from '../build/create-project.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes } from '../project/errors.ts';
import type { CommandOptions } from './commands.ts';
import { text } from './options.ts';
import { printText } from './output.ts';

/** `counterfoil init [DIR]`: makes a project; asks for what was not given where somebody can answer. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const ask = effects.ask ?? ((_question: string, fallback: string) => Promise.resolve(fallback));
  const dir = resolve(effects.cwd, text(options, 'dir') ?? '.');
  const title = text(options, 'title') ?? (await ask('What is the project called?', 'Public records'));
  const template =
    text(options, 'template') ??
    (await ask(`What does it begin with: ${templateNames.join(', ')}?`, 'empty'));
  const files = createProject(dir, { title, template });
  printText(effects, options, { project: dir, template, files }, [
    `Made a project in ${dir}.`,
    `  Next: counterfoil add FILE… --project ${text(options, 'dir') ?? '.'}`,
  ]);
  return exitCodes.fine;
}
