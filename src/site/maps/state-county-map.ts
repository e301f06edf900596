import { geoConicEqualArea, geoPath } from 'd3-geo';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { el, link, svgFrame } from '../svg.ts';
import type { CountyMap } from './county-map.ts';
import { matchCounties } from './county-values.ts';
import { classNameOf, describeMap, hatch, type MapOptions, shapeTitle, valuesOf } from './map-value.ts';
import { shapePath } from './shape-path.ts';
import { places } from './states.ts';
import { rings, shapes } from './topology.ts';

/** A map of one state's counties: values by county FIPS. */
export interface StateCountyMapOptions extends MapOptions {
  /** USPS code of the state. */
  state: string;
  /** True when parts of a county may be added up (counts); false for shares and averages. */
  additive: boolean;
  /** The most that it may take; a narrow state takes less. */
  width?: number;
}

/** One state upright, by its own conic projection, every county a shape; undefined for a place without counties. */
export function stateCountyMap(options: StateCountyMapOptions): CountyMap | undefined {
  const { id, title, values, classes, state, additive, width: most = 560 } = options;
  const fips = places.find((place) => place.code === state)?.fips ?? '';
  const all = [...shapes('counties-10m', 'counties', 0.005)].filter(
    ([key]) => key.startsWith(fips) && fips !== '',
  );
  if (all.length === 0) return undefined;
  const collection: FeatureCollection<Polygon | MultiPolygon> = {
    type: 'FeatureCollection',
    features: all.map(([, shape]) => shape),
  };
  // Far islands make Alaska wrap the date line: turn the globe so that the state lies in the middle.
  const west =
    fips === '02'
      ? -152
      : middleOf(
          all.flatMap(([, shape]) => rings(shape).flat()),
          0,
        );
  const north = middleOf(
    all.flatMap(([, shape]) => rings(shape).flat()),
    1,
  );
  const projection = geoConicEqualArea()
    .parallels([north - 1, north + 1])
    .rotate([-west, 0])
    .fitSize([most - 4, most * 1.1], collection);
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(collection);
  const [width, height] = [Math.ceil(right - left) + 4, Math.ceil(bottom - top) + 4];
  const place = (at: Position): Position => {
    const [x, y] = projection([at[0] ?? 0, at[1] ?? 0]) ?? [0, 0];
    return [x - left + 2, y - top + 2];
  };
  const { matched, unmatched } = matchCounties(
    values,
    (key) => all.some(([known]) => known === key),
    additive,
  );
  const keys = all.map(([key]) => key);
  const byKey = valuesOf(keys, { values: [...matched.values()], rest: options.rest });
  const drawn = all.map(([key, shape]) => {
    const value = byKey.get(key);
    const placed = rings(shape).map((ring) => ring.map(place));
    const path = el('path', {
      d: shapePath(placed, 0.5),
      'data-key': key,
      class: `shape ${classNameOf(value, classes)}`,
    });
    return link(value?.href, el('g', {}, shapeTitle(shape.properties.name, value, options), path));
  });
  const description = describeMap(
    all.map(([key]) => key),
    { ...options, values: [...matched.values()] },
  );
  const links = values.some((value) => value.href !== undefined);
  const frame = { id, title, description, width, height, class: 'map counties', links };
  return { svg: svgFrame(frame, hatch(id), el('g', { fill: `url(#${id}-hatch)` }, ...drawn)), unmatched };
}

/** Half way between the lowest and the highest of a coordinate. */
function middleOf(positions: Position[], axis: 0 | 1): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const position of positions) {
    const value = position[axis] ?? 0;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return (low + high) / 2;
}
