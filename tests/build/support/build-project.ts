// Builds a project in a process of its own: `node build-project.ts FOLDER whole`, or the models alone with so many
// threads: `node build-project.ts FOLDER 4`.
import { buildModels } from '../../../src/build/build.ts';
import { embeddedModels } from '../../../src/build/materialise.ts';
import { buildProject } from '../../../src/build/project-build.ts';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import { registry } from '../../../src/kinds/registry.ts';
import { projectPaths } from '../../../src/project/paths.ts';

const [, , folder = '', threads = ''] = process.argv;
const { signal } = new AbortController();
if (threads === 'whole') {
  await buildProject(projectPaths(folder), registry, { now: () => new Date(), signal }, () => {});
  process.exit();
}
const engine = await openDuckDb({ threads: Number(threads) });
const paths = projectPaths(folder);
await buildModels(paths, registry, embeddedModels(engine, paths), signal);
engine.close();
