import { placeOfFips } from './states.ts';

/**
 * The maps show the counties of 2017. Newer codes: Connecticut's planning regions (2022, `09110` to `09190`) have
 * other borders than its eight counties and cannot be drawn; Alaska's Chugach and Copper River (2019, `02063`
 * and `02066`) are the two parts of Valdez-Cordova (`02261`), so a count of both is a count of it.
 * Source: Census Bureau, Substantial Changes to Counties and County Equivalent Entities.
 */
const parts: Record<string, string> = { '02063': '02261', '02066': '02261' };

/** Older codes of a county that only changed its name or joined a neighbour. */
const older: Record<string, string> = { '46113': '46102', '02270': '02158', '51515': '51019' };

/** The code to draw a county under, or why it cannot be drawn. */
export function drawableCounty(
  fips: string,
  additive: boolean,
): { fips: string } | { why: 'newer-than-map' | 'unknown' } {
  if (!/^\d{5}$/.test(fips) || !placeOfFips(fips)) return { why: 'unknown' };
  if (/^091[1-9]0$/.test(fips)) return { why: 'newer-than-map' };
  const whole = parts[fips];
  if (whole !== undefined) return additive ? { fips: whole } : { why: 'newer-than-map' };
  const renamed = older[fips];
  if (renamed !== undefined && (additive || fips !== '51515')) return { fips: renamed };
  return { fips };
}
