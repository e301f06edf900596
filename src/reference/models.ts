import { loadModels, type Model } from '../figures/model.ts';
import { countiesSql } from './counties.ts';

/** The tables that the program ships: states and counties. */
export function shippedModels(): Model[] {
  return [
    ...loadModels(new URL('./models/', import.meta.url)),
    {
      name: 'counties',
      says: 'one row per county or equivalent of the 2017 atlas',
      orderBy: 'fips',
      reads: [],
      // The atlas is large: it is read when the table is built, not whenever the program starts.
      get sql() {
        return countiesSql();
      },
    },
  ];
}
