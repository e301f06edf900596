import type { Registry } from '../figures/kind.ts';
import type { Workbench } from '../figures/answer.ts';
import type { ProjectPaths } from '../project/paths.ts';

/** How many claims there are and how they were judged. */
export interface VerdictCounts {
  total: number;
  holds: number;
  differs: number;
  notCheckable: number;
  words: string;
}

export const noVerdicts: VerdictCounts = { total: 0, holds: 0, differs: 0, notCheckable: 0, words: 'no claims' };

export async function judgeProject(_paths: ProjectPaths, _registry: Registry, _bench: Workbench): Promise<VerdictCounts> {
  return noVerdicts;
}
