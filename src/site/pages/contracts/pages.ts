import type { AnyPage } from '../../page-kind.ts';
import { agencyPageKind, officePageKind } from './agency.tsx';
import { contractChangePage, contractChangesPage } from './changes.tsx';
import { familyPageKind } from './family.tsx';
import { flagPageKind, flagsPageKind } from './flags.tsx';
import { overviewPage } from './overview.tsx';
import { scenariosPage } from './scenarios.tsx';
import { vehiclePageKind } from './vehicle.tsx';
import { vendorPageKind } from './vendor.tsx';

/** The pages of this kind of record. */
export const contractsPages: readonly AnyPage[] = [
  overviewPage,
  vehiclePageKind,
  vendorPageKind,
  familyPageKind,
  agencyPageKind,
  officePageKind,
  contractChangesPage,
  contractChangePage,
  scenariosPage,
  flagsPageKind,
  flagPageKind,
];
