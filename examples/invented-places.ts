import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A county or state as the boundary file of `us-atlas` has it: its FIPS code and its name without suffix. */
export interface RealPlace {
  fips: string;
  name: string;
}

const require = createRequire(import.meta.url);

function realPlaces(object: 'counties' | 'states'): RealPlace[] {
  const atlas = JSON.parse(readFileSync(require.resolve('us-atlas/counties-10m.json'), 'utf8'));
  const geometries: { id: string; properties: { name: string } }[] = atlas.objects[object].geometries;
  return geometries.map(({ id, properties }) => ({ fips: String(id), name: properties.name }));
}

/**
 * The real counties of a state (two-digit FIPS code), ordered by code, without independent cities: a cell that says
 * "… County" could not mean those.
 */
export function realCounties(stateFips: string): RealPlace[] {
  return counties.filter(
    ({ fips, name }) => fips.startsWith(stateFips) && Number(fips.slice(2)) < 510 && !name.endsWith(' City'),
  );
}

const counties = realPlaces('counties').sort((a, b) => (a.fips < b.fips ? -1 : 1));
const taken = new Set([...counties, ...realPlaces('states')].map(({ name }) => name.toLowerCase()));

const beginnings = [
  'Oster',
  'Quen',
  'Vorl',
  'Thrim',
  'Zell',
  'Brax',
  'Merro',
  'Ilver',
  'Kesk',
  'Drell',
  'Umbrel',
  'Fennic',
  'Garrow',
  'Hespel',
  'Jorrin',
  'Lannic',
  'Nethel',
  'Pindle',
  'Ruskel',
  'Sorven',
  'Tambrel',
  'Velm',
  'Wendrel',
  'Ambrel',
  'Corvan',
  'Dunnel',
  'Ellisk',
  'Fairn',
  'Gantle',
  'Yarvel',
];
const endings = [
  'hollow',
  'mere',
  'wick',
  'stead',
  'combe',
  'moor',
  'garth',
  'reach',
  'vale',
  'holt',
  'ford',
  'dale',
  'fell',
  'march',
  'crest',
  'water',
];

/**
 * Names of places that do not exist, in a fixed order that mixes beginnings and endings. None is the name of a
 * county or a state.
 */
export const inventedPlaces: readonly string[] = Array.from(
  { length: beginnings.length * endings.length },
  (_, index) => {
    const beginning = beginnings[index % beginnings.length] ?? '';
    const ending = endings[(index + Math.floor(index / beginnings.length)) % endings.length] ?? '';
    return `${beginning}${ending}`;
  },
).filter((name, index, all) => !taken.has(name.toLowerCase()) && all.indexOf(name) === index);
