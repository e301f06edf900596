import type { Kind } from '../../figures/kind.ts';
import { loadModels } from '../../figures/model.ts';
import { searchEntrance } from './entrance.ts';
import { searchFigures } from './figures.ts';
import { searchLayouts } from './layouts.ts';
import { findingsModel } from './packs.ts';
import { searchRelease } from './release.ts';
import { searchRecords } from './shape.ts';

/** Audit logs of plate-reader networks: how a network is queried, by which organisations, for which stated reasons. */
export const searches: Kind = {
  id: 'searches',
  title: 'Searches of plate-reader networks',
  keepsOriginals: false,
  layouts: searchLayouts,
  shapes: [searchRecords],
  models: [...loadModels(new URL('./models/', import.meta.url)), findingsModel],
  figures: searchFigures,
  entrance: searchEntrance,
  release: searchRelease,
};
