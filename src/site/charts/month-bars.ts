import { formatCell } from '../cell.ts';
import { el, item, link, svgFrame, text } from '../svg.ts';
import { words } from '../words.ts';
import { axisRoom, timeAxis, valueAxis } from './axes.ts';
import { type Bar, type Bars, describeBars } from './bars.ts';
import { day, linear, ticks } from './scale.ts';

/** A bar with its month, `2026-01`. */
export interface MonthBar extends Bar {
  date: string;
}

/** Standing bars over months, from zero, on an axis of time: a month without a bar is absent, one of zero has a flat one. */
export function monthBars(chart: Omit<Bars, 'bars' | 'overTime'> & { bars: readonly MonthBar[] }): string {
  const { id, lang, title, kind = 'number', width = 720 } = chart;
  const shown = chart.bars.flatMap((bar) =>
    bar.value === null || bar.status === 'c' ? [] : [{ ...bar, value: bar.value }],
  );
  const height = Math.round(Math.min(380, Math.max(240, width * 0.5)));
  const description = describeBars([...chart.bars], kind, lang);
  const frame = { id, title, description, width, height, class: 'chart s1' };
  if (shown.length === 0) return svgFrame(frame, text(8, 24, words(lang).noData, { class: 'tick' }));
  const days = chart.bars.map(({ date }) => day(date));
  const [from, to] = [Math.min(...days), day(after(chart.bars.at(-1)?.date ?? '1970-01'))];
  const values = shown.map(({ value }) => value);
  // A little below zero takes a little room, not that of a whole step of the axis.
  const lowest = Math.min(0, ...values);
  const marks = ticks(lowest, Math.max(0, ...values), 5).filter((tick) => tick >= lowest);
  const [left, right] = [axisRoom(marks, kind, lang), width - 8];
  const [top, bottom] = [10, height - 26];
  const x = linear([from, to], [left + 4, right]);
  const y = linear([lowest, marks.at(-1) ?? 1], [bottom, top]);
  const drawn = shown.map((bar) => {
    const [start, end] = [x(day(bar.date)), x(day(after(bar.date)))];
    const [high, low] = [y(Math.max(0, bar.value)), y(Math.min(0, bar.value))];
    const flat = low - high < 1;
    const gap = Math.min(2, (end - start) * 0.2);
    const shape = {
      x: start,
      y: flat ? y(0) - 0.5 : high,
      width: end - start - gap,
      height: flat ? 1 : low - high,
      class: 'bar',
    };
    const cell = bar.exact === undefined ? bar : { ...bar, value: bar.exact };
    const says = `${bar.label}: ${formatCell(cell, kind, lang)}`;
    return link(bar.href, item({ name: bar.date, says, at: (start + end) / 2 }, el('rect', shape)));
  });
  return svgFrame(
    { ...frame, links: shown.some(({ href }) => href !== undefined), items: { order: 'time', across: true } },
    valueAxis({ ticks: marks, y, left, right, kind, lang }),
    timeAxis({ from, to, x, y: bottom, left, right, lang }),
    ...drawn,
  );
}

/** The month after `2026-12` is `2027-01`. */
function after(month: string): string {
  const next = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return `${Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, '0')}`;
}
