import { relationsOf } from '../../../src/build/build.ts';
import type { Registry } from '../../../src/figures/kind.ts';
import type { Model, Relations } from '../../../src/figures/model.ts';
import { registry } from '../../../src/kinds/registry.ts';
import { networkZones } from '../../../src/kinds/searches/zones.ts';

/** Rows of a stretch of searches here: few, so that models in stretches are written in several. */
const rowsOfStretch = 40;

/** The models as the two engines are compared on them: in many stretches, and with a time zone that a project says. */
export const comparedRegistry: Registry = { ...registry, models: registry.models.map(compared) };

export const comparedRelations: Relations = relationsOf(comparedRegistry);

function compared(model: Model): Model {
  if (model.name === 'network_zones') return networkZones({ 'Exampleton CA PD': 'America/Denver' });
  if (model.name !== 'search_parts') return model;
  const sql = model.sql.replaceAll('1600000', String(rowsOfStretch));
  if (sql === model.sql) throw new Error('search_parts does not say its rows as it did');
  return { ...model, sql };
}
