import { formatCell } from '../cell.ts';
import { formatCompact } from '../format.ts';
import { el, link, svgFrame, text } from '../svg.ts';
import { classNameOf, describeMap, hatch, type MapOptions, shapeTitle, valuesOf } from './map-value.ts';
import { placeCodes, places } from './states.ts';

const size = 30;

/** Every state one square with its code and its value: the map for a phone, where Rhode Island counts as much as Texas. */
export function tileMap(options: MapOptions): string {
  const { id, lang, title, values, classes } = options;
  const byKey = valuesOf(placeCodes, options);
  const tiles = places.map((place) => {
    const value = byKey.get(place.code);
    const [x, y] = [place.tile[0] * size, place.tile[1] * size];
    const rect = { x: x + 1, y: y + 1, width: size - 2, height: size - 2 };
    const shape = el('rect', {
      ...rect,
      'data-key': place.code,
      class: `shape ${classNameOf(value, classes)}`,
    });
    const code = text(x + size / 2, y + 13, place.code, { class: 'map-label', 'text-anchor': 'middle' });
    const short = value ? shortValue(value.value, value.status, classes.kind, lang) : '';
    const below = { class: 'map-value', 'text-anchor': 'middle', 'data-value': place.code };
    const number = text(x + size / 2, y + 24.5, short, below);
    return link(value?.href, el('g', {}, shapeTitle(place.name, value, options), shape, code, number));
  });
  const description = describeMap(placeCodes, options);
  const links = values.some((value) => value.href !== undefined);
  const frame = { id, title, description, width: size * 12, height: size * 9, class: 'map tiles', links };
  return svgFrame(frame, hatch(id), el('g', { fill: `url(#${id}-hatch)` }, ...tiles));
}

/** A value that fits a tile: compact from four digits on. */
export function shortValue(
  value: number | null,
  status: 'c' | 'x' | 'z' | 'r' | undefined,
  kind: MapOptions['classes']['kind'],
  lang: MapOptions['lang'],
): string {
  const full = formatCell({ value, status: status === 'r' ? undefined : status }, kind ?? 'number', lang);
  if (value === null || status === 'c' || full.length <= 4) return full;
  return formatCompact(value, lang, kind === 'money' ? 'money' : 'number');
}
