import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { createProgram } from '../src/cli/program.ts';

/** What `--help` prints for a command. */
export function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part), getOutHasColors: () => false });
  command.outputHelp();
  return text.trimEnd();
}

/** The text of `docs/cli.md`: the help of the program and of each command, in the order of the help. */
export function cliReference(): string {
  const program = createProgram(async () => {});
  const parts = program.commands.map(
    (command) => `## \`counterfoil ${command.name()}\`\n\n\`\`\`text\n${helpOf(command)}\n\`\`\`\n`,
  );
  return `# Commands\n\nWhat \`--help\` prints. Made by \`node scripts/cli-reference.ts\`; a test holds it to the program. Errors are listed in\n[errors.md](errors.md).\n\n\`\`\`text\n${helpOf(program)}\n\`\`\`\n\n${parts.join('\n')}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(new URL('../docs/cli.md', import.meta.url), cliReference());
}
