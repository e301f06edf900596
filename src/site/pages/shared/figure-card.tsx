import { raw } from 'hono/html';
import { toPoint } from '../../charts/series.ts';
import { sparkline } from '../../charts/sparkline.ts';
import { Headline } from '../../components/headline.tsx';
import type { FigureSummary } from '../../data/summary.ts';
import type { Here } from '../../page-kind.ts';
import { kindOf, unitOf } from '../../units.ts';

/** A figure in large, with its line over the lists. */
export function FigureCard(props: {
  here: Here;
  figure: FigureSummary;
  caveats?: boolean;
  own?: boolean;
  revised?: boolean;
}) {
  const { here, figure } = props;
  const { series } = figure;
  const id = `card-${figure.id.replace(/\W+/g, '-')}`;
  const points = series.map((one) => toPoint(one.date, one.value));
  return (
    <Headline
      lang={here.lang}
      id={id}
      title={props.own ? here.say`Latest value` : figure.title}
      href={props.own ? undefined : here.to(figure.page)}
      value={{ ...here.cell(figure), ...(props.revised ? { status: 'r' as const } : {}) }}
      kind={kindOf(figure)}
      unit={unitOf(figure, figure.value)}
      asOf={figure.as_of ?? ''}
      next={figure.next_expected ?? undefined}
      caveats={props.caveats === false ? [] : [...figure.caveats]}
      receipt={figure.receipt === null || figure.value === null ? undefined : here.to(figure.receipt)}
      why={figure.why ?? undefined}
      spark={
        points.length < 2
          ? undefined
          : raw(
              sparkline({
                id: `${id}-spark`,
                lang: here.lang,
                title: here.say`${figure.title} over the lists`,
                points,
              }),
            )
      }
    />
  );
}
