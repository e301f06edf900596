import { el, link, svgFrame, text } from '../svg.ts';
import { words } from '../words.ts';
import {
  classNameOf,
  describeMap,
  hatch,
  type MapOptions,
  type MapValue,
  shapeTitle,
  valuesOf,
} from './map-value.ts';
import { middle, shapePath } from './shape-path.ts';
import { type Place, placeCodes, places, territories } from './states.ts';
import { rings, shapes } from './topology.ts';

const width = 1000;
const height = 640;

/** Too small for a label inside: a box at the right, with a line to the state. From north to south. */
const besides = ['VT', 'NH', 'MA', 'RI', 'CT', 'NJ', 'DE', 'MD', 'DC'];

/** Labels moved from the middle of the shape to where there is room, in px. */
const nudges: Record<string, [number, number]> = {
  AK: [10, -10],
  CA: [-8, 6],
  FL: [22, 4],
  HI: [10, 6],
  ID: [4, 18],
  LA: [-10, 2],
  MI: [10, 26],
  MN: [-6, 4],
  KY: [6, 3],
  WV: [-5, 5],
  VA: [8, 5],
  NY: [6, 0],
  TN: [0, 2],
  SC: [3, -2],
  OK: [12, 0],
  WA: [6, 0],
  IL: [0, -4],
};

interface Drawn {
  path: string;
  at: [number, number];
}

let kept: Map<string, Drawn> | undefined;

/** Paths of states by USPS code, made once: about 35 kB in all. */
export function statePaths(): Map<string, Drawn> {
  if (!kept) {
    const found = shapes('states-albers-10m', 'states', 0.5);
    kept = new Map();
    for (const { code, fips } of places) {
      const shape = found.get(fips);
      if (!shape) continue;
      // The far Aleutians lie outside the frame of the projection.
      const inside = rings(shape).filter((ring) => ring.some(([x = 0]) => x > 0));
      const [x, y] = middle(inside);
      const [dx, dy] = nudges[code] ?? [0, 0];
      kept.set(code, { path: shapePath(inside, 0.8), at: [x + dx, y + dy] });
    }
  }
  return kept;
}

/** A labelled box that stands for a place. */
function box(place: Place, x: number, y: number, value: MapValue | undefined, options: MapOptions): string {
  const name = classNameOf(value, options.classes);
  const shape = el('rect', { x, y, width: 34, height: 20, 'data-key': place.code, class: `shape ${name}` });
  const label = text(x + 17, y + 15, place.code, { class: 'map-label', 'text-anchor': 'middle' });
  return link(value?.href, el('g', {}, shapeTitle(place.name, value, options), shape, label));
}

/** The states by class, the territories as boxes; each a link to its page where one is given. */
export function stateMap(options: MapOptions): string {
  const { id, lang, title, values, classes } = options;
  const byKey = valuesOf(placeCodes, options);
  const paths = statePaths();
  const areas: string[] = [];
  const boxes: string[] = [];
  const leaders: string[] = [];
  for (const place of places) {
    const drawn = paths.get(place.code);
    if (!drawn) continue;
    const value = byKey.get(place.code);
    const shape = el('path', {
      d: drawn.path,
      'data-key': place.code,
      class: `shape ${classNameOf(value, classes)}`,
    });
    const parts = [shapeTitle(place.name, value, options), shape];
    const beside = besides.indexOf(place.code);
    const [x, y] = drawn.at;
    if (beside < 0) parts.push(text(x, y + 5, place.code, { class: 'map-label', 'text-anchor': 'middle' }));
    // One link a place: where there is a box, the box is the link, and the shape only shows.
    areas.push(beside < 0 ? link(value?.href, el('g', {}, ...parts)) : el('g', {}, ...parts));
    if (beside < 0) continue;
    const top = 170 + beside * 25;
    leaders.push(el('line', { x1: x, y1: y, x2: 958, y2: top + 10, class: 'leader' }));
    boxes.push(box(place, 958, top, value, options));
  }
  const left = width - 8 - territories.length * 42;
  boxes.push(
    text(left - 8, height - 13, words(lang).territories, { class: 'map-note', 'text-anchor': 'end' }),
  );
  territories.forEach((place, i) => {
    boxes.push(box(place, left + i * 42, height - 28, byKey.get(place.code), options));
  });
  const description = describeMap(placeCodes, options);
  const links = values.some((value) => value.href !== undefined);
  const frame = { id, title, description, width, height, class: 'map states', links };
  const ground = { fill: `url(#${id}-hatch)` };
  return svgFrame(
    frame,
    hatch(id),
    el('g', ground, ...areas),
    el('g', {}, ...leaders),
    el('g', ground, ...boxes),
  );
}
