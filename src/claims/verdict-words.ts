import type { Figure, ReadingClass } from '../figures/figure.ts';
import { daysBetween } from './candidates.ts';
import type { Where } from './claim.ts';
import { multiply, rational, toPlaces } from './rational.ts';
import { grouped, inWords, listOf, shownPlain } from './say.ts';
import type { EndFound, NumberFound, RangeFound, ReadingFound, Search, Verdict } from './verdict.ts';

/** The verdict in plain sentences: the verdict itself, the dates, then what was found beside it. */
export function verdictWords(verdict: Verdict, figure: Figure | undefined): string[] {
  if (verdict.verdict === 'not checkable' || !figure)
    return [`not checkable: ${verdict.why}`.replace(/\.?$/, '.')];
  const { claim, numbers, search, range } = verdict;
  const first = numbers[0] as NumberFound;
  const latest = listOf(first.ends[0]?.list ?? null);
  return [
    `${verdict.verdict}: ${claim.parts ? partsFound(numbers) : numberWords(first, figure, verdict.verdict === 'differs')}`,
    ...(claim.as_of === undefined && !claim.change
      ? [`No date is given, so ${latest} is used, the latest at hand.`]
      : []),
    ...olderLists(first),
    ...withoutWords(first.ends),
    ...(range ? [rangeWords(range)] : []),
    ...(search ? searchWords(search, verdict) : []),
  ];
}

function numberWords(number: NumberFound, figure: Figure, differs: boolean): string {
  const stated = differs ? `; stated ${number.stated}` : '';
  if (number.ends.length === 1) return `${number.shown} on ${listOf(number.ends[0]?.list ?? null)}${stated}.`;
  const shown = (end: EndFound) => shownPlain(figure, end.value === null ? null : rational(end.value));
  return `${number.shown}, ${changeWords(number.ends, shown)}${stated}.`;
}

/** Both ends and the base, always. */
function changeWords(ends: readonly EndFound[], show: (end: EndFound) => string): string {
  const [from, to] = ends as [EndFound, EndFound];
  return `from ${show(from)} on ${listOf(from.list)} (the base) to ${show(to)} on ${listOf(to.list)}`;
}

function partsFound(numbers: readonly NumberFound[]): string {
  const right = numbers.filter((number) => number.holds).length;
  const each = numbers.map(
    (number) => `${whereWords(number.where)} ${number.shown} (stated ${number.stated})`,
  );
  const count = right === 0 ? 'none' : inWords(right);
  return `${count} of ${inWords(numbers.length)} numbers agree on ${listOf(numbers[0]?.ends.at(-1)?.list ?? null)}: ${each.join(', ')}.`;
}

function whereWords(where: Where): string {
  return Object.values(where)
    .map((values) => values.join(' or '))
    .join(' ');
}

function olderLists({ ends }: NumberFound): string[] {
  return ends.flatMap(({ day, list }) => {
    if (day === null || list === null || day === list) return [];
    const days = daysBetween(list, day);
    return [
      `The list in force on ${day}, of those at hand, is that of ${list}, ${days === 1 ? 'one day' : `${days} days`} earlier.`,
    ];
  });
}

function rangeWords(range: RangeFound): string {
  const over = [
    ...(range.readings.length > 0 ? ['equally good readings'] : []),
    ...(range.lists.length > 1 ? ['lists dated within seven days'] : []),
  ].join(' and ');
  if (over === '')
    return 'No equally good reading is declared, and no other list is dated within seven days.';
  return `Over ${over}: ${range.shown}${range.holds_throughout ? '' : ', so that it does not hold on each of them'}.`;
}

function searchWords(search: Search, { claim, numbers, unit }: Verdict): string[] {
  const many = numbers.length > 1;
  return [
    ...(search.fits.length > 0
      ? fitWords(search, numbers, claim.change !== undefined && !many)
      : noneWords(search, numbers)),
    ...(many ? [] : asideWords(search, numbers, claim.change !== undefined)),
    countWords(search, many, unit === 'percent' ? '%' : ''),
  ];
}

