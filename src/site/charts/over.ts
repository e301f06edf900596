import { day } from './scale.ts';
import { type Known, runs, type Series } from './series.ts';

/** The value in force at a day: the last point at or before it, unless the line has broken off since. */
export function inForce(series: Series, at: number): Known | undefined {
  const before = series.points.filter((point) => day(point.date) <= at);
  const last = before.sort((a, b) => day(a.date) - day(b.date)).at(-1);
  return last === undefined ? undefined : runs([last])[0]?.[0];
}

/** Dates, of those that either line changes at, on which the line beneath stands above the ceiling. */
export function overDates(ceiling: Series, beneath: Series): { date: string; value: number }[] {
  const dates = [...new Set([...ceiling.points, ...beneath.points].map((point) => point.date))];
  dates.sort((a, b) => day(a) - day(b));
  return dates.flatMap((date) => {
    const [top, used] = [inForce(ceiling, day(date)), inForce(beneath, day(date))];
    return top && used && used.value > top.value ? [{ date, value: used.value }] : [];
  });
}
