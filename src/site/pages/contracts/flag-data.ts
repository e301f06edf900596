import { withValues } from '../../../flags/flag-page.ts';
import type { FlaggedUnit, FlagResult } from '../../../flags/run-flags.ts';
import { sayIn } from '../../../language/say.ts';
import type { EditionLink, Site } from '../../site.ts';
import { at } from './addresses.ts';
import { filesOf, type Place, placesByEdition } from './source-cell.ts';
import { vehiclePage, vendorPage } from './with-pages.ts';

/** Units listed on a flag's page; the CSV twin has all. */
export const unitsShown = 150;

export interface UnitRow {
  unit: string;
  label: string;
  value: string | null;
  page: string | null;
  vendor: { name: string | null; page: string | null } | null;
  places: Place[];
}

export interface FlagData {
  id: string;
  title: string;
  cardinal: string | null;
  unit: string;
  method: string;
  source: string;
  why: string;
  innocent: readonly string[];
  exclusions: readonly string[];
  example: string;
  needs: string;
  settings: { name: string; value: string; says: string }[];
  coverage: FlagResult['coverage'];
  fires_on_most: boolean;
  units: UnitRow[];
  files: EditionLink[];
}

/** The anchor of a unit on its flag's page; only units that the page lists have one. */
export function anchorOfUnit(result: FlagResult, unit: string): string | undefined {
  const index = result.flagged.findIndex((one) => one.unit === unit);
  return index < 0 || index >= unitsShown ? undefined : `unit-${index + 1}`;
}

/** The data of a flag's page. */
export function flagData(site: Site, path: string): FlagData | undefined {
  const result = site.contracts?.flags.find(({ flag }) => at.flag(flag.id) === path);
  if (!result) return undefined;
  const { flag, settings } = result;
  const say = sayIn(site.lang);
  const filled = (text: string) => withValues(say(text), settings);
  const units = result.flagged.map((unit) => unitRow(site, unit));
  return {
    id: flag.id,
    title: say(flag.title),
    cardinal: flag.cardinal ?? null,
    unit: say(flag.unit),
    method: filled(flag.method),
    source: say(flag.source),
    why: say(flag.why),
    innocent: flag.innocent.map((one) => say(one)),
    exclusions: flag.exclusions.map(filled),
    example: say(flag.example),
    needs: say(flag.needs),
    settings: Object.entries(flag.settings).map(([name, { says }]) => ({
      name,
      value: String(settings[name] ?? ''),
      says: say(says),
    })),
    coverage: result.coverage,
    fires_on_most: result.firesOnMost,
    units,
    files: filesOf(
      site,
      units.flatMap((unit) => unit.places),
    ),
  };
}

function unitRow(site: Site, one: FlaggedUnit): UnitRow {
  const data = site.contracts;
  const award = data?.byAward.get(one.unit);
  const vehicle = data?.byVehicle.get(one.unit);
  const vendor = award?.vendor ?? vehicle?.vendor ?? null;
  const name =
    vendor === null ? null : (data?.byVendor.get(vendor)?.vendor_name ?? award?.vendor_name ?? null);
  return {
    unit: one.unit,
    label: data?.byVendor.get(one.unit)?.vendor_name ?? one.label,
    value: one.value,
    page:
      vehiclePage(site, one.unit) ??
      vendorPage(site, one.unit) ??
      vehiclePage(site, award?.vehicle ?? null) ??
      null,
    vendor: vendor === null ? null : { name, page: vendorPage(site, vendor) ?? null },
    places: placesByEdition(site, one.rows),
  };
}