function fitWords(search: Search, numbers: readonly NumberFound[], change: boolean): string[] {
  const [best, ...rest] = search.fits as [ReadingFound, ...ReadingFound[]];
  const reasons = search.weak_because.filter((reason) => !reason.endsWith('choices were changed'));
  const weak = search.weak
    ? `: a weak reading${reasons.length > 0 ? `, since ${reasons.join(' and ')}` : ''}`
    : '';
  const choices = `${inWords(best.choices)} ${best.choices === 1 ? 'choice' : 'choices'} changed`;
  const what = numbers.length > 1 ? `all ${inWords(numbers.length)}` : (numbers[0]?.stated ?? '');
  const others = rest.filter((one) => one.choices === best.choices);
  const unit = (end: EndFound) => `${end.value === null ? 'no value' : grouped(end.value)} ${best.unit}`;
  return [
    `Reading that gives ${what}: ${best.says}${change ? `, ${best.values[0]?.shown}` : ''} (${choices}${weak}).${classWords(best.class)}`,
    ...(change ? [`It goes ${changeWords(best.values[0]?.ends ?? [], unit)}.`] : []),
    ...withoutWords(best.values[0]?.ends ?? []),
    ...(others.length > 0 ? [`So does: ${others.map((one) => one.says).join('; ')}.`] : []),
  ];
}

/** Where a list that belongs to what is counted is not at hand on a day: it is counted without it. */
function withoutWords(ends: readonly EndFound[]): string[] {
  return ends.flatMap(({ day, without }) =>
    without.map((source) => {
      const there =
        day === null
          ? `Nothing of ${source} is at hand`
          : `Nothing of ${source} at hand is dated ${day} or earlier`;
      return `${there}, so ${ends.length > 1 ? 'that end' : 'this'} is counted without it.`;
    }),
  );
}

function classWords(kind: ReadingClass | null): string {
  if (kind === 'as-good') return ' It is as good as the words.';
  if (kind === 'drops-condition') return ' It drops a condition.';
  return kind === 'another-question' ? ' It answers another question.' : '';
}

function noneWords({ closest }: Search, numbers: readonly NumberFound[]): string[] {
  const many = numbers.length > 1;
  const told = closest.map(
    (one) =>
      `${one.says}: ${many ? partWords(one) : `${one.values[0]?.shown} (off by ${one.values[0]?.off_shown})`}`,
  );
  const shared =
    closest[0]?.readings.filter((reading) =>
      closest.every((one) => one.readings.some(({ id }) => id === reading.id)),
    ) ?? [];
  return [
    many
      ? `No reading found: no one list has all ${inWords(numbers.length)} numbers, under any reading tried.`
      : `No reading found that gives ${numbers[0]?.stated}.`,
    ...(many && shared.length > 0 && closest.length > 1
      ? [`The numbers resemble ${shared.map((reading) => reading.says).join(', ')}.`]
      : []),
    ...(told.length > 0 ? [`Closest: ${told.join('; ')}.`] : []),
  ];
}

/** Single readings on the same lists that are not told already, where they give something else. */
function asideWords(search: Search, numbers: readonly NumberFound[], change: boolean): string[] {
  const told = new Set([...search.fits, ...search.closest].map((one) => one.says));
  const aside = search.alternatives.filter(
    (one) =>
      !told.has(one.says) &&
      one.values.every((value, index) => value.value !== null && value.value !== numbers[index]?.value),
  );
  if (aside.length === 0) return [];
  return [
    `On the same ${change ? 'lists' : 'list'}: ${aside.map((one) => `${one.says}: ${one.values[0]?.shown}`).join('; ')}.`,
  ];
}

function partWords(found: ReadingFound): string {
  const values = found.values.map((value) => `${whereWords(value.where)} ${value.shown}`).join(', ');
  return `${found.met === 0 ? 'none' : inWords(found.met)} of ${inWords(found.values.length)} (${values})`;
}

function countWords({ tried, fitted, chance }: Search, many: boolean, sign: string): string {
  const fit = fitted === 0 ? 'none fits' : fitted === 1 ? 'one fits' : `${fitted} fit`;
  const count = `${tried} other ${tried === 1 ? 'reading was' : 'readings were'} tried, ${fit}`;
  if (!chance || (many && fitted === 0)) return `${count}.`;
  const percent = `${toPlaces(multiply(rational(chance.share), rational(100)), 1)}%`;
  if (chance.at_most)
    return `${count}; of other sets of numbers as large, at most ${percent} would have found one.`;
  return `${count}; of the ${grouped(chance.numbers)} other numbers from ${grouped(chance.low)}${sign} to ${grouped(chance.high)}${sign} printed likewise, ${percent} would have found one.`;
}
