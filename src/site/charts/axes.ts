import type { ValueKind } from '../cell.ts';
import { formatCompact, formatDate, formatNumber, formatPercent } from '../format.ts';
import { el, text } from '../svg.ts';
import type { Lang } from '../words.ts';
import { textWidth } from './labels.ts';
import { timeTicks } from './scale.ts';

/** Size of the letters in charts, in units of the viewBox. */
export const letter = 12;

/** A label of a value axis: short for large numbers, in the axis's own kind. */
export function axisLabel(value: number, kind: ValueKind, lang: Lang): string {
  if (kind === 'percent')
    return formatPercent(value, lang, Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1);
  if (kind === 'money') return formatCompact(value, lang, 'money');
  return Math.abs(value) >= 1e5 ? formatCompact(value, lang) : formatNumber(value, lang);
}

/** Level rules with their labels at the left. */
export function valueAxis(options: {
  ticks: number[];
  y: (value: number) => number;
  left: number;
  right: number;
  kind: ValueKind;
  lang: Lang;
}): string {
  const { left, right, y, kind, lang } = options;
  return options.ticks
    .map((tick) => {
      const at = y(tick);
      const rule = el('line', { x1: left, x2: right, y1: at, y2: at, class: tick === 0 ? 'axis' : 'grid' });
      return (
        rule + text(left - 6, at + 4, axisLabel(tick, kind, lang), { class: 'tick', 'text-anchor': 'end' })
      );
    })
    .join('');
}

/** Room at the left for the widest label. */
export function axisRoom(ticks: number[], kind: ValueKind, lang: Lang): number {
  return Math.max(...ticks.map((tick) => textWidth(axisLabel(tick, kind, lang), letter))) + 8;
}

/** Months or years under the plot, as many as fit; for a span without any, its first day. */
export function timeAxis(options: {
  from: number;
  to: number;
  x: (day: number) => number;
  y: number;
  left: number;
  right: number;
  lang: Lang;
}): string {
  const { from, to, x, y, left, right, lang } = options;
  const most = Math.min(8, Math.max(1, Math.floor((right - left) / 64)));
  const found = timeTicks(from, to, most);
  const iso = (value: number) => new Date(value * 86_400_000).toISOString().slice(0, 10);
  const shown = found.length > 0 ? found : [{ day: from, iso: iso(from) }];
  let free = Number.NEGATIVE_INFINITY;
  return shown
    .map((tick) => {
      const at = x(tick.day);
      const mark = el('line', { x1: at, x2: at, y1: y, y2: y + 4, class: 'axis' });
      const label = formatDate(tick.iso, lang);
      const half = textWidth(label, letter) / 2;
      // A label may lean over the left end by the room of the value axis, never over the right end.
      const middle = Math.min(Math.max(at, left - 20 + half), Math.max(right - half, left - 20 + half));
      if (middle - half < free) return mark;
      free = middle + half + 6;
      return mark + text(middle, y + 17, label, { class: 'tick', 'text-anchor': 'middle' });
    })
    .join('');
}
