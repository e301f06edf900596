import { type FigureValues, groupOf } from '../../data/figure-values.ts';
import { places } from '../../maps/states.ts';
import type { Num, Site } from '../../site.ts';

/** A state or territory with its latest numbers. */
export interface StateRow {
  code: string;
  name: string;
  agencies: Num;
  agreements: Num;
}

/** All states and territories, those with the most agencies first. */
export function stateRows(site: Site): StateRow[] {
  const of = (id: string) => site.values.get(id) as FigureValues;
  return places
    .map(({ code, name }) => ({
      code,
      name,
      agencies: groupOf(of('agreements.agencies'), 'state', code),
      agreements: groupOf(of('agreements.agreements'), 'state', code),
    }))
    .sort((a, b) => Number(b.agencies.value) - Number(a.agencies.value) || (a.name < b.name ? -1 : 1));
}
