import { lineChart } from '../../charts/line-chart.ts';
import { fillMonths, type Point, type Series } from '../../charts/series.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import type { Here } from '../../page-kind.ts';
import type { Site } from '../../site.ts';
import { grid } from './grid.ts';
import { type LongTable, nameOf } from './released.ts';

/** The month from which reasons are chosen from a list: lines of reasons are not joined across its beginning. */
export const formChangeMonth = '2025-11';

/**
 * Counts by month as lines. A hidden or unreadable count is a gap: the scale and the lines come from shown values alone.
 */
export function MonthChart(props: {
  site: Site;
  here: Here;
  table: LongTable;
  message: string;
  measure: string;
  fixed: readonly string[];
}) {
  const { site, here, table, message, fixed } = props;
  const reasons = table.by.includes('reason_class');
  const series = reasons
    ? reasonLines(site, table)
    : [{ label: here.say`Searches`, points: pointsOf(table) }];
  const shown = series
    .flatMap((one) => one.points)
    .filter((point) => point.value !== null && point.value > 0);
  // Hidden counts and zeros alone make no drawing.
  if (shown.length < 2) return null;
  return (
    <ChartFigure
      lang={here.lang}
      id={`chart-${table.id}`}
      message={message}
      measure={props.measure}
      draw={(id, width) => lineChart({ id, lang: here.lang, title: message, series, curve: 'line', width })}
      table={grid(site, here, table, message, fixed)}
    />
  );
}

function pointsOf(table: LongTable, reason?: string): Point[] {
  const rows = table.rows.filter((row) => reason === undefined || row.values['reason_class'] === reason);
  return fillMonths(rows.map((row) => ({ date: row.values['month'] as string, value: row.value })));
}

function reasonLines(site: Site, table: LongTable): Series[] {
  const found = [...new Set(table.rows.map((row) => row.values['reason_class'] as string))];
  const reasons = ['immigration', 'department', 'other', 'unreadable'].filter((one) => found.includes(one));
  return reasons.map((reason) => ({
    label: nameOf(site, 'reason_class', reason),
    points: broken(pointsOf(table, reason)),
  }));
}

/** Puts a gap before the month in which the form changed. */
function broken(points: Point[]): Point[] {
  const before = points.some((point) => point.date < formChangeMonth);
  const after = points.some((point) => point.date >= formChangeMonth);
  return before && after ? [...points, { date: '2025-10-16', value: null }] : points;
}
