import { sayIn } from '../../../language/say.ts';
import { type FigureValues, groupOf, totalOf } from '../../data/figure-values.ts';
import { formatNumber } from '../../format.ts';
import { type Classes, roundBreaks } from '../../maps/classes.ts';
import { mapFrames } from '../../maps/frames.ts';
import type { MapValue } from '../../maps/map-value.ts';
import { places } from '../../maps/states.ts';
import { file, paths } from '../../paths.ts';
import type { Site } from '../../site.ts';

/** The frames of the map by state: what the date slider fetches. */
export const statesFramesPath = 'states/map.json';

/** Classes for all dates, from the latest one, so that colours can be compared. */
export function stateClasses(values: FigureValues): Classes {
  const groups = values.day === null ? [] : (values.by.get('state')?.get(values.day) ?? []);
  return { breaks: roundBreaks(groups.map((group) => Number(group.value))) };
}

/** Agencies by state on a day; a place that is not on the list has none. */
export function stateValues(values: FigureValues, day: string, to?: (address: string) => string): MapValue[] {
  return places.map(({ code }) => ({
    key: code,
    value: Number(groupOf(values, 'state', code, day).value ?? 0),
    ...(to ? { href: to(file(paths.state(code))) } : {}),
  }));
}

/** `1,149 agencies in 39 states`. */
export function mapMessage(site: Site, day: string): string {
  const say = sayIn(site.lang);
  const count = (id: string) => {
    const values = site.values.get(id);
    const unit = values?.figure.unit;
    const value = values ? totalOf(values, day).value : null;
    return value === null || unit?.kind !== 'count'
      ? ''
      : `${formatNumber(Number(value), site.lang)} ${Number(value) === 1 ? unit.one : unit.many}`;
  };
  const territories = site.values.get('agreements.territories');
  const some =
    territories && Number(totalOf(territories, day).value) > 0
      ? say` and ${count('agreements.territories')}`
      : '';
  return say`${count('agreements.agencies')} in ${count('agreements.states')}${some}`;
}

export function mapFramesFile(site: Site): string {
  const values = site.values.get('agreements.agencies') as FigureValues;
  const dates = values.days.map((date) => ({
    date,
    values: stateValues(values, date),
    message: mapMessage(site, date),
  }));
  return `${JSON.stringify(mapFrames(dates, { lang: site.lang, unit: sayIn(site.lang)`agencies`, classes: stateClasses(values), rest: 'zero' }))}\n`;
}
