import type { Kind } from '../../figures/kind.ts';
import { loadModels } from '../../figures/model.ts';
import { contractComparisons } from './comparisons.ts';
import { contractFigures } from './figures.ts';
import { contractFlags } from './flags/index.ts';
import { contractLayouts } from './layouts.ts';
import { contractScenarios } from './scenarios.ts';
import { contractShapes } from './shapes.ts';

/** Federal contract actions: what vehicles could cost, what was ordered, from whom, and how the terms moved. */
export const contracts: Kind = {
  id: 'contracts',
  title: 'Federal contracts',
  keepsOriginals: true,
  layouts: contractLayouts,
  shapes: contractShapes,
  models: loadModels(new URL('./models/', import.meta.url)),
  persons: {
    from: 'contract_actions',
    column: 'vendor_state',
    value: 'individual',
    keys: { action: 'action', award: 'award', vehicle: 'award', piid: 'piid', parent: 'award' },
  },
  figures: contractFigures,
  flags: contractFlags,
  comparisons: contractComparisons,
  scenarios: contractScenarios,
};
