import { ChartFigure } from '../../components/chart-figure.tsx';
import type { Here } from '../../page-kind.ts';
import type { FigureData } from './data.ts';
import { figureDrawing } from './drawing.ts';

/** The figure on every list, or of a flow its months, or its largest parts; nothing where there is one number only. */
export function SeriesChart(props: { here: Here; data: FigureData }) {
  const { here, data } = props;
  const drawing = figureDrawing(data, here.lang);
  if (!drawing) return null;
  const { of, message, measure } = drawing;
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time">
        {of === 'lists'
          ? here.say`Over time`
          : of === 'months'
            ? here.say`By month`
            : here.say`Largest parts`}
      </h2>
      <ChartFigure
        lang={here.lang}
        id={of === 'lists' ? 'series' : of === 'months' ? 'months' : 'largest'}
        message={message}
        measure={measure}
        draw={(id, width) => drawing.draw(id, width, here.to)}
        table={drawing.table(here.to)}
      />
    </section>
  );
}
