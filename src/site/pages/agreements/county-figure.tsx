import { raw } from 'hono/html';
import { MapLegend } from '../../components/map-legend.tsx';
import { Table } from '../../components/table.tsx';
import { formatDate, plural } from '../../format.ts';
import { roundBreaks } from '../../maps/classes.ts';
import { stateCountyMap } from '../../maps/state-county-map.ts';
import type { Here } from '../../page-kind.ts';
import type { StateData } from './state-data.ts';

/** The state's counties by agreements, the numbers as a table, and the rows that name no county that can be placed. */
export function CountyFigure(props: { here: Here; data: StateData }) {
  const { here, data } = props;
  if (data.counties.length === 0 && data.counties_not_placed.length === 0) return null;
  const classes = {
    breaks: roundBreaks(
      data.counties.map((county) => Number(county.value)),
      4,
    ),
  };
  const placed = data.counties.length;
  const message = here.say`${data.name}: agreements in ${plural(placed, { one: '# county', other: '# counties' }, here.lang)}`;
  const map =
    placed === 0
      ? undefined
      : stateCountyMap({
          id: 'counties-map',
          lang: here.lang,
          title: message,
          unit: here.say`agreements`,
          classes,
          values: data.counties.map((county) => ({
            key: county.fips,
            value: Number(county.value),
            ...(county.receipt === null ? {} : { href: here.to(county.receipt) }),
          })),
          rest: 'zero',
          state: data.code,
          additive: true,
        });
  return (
    <section aria-labelledby="counties">
      <h2 id="counties">{here.say`By county`}</h2>
      {map === undefined ? null : (
        <figure class="chart-figure county-figure">
          <figcaption>
            <b>{message}</b>
            <span>{here.say`Agreements by the county that the list names, ${formatDate(data.as_of, here.lang)}. An agency of a city is in the county that the list names for it.`}</span>
          </figcaption>
          {raw(map.svg)}
          <MapLegend
            lang={here.lang}
            id="counties-legend"
            classes={classes}
            unit={here.say`agreements`}
            zero
          />
        </figure>
      )}
      {placed === 0 ? null : (
        <details>
          <summary>{here.say`The numbers behind this map`}</summary>
          <Table
            lang={here.lang}
            id="counties-table"
            caption={here.say`Agreements by county`}
            columns={[
              { label: here.say`County`, kind: 'text' },
              { label: here.say`FIPS`, kind: 'text' },
              { label: here.say`Agreements` },
            ]}
            rows={data.counties.map((county) => [county.name, county.fips, here.cell(county)])}
            sortable
          />
        </details>
      )}
      {data.counties_not_placed.length === 0 ? null : (
        <details>
          <summary>{here.say`Rows without a county that can be placed: ${data.counties_not_placed.length}`}</summary>
          <Table
            lang={here.lang}
            id="not-placed"
            caption={here.say`The list names no county, several, or one that is not in the atlas of 2017`}
            columns={[
              { label: here.say`Agency, as listed`, kind: 'text' },
              { label: here.say`County, as listed`, kind: 'text' },
            ]}
            rows={data.counties_not_placed.map((row) => [
              { value: row.agency, href: here.to(row.href) },
              row.county ?? '[x]',
            ])}
          />
        </details>
      )}
    </section>
  );
}
