import type { EditionPair } from '../../../changes/compare.ts';
import { inOrder } from '../../../figures/answer.ts';
import type { Comparison } from '../../../figures/comparison.ts';
import type { Edition } from '../../../project/edition.ts';

/**
 * Each two neighbouring editions of a source and period, oldest first: what `editionPairs` gives for the two latest,
 * for all. Editions of `window` and `delta` coverage add to one another and are not compared.
 */
export function changePairs(comparison: Comparison, editions: readonly Edition[]): EditionPair[] {
  const groups = new Map<string, Edition[]>();
  for (const edition of [...editions].sort(inOrder)) {
    if (!comparison.sources.includes(edition.source)) continue;
    if (edition.coverage === 'window' || edition.coverage === 'delta') continue;
    const period = edition.coverage === 'partition' ? (edition.period ?? edition.firstEvent) : '';
    const key = `${edition.source}\n${period}`;
    groups.set(key, [...(groups.get(key) ?? []), edition]);
  }
  return [...groups.values()].flatMap((listed) =>
    listed.slice(1).map((to, index) => ({ from: listed[index] as Edition, to })),
  );
}
