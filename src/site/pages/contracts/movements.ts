import type { CeilingStep, Vehicle } from '../../data/contracts/rows.ts';
import { file } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { at } from './addresses.ts';
import { compareDecimals, size } from './decimals.ts';
import { type Place, placeOf } from './source-cell.ts';
import { withPages } from './with-pages.ts';

/** A modification that moved a vehicle's ceiling. */
export interface Movement {
  vehicle: string;
  page: string;
  vendor: string | null;
  day: string | null;
  modification: string;
  change: string;
  running: string;
  place: Place | null;
}

/** The largest moves of ceilings after the award, up or down; where two are alike, the later one first. */
export function movements(site: Site, count: number): Movement[] {
  const data = site.contracts;
  if (!data) return [];
  const all: { one: Vehicle; step: CeilingStep }[] = withPages(data).vehicles.flatMap((one) =>
    (data.steps.get(one.vehicle) ?? []).slice(1).map((step) => ({ one, step })),
  );
  return all
    .sort(
      (a, b) =>
        compareDecimals(size(b.step.change), size(a.step.change)) ||
        ((a.step.day ?? '') > (b.step.day ?? '') ? -1 : 1),
    )
    .slice(0, count)
    .map(({ one, step }) => ({
      vehicle: one.vehicle_name,
      page: file(at.vehicle(one)),
      vendor: one.vendor_name,
      day: step.day,
      modification: step.modification,
      change: step.change,
      running: step.running,
      place: placeOf(site, step),
    }));
}
