import { openWorkspace } from '../build/workspace.ts';
import type { Engine } from '../engine/engine.ts';
import type { Registry } from '../figures/kind.ts';
import type { Effects } from '../project/effects.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { note } from './output.ts';

/** One id in so many is looked at: keys are digests, so that those with four bits of zero are a fair sample. */
const oneIn = 16;

/** About how many searches are counted more than once, from a sample; exactly, `searches.counted_twice` tells it. */
export async function aboutSplit(engine: Engine): Promise<number> {
  const [row] = await engine.query(
    `select cast(count(*) as integer) as n from (select event from search_events where event % ${oneIn} = 0 group by event having count(*) > 1) as repeated`,
  );
  return Number(row?.['n']) * oneIn;
}

/** Says where logs contradict one another on the day of a search, so that it is counted in two stretches of days. */
export async function noteSplit(paths: ProjectPaths, registry: Registry, effects: Effects): Promise<void> {
  const workspace = await openWorkspace(paths, registry, effects.env, ['search_events']);
  try {
    const about = await aboutSplit(workspace.engine);
    if (about > 0)
      note(
        effects,
        `About ${about.toLocaleString('en-US')} searches have another day in one log than in another and are counted more than once: "counterfoil figure searches.counted_twice --by network" tells which logs. One may state its times in another time zone.`,
      );
  } finally {
    workspace.close();
  }
}
