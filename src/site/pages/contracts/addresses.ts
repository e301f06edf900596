import { createHash } from 'node:crypto';
import type { Vehicle } from '../../data/contracts/rows.ts';
import { short } from '../../paths.ts';

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

/** A name that every file system takes; one that had to be altered is told apart by a hash of the whole. */
export function slug(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|-+$/g, '');
  if (plain === name) return short(name);
  return short(`${plain}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`);
}
