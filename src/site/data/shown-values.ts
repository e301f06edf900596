import type { Revision, ShownValue } from '../../build/published-values.ts';
import type { Site } from '../site.ts';
import type { FigureValues } from './figure-values.ts';

/** The values that pages of figures show of each figure as a whole, by day. */
export function shownValues({ bench, values }: Pick<Site, 'bench' | 'values'>): ShownValue[] {
  return [...values.values()].flatMap(({ figure, days, series }) => {
    const own = bench.editions.filter(({ source }) => figure.sources.includes(source));
    return days.flatMap((day): ShownValue[] => {
      const value = series.get(day)?.value ?? null;
      if (value === null) return [];
      const editions = own
        .filter(({ asOf, asOfFrom }) => asOf <= day || asOfFrom === 'undated')
        .map(({ edition }) => edition)
        .sort();
      return [{ figure: figure.id, day, value: String(value), editions }];
    });
  });
}

/** The revisions of one figure, the oldest first: those of days that it shows, and that say what it shows now. */
export function revisionsOf(site: Pick<Site, 'revisions'>, { figure, series }: FigureValues): Revision[] {
  const all = (site.revisions ?? []).filter((one) => one.figure === figure.id && series.has(one.day));
  const last = new Map(all.map((one) => [one.day, one]));
  // On a server the records may be newer than what was published: then nothing is said of that day.
  const told = ({ day }: Revision) => last.get(day)?.is === String(series.get(day)?.value ?? '');
  return all.filter(told);
}
