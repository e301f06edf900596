import { formatCell, type Status, type ValueKind } from '../cell.ts';
import type { Exact } from '../format.ts';
import { el, item, link, svgFrame, text } from '../svg.ts';
import { fill, type Lang, words } from '../words.ts';
import { letter } from './axes.ts';
import { cut, textWidth } from './labels.ts';
import { linear } from './scale.ts';

/** One bar. A null is written as its status, with no bar at all. */
export interface Bar {
  label: string;
  value: number | null;
  /** What is written, where the number alone would not be exact: "377000.25". */
  exact?: Exact;
  status?: Status;
  href?: string;
}

/** Level bars from zero, in the order given. */
export interface Bars {
  id: string;
  lang: Lang;
  title: string;
  bars: Bar[];
  kind?: ValueKind;
  width?: number;
  /** True where the bars follow one another in time: then a span of them can be read off. */
  overTime?: boolean;
}

const row = 24;

/** The same in words: how many, and the largest. */
export function describeBars(all: readonly Bar[], kind: ValueKind, lang: Lang): string {
  const w = words(lang);
  const known = all.filter(({ value, status }) => value !== null && status !== 'c');
  const most = Math.max(...known.map(({ value }) => Number(value)));
  const top = known.find(({ value }) => value === most);
  return top === undefined
    ? w.emptyDescription
    : fill(w.barsDescription, { count: all.length, label: top.label, value: formatCell(top, kind, lang) });
}

/** Level bars with their names at the left and their values at their ends. */
export function bars(chart: Bars): string {
  const { id, lang, title, kind = 'number', width = 720 } = chart;
  const written = chart.bars.map((bar) =>
    formatCell(
      bar.exact === undefined || bar.value === null ? bar : { ...bar, value: bar.exact },
      kind,
      lang,
    ),
  );
  const values = chart.bars.map((bar) => (bar.status === 'c' ? null : bar.value));
  const known = values.filter((value) => value !== null);
  const description = describeBars(chart.bars, kind, lang);
  const names =
    Math.min(width * 0.4, Math.max(0, ...chart.bars.map((bar) => textWidth(bar.label, letter)))) + 10;
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  const room = Math.max(0, ...written.map((value) => textWidth(value, letter))) + 8;
  const x = linear([low, high > low ? high : 1], [names + (low < 0 ? room : 0), width - room]);

  const drawn = chart.bars.map((bar, i) => {
    const y = i * row + 4;
    const value = values[i] ?? null;
    const end = value === null ? x(0) : x(value);
    const name = text(names - 10, y + 13, cut(bar.label, names - 10, letter), {
      class: 'label',
      'text-anchor': 'end',
    });
    const rect = {
      x: Math.min(x(0), end),
      y: y + 1,
      width: Math.max(Math.abs(end - x(0)), value ? 1 : 0),
      height: row - 8,
      class: 'bar',
    };
    const side =
      value !== null && value < 0 ? { x: end - 5, anchor: 'end' } : { x: end + 5, anchor: 'start' };
    const label = text(side.x, y + 13, written[i] ?? '', {
      class: 'label value',
      'text-anchor': side.anchor,
    });
    // Read off: the whole name, which may be cut, with its value.
    const says = { name: bar.label, says: `${bar.label}: ${written[i] ?? ''}`, at: y + row / 2 };
    return link(bar.href, item(says, name + (value === null ? '' : el('rect', rect)) + label));
  });
  const height = chart.bars.length * row + 8;
  const base = el('line', { x1: x(0), x2: x(0), y1: 0, y2: height, class: 'axis' });
  const links = chart.bars.some((bar) => bar.href !== undefined);
  const items = { order: chart.overTime ? 'time' : 'none' } as const;
  const frame = { id, title, description, width, height, class: 'chart bars s1', links, items };
  return svgFrame(frame, base, ...drawn);
}
