import { raw } from 'hono/html';
import { day, linear } from '../charts/scale.ts';
import { formatDate } from '../format.ts';
import { el } from '../svg.ts';
import { fill, type Lang, words } from '../words.ts';
import { Link } from './link.tsx';

/** What an interval's end means: still listed, missing from one list, gone from two. */
export type IntervalState = 'listed' | 'unconfirmed' | 'departed';

/** One stretch of time in which something was listed. */
export interface Interval {
  label: string;
  href?: string;
  first: string;
  /** The last list that has it. */
  last: string;
  state: IntervalState;
  /** "re-labelled from …", and the like. */
  note?: string;
}

/** Intervals in order, each with a bar on one common scale of time. `span` is the period that the lists cover. */
export function TimeList(props: { lang: Lang; intervals: Interval[]; span: { from: string; to: string } }) {
  const { lang, intervals, span } = props;
  const w = words(lang);
  const x = linear([day(span.from), day(span.to)], [0, 200]);
  const bar = (one: Interval) => {
    const [from, to] = [x(day(one.first)), x(day(one.last))];
    const rail = el('line', { x1: 0, x2: 200, y1: 6, y2: 6, class: 'rail' });
    const shape = el('rect', {
      x: from,
      y: 1,
      width: Math.max(2, to - from),
      height: 10,
      class: `span ${one.state}`,
    });
    return raw(
      el(
        'svg',
        { viewBox: '0 0 200 12', width: 200, height: 12, 'aria-hidden': 'true', class: 'interval' },
        rail,
        shape,
      ),
    );
  };
  return (
    <ol class="time-list">
      {intervals.map((one) => (
        <li>
          <span class="what">
            <Link href={one.href}>{one.label}</Link>
          </span>
          {bar(one)}
          <span class="when">
            {one.state === 'listed'
              ? fill(w.from, { date: formatDate(one.first, lang) })
              : fill(w.fromTo, { from: formatDate(one.first, lang), to: formatDate(one.last, lang) })}
            , <b>{w[one.state]}</b>
            {one.note === undefined ? '' : `. ${one.note}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
