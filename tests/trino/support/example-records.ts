import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { makeDemoProject } from '../../../examples/make-project.ts';
import { projectEditions } from '../../../src/build/build.ts';
import type { Edition } from '../../../src/project/edition.ts';
import { projectPaths } from '../../../src/project/paths.ts';
import { addTo } from '../../support/projects.ts';
import { tempDir } from '../../support/temp-dir.ts';

/**
 * Records of every kind as `add` writes them, from the invented lists, contracts and logs of the demo: made records
 * meet the odd branches of models, these the ones that are meant. They are put into `folder`, a project's.
 */
export async function exampleRecords(folder: string): Promise<Edition[]> {
  const demo = tempDir('example-records');
  await makeDemoProject(demo);
  const outcomes = await addTo(demo, [join(demo, 'released'), join(demo, 'invented-agencies.csv')]);
  for (const outcome of outcomes) if (outcome.outcome === 'failed') throw outcome.error;
  cpSync(demo, folder, { recursive: true });
  return projectEditions(projectPaths(folder));
}
