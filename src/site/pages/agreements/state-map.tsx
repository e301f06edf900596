import { MapFigure } from '../../components/map-figure.tsx';
import type { FigureValues } from '../../data/figure-values.ts';
import { formatDate } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { mapMessage, stateClasses, statesFramesPath, stateValues } from './state-map-frames.ts';
import type { StateRow } from './state-rows.ts';

/** Agencies by state on the latest list, with a slider over all lists; every state leads to its page. */
export function StateMap(props: {
  here: Here;
  site: Site;
  rows: readonly StateRow[];
  table: 'open' | 'folded';
}) {
  const { here, site, rows } = props;
  const values = site.values.get('agreements.agencies') as FigureValues;
  const day = values.day as string;
  const date = formatDate(day, here.lang, 'long');
  return (
    <MapFigure
      lang={here.lang}
      id="map"
      message={mapMessage(site, day)}
      measure={here.say`Agencies with an agreement, by state and territory; a place without one counts as 0`}
      status={mapMessage(site, day)}
      date={date}
      unit={here.say`agencies`}
      classes={stateClasses(values)}
      values={stateValues(values, day, here.to)}
      rest="zero"
      slider={
        values.days.length > 1 ? { frames: here.to(statesFramesPath), count: values.days.length } : undefined
      }
      folded={props.table === 'folded'}
      table={{
        caption: here.say`By state, ${date}`,
        columns: [
          { label: here.say`State or territory`, kind: 'text' },
          { label: here.say`Agencies` },
          { label: here.say`Agreements` },
        ],
        rows: rows.map((row) => [
          { value: row.name, href: here.to(file(paths.state(row.code))) },
          here.cell(row.agencies),
          here.cell(row.agreements),
        ]),
      }}
    />
  );
}
