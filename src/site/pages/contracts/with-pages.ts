import type { Vehicle, Vendor } from '../../data/contracts/rows.ts';
import type { ContractsData } from '../../data/contracts.ts';
import { file } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { at } from './addresses.ts';
import { addDecimals, compareDecimals } from './decimals.ts';

/** Vendors without a vehicle have a page from this much on; the others are in tables. */
export const vendorFloor = '10000000.00';

interface Chosen {
  vehicles: readonly Vehicle[];
  vendors: readonly Vendor[];
  vendorKeys: ReadonlySet<string>;
  families: readonly string[];
}

const chosen = new WeakMap<ContractsData, Chosen>();

/**
 * What has a page of its own: every vehicle with a record of its own, its vendor, vendors with obligations at or above
 * the floor, and families of those vehicles or of notices.
 */
export function withPages(data: ContractsData): Chosen {
  const before = chosen.get(data);
  if (before) return before;
  const vehicles = data.vehicles.filter((one) => one.at_hand !== 'not in the data');
  const holders = new Set(vehicles.map((one) => one.vendor));
  const vendors = data.vendors.filter(
    (one) => holders.has(one.vendor) || compareDecimals(one.obligation ?? '0', vendorFloor) >= 0,
  );
  const families = [
    ...new Set([
      ...vehicles.flatMap((one) => (one.family === null ? [] : [one.family])),
      ...data.notices.keys(),
    ]),
  ].sort();
  const made = { vehicles, vendors, vendorKeys: new Set(vendors.map((one) => one.vendor)), families };
  chosen.set(data, made);
  return made;
}

/** The page of a vehicle, from the root; undefined where it has none. */
export function vehiclePage(site: Site, key: string | null): string | undefined {
  const found = key === null ? undefined : site.contracts?.byVehicle.get(key);
  return found === undefined || found.at_hand === 'not in the data' ? undefined : file(at.vehicle(found));
}

/** The page of a vendor; undefined where it has none. */
export function vendorPage(site: Site, vendor: string | null): string | undefined {
  if (vendor === null || !site.contracts || !withPages(site.contracts).vendorKeys.has(vendor))
    return undefined;
  return file(at.vendor(vendor));
}

/** The page of a family; undefined where it has none. */
export function familyPage(site: Site, family: string | null): string | undefined {
  if (family === null || !site.contracts || !withPages(site.contracts).families.includes(family))
    return undefined;
  return file(at.family(family));
}

/** Exact sum of amounts, of which some may be absent; null where all are. */
export function sumOf(amounts: readonly (string | null)[]): string | null {
  const known = amounts.filter((one): one is string => one !== null);
  return known.length === 0 ? null : addDecimals(known, 2);
}
