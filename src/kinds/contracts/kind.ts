import { sqlFile } from '../../engine/sql-file.ts';
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
    from: 'contract_persons',
    column: 'vendor_state',
    value: 'individual',
    keys: [
      { edition: 'person_edition', row: 'person_row' },
      { action: 'person_action' },
      { award: 'person_award' },
      { vehicle: 'person_award' },
      { parent: 'person_award' },
      { parent_vehicle: 'person_award' },
      { piid: 'person_piid' },
      { parent_piid: 'person_piid' },
      { subject: 'person_piid' },
      { award_number: 'person_piid' },
    ],
  },
  names: {
    reads: ['contract_vendors', 'contract_actions'],
    organisations: sqlFile(new URL('./names/organisations.sql', import.meta.url)),
    purposes: sqlFile(new URL('./names/purposes.sql', import.meta.url)),
  },
  figures: contractFigures,
  flags: contractFlags,
  comparisons: contractComparisons,
  scenarios: contractScenarios,
};
