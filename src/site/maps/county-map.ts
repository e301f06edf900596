import { el, link, svgFrame, text } from '../svg.ts';
import { words } from '../words.ts';
import { matchCounties, type Unmatched } from './county-values.ts';
import {
  classNameOf,
  describeMap,
  hatch,
  type MapOptions,
  type MapValue,
  shapeTitle,
  valuesOf,
} from './map-value.ts';
import { linePath, shapePath } from './shape-path.ts';
import { statePaths } from './state-map.ts';
import { placeOfFips, territories } from './states.ts';
import { borders, rings, shapes } from './topology.ts';

const tolerance = 0.8;
const size = { width: 975, height: 610 };

/** A map of counties: values by county FIPS. */
export interface CountyMapOptions extends MapOptions {
  /** True when parts of a county may be added up (counts); false for shares and averages. */
  additive: boolean;
  /** Address of the file that `countyLines` made: one for all pages. */
  lines: string;
  /** Counties that are drawn though they have nothing now: on another date they have. */
  others?: ReadonlySet<string>;
  /** Values of the five territories by USPS code: the projection has no room for their shapes, so they are boxes. */
  territories?: readonly MapValue[];
}

/** A drawing, and the values that it could not place. */
export interface CountyMap {
  svg: string;
  unmatched: Unmatched[];
}

/** Name of a county with its state: `Miami-Dade, FL`. */
function nameOf(fips: string, name: string): string {
  return `${name}, ${placeOfFips(fips)?.code ?? ''}`;
}

/** `Miami-Dade, FL` for a county that the map has. */
export function countyName(fips: string): string | undefined {
  const shape = shapes('counties-albers-10m', 'counties', tolerance).get(fips);
  return shape && nameOf(fips, shape.properties.name);
}

/** Counties with a value as shapes of their own, over one shared file of borders: the page holds no other geometry. */
export function countyMap(options: CountyMapOptions): CountyMap {
  const { id, title, values, classes, additive, lines } = options;
  const counties = shapes('counties-albers-10m', 'counties', tolerance);
  const { matched, unmatched } = matchCounties(values, (fips) => counties.has(fips), additive);
  const zero = options.rest === 'zero';
  const others = [...(options.others ?? [])]
    .filter((fips) => !matched.has(fips) && counties.has(fips))
    .map((key): MapValue => ({ key, value: 0 }));
  const drawn = [...matched.values(), ...others]
    .filter((value) => !zero || options.others?.has(value.key) || classNameOf(value, classes) !== 'k0')
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((value) => county(value.key, value, options));
  const description = describeMap([...counties.keys()], { ...options, values: [...matched.values()] });
  const links = values.some((value) => value.href !== undefined);
  // Counties without a value stand on white where absence means zero, else on the hatch of no data.
  const outline = [...statePaths().values()].map((state) => state.path).join('');
  const ground = zero ? [] : [el('path', { d: outline, class: 'shape kx' })];
  const image = el('image', { href: lines, ...size, 'aria-hidden': 'true' });
  const boxes = options.territories === undefined ? [] : territoryBoxes(options.territories, options);
  const height = size.height + (boxes.length === 0 ? 0 : 34);
  const frame = { id, title, description, width: size.width, height, class: 'map counties', links };
  return {
    svg: svgFrame(
      frame,
      hatch(id),
      el('g', { fill: `url(#${id}-hatch)` }, ...ground, ...drawn, ...boxes),
      image,
    ),
    unmatched: boxes.length === 0 ? unmatched : unmatched.filter(({ why }) => why !== 'territory'),
  };
}

/** A row of labelled boxes beneath the map, one a territory, each with the value of the whole territory. */
function territoryBoxes(values: readonly MapValue[], options: MapOptions): string[] {
  const byCode = valuesOf(
    territories.map(({ code }) => code),
    { values: [...values], rest: options.rest },
  );
  const left = size.width - 8 - territories.length * 48;
  return [
    text(left - 10, size.height + 17, words(options.lang).territories, {
      class: 'map-note',
      'text-anchor': 'end',
    }),
    ...territories.map((place, i) => {
      const value = byCode.get(place.code);
      const x = left + i * 48;
      const name = `shape ${classNameOf(value, options.classes)}`;
      const box = el('rect', {
        x,
        y: size.height + 2,
        width: 42,
        height: 22,
        'data-key': place.code,
        class: name,
      });
      const label = text(x + 21, size.height + 18, place.code, {
        class: 'map-label',
        'text-anchor': 'middle',
      });
      return link(value?.href, el('g', {}, shapeTitle(place.name, value, options), box, label));
    }),
  ];
}

function county(fips: string, value: MapValue | undefined, options: MapOptions): string {
  const shape = shapes('counties-albers-10m', 'counties', tolerance).get(fips);
  if (!shape) return '';
  const path = shapePath(rings(shape), 0.3);
  const name = nameOf(fips, shape.properties.name);
  const area = el('path', {
    d: path,
    'data-key': fips,
    class: `shape ${classNameOf(value, options.classes)}`,
  });
  return link(value?.href, el('g', {}, shapeTitle(name, value, options), area));
}

/** The shared file: borders of all counties and, heavier, of states. A middle grey, for light and dark pages alike. */
export function countyLines(): string {
  const line = (layer: 'counties' | 'states', width: number) => {
    const d = linePath(borders('counties-albers-10m', layer, tolerance));
    return el('path', { d, fill: 'none', stroke: '#87919b', 'stroke-width': String(width) });
  };
  const viewBox = `0 0 ${size.width} ${size.height}`;
  return el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox, ...size },
    line('counties', 0.25),
    line('states', 0.9),
  );
}
