import { type Edition, servesAnyDate } from '../project/edition.ts';

/** When a source's next edition is to be expected, by how it came so far. Says nothing of today. */
export interface Expectation {
  /** The date of its latest edition. */
  last: string;
  /** Median of the days between its last editions (ten at most). */
  everyDays: number;
  /** ISO date. */
  next: string;
}

/** An expectation as seen on a day. */
export interface Expected extends Expectation {
  /** Days since then; 0 where it is not late. */
  lateDays: number;
}

const day = 86_400_000;

/** The expectation from the dates of a source's editions (ISO); null with fewer than three dates. */
export function expectation(dates: readonly string[]): Expectation | null {
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
  return { last, everyDays, next: new Date(Date.parse(last) + everyDays * day).toISOString().slice(0, 10) };
}

/** The expectation with the days by which it is late. */
export function expectedNext(dates: readonly string[], now: Date): Expected | null {
  const found = expectation(dates);
  if (!found) return null;
  const today = Date.parse(now.toISOString().slice(0, 10));
  return { ...found, lateDays: Math.max(0, Math.floor((today - Date.parse(found.next)) / day)) };
}

/** What is to be expected of a source, as `figure`, `status` and the API tell it. */
export interface SourceExpected {
  source: string;
  last: string;
  every_days: number;
  next: string;
  late_days: number;
}

/**
 * What is to be expected of the sources that something rests on; sources with fewer than three dates are left out, and
 * so are reference files, which have no rhythm. Editions of different periods do not follow one another: of such a source
 * the period with the latest edition tells.
 */
export function expectedOf(
  editions: readonly Successive[],
  sources: readonly string[],
  now: Date,
): SourceExpected[] {
  return sources.flatMap((source) => {
    const of = editions.filter((edition) => edition.source === source && !servesAnyDate(edition));
    const found = expectedNext(successiveDates(of), now);
    return found
      ? [
          {
            source,
            last: found.last,
            every_days: found.everyDays,
            next: found.next,
            late_days: found.lateDays,
          },
        ]
      : [];
  });
}

type Successive = Pick<
  Edition,
  'source' | 'asOf' | 'asOfFrom' | 'kind' | 'coverage' | 'period' | 'firstEvent'
>;

/** The dates of editions of a source that follow one another; of periods that end on one day, those of the most. */
export function successiveDates(
  editions: readonly Pick<Successive, 'asOf' | 'coverage' | 'period' | 'firstEvent'>[],
): string[] {
  const groups = Map.groupBy(editions, ({ coverage, period, firstEvent }) =>
    coverage === 'partition' ? (period ?? firstEvent) : null,
  );
  const dates = [...groups.values()].map((of) => [...new Set(of.map(({ asOf }) => asOf))].sort());
  const last = (of: readonly string[]) => of.at(-1) ?? '';
  return (
    dates.sort((a, b) => (last(a) < last(b) ? 1 : last(a) > last(b) ? -1 : b.length - a.length))[0] ?? []
  );
}

/** `next edition of ice-participating expected by 2026-01-30, late by 21 days`. */
export function expectedInWords({ source, next, late_days }: SourceExpected): string {
  const late = late_days === 0 ? '' : `, late by ${late_days} ${late_days === 1 ? 'day' : 'days'}`;
  return `next edition of ${source} expected by ${next}${late}`;
}
