import { openWorkspace, type Workspace } from '../build/workspace.ts';
import type { Effects } from '../project/effects.ts';
import { findProject, type ProjectPaths } from '../project/paths.ts';
import type { CommandOptions } from './commands.ts';

/** The option as text, or undefined where it was not given. */
export function text(options: CommandOptions, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** A repeatable option or argument as a list. */
export function texts(options: CommandOptions, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? (value as string[]) : value === undefined ? [] : [String(value)];
}

/** The project that the command works on. */
export function projectOf(options: CommandOptions, effects: Effects): ProjectPaths {
  return findProject(effects.cwd, text(options, 'project'));
}

/** Opens the built project for questions (of the models named, or of all), and closes it whatever happens. */
export async function withWorkspace<T>(
  options: CommandOptions,
  effects: Effects,
  ask: (workspace: Workspace) => Promise<T>,
  names?: readonly string[],
): Promise<T> {
  const { registry } = await import('../kinds/registry.ts');
  const workspace = await openWorkspace(projectOf(options, effects), registry, effects.env, names);
  effects.signal.addEventListener('abort', () => workspace.engine.interrupt(), { once: true });
  try {
    return await ask(workspace);
  } finally {
    workspace.close();
  }
}

/** The dates and filters of a question, as given. */
export function queryText(options: CommandOptions) {
  return {
    asOf: text(options, 'asOf'),
    until: text(options, 'until'),
    knownAt: text(options, 'knownAt'),
    where: texts(options, 'where'),
    by: texts(options, 'by'),
  };
}
