/** A linear scale from a domain to a range. A domain of one value maps to the middle of the range. */
export function linear(domain: [number, number], range: [number, number]): (value: number) => number {
  const [d0, d1] = domain;
  const [r0, r1] = range;
  if (d0 === d1) return () => (r0 + r1) / 2;
  return (value) => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0);
}

/** Round steps (1, 2 or 5 times a power of ten) from at or below `low` to at or above `high`. */
export function ticks(low: number, high: number, count: number, whole = false): number[] {
  // Ticks are told to twelve digits: of what lies nearer together there is but one.
  if (!(high - low > Math.max(Math.abs(low), Math.abs(high)) * 1e-11))
    high = low + (whole ? 1 : Math.abs(low) || 1);
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((f) => f * power >= rough * 0.999) ?? 10;
  const step = whole ? Math.max(1, factor * power) : factor * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Days since 1970 of `2026-01-26`, `2026-01` (its first day) or `2026`. */
export function day(iso: string): number {
  const [year, month = '01', date = '01'] = iso.slice(0, 10).split('-');
  return Date.UTC(Number(year), Number(month) - 1, Number(date)) / 86_400_000;
}

/** A tick of a time axis: its place in days and its ISO month or year. */
export interface TimeTick {
  day: number;
  iso: string;
}

const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/** First days of months or years between two days, at most `count`. Steps of a year are written as years. */
export function timeTicks(from: number, to: number, count: number): TimeTick[] {
  const start = new Date(from * 86_400_000);
  const end = new Date(to * 86_400_000);
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth() + (start.getUTCDate() > 1 ? 1 : 0);
  const last = end.getUTCFullYear() * 12 + end.getUTCMonth();
  const step = steps.find((s) => Math.floor(last / s) - Math.ceil(first / s) + 1 <= count) ?? 2400;
  const found: TimeTick[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const year = Math.floor(month / 12);
    const iso = step >= 12 ? String(year) : `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
    found.push({ day: day(iso), iso });
  }
  return found;
}
