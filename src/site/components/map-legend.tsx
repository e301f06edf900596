import { raw } from 'hono/html';
import { type Classes, classLabels } from '../maps/classes.ts';
import { hatch } from '../maps/map-value.ts';
import { el } from '../svg.ts';
import { type Lang, words } from '../words.ts';

/**
 * The classes of a map, stated, and the hatch of places without data; `zero` where there are none of these, `absent`
 * where the hatch means something else.
 */
export function MapLegend(props: {
  lang: Lang;
  id: string;
  classes: Classes;
  unit: string;
  zero?: boolean;
  absent?: string;
}) {
  const { lang, id, classes, unit } = props;
  const swatch = (name: string, fill?: string) => {
    const rect = el('rect', { x: 0.5, y: 0.5, width: 27, height: 15, class: `shape ${name}`, fill });
    const size = { viewBox: '0 0 28 16', width: 28, height: 16, 'aria-hidden': 'true', class: 'map' };
    return raw(el('svg', size, fill === undefined ? '' : hatch(id), rect));
  };
  return (
    <div class="map-legend">
      <span class="unit">{unit}</span>
      <ul>
        {classLabels(classes, lang).map((label, i) => (
          <li>
            {swatch(`k${i}`)} {label}
          </li>
        ))}
        {props.zero ? null : (
          <li>
            {swatch('kx', `url(#${id}-hatch)`)} {props.absent ?? words(lang).noData}
          </li>
        )}
      </ul>
    </div>
  );
}
