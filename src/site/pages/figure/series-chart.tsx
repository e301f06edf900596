import { formatValue } from '../../cell.ts';
import { seriesTable } from '../../charts/data-table.ts';
import { lineChart } from '../../charts/line-chart.ts';
import { type Series, toPoint } from '../../charts/series.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { formatDate } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import { kindOf, unitOf } from '../../units.ts';
import type { FigureData } from './data.ts';

/** The figure on every list; nothing where there is one date only. */
export function SeriesChart(props: { here: Here; data: FigureData }) {
  const { here, data } = props;
  const { summary, receipts } = data;
  const { series } = summary;
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last || series.length < 2) return null;
  const kind = kindOf(summary);
  const line: Series = { label: summary.title, points: series.map((one) => toPoint(one.date, one.value)) };
  const say = (one: typeof first) =>
    one.value === null
      ? '[x]'
      : `${formatValue(one.value, kind, here.lang)} on ${formatDate(one.date, here.lang)}`;
  const message = `${summary.title}: ${say(first)}, ${say(last)}`;
  const table = seriesTable('On each list', [line], here.lang, kind);
  table.rows = table.rows.map((row, index) => [
    row[0] ?? null,
    { value: (row[1] ?? null) as number, href: here.to(receipts[index] ?? '') },
  ]);
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time">Over time</h2>
      <ChartFigure
        lang={here.lang}
        id="series"
        message={message}
        measure={`${unitOf(summary, null) ?? summary.title}, on each of ${series.length} lists at hand; level between two lists`}
        draw={(id, width) => lineChart({ id, lang: here.lang, title: message, series: [line], kind, width })}
        table={table}
      />
    </section>
  );
}
