import { type Registry, toldViews } from '../figures/kind.ts';
import { readConfig } from '../project/config.ts';
import type { Effects } from '../project/effects.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { addFiles } from './add.ts';
import { type BuildResult, buildModels, projectEditions } from './build.ts';
import { checkLake, prepareLake } from './lake.ts';
import { bucketOf, openBuildEngine } from './open-engine.ts';
import { missingReferences } from './references.ts';
import { withIngest } from './session.ts';
import { judgeProject, noVerdicts, type VerdictCounts } from './verdicts.ts';

/** What a whole build came to. */
export interface ProjectBuild extends BuildResult {
  verdicts: VerdictCounts;
}

/**
 * Reads reference files that are new, works out models, judges the claims. Call it under the lock.
 *
 * @param tell called with a line for each step that takes time
 */
export async function buildProject(
  paths: ProjectPaths,
  known: Registry,
  effects: Pick<Effects, 'now' | 'signal'> & Partial<Pick<Effects, 'env'>>,
  tell: (text: string) => void,
): Promise<ProjectBuild> {
  const registry = await toldViews(known, await readConfig(paths));
  const references = await missingReferences(paths);
  if (references.length > 0) {
    tell(`read ${references.length} reference ${references.length === 1 ? 'file' : 'files'}`);
    const outcomes = await withIngest(paths, registry, effects, (context) =>
      addFiles(context, references, { cwd: paths.root }),
    );
    for (const outcome of outcomes) if (outcome.outcome === 'failed') throw outcome.error;
  }
  const opened = await openBuildEngine(paths, effects.env ?? {}, tell);
  const { engine } = opened;
  const stop = () => engine.interrupt();
  effects.signal.addEventListener('abort', stop, { once: true });
  try {
    let verdicts: VerdictCounts = noVerdicts;
    if (engine.name === 'trino')
      await prepareLake(
        paths,
        projectEditions(paths),
        registry.shapes,
        await bucketOf(paths, effects.env ?? {}),
      );
    const built = await buildModels(paths, registry, opened, effects.signal, async (bench) => {
      if (engine.name === 'trino') await checkLake(engine, bench.relations, bench.editions, paths);
      verdicts = await judgeProject(paths, registry, bench);
    });
    return { ...built, verdicts };
  } finally {
    effects.signal.removeEventListener('abort', stop);
    engine.close();
  }
}
