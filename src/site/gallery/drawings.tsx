import { raw } from 'hono/html';
import { bars } from '../charts/bars.ts';
import { rowsTable, seriesTable } from '../charts/data-table.ts';
import { lineChart } from '../charts/line-chart.ts';
import { monthBars } from '../charts/month-bars.ts';
import { type Series, toPoint } from '../charts/series.ts';
import { sparkline } from '../charts/sparkline.ts';
import { steps } from '../charts/steps.ts';
import { ChartFigure } from '../components/chart-figure.tsx';
import { MapFigure } from '../components/map-figure.tsx';
import { MapLegend } from '../components/map-legend.tsx';
import { Matrix } from '../components/matrix.tsx';
import { SmallMultiples } from '../components/small-multiples.tsx';
import { Table } from '../components/table.tsx';
import { formatDate } from '../format.ts';
import { countyMap } from '../maps/county-map.ts';
import { stateCountyMap } from '../maps/state-county-map.ts';
import { places } from '../maps/states.ts';
import type { GalleryEntry } from './entry.ts';
import {
  contract,
  countyValues,
  crowded,
  flow,
  growth,
  huge,
  levels,
  months,
  single,
  stateValues,
  zeros,
} from './samples.ts';

const lang = 'en';
const classes = { breaks: [1, 10, 25, 50, 100] };
const counties = { breaks: [1, 2, 3, 5] };

function lines(id: string, message: string, series: Series[], kind: 'number' | 'money' = 'number') {
  return (
    <ChartFigure
      lang={lang}
      id={id}
      message={message}
      measure="Agencies listed, invented example, January to December 2025"
      draw={(own, width) => lineChart({ id: own, lang, title: message, series, kind, width })}
      table={seriesTable(message, series, lang, kind)}
    />
  );
}

const yearBars = [
  { label: 'FY 2022', value: 410_000 },
  { label: 'FY 2023', value: 1_250_000 },
  { label: 'FY 2024', value: -80_000 },
  { label: 'FY 2025', value: null },
  { label: 'FY 2026', value: 3_900_000 },
];

const nameOf = (key: string) => places.find((place) => place.code === key)?.name ?? key;

function map() {
  const values = stateValues();
  const sorted = values.map(({ key, value, status }) => ({
    label: nameOf(key),
    value: { value, status },
    href: `#${key}`,
  }));
  return (
    <MapFigure
      lang={lang}
      id="map"
      message="331 of the 1,518 agencies listed on November 20, 2026 are in Florida"
      measure="Agencies listed, by state or territory, invented example"
      unit="agencies"
      classes={classes}
      values={values}
      date="November 20, 2026"
      status="1,518 agencies in 47 states and territories"
      slider={{ frames: 'map.json', count: 4 }}
      table={rowsTable('Agencies by state or territory', [{ label: 'State' }, { label: 'Agencies' }], sorted)}
      downloads={[
        { label: 'CSV', href: 'map.csv', rows: sorted.length, bytes: 1210 },
        { label: 'JSON', href: 'map.json', bytes: 9400 },
      ]}
    />
  );
}

function countyFigure() {
  const options = {
    lang,
    title: 'Agencies by county',
    unit: 'agencies',
    classes: counties,
    additive: true,
  } as const;
  const all = countyMap({
    ...options,
    id: 'counties',
    values: countyValues(),
    lines: 'counties.svg',
    territories: [
      { key: 'PR', value: 2 },
      { key: 'GU', value: 1 },
    ],
  });
  const one = stateCountyMap({ ...options, id: 'florida', values: countyValues(), state: 'FL', width: 480 });
  return (
    <figure class="chart-figure">
      <figcaption>
        <b>540 counties have at least one agency listed</b>
        <span>Agencies by county, invented example; Florida alone beneath</span>
      </figcaption>
      {raw(all.svg)}
      <MapLegend lang={lang} id="counties-legend" classes={counties} unit="agencies" />
      <Table
        lang={lang}
        id="unmatched"
        caption="Not on the map"
        columns={[
          { label: 'County code', kind: 'text' },
          { label: 'Why', kind: 'text' },
        ]}
        rows={all.unmatched.filter((u) => u.why !== 'unknown').map((u) => [u.key, u.why])}
      />
      <div class="state-counties">{raw(one?.svg ?? '')}</div>
    </figure>
  );
}

const stateBars = stateValues()
  .filter((value) => value.value === null || value.value > 30)
  .sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
  .map(({ key, value, status, href }) => ({ label: nameOf(key), value, status, href }));

