import type { ValueKind } from '../cell.ts';
import { formatDate, formatList } from '../format.ts';
import { el, escapeText, svgFrame, text } from '../svg.ts';
import { fill, type Lang, words } from '../words.ts';
import { axisRoom, timeAxis, valueAxis } from './axes.ts';
import { endLabels, endNames, endRoom } from './end-labels.ts';
import { rowsOf } from './labels.ts';
import { describeSeries } from './line-chart.ts';
import { overDates } from './over.ts';
import { day, linear, ticks } from './scale.ts';
import { held, path, runs, type Series } from './series.ts';

/** A ceiling over time and, beneath it, what was used of it. */
export interface Steps {
  id: string;
  lang: Lang;
  title: string;
  ceiling: Series;
  beneath: Series;
  /** Dates to number on the chart; the caller lists them with the same numbers beneath it. */
  events?: { date: string; label: string }[];
  kind?: ValueKind;
  width?: number;
  height?: number;
}

type Place = [number, number];

/** A heavy stepped line, a hatched area with a dashed edge beneath it, numbered events above. */
export function steps(chart: Steps): string {
  const { id, lang, title, ceiling, beneath, events = [], kind = 'money', width = 720 } = chart;
  const w = words(lang);
  const both = [ceiling, beneath];
  const known = both.flatMap((one) => runs(one.points).flat());
  const listed = events.map((event, i) => `${i + 1}: ${formatDate(event.date, lang)}, ${event.label}.`);
  const over = overDates(ceiling, beneath);
  const overList = formatList(
    over.map((one) => formatDate(one.date, lang)),
    lang,
  );
  const above = over.length === 0 ? [] : [fill(w.overCeiling, { dates: overList })];
  const description = [describeSeries(both, kind, lang), ...above, ...listed].join(' ');
  const days = [
    ...known.map((p) => p.date),
    ...both.flatMap((s) => s.points.map((p) => p.date)),
    ...events.map((e) => e.date),
  ].map(day);
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const names = endNames({ series: both, kind, curve: 'step', end: to, width, lang });
  const right = width - endRoom(names);
  const marks = ticks(0, Math.max(0, ...known.map((point) => point.value)), 5);
  const left = axisRoom(marks, kind, lang);
  const x = linear([from, to], [left + 6, right - 4]);
  const badgeRows = rowsOf(events.map((event): Place => [x(day(event.date)) - 8, x(day(event.date)) + 8]));
  const top = 12 + (events.length > 0 ? (Math.max(...badgeRows) + 1) * 20 : 0);
  const height = chart.height ?? Math.round(Math.min(380, Math.max(240, width * 0.5))) + top;
  const bottom = height - 26;
  const frame = { id, title, description, width, height, class: 'chart steps' };
  if (known.length === 0) return svgFrame(frame, text(8, 24, w.noData, { class: 'tick' }));
  const y = linear([0, marks.at(-1) ?? 1], [bottom, top]);

  const drawn = both.map((one, i) => {
    const parts = runs(one.points).map((run) => {
      const places = held(run, one.points, to, 'step').map((p): Place => [x(p.day), y(p.value)]);
      const [first, last] = [places[0], places.at(-1)];
      if (!first || !last) return '';
      if (places.length === 1) return el('circle', { cx: first[0], cy: first[1], r: 3.5, class: 'dot' });
      const line = path(places, 'step');
      const area = el('path', {
        d: `${line}V${Math.round(bottom)}H${Math.round(first[0])}Z`,
        fill: `url(#${id}-hatch)`,
        class: 'area',
      });
      return (i === 1 ? area : '') + el('path', { d: line, class: 'line' });
    });
    return el('g', { class: i === 0 ? 's1 heavy' : 's2' }, ...parts);
  });
  const badges = events.map((event, i) => {
    const at = x(day(event.date));
    const middle = 11 + (badgeRows[i] ?? 0) * 20;
    const stem = el('line', { x1: at, x2: at, y1: middle + 8, y2: bottom, class: 'stem' });
    const ring = el('circle', { cx: at, cy: middle, r: 8.5, class: 'badge' });
    return (
      stem + ring + text(at, middle + 4, String(i + 1), { class: 'badge-text', 'text-anchor': 'middle' })
    );
  });
  const overs = over.map((one) => {
    const [at, top] = [x(day(one.date)), y(one.value)];
    const title = el('title', {}, escapeText(fill(w.overCeiling, { dates: formatDate(one.date, lang) })));
    const shape = path(
      [
        [at, top - 13],
        [at + 5, top - 4],
        [at - 5, top - 4],
      ],
      'line',
    );
    return el('g', {}, title, el('path', { d: `${shape}Z`, class: 'over' }));
  });
  const hatch = el(
    'pattern',
    {
      id: `${id}-hatch`,
      width: 6,
      height: 6,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    el('rect', { width: 6, height: 6, class: 'hatch-ground' }),
    el('line', { x1: 0, x2: 0, y1: 0, y2: 6, class: 'hatch-line' }),
  );
  const plot = { from, to, left: x(from), right: x(to), top, bottom };
  return svgFrame(
    { ...frame, plot },
    el('defs', {}, hatch),
    valueAxis({ ticks: marks, y, left, right, kind, lang }),
    timeAxis({ from, to, x, y: bottom, left, right, lang }),
    ...badges,
    ...drawn,
    ...overs,
    endLabels(names, { x, y, right, height }),
  );
}
