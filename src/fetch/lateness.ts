/** When a source's next edition is to be expected, by how it came so far. */
export interface Expected {
  /** The date of its latest edition. */
  last: string;
  /** Median of the days between its last editions (ten at most). */
  everyDays: number;
  next: string;
  /** Days since then; 0 where it is not late. */
  lateDays: number;
}

const day = 86_400_000;

/** The expectation from the dates of a source's editions (ISO); null with fewer than three dates. */
export function expectedNext(dates: readonly string[], now: Date): Expected | null {
  const days = [...new Set(dates)].sort();
  const last = days.at(-1);
  if (days.length < 3 || last === undefined) return null;
  const gaps = days
    .slice(-11)
    .map((date, index, all) =>
      index === 0 ? 0 : (Date.parse(date) - Date.parse(all[index - 1] as string)) / day,
    );
  const sorted = gaps.slice(1).sort((a, b) => a - b);
  const everyDays = sorted[Math.floor((sorted.length - 1) / 2)] as number;
  const next = new Date(Date.parse(last) + everyDays * day).toISOString().slice(0, 10);
  const lateDays = Math.max(
    0,
    Math.floor((Date.parse(now.toISOString().slice(0, 10)) - Date.parse(next)) / day),
  );
  return { last, everyDays, next, lateDays };
}
