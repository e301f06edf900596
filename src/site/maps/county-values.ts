import type { MapValue } from './map-value.ts';
import { drawableCounty } from './vintage.ts';

/** A value that is not on the map, and why. The caller lists it. */
export interface Unmatched {
  key: string;
  why: 'newer-than-map' | 'unknown' | 'territory' | 'two-parts-unlike';
}

/**
 * Values under the codes that the map has. Two parts of one older county are added when the figure is additive
 * over counties; a hidden or absent part leaves the sum absent.
 */
export function matchCounties(
  values: MapValue[],
  known: (fips: string) => boolean,
  additive: boolean,
): { matched: Map<string, MapValue>; unmatched: Unmatched[] } {
  const matched = new Map<string, MapValue>();
  const unmatched: Unmatched[] = [];
  for (const value of values) {
    const found = drawableCounty(value.key, additive);
    if ('why' in found) {
      unmatched.push({ key: value.key, why: found.why });
      continue;
    }
    if (!known(found.fips)) {
      const territory = Number(found.fips.slice(0, 2)) >= 60;
      unmatched.push({ key: value.key, why: territory ? 'territory' : 'unknown' });
      continue;
    }
    const other = matched.get(found.fips);
    if (!other) matched.set(found.fips, { ...value, key: found.fips });
    else if (!additive) unmatched.push({ key: value.key, why: 'two-parts-unlike' });
    else {
      const whole = other.value === null || value.value === null ? null : other.value + value.value;
      const hidden = other.status === 'c' || value.status === 'c';
      matched.set(found.fips, {
        ...other,
        value: hidden ? null : whole,
        status: hidden ? 'c' : other.status,
      });
    }
  }
  return { matched, unmatched };
}
