import type { ValueKind } from '../cell.ts';
import { formatValue } from '../cell.ts';
import { type Attributes, el, item, svgFrame, text } from '../svg.ts';
import { fill, type Lang, words } from '../words.ts';
import { axisLabel, letter } from './axes.ts';
import { rowsOf, textWidth } from './labels.ts';
import { linear, ticks } from './scale.ts';

/** How near a reading is to the words: as good as them, with a condition dropped, or another question. */
export type ReadingClass = 'as-good' | 'drops' | 'other';

/** One reading's value on the strip. */
export interface Mark {
  label: string;
  value: number;
  class: ReadingClass;
  /** The reading that the words call for: the one that decides. */
  worded?: boolean;
}

/** All readings on one line beside the stated value. */
export interface ReadingsStrip {
  id: string;
  lang: Lang;
  title: string;
  marks: Mark[];
  /** The value that a sentence states; left out where no sentence is checked. */
  stated?: number;
  kind?: ValueKind;
  width?: number;
}

/** The sign of a class, drawn about a middle: circle, triangle, square. */
export function sign(
  kind: ReadingClass,
  x: number,
  y: number,
  size: number,
  attributes: Attributes = {},
): string {
  if (kind === 'as-good') return el('circle', { cx: x, cy: y, r: size, ...attributes });
  if (kind === 'drops') {
    return el('path', {
      d: `M${x.toFixed(1)},${(y - size).toFixed(1)}l${size},${size * 2}h${-size * 2}z`,
      ...attributes,
    });
  }
  return el('rect', { x: x - size, y: y - size, width: size * 2, height: size * 2, ...attributes });
}

/** One sign a reading on a level axis, the stated value a line across it, the worded reading labelled. */
export function readingsStrip(strip: ReadingsStrip): string {
  const { id, lang, title, marks, stated, kind = 'number', width = 720 } = strip;
  const w = words(lang);
  const values = [...marks.map((mark) => mark.value), ...(stated === undefined ? [] : [stated])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = (high - low || Math.abs(high) || 1) * 0.04;
  const whole = kind === 'number' && values.every(Number.isInteger);
  const x = linear([low - pad, high + pad], [14, width - 14]);
  const size = 5;
  const rows = rowsOf(marks.map((mark): [number, number] => [x(mark.value) - size, x(mark.value) + size]));
  const base = (stated === undefined ? 20 : 46) + Math.max(0, ...rows) * 13;
  const description = [
    ...(stated === undefined ? [] : [fill(w.stated, { value: formatValue(stated, kind, lang) })]),
    ...marks.map(
      (m) =>
        `${m.label}${m.worded ? ` (${w.worded})` : ''}: ${formatValue(m.value, kind, lang)}, ${w[m.class]}`,
    ),
  ].join('; ');

  const anchor = (at: number, content: string, bold = false) => {
    const half = textWidth(content, letter, bold) / 2;
    return Math.min(Math.max(at, half + 2), width - half - 2);
  };
  const statedLine = (at: number) => {
    const said = fill(w.stated, { value: formatValue(at, kind, lang) });
    const line = el('line', { x1: x(at), x2: x(at), y1: 18, y2: base + 12, class: 'stated' });
    return line + text(anchor(x(at), said), 12, said, { class: 'label', 'text-anchor': 'middle' });
  };
  const drawn = marks.map((mark, i) => {
    const at = base - (rows[i] ?? 0) * 13;
    return item(
      {
        name: mark.label,
        says: `${mark.label}: ${formatValue(mark.value, kind, lang)}`,
        at: x(mark.value),
        class: `mark ${mark.class}${mark.worded ? ' worded' : ''}`,
      },
      sign(mark.class, x(mark.value), at, size),
    );
  });
  const worded = marks.find((mark) => mark.worded);
  const wordedText = worded ? `${w.worded}: ${formatValue(worded.value, kind, lang)}` : '';
  const below = worded
    ? [
        el('line', {
          x1: x(worded.value),
          x2: x(worded.value),
          y1: base + 7,
          y2: base + 16,
          class: 'leader',
        }),
        text(anchor(x(worded.value), wordedText, true), base + 28, wordedText, {
          class: 'label strong',
          'text-anchor': 'middle',
        }),
      ]
    : [];
  const axisY = base + (worded ? 38 : 14);
  const inside = ticks(low, high, Math.min(6, Math.max(2, Math.floor(width / 64))), whole).filter(
    (t) => x(t) >= 14 && x(t) <= width - 14,
  );
  const axis = inside.map((tick) => {
    const label = axisLabel(tick, kind, lang);
    return (
      el('line', { x1: x(tick), x2: x(tick), y1: axisY, y2: axisY + 4, class: 'axis' }) +
      text(anchor(x(tick), label), axisY + 17, label, { class: 'tick', 'text-anchor': 'middle' })
    );
  });
  const rule = el('line', { x1: 14, x2: width - 14, y1: axisY, y2: axisY, class: 'axis' });
  const items = { order: 'none', across: true } as const;
  const frame = { id, title, description, width, height: axisY + 24, class: 'chart strip', items };
  return svgFrame(frame, rule, ...axis, stated === undefined ? '' : statedLine(stated), ...drawn, ...below);
}
