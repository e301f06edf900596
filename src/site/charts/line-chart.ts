import type { ValueKind } from '../cell.ts';
import { formatValue } from '../cell.ts';
import { formatDate } from '../format.ts';
import { el, svgFrame, text } from '../svg.ts';
import { fill, type Lang, words } from '../words.ts';
import { axisRoom, timeAxis, valueAxis } from './axes.ts';
import { endLabels, endNames, endRoom } from './end-labels.ts';
import { day, linear, ticks } from './scale.ts';
import { type Curve, exactOf, held, path, runs, type Series } from './series.ts';

/** What a line chart draws: values over time, from zero. */
export interface LineChart {
  id: string;
  lang: Lang;
  /** The plain message. */
  title: string;
  /** At most six; each has its own colour and its own dashes. */
  series: Series[];
  kind?: ValueKind;
  /** `step` (the default) holds a value until the next; `line` joins them. */
  curve?: Curve;
  width?: number;
  height?: number;
}

/** The same in words: each line with its ends. */
export function describeSeries(series: Series[], kind: ValueKind, lang: Lang): string {
  const w = words(lang);
  const parts = series.map(({ label, points }) => {
    const known = runs(points).flat();
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last) return `${label}: ${w.missing}.`;
    const say = (p: typeof first) => `${formatValue(exactOf(p), kind, lang)} (${formatDate(p.date, lang)})`;
    return `${label}: ${first === last ? say(first) : fill(w.from2, { from: say(first), to: say(last) })}.`;
  });
  return fill(w.lineDescription, { count: series.length, series: parts.join(' ') });
}

/** Lines over time with their names at their ends. */
export function lineChart(chart: LineChart): string {
  const { id, lang, title, series, kind = 'number', curve = 'step', width = 720 } = chart;
  const height = chart.height ?? Math.round(Math.min(380, Math.max(240, width * 0.5)));
  const description = describeSeries(series, kind, lang);
  const known = series.flatMap((one) => runs(one.points).flat());
  const frame = { id, title, description, width, height, class: 'chart lines' };
  if (known.length === 0) return svgFrame(frame, text(8, 24, words(lang).noData, { class: 'tick' }));

  const days = series.flatMap((one) => one.points.map((point) => day(point.date)));
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const values = known.map((point) => point.value);
  const marks = ticks(
    Math.min(0, ...values),
    Math.max(0, ...values),
    height < 280 ? 4 : 5,
    kind === 'number' && values.every(Number.isInteger),
  );
  const names = endNames({ series, kind, curve, end: to, width, lang });
  const right = width - endRoom(names);
  const left = axisRoom(marks, kind, lang);
  const [top, bottom] = [10, height - 26];
  const x = linear([from, to], [left + 6, right - 4]);
  const y = linear([marks[0] ?? 0, marks.at(-1) ?? 1], [bottom, top]);

  const drawn = series.map((one, i) => {
    const parts = runs(one.points).map((run) => {
      const places = held(run, one.points, to, curve).map((p): [number, number] => [x(p.day), y(p.value)]);
      const [only] = places;
      if (places.length === 1 && only)
        return el('circle', { cx: only[0], cy: only[1], r: 3.5, class: 'dot' });
      return el('path', { d: path(places, curve), class: 'line' });
    });
    return el('g', { class: `s${i + 1}` }, ...parts);
  });
  const axes = valueAxis({ ticks: marks, y, left, right, kind, lang });
  const months = timeAxis({ from, to, x, y: bottom, left, right, lang });
  const plot = { from, to, left: x(from), right: x(to), top, bottom };
  return svgFrame({ ...frame, plot }, axes, months, ...drawn, endLabels(names, { x, y, right, height }));
}
