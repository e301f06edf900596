import { type Figure, withReadings } from '../figures/figure.ts';
import type { Book } from './book.ts';
import { claimDays, daysBetween, listDates, readingSets } from './candidates.ts';
import type { Claim } from './claim.ts';
import { measureAll } from './measure.ts';
import { compare, toText } from './rational.ts';
import { mannerOf } from './say.ts';
import type { Target, Tested } from './search.ts';
import { within } from './stated.ts';
import type { RangeFound } from './verdict.ts';

/** Lists dated within so many days of the claim's day, to either side, belong to the range. */
const daysEitherSide = 7;

/**
 * For a claim that holds: the lowest and highest value over the equally good readings of its figure and over the lists
 * dated within seven days of its day (for a change, of both its days).
 */
export async function rangeOf(
  book: Book,
  figure: Figure,
  claim: Claim,
  target: Target,
  own: Tested,
): Promise<RangeFound> {
  const lists = listDates(book, figure);
  const choices = claimDays(claim).map((day) => {
    const around = day ?? lists.at(-1);
    return [
      day,
      ...lists.filter(
        (date) =>
          around !== undefined && date !== day && Math.abs(daysBetween(around, date)) <= daysEitherSide,
      ),
    ];
  });
  const daySets = choices.reduce<(string | undefined)[][]>(
    (sets, days) => sets.flatMap((set) => days.map((day) => [...set, day])),
    [[]],
  );
  const readings = readingSets(figure.readings.filter((reading) => reading.class === 'as-good'));
  const asked = readings.flatMap((set) =>
    daySets.map((days) => ({
      figure: withReadings(figure, set),
      readings: set,
      where: target.part.where,
      days,
    })),
  );
  const found = [...own.measured, ...(await measureAll(book, claim, asked, target.stated.percent))].filter(
    ({ value }) => value !== null,
  );
  const values = found.flatMap(({ value }) => value ?? []);
  const low = values.reduce((a, b) => (compare(b, a) < 0 ? b : a));
  const high = values.reduce((a, b) => (compare(b, a) > 0 ? b : a));
  const manner = mannerOf(claim, figure, target.stated);
  return {
    low: toText(low),
    high: toText(high),
    shown: compare(low, high) === 0 ? manner.show(low) : `${manner.show(low)} to ${manner.show(high)}`,
    lists: [...new Set(found.flatMap(({ ends }) => ends.flatMap((end) => end.list ?? [])))].sort(),
    readings: readings
      .flatMap((set) => set.map((reading) => reading.says))
      .filter((says, index, all) => all.indexOf(says) === index),
    holds_throughout: values.every((value) => within(value, target.interval)),
  };
}
