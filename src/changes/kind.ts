import type { Kind } from '../figures/kind.ts';
import { changeFigures } from './change-figures.ts';
import { changeModels } from './change-models.ts';

/** Changes as a kind of their own, made from how the kinds handed over compare their editions; it has no records. */
export function changesKind(kinds: readonly Kind[]): Kind {
  const comparisons = kinds
    .filter((kind) => kind.release === undefined)
    .flatMap((kind) => kind.comparisons ?? []);
  return {
    id: 'changes',
    title: 'Changes between editions',
    keepsOriginals: true,
    layouts: [],
    shapes: [],
    models: changeModels(comparisons),
    figures: changeFigures(comparisons),
  };
}
