import type { Kind } from '../../figures/kind.ts';
import { loadModels } from '../../figures/model.ts';
import { agreementComparisons } from './comparisons.ts';
import { agreementFigures } from './figures.ts';
import { agreementLayouts } from './layouts.ts';
import { agreementScenarios } from './scenarios.ts';

/** Lists of agencies with an agreement under section 287(g) of the Immigration and Nationality Act. */
export const agreements: Kind = {
  id: 'agreements',
  title: '287(g) agreements',
  keepsOriginals: true,
  layouts: agreementLayouts,
  shapes: [...new Set(agreementLayouts.map((layout) => layout.shape))],
  models: loadModels(new URL('./models/', import.meta.url)),
  figures: agreementFigures,
  comparisons: agreementComparisons,
  scenarios: agreementScenarios,
};
