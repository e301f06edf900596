import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeExampleProject } from '../../../examples/make-project.ts';
import { addFiles } from '../../../src/build/add.ts';
import { buildProject } from '../../../src/build/project-build.ts';
import { withIngest } from '../../../src/build/session.ts';
import { openWorkspace, type Workspace } from '../../../src/build/workspace.ts';
import { siteOf } from '../../../src/cli/site-of.ts';
import { registry } from '../../../src/kinds/registry.ts';
import { projectPaths } from '../../../src/project/paths.ts';
import { publishSite } from '../../../src/site/publish/publish-site.ts';
import type { Written } from '../../../src/site/publish/site-folder.ts';
import type { Site } from '../../../src/site/site.ts';
import { exampleProject as builtExample, copyOf } from '../../support/projects.ts';
import { tempDir } from '../../support/temp-dir.ts';

const effects = { now: () => new Date('2026-11-21T12:00:00Z'), signal: new AbortController().signal };

/** The example project, built, in a folder of its own; `keep` picks files. */
export async function exampleProject(keep?: (name: string) => boolean): Promise<string> {
  if (!keep) return copyOf((await builtExample()).folder);
  const project = join(tempDir('example'), 'project');
  await makeExampleProject(project);
  const released = readdirSync(join(project, 'released')).filter(keep);
  await add(project, released);
  return project;
}

/** Adds files of the project's `released/` and builds it. */
export async function add(project: string, names: readonly string[]): Promise<void> {
  const paths = projectPaths(project);
  const files = names.map((name) => join(project, 'released', name));
  await withIngest(paths, registry, effects, (context) => addFiles(context, files, { cwd: project }));
  await buildProject(paths, registry, effects, () => {});
}

/** The site of a project, read from the sources as they are. Close the workspace when done. */
export async function openSite(project: string): Promise<{ site: Site; workspace: Workspace }> {
  const workspace = await openWorkspace(projectPaths(project), registry);
  return { site: await siteOf(workspace), workspace };
}

/** Publishes a project in this process. */
export async function publish(project: string, out: string, signal = effects.signal): Promise<Written> {
  const { site, workspace } = await openSite(project);
  try {
    return await publishSite(site, out, signal);
  } finally {
    workspace.close();
  }
}
