import type { Kind } from '../../figures/kind.ts';
import { loadModels } from '../../figures/model.ts';
import { countedModels } from './counted.ts';
import { wordedModels } from './counted-words.ts';
import { doorVersion } from './door-version.ts';
import { searchEntrance } from './entrance.ts';
import { searchFigures } from './figures.ts';
import { searchLabels } from './labels.ts';
import { searchLayouts } from './layouts.ts';
import { searchRows } from './logged-words.ts';
import { findingsOf, shippedPacks } from './packs.ts';
import { searchRelease } from './release.ts';
import { searchRecords } from './shape.ts';
import { projectPacks } from './told-packs.ts';
import { networkZones } from './zones.ts';

/** Audit logs of plate-reader networks: how a network is queried, by which organisations, for which stated reasons. */
export const searches: Kind = {
  id: 'searches',
  title: 'Searches of plate-reader networks',
  keepsOriginals: false,
  doorVersion,
  layouts: searchLayouts,
  shapes: [searchRecords],
  models: [
    ...loadModels(new URL('./models/', import.meta.url)),
    searchLabels,
    ...countedModels,
    ...wordedModels,
    searchRows,
    findingsOf(shippedPacks),
  ],
  figures: searchFigures,
  entrance: searchEntrance,
  release: searchRelease,
  told: async ({ searches: { packs, zones } }) => [
    ...(packs.length === 0 ? [] : [findingsOf(await projectPacks(packs))]),
    ...(Object.keys(zones).length === 0 ? [] : [networkZones(zones)]),
  ],
};
