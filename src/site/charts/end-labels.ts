import type { ValueKind } from '../cell.ts';
import { formatValue } from '../cell.ts';
import { formatCompact, formatDate } from '../format.ts';
import { el, text } from '../svg.ts';
import type { Lang } from '../words.ts';
import { letter } from './axes.ts';
import { dodge, textWidth, wrap } from './labels.ts';
import { day } from './scale.ts';
import { type Curve, exactOf, held, type Known, path, runs, type Series } from './series.ts';

/** The name of a line with its last value, broken to fit at the right of the plot. */
export interface EndName {
  last: Known;
  /** The day that the line is drawn to. */
  until: number;
  lines: string[];
  /** Which of the lines is the value. */
  value: number;
  /** Place of the series among all: its colour. */
  index: number;
}

const lineHeight = 14;

/**
 * Names of the lines that have a value. From a million on the value is short: the exact one is in the table. A line that
 * breaks off before the drawing ends has the date of its last value, which would else be read as that of the end.
 */
export function endNames(options: {
  series: Series[];
  kind: ValueKind;
  curve: Curve;
  end: number;
  width: number;
  lang: Lang;
}): EndName[] {
  const { series, kind, curve, end, width, lang } = options;
  return series.flatMap((one, index) => {
    const run = runs(one.points).at(-1);
    const last = run?.at(-1);
    if (!run || !last) return [];
    const short = kind !== 'percent' && Math.abs(last.value) >= 1e6;
    const value = short
      ? formatCompact(last.value, lang, kind === 'money' ? 'money' : 'number')
      : formatValue(exactOf(last), kind, lang);
    const until = held(run, one.points, end, curve).at(-1)?.day ?? day(last.date);
    const shown = day(last.date);
    const breaksOff =
      one.points.some((point) => day(point.date) > shown) || (curve === 'line' && shown < end);
    const name = wrap(one.label, width < 500 ? 84 : 130, letter);
    const lines = [...name, value, ...(breaksOff ? [formatDate(last.date, lang)] : [])];
    return [{ last, until, index, lines, value: name.length }];
  });
}

/** Room that the names take at the right. */
export function endRoom(names: EndName[]): number {
  return (
    16 + Math.max(0, ...names.flatMap((name) => name.lines.map((line, i) => textWidth(line, letter, i > 0))))
  );
}

/** The names at the right of the plot, moved apart where they would touch, each with a hairline to its end. */
export function endLabels(
  names: EndName[],
  plot: { x: (day: number) => number; y: (value: number) => number; right: number; height: number },
): string {
  const { x, y, right, height } = plot;
  const slots = names.map((name) => ({ at: y(name.last.value), height: name.lines.length * lineHeight + 4 }));
  const middles = dodge(slots, 0, height);
  return names
    .map(({ last, until, lines, value, index }, n) => {
      const middle = middles[n] ?? 0;
      const first = middle - (lines.length * lineHeight) / 2 + 11;
      const rows = lines.map((line, row) => {
        const name = row === value ? 'label end' : 'label';
        return text(right + 12, first + row * lineHeight, line, { class: name });
      });
      const from: [number, number] = [x(until), y(last.value)];
      const leader = el('path', { d: path([from, [right + 9, middle]], 'line'), class: 'leader' });
      return el('g', { class: `s${index + 1}` }, leader, ...rows);
    })
    .join('');
}
