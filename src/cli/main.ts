import { createInterface } from 'node:readline/promises';
import { type Command, CommanderError } from 'commander';
import { type Effects, processEffects } from '../project/effects.ts';
import { type ExitCode, exitCodes } from '../project/errors.ts';
import type { CommandSpec } from './commands.ts';
import { createProgram } from './program.ts';
import { reportError } from './report-error.ts';

const controller = new AbortController();
process.once('SIGINT', () => controller.abort());
process.once('SIGTERM', () => controller.abort());
// A reader that stops early (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.fine);
});

const effects = processEffects(controller.signal);
if (process.stdin.isTTY && process.stdout.isTTY) effects.ask = askOnTerminal;
process.exitCode = await main(process.argv, effects);

async function main(argv: readonly string[], world: Effects): Promise<number> {
  let exit: ExitCode = exitCodes.fine;
  const program: Command = createProgram(async (spec: CommandSpec, options) => {
    const module = await spec.load();
    exit = await module.run(options, world);
  });
  try {
    await program.parseAsync([...argv]);
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    if (controller.signal.aborted) {
      world.stderr.write(
        'Stopped. The project is as it was before this command, or as its finished parts left it.\n',
      );
      return 130;
    }
    return reportError(error, world);
  }
}

async function askOnTerminal(question: string, fallback: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const given = await terminal.question(`${question} (${fallback}) `, { signal: controller.signal });
    return given.trim() === '' ? fallback : given.trim();
  } finally {
    terminal.close();
  }
}
