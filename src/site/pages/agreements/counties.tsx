import { raw } from 'hono/html';
import { DateSlider } from '../../components/date-slider.tsx';
import { Link } from '../../components/link.tsx';
import { MapLegend } from '../../components/map-legend.tsx';
import { Table } from '../../components/table.tsx';
import { type FigureValues, groupOf } from '../../data/figure-values.ts';
import { formatDate, formatNumber } from '../../format.ts';
import { countyMap } from '../../maps/county-map.ts';
import { placeOfFips, territories } from '../../maps/states.ts';
import { type Here, page } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import type { Num, Site } from '../../site.ts';
import { countyClasses, countyFramesPath } from './county-map-frames.ts';

/** The file with the borders of all counties: one for the whole site. */
export const countyLinesPath = 'counties/lines.svg';

/** Rows in the table of the page; its data have all. */
const first = 100;

interface CountiesData {
  as_of: string;
  counties: (Num & { fips: string; name: string; state: string })[];
  territories: (Num & { code: string; name: string })[];
  /** Rows of the list that name no county that can be placed. */
  without: Num;
}

/** All counties on one map: agreements by the county that the list names. */
export const countiesPage = page<CountiesData>({
  route: 'counties',
  says: 'agreements by county on the latest list, with those that name none',
  paths: (site) => (site.values.get('agreements.agreements')?.day ? [paths.counties] : []),
  load: (site) => countiesData(site),
  view(data, here, site) {
    const date = formatDate(data.as_of, here.lang);
    return {
      title: here.say`Counties`,
      description: here.say`Agreements by county, on one map.`,
      crumbs: [
        { label: here.say`Home`, href: 'index.html' },
        { label: here.say`States`, href: file(paths.states) },
        { label: here.say`Counties` },
      ],
      preload: [countyLinesPath],
      ...(site.countyDays.size > 1 ? { scripts: ['map-slider'] } : {}),
      children: (
        <>
          <h1>{here.say`Counties`}</h1>
          <p class="lead">{here.say`Agreements by the county that the list names, ${date}. An agency of a city is in the county that the list names for it.`}</p>
          <CountyFigure here={here} data={data} site={site} />
        </>
      ),
    };
  },
  csv: (data) => ({
    columns: ['fips', 'county', 'state', 'agreements', 'receipt'],
    measured: ['agreements'],
    rows: [...data.counties, { fips: '', name: '', state: '', ...data.without }].map((row) => [
      row.fips,
      row.name,
      row.state,
      row.value,
      row.receipt,
    ]),
  }),
});

function CountyFigure(props: { here: Here; data: CountiesData; site: Site }) {
  const { here, data, site } = props;
  const classes = countyClasses(data.counties.map(({ value }) => Number(value)));
  const largest = [...data.counties].sort(
    (a, b) => Number(b.value) - Number(a.value) || (a.fips < b.fips ? -1 : 1),
  );
  const [most] = largest;
  const dates = site.countyDays.size;
  if (!most) return null;
  const message = here.say`Agreements name ${formatNumber(data.counties.length, here.lang)} counties; most in ${most.name}, ${most.state}: ${formatNumber(Number(most.value), here.lang)}`;
  const map = countyMap({
    id: 'county-map',
    lang: here.lang,
    title: message,
    unit: here.say`agreements`,
    classes,
    values: data.counties.map(({ fips, value }) => ({ key: fips, value: Number(value) })),
    territories: data.territories.map(({ code, value }) => ({ key: code, value: Number(value) })),
    rest: 'zero',
    additive: true,
    lines: here.to(countyLinesPath),
    others: new Set([...site.countyDays.values()].flatMap((counts) => [...counts.keys()])),
  });
  const why = {
    'newer-than-map': here.say`its code is newer than the map, which shows the counties of 2017`,
    unknown: here.say`no county of the map has this code`,
    territory: here.say`a territory: shown as a box of the whole`,
    'two-parts-unlike': here.say`two parts of one county of 2017 that cannot be added`,
  };
  const names = new Map(data.counties.map((one) => [one.fips, one]));
  return (
    <>
      <figure
        class="chart-figure national"
        {...(dates > 1 ? { 'data-map-frames': here.to(countyFramesPath) } : {})}
      >
        <figcaption>
          <b>{message}</b>
          <span>{here.say`Agreements by county on the list of ${formatDate(data.as_of, here.lang)}; a county without one counts as 0; counties of 2017, territories as boxes`}</span>
        </figcaption>
        {dates > 1 ? <DateSlider lang={here.lang} id="county-map" count={dates} /> : null}
        <p class="map-status" aria-live="polite">
          <b data-map-date="">{formatDate(data.as_of, here.lang, 'long')}</b>{' '}
          <span data-map-message="">{message}</span>
        </p>
        {raw(map.svg)}
        <MapLegend lang={here.lang} id="county-legend" classes={classes} unit={here.say`agreements`} zero />
      </figure>
      <h2>{here.say`Not on the map`}</h2>
      <p>
        {data.without.value === null
          ? here.say`Every row of the list names a county that can be placed.`
          : here.say`Rows that name no county, several, or none that can be placed: ${<Link href={here.to(data.without.receipt ?? '')}>{formatNumber(Number(data.without.value), here.lang)}</Link>}. The page of each state lists them.`}
      </p>
      {map.unmatched.length === 0 ? null : (
        <Table
          lang={here.lang}
          id="unmatched"
          caption={here.say`Codes that the map does not have`}
          columns={[
            { label: here.say`County`, kind: 'text' },
            { label: 'FIPS', kind: 'text' },
            { label: here.say`Agreements` },
            { label: here.say`Why`, kind: 'text' },
          ]}
          rows={map.unmatched.map(({ key, why: code }) => {
            const one = names.get(key);
            return [one?.name ?? key, key, one ? here.cell(one) : null, why[code]];
          })}
        />
      )}
      <h2>{here.say`The numbers behind this map`}</h2>
      <Table
        lang={here.lang}
        id="counties-table"
        caption={here.say`Counties with the most agreements`}
        columns={[
          { label: here.say`County`, kind: 'text' },
          { label: here.say`State`, kind: 'text' },
          { label: 'FIPS', kind: 'text' },
          { label: here.say`Agreements` },
        ]}
        rows={largest
          .slice(0, first)
          .map((one) => [
            one.name,
            { value: one.state, href: here.to(file(paths.state(one.state))) },
            one.fips,
            here.cell(one),
          ])}
        total={largest.length}
        downloads={[
          { label: 'CSV', href: 'index.csv', rows: largest.length + 1 },
          { label: 'JSON', href: 'index.json' },
        ]}
        sortable
      />
    </>
  );
}

function countiesData(site: Site): CountiesData | undefined {
  const values = site.values.get('agreements.agreements') as FigureValues | undefined;
  const day = values?.day;
  if (!values || !day) return undefined;
  const groups = values.by.get('county')?.get(day) ?? [];
  const none = groups.find(({ key }) => key === '');
  return {
    as_of: day,
    counties: groups
      .filter(({ key }) => key !== '')
      .map(({ key, label }) => ({
        fips: key,
        name: label,
        state: placeOfFips(key)?.code ?? '',
        ...groupOf(values, 'county', key),
      })),
    territories: territories.map(({ code, name }) => ({ code, name, ...groupOf(values, 'state', code) })),
    without: none === undefined ? { value: null, receipt: null } : groupOf(values, 'county', ''),
  };
}
