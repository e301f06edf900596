import { el, svgFrame } from '../svg.ts';
import type { Lang } from '../words.ts';
import { describeSeries } from './line-chart.ts';
import { day, linear } from './scale.ts';
import { type Curve, held, type Point, path, runs } from './series.ts';

/** A line the size of a word: no axes, its last value marked. */
export interface Sparkline {
  id: string;
  lang: Lang;
  title: string;
  points: Point[];
  curve?: Curve;
  width?: number;
  height?: number;
  /** Upper end of the scale, where several are to be compared; else its own highest value. */
  most?: number;
  /** True where a control beside it lets it be read off. */
  readOff?: boolean;
}

/** A line the size of a word, from zero. */
export function sparkline(chart: Sparkline): string {
  const { id, lang, title, points, curve = 'step', width = 120, height = 28 } = chart;
  const description = describeSeries([{ label: title, points }], 'number', lang);
  const known = runs(points);
  const values = known.flat().map((point) => point.value);
  const days = points.map((point) => day(point.date));
  const end = Math.max(...days);
  const x = linear([Math.min(...days), end], [4, width - 5]);
  const y = linear([Math.min(0, ...values), chart.most ?? (Math.max(0, ...values) || 1)], [height - 4, 4]);
  const lines = known.map((run) => {
    const places = held(run, points, end, curve).map((p): [number, number] => [x(p.day), y(p.value)]);
    return el('path', { d: path(places, curve), class: 'line' });
  });
  const last = known.flat().at(-1);
  const dot = last ? [el('circle', { cx: x(day(last.date)), cy: y(last.value), r: 3, class: 'dot' })] : [];
  const [from, to] = [Math.min(...days), end];
  const plot = { from, to, left: x(from), right: x(to), top: 0, bottom: height };
  const frame = { id, title, description, width, height, class: 'spark s1' };
  return svgFrame(chart.readOff && days.length > 1 ? { ...frame, plot } : frame, ...lines, ...dot);
}
