import type { Kind } from '../../figures/kind.ts';
import { loadModels } from '../../figures/model.ts';
import { referenceLayouts } from './layouts.ts';

/** Lists of agencies that other kinds are matched against; it has no figures of its own. */
export const reference: Kind = {
  id: 'reference',
  title: 'Reference lists of agencies',
  keepsOriginals: true,
  layouts: referenceLayouts,
  shapes: [...new Set(referenceLayouts.map((layout) => layout.shape))],
  models: loadModels(new URL('./models/', import.meta.url)),
  figures: [],
};
