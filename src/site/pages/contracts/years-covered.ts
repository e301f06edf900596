import type { Site } from '../../site.ts';

/** The fiscal years (October to September) that full downloads at hand cover: `2013–2017, 2023–2026`; null without any. */
export function yearsCovered(site: Site): string | null {
  const years = new Set<number>();
  for (const { kind, coverage, firstEvent, latestEvent } of site.editions) {
    if (kind !== 'contracts' || coverage !== 'partition' || firstEvent === null || latestEvent === null)
      continue;
    for (let year = fiscalYear(firstEvent); year <= fiscalYear(latestEvent); year += 1) years.add(year);
  }
  const spans: [number, number][] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans.length === 0
    ? null
    : spans.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

const fiscalYear = (day: string) => Number(day.slice(0, 4)) + (day.slice(5, 7) >= '10' ? 1 : 0);
