import type { Exact } from '../format.ts';
import { round } from '../svg.ts';
import { day } from './scale.ts';

/** A value at a date; null where the records do not say: the line breaks there. */
export interface Point {
  date: string;
  /** For its place on the drawing only. */
  value: number | null;
  /** What is written, where the number alone would not be exact: "58200000.50". */
  exact?: Exact;
}

/** A point that has a value. */
export type Known = Point & { value: number };

/** A named line. */
export interface Series {
  label: string;
  points: Point[];
}

/** A point from an exact value. */
export function toPoint(date: string, exact: Exact | null): Point {
  return exact === null ? { date, value: null } : { date, value: Number(exact), exact };
}

/** What is written for a point. */
export function exactOf(point: Known): Exact {
  return point.exact ?? point.value;
}

/** Points of every month from the first to the last given, the missing ones null: a gap, never a zero. */
export function fillMonths(points: Point[]): Point[] {
  const byMonth = new Map(points.map((point) => [point.date.slice(0, 7), point]));
  const months = [...byMonth.keys()].sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const filled: Point[] = [];
  for (let i = index(first); i <= index(last); i += 1) {
    const month = `${Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
    filled.push(byMonth.get(month) ?? { date: month, value: null });
  }
  return filled;
}

/** Unbroken runs of points that have a value, in order of date. */
export function runs(points: Point[]): Known[][] {
  const found: Known[][] = [];
  let open: Known[] | undefined;
  for (const point of [...points].sort((a, b) => day(a.date) - day(b.date))) {
    if (point.value === null) {
      open = undefined;
      continue;
    }
    if (!open) {
      open = [];
      found.push(open);
    }
    open.push({ ...point, value: point.value });
  }
  return found;
}

/** How a run is drawn: straight from point to point, or level until the next point. */
export type Curve = 'line' | 'step';

/** Path data of places already in px. */
export function path(places: [number, number][], curve: Curve): string {
  return places
    .map(([x, y], i) => {
      if (i === 0) return `M${round(x)},${round(y)}`;
      return curve === 'step' ? `H${round(x)}V${round(y)}` : `L${round(x)},${round(y)}`;
    })
    .join('');
}

/** A run as days and values; for steps, its last value is held to the next date given or to the end of the axis. */
export function held(
  run: Known[],
  points: Point[],
  end: number,
  curve: Curve,
): { day: number; value: number }[] {
  const places = run.map((point) => ({ day: day(point.date), value: point.value }));
  const last = places.at(-1);
  if (curve === 'line' || !last) return places;
  const later = points.map((point) => day(point.date)).filter((d) => d > last.day);
  const until = later.length > 0 ? Math.min(...later) : end;
  return until > last.day ? [...places, { day: until, value: last.value }] : places;
}
