import { type Cell, formatCell } from '../cell.ts';
import { el, escapeText } from '../svg.ts';
import { fill, type Lang, words } from '../words.ts';
import { type Classes, classLabels, classOf } from './classes.ts';

/** The value of a place: `key` is a USPS code on a map of states, a five-digit FIPS code on one of counties. */
export interface MapValue extends Pick<Cell, 'status' | 'href'> {
  key: string;
  value: number | null;
}

/** What every map is given. */
export interface MapOptions {
  id: string;
  lang: Lang;
  /** The plain message. */
  title: string;
  /** What is counted: "agencies". */
  unit: string;
  classes: Classes;
  values: MapValue[];
  /** `zero` where a place that is not among the values counts as 0 (a complete list); else it has no data. */
  rest?: 'zero';
}

/** The value of each place, with zeros for the rest where absence means zero. */
export function valuesOf(
  keys: Iterable<string>,
  options: Pick<MapOptions, 'values' | 'rest'>,
): Map<string, MapValue> {
  const found = new Map(options.values.map((value) => [value.key, value]));
  if (options.rest === 'zero') for (const key of keys) if (!found.has(key)) found.set(key, { key, value: 0 });
  return found;
}

/** `k0` to `k5`, or `kx` where there is no value. */
export function classNameOf(value: MapValue | undefined, classes: Classes): string {
  const shown = value === undefined || value.status === 'c' ? null : value.value;
  return `k${classOf(shown, classes) ?? 'x'}`;
}

/** `Florida: 331 agencies`, `Florida: [c] agencies`, `Florida: no data`. */
export function sayValue(name: string, value: MapValue | undefined, options: MapOptions): string {
  if (value === undefined) return `${name}: ${words(options.lang).noData}`;
  return `${name}: ${formatCell(value, options.classes.kind ?? 'number', options.lang)} ${options.unit}`;
}

/** The `<title>` of one shape: its name and value. */
export function shapeTitle(name: string, value: MapValue | undefined, options: MapOptions): string {
  return el('title', {}, escapeText(sayValue(name, value, options)));
}

/** How many places have a value, and the classes in words. */
export function describeMap(keys: string[], options: MapOptions): string {
  const all = valuesOf(keys, options);
  const count = keys.filter(
    (key) => (all.get(key)?.value ?? null) !== null && all.get(key)?.status !== 'c',
  ).length;
  const classes = classLabels(options.classes, options.lang).join('; ');
  return fill(words(options.lang).mapDescription, { count, missing: keys.length - count, classes });
}

/** The hatch of places without data. Shapes of class `kx` inherit it from their group. */
export function hatch(id: string): string {
  const ground = el('rect', { width: 7, height: 7, class: 'hatch-ground' });
  const line = el('line', { x1: 0, x2: 0, y1: 0, y2: 7, class: 'hatch-line' });
  const size = { width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  return el('defs', {}, el('pattern', { id: `${id}-hatch`, ...size }, ground, line));
}
