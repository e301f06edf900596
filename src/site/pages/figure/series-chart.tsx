import { formatValue } from '../../cell.ts';
import { bars } from '../../charts/bars.ts';
import { seriesTable } from '../../charts/data-table.ts';
import { lineChart } from '../../charts/line-chart.ts';
import { type Series, toPoint } from '../../charts/series.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { formatDate } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import { kindOf, unitOf } from '../../units.ts';
import type { FigureData } from './data.ts';

/** The figure on every list, or of a flow its months; nothing where there is one date only. */
export function SeriesChart(props: { here: Here; data: FigureData }) {
  const { here, data } = props;
  const { summary, receipts } = data;
  const { series } = summary;
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last || series.length < 2) return <MonthBars here={here} data={data} />;
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

/** A flow by month, as bars: a month without any list at hand is not among them. */
function MonthBars(props: { here: Here; data: FigureData }) {
  const { here, data } = props;
  const months = data.parts.find((part) => part.dimension === 'month');
  if (!months) return null;
  const unit = unitOf(data.summary, null) ?? data.summary.title;
  const most = [...months.groups].sort((a, b) => Number(b.value) - Number(a.value))[0];
  const message = most
    ? `${data.summary.title}: most in ${most.label}, ${formatValue(most.value ?? 0, 'number', here.lang)}`
    : data.summary.title;
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time">By month</h2>
      <ChartFigure
        lang={here.lang}
        id="months"
        message={message}
        measure={`${unit} by month of the list on which it was seen; months without a list at hand are absent`}
        draw={(id, width) =>
          bars({
            id,
            lang: here.lang,
            title: message,
            width,
            bars: months.groups.map((group) => ({
              label: group.label,
              value: group.value === null ? null : Number(group.value),
              ...(group.receipt === null ? {} : { href: here.to(group.receipt) }),
            })),
          })
        }
        table={{
          caption: 'By month',
          columns: [{ label: 'Month', kind: 'text' }, { label: unit }],
          rows: months.groups.map((group) => [group.label, here.cell(group)]),
        }}
      />
    </section>
  );
}
