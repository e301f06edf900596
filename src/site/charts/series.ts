import { round } from '../svg.ts';
import { day } from './scale.ts';

/** A value at a date; null where the records do not say: the line breaks there. */
export interface Point {
  date: string;
  value: number | null;
}

/** A named line. */
export interface Series {
  label: string;
  points: Point[];
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
export function runs(points: Point[]): { date: string; value: number }[][] {
  const found: { date: string; value: number }[][] = [];
  let open: { date: string; value: number }[] | undefined;
  for (const point of [...points].sort((a, b) => day(a.date) - day(b.date))) {
    if (point.value === null) open = undefined;
    else {
      if (!open) {
        open = [];
        found.push(open);
      }
      open.push({ date: point.date, value: point.value });
    }
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

/** A run with, for steps, its last value held to the next known date or to the end of the axis. */
export function held(run: { date: string; value: number }[], points: Point[], end: number, curve: Curve) {
  const places = run.map((point) => ({ day: day(point.date), value: point.value }));
  const last = places.at(-1);
  if (curve === 'line' || !last) return places;
  const gap = points.map((point) => day(point.date)).filter((d) => d > last.day);
  const until = gap.length > 0 ? Math.min(...gap) : end;
  return until > last.day ? [...places, { day: until, value: last.value }] : places;
}
