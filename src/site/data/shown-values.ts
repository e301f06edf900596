import type { Revision, ShownValue } from '../../build/published-values.ts';
import type { Figure } from '../../figures/figure.ts';
import type { Site } from '../site.ts';
import type { FigureValues } from './figure-values.ts';

/**
 * The values that pages of figures show: of each figure as a whole, by day, and on its latest day of its parts by
 * dimensions whose values are declared. These are bounded, and name no vendor, award or organisation: what is remembered
 * does not grow with the records, and holds nothing that may have to be forgotten.
 */
export function shownValues({ bench, values }: Pick<Site, 'bench' | 'values'>): ShownValue[] {
  return [...values.values()].flatMap(({ figure, days, series, by }) => {
    const own = bench.editions.filter(({ source }) => figure.sources.includes(source));
    return days.flatMap((day): ShownValue[] => {
      const value = series.get(day)?.value ?? null;
      if (value === null) return [];
      const editions = own
        .filter(({ asOf, asOfFrom }) => asOf <= day || asOfFrom === 'undated')
        .map(({ edition }) => edition)
        .sort();
      const shown = { figure: figure.id, day, editions };
      const parts = day === days.at(-1) ? partsShown(figure, by, day) : [];
      return [{ ...shown, value: String(value) }, ...parts.map((part) => ({ ...shown, ...part }))];
    });
  });
}

function partsShown(figure: Figure, by: FigureValues['by'], day: string): { part: string; value: string }[] {
  return [...by].flatMap(([name, groups]) =>
    figure.dimensions[name]?.values === undefined
      ? []
      : (groups.get(day) ?? []).flatMap(({ key, value }) =>
          key === '' || value === null ? [] : [{ part: `${name}=${key}`, value: String(value) }],
        ),
  );
}

/** The revisions of one figure, the oldest first: those of days that it shows, and that say what it shows now. */
export function revisionsOf(
  site: Pick<Site, 'revisions'>,
  { figure, series, by, days }: FigureValues,
): Revision[] {
  const all = (site.revisions ?? []).filter((one) => one.figure === figure.id && series.has(one.day));
  const keyOf = ({ day, part }: Revision) => `${day}|${part ?? ''}`;
  const last = new Map(all.map((one) => [keyOf(one), one]));
  const latest = days.at(-1) ?? '';
  const now = new Map(partsShown(figure, by, latest).map(({ part, value }) => [`${latest}|${part}`, value]));
  // On a server the records may be newer than what was published: then nothing is said of that day.
  const told = (one: Revision) => {
    const shown =
      one.part === undefined ? String(series.get(one.day)?.value ?? '') : (now.get(keyOf(one)) ?? '');
    return last.get(keyOf(one))?.is === shown;
  };
  return all.filter(told);
}
