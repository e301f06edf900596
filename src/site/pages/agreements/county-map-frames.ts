import { sayIn } from '../../../language/say.ts';
import { type FigureValues, groupOf } from '../../data/figure-values.ts';
import { formatDate, formatNumber } from '../../format.ts';
import { type Classes, roundBreaks } from '../../maps/classes.ts';
import { countyName } from '../../maps/county-map.ts';
import { matchCounties } from '../../maps/county-values.ts';
import type { MapFrames } from '../../maps/frames.ts';
import { classNameOf, type MapValue, sayValue, valuesOf } from '../../maps/map-value.ts';
import { territories } from '../../maps/states.ts';
import type { Site } from '../../site.ts';

/** The frames of the map of all counties: what its date slider fetches. */
export const countyFramesPath = 'counties/map.json';

/** Classes for all dates, from the latest one, so that colours can be compared. */
export function countyClasses(counts: Iterable<number>): Classes {
  return { breaks: roundBreaks([...counts], 5) };
}

/** Agreements by county on a list; null where the rows by county are not at hand. */
export function countiesOn(site: Site, day: string): ReadonlyMap<string, number> | undefined {
  return site.countyDays.get(day);
}

/** `Agreements name 912 counties; most in Schuylkill, PA: 12`. */
export function countyMessage(site: Site, counts: ReadonlyMap<string, number>): string {
  const say = sayIn(site.lang);
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (!most) return say`No row of this list names a county that can be placed.`;
  const [fips, count] = most;
  return say`Agreements name ${formatNumber(counts.size, site.lang)} counties; most in ${site.label('county', fips)}, ${site.countyState(fips) ?? ''}: ${formatNumber(count, site.lang)}`;
}

/** Classes and words of each county that any list names, and of the territories, for every list. */
export function countyFramesFile(site: Site): string {
  const values = site.values.get('agreements.agreements') as FigureValues;
  const days = values.days.filter((day) => countiesOn(site, day));
  const on = days.map((day) => countiesOn(site, day) as ReadonlyMap<string, number>);
  const classes = countyClasses(on.at(-1)?.values() ?? []);
  const unit = sayIn(site.lang)`agreements`;
  const options = { id: '', title: '', lang: site.lang, unit, classes, values: [], rest: 'zero' as const };
  const placed = on.map((counts) => {
    const all: MapValue[] = [...counts].map(([key, value]) => ({ key, value }));
    return matchCounties(all, (fips) => countyName(fips) !== undefined, true).matched;
  });
  const frames: MapFrames = {
    dates: days.map((date, i) => ({
      date,
      label: formatDate(date, site.lang, 'long'),
      message: countyMessage(site, on[i] as ReadonlyMap<string, number>),
    })),
    places: {},
  };
  const put = (key: string, name: string, course: (MapValue | undefined)[]) => {
    frames.places[key] = {
      class: course.map((value) => classNameOf(value, classes)),
      short: [],
      title: course.map((value) => sayValue(name, value, options)),
    };
  };
  for (const fips of [...new Set(placed.flatMap((map) => [...map.keys()]))].sort()) {
    const course = placed.map((map) => map.get(fips) ?? { key: fips, value: 0 });
    put(fips, countyName(fips) as string, course);
  }
  const codes = territories.map(({ code }) => code);
  const boxes = days.map((day) =>
    valuesOf(codes, {
      values: codes.map((key) => ({ key, value: Number(groupOf(values, 'state', key, day).value ?? 0) })),
      rest: 'zero',
    }),
  );
  for (const { code, name } of territories)
    put(
      code,
      name,
      boxes.map((map) => map.get(code)),
    );
  return `${JSON.stringify(frames)}\n`;
}
