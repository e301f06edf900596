import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { exitCodes, UserError } from './errors.ts';

/** Where the parts of a project lie. Every path is absolute. */
export interface ProjectPaths {
  root: string;
  config: string;
  records: string;
  journal: string;
  lock: string;
  originals: string;
  claims: string;
  figures: string;
  derived: string;
  site: string;
}

export const configName = 'counterfoil.yaml';

/** The paths of the project whose folder is `root`; nothing is touched. */
export function projectPaths(root: string): ProjectPaths {
  const at = (...parts: string[]) => join(root, ...parts);
  return {
    root,
    config: at(configName),
    records: at('records'),
    journal: at('records', 'journal.ndjson'),
    lock: at('records', '.lock'),
    originals: at('originals'),
    claims: at('claims'),
    figures: at('figures'),
    derived: at('.counterfoil'),
    site: at('site'),
  };
}

/**
 * Finds the project: `given` if a folder is named, else the nearest folder at or above `cwd` with a
 * `counterfoil.yaml`. Throws CF-PROJECT-001 where there is none.
 */
export function findProject(cwd: string, given: string | undefined): ProjectPaths {
  if (given !== undefined) {
    const root = resolve(cwd, given);
    if (existsSync(join(root, configName))) return projectPaths(root);
    throw noProject(root);
  }
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, configName))) return projectPaths(folder);
    if (folder === dirname(folder)) throw noProject(resolve(cwd));
  }
}

function noProject(folder: string): UserError {
  return new UserError(`There is no ${configName} in ${folder}.`, {
    code: 'CF-PROJECT-001',
    exit: exitCodes.usage,
    hint: 'Make a project with "counterfoil init", or name its folder with --project.',
  });
}
