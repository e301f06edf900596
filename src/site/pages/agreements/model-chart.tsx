import { seriesTable } from '../../charts/data-table.ts';
import { lineChart } from '../../charts/line-chart.ts';
import { type Series, toPoint } from '../../charts/series.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import type { Here } from '../../page-kind.ts';
import type { Num } from '../../site.ts';

/** Values by support model on every list, each with its receipt. */
export interface ModelSeries {
  days: readonly string[];
  models: { key: string; label: string; values: Num[] }[];
}

/** One line a model. */
export function ModelChart(props: {
  here: Here;
  id: string;
  message: string;
  measure: string;
  series: ModelSeries;
}) {
  const { here, id, message, measure, series } = props;
  const lines: Series[] = series.models.map((model) => ({
    label: model.label,
    points: series.days.map((day, index) => toPoint(day, model.values[index]?.value ?? null)),
  }));
  const table = seriesTable(here.say`Agreements by model, on each list`, lines, here.lang);
  table.rows = series.days.map((day, index) => [
    day,
    ...series.models.map((model) => here.cell(model.values[index] as Num)),
  ]);
  return (
    <ChartFigure
      lang={here.lang}
      id={id}
      message={message}
      measure={measure}
      draw={(name, width) => lineChart({ id: name, lang: here.lang, title: message, series: lines, width })}
      table={table}
    />
  );
}
