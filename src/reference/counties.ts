import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sqlText } from '../engine/sql-text.ts';
import { states } from './states.ts';

/** A county or its equivalent. */
export interface County {
  /** Five-digit FIPS code. */
  fips: string;
  /** USPS code of its state. */
  state: string;
  /** Name without "County", "Parish" and the like, as the atlas gives it. */
  name: string;
}

interface Atlas {
  objects: { counties: { geometries: { id: string; properties: { name: string } }[] } };
}

let loaded: County[] | undefined;

/**
 * Counties and equivalents of the 2017 edition of the Census Bureau's cartographic boundaries, from `us-atlas`, by
 * FIPS code: eight old counties in Connecticut, Valdez-Cordova (02261) in Alaska.
 */
export function counties(): readonly County[] {
  loaded ??= readAtlas();
  return loaded;
}

function readAtlas(): County[] {
  const file = createRequire(import.meta.url).resolve('us-atlas/counties-albers-10m.json');
  const all = createRequire(import.meta.url).resolve('us-atlas/counties-10m.json');
  const seen = new Map<string, County>();
  const codeOf = new Map(states.map((state) => [state.fips, state.code]));
  for (const path of [file, all]) {
    const atlas = JSON.parse(readFileSync(path, 'utf8')) as Atlas;
    for (const { id, properties } of atlas.objects.counties.geometries) {
      const state = codeOf.get(id.slice(0, 2));
      if (state !== undefined) seen.set(id, { fips: id, state, name: properties.name });
    }
  }
  return [...seen.values()].sort((a, b) => (a.fips < b.fips ? -1 : 1));
}

/** The model `counties` as SQL: one row per county, with the key that county cells are matched by. */
export function countiesSql(): string {
  const rows = counties().map(
    (county) => `(${sqlText(county.fips)}, ${sqlText(county.state)}, ${sqlText(fullName(county))})`,
  );
  return `select fips, state, name, @county_key(name) as county_key
from (values ${rows.join(', ')}) as listed (fips, state, name)`;
}

/** Independent cities (codes from 510 in Maryland, Missouri, Nevada and Virginia) share names with counties: say which. */
function fullName(county: County): string {
  const city = Number(county.fips.slice(2)) >= 510 && ['MD', 'MO', 'NV', 'VA'].includes(county.state);
  return city && !county.name.endsWith(' City') ? `${county.name} city` : county.name;
}
