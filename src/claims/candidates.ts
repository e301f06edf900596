import { type Figure, type Reading, type ReadingClass, withReadings } from '../figures/figure.ts';
import { servesAnyDate } from '../project/edition.ts';
import type { Book } from './book.ts';
import type { Claim } from './claim.ts';
import { mainSource } from './measure.ts';

/** A neighbouring list in place of the one that the words call for. */
export interface Neighbour {
  /** Which day of the claim is moved: the only one, or the earlier or later end of a change. */
  end: 'as_of' | 'from' | 'to';
  /** The date of the neighbouring list. */
  date: string;
  /** Days between the two lists. */
  days: number;
}

/** One way to read a claim: declared readings and at most one neighbouring list; none of either is the words' own. */
export interface Candidate {
  readings: readonly Reading[];
  neighbour: Neighbour | null;
  /** How many choices differ from the words': 0, 1 or 2. */
  choices: number;
  /** The class furthest from the words among its readings; null where only the list differs. */
  class: ReadingClass | null;
  figure: Figure;
  days: readonly (string | undefined)[];
}

/** At most so many choices are changed together. */
const mostChoices = 2;
/** So many lists to either side of the one in force count as its neighbours. */
const neighbours = 2;

const classOrder: readonly (ReadingClass | null)[] = [null, 'as-good', 'drops-condition', 'another-question'];

/**
 * Every way in which a claim may be read, the words' own first: all sets of declared readings that do not exclude each
 * other, and at most one neighbouring list of the main source (for a change at either end), at most two choices in all.
 * Ordered by choices changed, then class, then distance of the list. Fixed by figure, days and lists alone: the stated
 * number is not looked at.
 */
export function candidates(book: Pick<Book, 'editions' | 'key'>, figure: Figure, claim: Claim): Candidate[] {
  const days = claimDays(claim);
  const lists = listDates(book, figure);
  const found: Candidate[] = [];
  const seen = new Set<string>();
  const add = (readings: readonly Reading[], neighbour: Neighbour | null) => {
    const changed = withReadings(figure, readings);
    const moved =
      neighbour === null
        ? days
        : days.map((day, index) => (index === endIndex(neighbour.end) ? neighbour.date : day));
    // A reading that a filter of the claim makes void asks nothing new.
    const key = moved
      .map((day) =>
        book.key(changed, {
          where: claim.where,
          by: [],
          ...(day === undefined ? {} : { asOf: day }),
          ...(claim.until === undefined ? {} : { until: claim.until }),
        }),
      )
      .join('\n');
    if (seen.has(key)) return;
    seen.add(key);
    found.push({
      readings,
      neighbour,
      choices: readings.length + (neighbour ? 1 : 0),
      class: furthest(readings),
      figure: changed,
      days: moved,
    });
  };
  const sets = readingSets(figure.readings);
  for (const readings of sets) add(readings, null);
  for (const readings of sets.filter((set) => set.length < mostChoices)) {
    for (const [index, day] of days.entries()) {
      const end = days.length === 1 ? 'as_of' : index === 0 ? 'from' : 'to';
      for (const { date, distance } of neighbouring(lists, day)) {
        const backwards =
          (end === 'from' && date >= (days[1] as string)) || (end === 'to' && date <= (days[0] as string));
        if (!backwards) add(readings, { end, date, days: distance });
      }
    }
  }
  return found.sort(inOrder);
}

/** The days that a claim asks about; undefined stands for the latest list. */
export function claimDays(claim: Claim): (string | undefined)[] {
  return claim.change ? [claim.change.from, claim.change.to] : [claim.as_of];
}

/** Dates of the lists of the main source, each once, ascending. */
export function listDates(book: Pick<Book, 'editions'>, figure: Figure): string[] {
  const source = mainSource(book, figure);
  return [
    ...new Set(book.editions.filter((edition) => edition.source === source).map((edition) => edition.asOf)),
  ].sort();
}

/** Dates of the editions of any of a figure's sources, each once, ascending. */
export function releaseDates({ editions }: Pick<Book, 'editions'>, { sources }: Figure): string[] {
  const own = editions.filter((edition) => sources.includes(edition.source) && !servesAnyDate(edition));
  return [...new Set(own.map(({ asOf }) => asOf))].sort();
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The empty set, each reading alone, and each pair that changes different things on different axes. */
export function readingSets(readings: readonly Reading[]): Reading[][] {
  const pairs = readings.flatMap((one, index) =>
    readings
      .slice(index + 1)
      .filter((other) => canGoTogether(one, other))
      .map((other) => [one, other]),
  );
  return [[], ...readings.map((one) => [one]), ...pairs];
}

function canGoTogether(one: Reading, other: Reading): boolean {
  return one.axis !== other.axis && !Object.keys(one.change).some((key) => key in other.change);
}

function neighbouring(
  lists: readonly string[],
  day: string | undefined,
): { date: string; distance: number }[] {
  const own = lists.findLastIndex((date) => day === undefined || date <= day);
  if (own < 0) return [];
  const around = [
    ...lists.slice(Math.max(0, own - neighbours), own),
    ...lists.slice(own + 1, own + 1 + neighbours),
  ];
  return around.map((date) => ({ date, distance: Math.abs(daysBetween(lists[own] as string, date)) }));
}

function endIndex(end: Neighbour['end']): number {
  return end === 'to' ? 1 : 0;
}

function furthest(readings: readonly Reading[]): ReadingClass | null {
  return readings.reduce<ReadingClass | null>(
    (worst, reading) =>
      classOrder.indexOf(reading.class) > classOrder.indexOf(worst) ? reading.class : worst,
    null,
  );
}

function inOrder(a: Candidate, b: Candidate): number {
  return (
    a.choices - b.choices ||
    classOrder.indexOf(a.class) - classOrder.indexOf(b.class) ||
    (a.neighbour?.days ?? 0) - (b.neighbour?.days ?? 0)
  );
}
