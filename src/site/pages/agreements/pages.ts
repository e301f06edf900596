import type { AnyPage } from '../../page-kind.ts';
import { agenciesPage } from './agencies.tsx';
import { agencyPage } from './agency.tsx';
import { changesPage } from './changes.tsx';
import { countiesPage } from './counties.tsx';
import { statePage } from './state.tsx';
import { statesPage } from './states.tsx';

/** The pages of this kind of record. */
export const agreementsPages: readonly AnyPage[] = [
  statesPage,
  statePage,
  countiesPage,
  agenciesPage,
  agencyPage,
  changesPage,
];
