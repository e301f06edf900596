import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { writeDurably } from '../project/durable.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import { projectPaths } from '../project/paths.ts';

/** Claims of a template, relative to `src/claims/templates/`. */
const templates: Readonly<Record<string, readonly string[]>> = {
  empty: [],
  agreements: ['press-287g.yaml'],
  contracts: ['press-contracts.yaml'],
};

/** The names of the templates that `init` knows. */
export const templateNames: readonly string[] = Object.keys(templates);

/** What a new project is told of itself. */
export interface ProjectSpec {
  title: string;
  template: string;
  /** A sentence that every page carries, e.g. that the data are invented. */
  notice?: string;
  references?: readonly string[];
}

/**
 * Makes the files of a new project and returns their paths relative to it. Throws CF-PROJECT-002 where there is one
 * already and CF-PROJECT-003 for an unknown template.
 */
export function createProject(dir: string, spec: ProjectSpec): string[] {
  const paths = projectPaths(dir);
  if (existsSync(paths.config)) {
    throw new UserError(`There is a project in ${dir} already.`, {
      code: 'CF-PROJECT-002',
      exit: exitCodes.usage,
      hint: 'Add files to it with "counterfoil add", or name another folder.',
    });
  }
  const claims = templates[spec.template];
  if (!claims) {
    const close = nearest(spec.template, templateNames);
    throw new UserError(`There is no template "${spec.template}".`, {
      code: 'CF-PROJECT-003',
      exit: exitCodes.usage,
      hint: close ? `Did you mean "${close}"?` : `There are: ${templateNames.join(', ')}.`,
    });
  }
  for (const folder of [paths.root, paths.records, paths.claims]) mkdirSync(folder, { recursive: true });
  const present = claims.filter((name) => existsSync(templateFile(name)));
  for (const name of present) writeDurably(join(paths.claims, name), readFileSync(templateFile(name)));
  writeDurably(paths.config, configText(spec));
  return ['counterfoil.yaml', ...present.map((name) => `claims/${name}`)];
}

function templateFile(name: string): URL {
  return new URL(`../claims/templates/${name}`, import.meta.url);
}

function configText(spec: ProjectSpec): string {
  const head = '# A Counterfoil project. The keys are described in schemas/project.schema.json.\n';
  return (
    head +
    stringify({
      title: spec.title,
      ...(spec.notice === undefined ? {} : { notice: spec.notice }),
      ...(spec.references === undefined || spec.references.length === 0
        ? {}
        : { references: spec.references }),
    })
  );
}
