import { editionsFor } from '../../figures/answer.ts';
import { type Figure, type Reading, withReadings } from '../../figures/figure.ts';
import type { Site } from '../site.ts';

/** A figure under declared readings, as receipts name it: `agreements.agencies~as-spelled`. */
export interface Variant {
  figure: Figure;
  readings: readonly Reading[];
}

/** The name of a figure under readings; the figure's own id where there are none. */
export function variantKey(id: string, readings: readonly { id: string }[]): string {
  return [id, ...readings.map((reading) => reading.id)].join('~');
}

/** The figure that a name stands for; undefined for an unknown one. */
export function variantOf(site: Pick<Site, 'values'>, key: string): Variant | undefined {
  const [id = '', ...names] = key.split('~');
  const base = site.values.get(id)?.figure;
  if (!base) return undefined;
  const readings = names.map((name) => base.readings.find((reading) => reading.id === name));
  if (readings.some((reading) => reading === undefined)) return undefined;
  return { figure: withReadings(base, readings as Reading[]), readings: readings as Reading[] };
}

/** The readings whose values some page shows, with the days: of figures the latest, of claims those that were tried. */
export function readingsAsked(site: Site): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  const add = (key: string, day: string | null) => {
    if (day === null || !key.includes('~')) return;
    const days = asked.get(key) ?? new Set<string>();
    asked.set(key, days.add(day));
  };
  for (const { figure, day } of site.values.values()) {
    for (const reading of figure.readings) add(variantKey(figure.id, [reading]), day);
  }
  for (const { figure, search } of site.verdicts) {
    if (figure === null || !search) continue;
    for (const found of [...search.fits, ...search.closest, ...search.alternatives]) {
      const key = variantKey(figure, found.readings);
      for (const end of found.values.flatMap((value) => value.ends)) add(key, end.list);
    }
  }
  return asked;
}

/**
 * Whether a figure rests on the same editions on two days: on a day between two lists, the receipt of the list in force
 * stands for it only when no other source changed in between.
 */
export function sameEditions(site: Site, figure: Figure, one: string, other: string): boolean {
  if (one === other) return true;
  const ids = (asOf: string) =>
    editionsFor(site.bench.editions, figure, { asOf })
      .map((edition) => edition.edition)
      .join(' ');
  return ids(one) === ids(other);
}