function matrix(id: string, message: string, keys: readonly string[]) {
  const sides = keys.map((key) => ({ key, label: nameOf(key) }));
  const of = (found: number | null) => (found === null ? { value: null, status: 'c' as const } : found);
  return (
    <Matrix
      lang={lang}
      id={id}
      message={message}
      measure="Searches by who asked and whose network was asked, invented example, 2025"
      sides={{ rows: 'Asked by', columns: 'Asked of' }}
      rows={sides}
      columns={sides}
      cell={(row, column) =>
        row === column && id === 'matrix' ? undefined : of(flow(keys.indexOf(row), keys.indexOf(column)))
      }
      totals={{
        label: 'All',
        row: (key) => ({ value: 1000 + keys.indexOf(key), href: `#${key}` }),
        column: (key) => 2000 + keys.indexOf(key),
        all: null,
      }}
      classes={{ breaks: [10, 50, 100, 500, 1000] }}
      unit="searches"
    />
  );
}

/** Charts and maps with ordinary and with awkward data. */
export const drawings: GalleryEntry[] = [
  { name: 'Map by state', body: map },
  {
    name: 'Line chart',
    body: () => lines('growth', 'Task force agreements rose from 0 to 702 in eleven months', growth),
  },
  {
    name: 'Line chart: ends close together',
    body: () => lines('crowded', 'The three ended within two of each other', crowded),
  },
  { name: 'Line chart: one point', body: () => lines('single', '1,304 on the only list', single) },
  { name: 'Line chart: zeros', body: () => lines('zeros', 'None on three lists', zeros) },
  { name: 'Line chart: large values', body: () => lines('huge', 'Three values far apart', huge, 'money') },
  {
    name: 'Ceiling over time',
    body: () => (
      <ChartFigure
        lang={lang}
        id="ceiling"
        message="The ceiling rose from $14.0M to $61.0M, then fell to $58.2M"
        measure="Ceiling and obligations of vehicle EX-0001, invented example, March 2022 to May 2026"
        draw={(id, width) => steps({ id, lang, title: 'Ceiling and obligations', width, ...contract })}
        table={seriesTable('Ceiling and obligations', [contract.ceiling, contract.beneath], lang, 'money')}
      >
        <ol class="note">
          {contract.events.map((event) => (
            <li>
              {formatDate(event.date, lang)}, {event.label}
            </li>
          ))}
        </ol>
      </ChartFigure>
    ),
  },
  {
    name: 'Bars',
    body: () => (
      <ChartFigure
        lang={lang}
        id="bars"
        message="Florida has the most agencies listed: 331"
        measure="Agencies listed, states with more than 30, invented example"
        draw={(id, width) => bars({ id, lang, title: 'Agencies by state', bars: stateBars, width })}
        table={rowsTable('Agencies by state', [{ label: 'State' }, { label: 'Agencies' }], stateBars)}
      />
    ),
  },
  {
    name: 'Bars over time',
    body: () => (
      <ChartFigure
        lang={lang}
        id="year-bars"
        message="Dollars obligated, by fiscal year"
        measure="Whole dollars, invented example"
        draw={(id, width) =>
          bars({ id, lang, title: 'By fiscal year', bars: yearBars, kind: 'money', width, overTime: true })
        }
        table={rowsTable(
          'By fiscal year',
          [{ label: 'Fiscal year' }, { label: 'Obligated', kind: 'money' }],
          yearBars,
        )}
      />
    ),
  },
  {
    name: 'Bars of many months',
    body: () => (
      <ChartFigure
        lang={lang}
        id="month-bars"
        message="Dollars obligated, by month"
        measure="US dollars, invented example; a month without a record is absent"
        draw={(id, width) => monthBars({ id, lang, title: 'By month', bars: months, kind: 'money', width })}
        table={rowsTable('By month', [{ label: 'Month' }, { label: 'Obligated', kind: 'money' }], months)}
      />
    ),
  },
  {
    name: 'Sparkline',
    body: () => (
      <p>
        Listed since January{' '}
        {raw(sparkline({ id: 'spark', lang, title: 'Jail enforcement', points: growth[1]?.points ?? [] }))}
      </p>
    ),
  },
  { name: 'Map by county', body: countyFigure },
  {
    name: 'Small multiples',
    body: () => (
      <SmallMultiples
        lang={lang}
        id="small"
        message="Florida has the most on the last of four dates: 331"
        measure="Agencies by state, invented example, 2025 to 2026; one scale for all"
        items={stateBars.slice(0, 12).map((bar, i) => ({
          key: `s${i}`,
          label: bar.label,
          points: ['2025-01-31', '2025-09-05', '2026-03-20', '2026-11-20'].map((date, at) =>
            toPoint(
              date,
              bar.value === null || (i === 3 && at === 1) ? null : Math.round((bar.value * (at + 1)) / 4),
            ),
          ),
        }))}
      />
    ),
  },
  { name: 'Matrix', body: () => matrix('matrix', 'County agencies asked most, of state agencies', levels) },
  {
    name: 'Matrix: many places',
    body: () =>
      matrix(
        'many',
        'Flows between 14 states',
        places.slice(0, 14).map((place) => place.code),
      ),
  },
];
