import type { Verdict } from '../claims/verdict.ts';
import type { Figure } from '../figures/figure.ts';
import type { Kind, Registry } from '../figures/kind.ts';
import type { Edition } from '../project/edition.ts';

/**
 * Which kinds may leave as they are, row by row. The others (searches) leave only through their release plan; pages,
 * API, feeds and seals ask here before they show anything of a kind.
 */
export function openKinds(registry: Pick<Registry, 'kinds'>): Kind[] {
  return registry.kinds.filter((kind) => kind.keepsOriginals && kind.release === undefined);
}

/** The figures of the open kinds. */
export function openFigures(registry: Pick<Registry, 'kinds'>): Figure[] {
  return openKinds(registry).flatMap((kind) => [...kind.figures]);
}

/** The editions of the open kinds: names, counts and rejects of the others are not shown. */
export function openEditions(registry: Pick<Registry, 'kinds'>, editions: readonly Edition[]): Edition[] {
  const open = new Set(openKinds(registry).map((kind) => kind.id));
  return editions.filter((edition) => open.has(edition.kind));
}

/**
 * Verdicts as they may be shown: one on a figure that is not open keeps its sentence and loses everything that was
 * worked out from rows.
 */
export function openVerdicts(registry: Registry, verdicts: readonly Verdict[]): Verdict[] {
  const open = new Set(openFigures(registry).map((figure) => figure.id));
  return verdicts.map((verdict) => {
    if (verdict.figure === null || open.has(verdict.figure)) return verdict;
    const why =
      'what is published of these records is a fixed set of released tables; they do not hold this number';
    return {
      ...verdict,
      verdict: 'not checkable',
      why,
      numbers: [],
      search: null,
      range: null,
      editions: [],
      says: [`not checkable: ${why}.`],
    };
  });
}
