import { formatDate } from '../format.ts';
import { classNameOf, type MapOptions, type MapValue, sayValue, valuesOf } from './map-value.ts';
import { placeCodes, places } from './states.ts';
import { shortValue } from './tile-map.ts';

/** One date of a map that moves through time. */
export interface MapDate {
  date: string;
  values: MapValue[];
  /** The sentence under the slider for that date: "1,234 agencies in 40 states". */
  message: string;
}

/** The JSON twin that the slider fetches: everything in words and classes, so that the page computes nothing. */
export interface MapFrames {
  dates: { date: string; label: string; message: string }[];
  /** By key: class, short value and full words for each date, in the order of `dates`. */
  places: Record<string, { class: string[]; short: string[]; title: string[] }>;
}

/** Precomputed frames for the date slider. Classes are the same for all dates: colours can be compared. */
export function mapFrames(dates: MapDate[], options: Omit<MapOptions, 'values' | 'id' | 'title'>): MapFrames {
  const { lang, classes } = options;
  const byDate = dates.map(({ values }) => valuesOf(placeCodes, { values, rest: options.rest }));
  const frames: MapFrames = {
    dates: dates.map(({ date, message }) => ({ date, label: formatDate(date, lang, 'long'), message })),
    places: {},
  };
  for (const { code, name } of places) {
    const all = byDate.map((map) => map.get(code));
    frames.places[code] = {
      class: all.map((value) => classNameOf(value, classes)),
      short: all.map((value) => (value ? shortValue(value.value, value.status, classes.kind, lang) : '')),
      title: all.map((value) => sayValue(name, value, { ...options, values: [], id: '', title: '' })),
    };
  }
  return frames;
}
