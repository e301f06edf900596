import { Command } from 'commander';
import { programVersion } from '../project/version.ts';
import { type CommandOptions, type CommandSpec, commands } from './commands.ts';

const about = `Turns public records of delegated and outsourced immigration enforcement into figures anyone can check.

Exit codes: 0 fine, 1 a claim differs or a check failed, 2 usage or configuration, 3 a source could not be read, 4 a fault of the program, 5 the project is in use by another process.`;

/** The parser of the command line. `runCommand` is called with the command's arguments and options by name. */
export function createProgram(
  runCommand: (spec: CommandSpec, options: CommandOptions) => Promise<void>,
): Command {
  const program = new Command('counterfoil')
    .description(about)
    .version(programVersion, '--version', 'print the version')
    .helpOption('--help', 'show help')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .showHelpAfterError('  All commands: counterfoil --help')
    .configureHelp({ helpWidth: 100 })
    .exitOverride();
  for (const spec of commands) program.addCommand(createCommand(spec, runCommand));
  return program;
}

function createCommand(
  spec: CommandSpec,
  runCommand: (spec: CommandSpec, options: CommandOptions) => Promise<void>,
): Command {
  const command = new Command(spec.name)
    .summary(spec.summary)
    .description(`${spec.summary}.`)
    .helpOption('--help', 'show help')
    .configureHelp({ helpWidth: 100 })
    .showHelpAfterError(
      `  For example: ${spec.examples[0] ?? `counterfoil ${spec.name}`}\n  All of it: counterfoil ${spec.name} --help`,
    )
    .exitOverride();
  for (const { name, says } of spec.arguments ?? []) command.argument(name, says);
  for (const { flags, says, repeat } of spec.options ?? []) {
    if (repeat) command.option(flags, `${says} (repeatable)`, collect, []);
    else command.option(flags, says);
  }
  if (spec.json) command.option('--json', 'print one JSON document');
  if (spec.project)
    command.option('--project <dir>', 'the project, else the nearest one at or above this folder');
  command.addHelpText('after', `\nExamples:\n${spec.examples.map((example) => `  $ ${example}`).join('\n')}`);
  command.action(async (...given: unknown[]) => {
    const named = (spec.arguments ?? []).map(({ name }, index) => [argumentKey(name), given[index]] as const);
    await runCommand(spec, { ...command.opts(), ...Object.fromEntries(named) });
  });
  return command;
}

function argumentKey(name: string): string {
  return name.replace(/[<>[\].]/g, '');
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
