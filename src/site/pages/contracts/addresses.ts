import type { Vehicle } from '../../data/contracts/rows.ts';
import { slug } from '../../paths.ts';

/** Where the pages of contracts lie, from the root, as in `paths.ts`. */
export const at = {
  home: 'contracts',
  vehicle: (one: Pick<Vehicle, 'vehicle_name'>) => `contracts/vehicles/${slug(one.vehicle_name)}`,
  vendor: (vendor: string) => `contracts/vendors/${slug(vendor)}`,
  family: (family: string) => `contracts/families/${slug(family)}`,
  agency: (agency: string) => `contracts/agencies/${slug(agency)}`,
  office: (office: string) => `contracts/offices/${slug(office)}`,
  changes: 'contracts/changes',
  change: (from: string, to: string) => `contracts/changes/${from}-${to}`,
  scenarios: 'contracts/scenarios',
  flags: 'flags',
  flag: (id: string) => `flags/${slug(id)}`,
} as const;
