import type { Figure, ReadingClass } from '../figures/figure.ts';
import { english, type Say } from '../language/say-with.ts';
import { daysBetween } from './candidates.ts';
import type { Where } from './claim.ts';
import { multiply, rational, toPlaces } from './rational.ts';
import { grouped, inWords, listOf, shownPlain } from './say.ts';
import type { EndFound, NumberFound, RangeFound, ReadingFound, Search, Verdict } from './verdict.ts';

/** The verdict in plain sentences: the verdict itself, the dates, then what was found beside it. */
export function verdictWords(verdict: Verdict, figure: Figure | undefined, say: Say = english): string[] {
  if (verdict.verdict === 'not checkable' || !figure)
    return [`${say`not checkable`}: ${verdict.why}`.replace(/\.?$/, '.')];
  const { claim, numbers, search, range } = verdict;
  const first = numbers[0] as NumberFound;
  const latest = listOf(first.ends[0]?.list ?? null, say);
  return [
    `${say(verdict.verdict)}: ${claim.parts ? partsFound(numbers, say) : numberWords(first, figure, verdict.verdict === 'differs', say)}`,
    ...(claim.as_of === undefined && !claim.change
      ? [say`No date is given, so ${latest} is used, the latest at hand.`]
      : []),
    ...olderLists(first, say),
    ...withoutWords(first.ends, say),
    ...(range ? [rangeWords(range, say)] : []),
    ...(search ? searchWords(search, verdict, say) : []),
  ];
}

function numberWords(number: NumberFound, figure: Figure, differs: boolean, say: Say): string {
  const stated = differs ? say`; stated ${number.stated}` : '';
  if (number.ends.length === 1)
    return say`${number.shown} on ${listOf(number.ends[0]?.list ?? null, say)}${stated}.`;
  const shown = (end: EndFound) => shownPlain(figure, end.value === null ? null : rational(end.value), say);
  return `${number.shown}, ${changeWords(number.ends, shown, say)}${stated}.`;
}

/** Both ends and the base, always. */
function changeWords(ends: readonly EndFound[], show: (end: EndFound) => string, say: Say): string {
  const [from, to] = ends as [EndFound, EndFound];
  return say`from ${show(from)} on ${listOf(from.list, say)} (the base) to ${show(to)} on ${listOf(to.list, say)}`;
}

function partsFound(numbers: readonly NumberFound[], say: Say): string {
  const right = numbers.filter((number) => number.holds).length;
  const each = numbers.map(
    (number) => say`${whereWords(number.where, say)} ${number.shown} (stated ${number.stated})`,
  );
  const count = right === 0 ? say`none` : inWords(right, say);
  return say`${count} of ${inWords(numbers.length, say)} numbers agree on ${listOf(numbers[0]?.ends.at(-1)?.list ?? null, say)}: ${each.join(', ')}.`;
}

function whereWords(where: Where, say: Say): string {
  return Object.values(where)
    .map((values) => values.join(say` or `))
    .join(' ');
}

function olderLists({ ends }: NumberFound, say: Say): string[] {
  return ends.flatMap(({ day, list }) => {
    if (day === null || list === null || day === list) return [];
    const days = daysBetween(list, day);
    return [
      days === 1
        ? say`The list in force on ${day}, of those at hand, is that of ${list}, one day earlier.`
        : say`The list in force on ${day}, of those at hand, is that of ${list}, ${days} days earlier.`,
    ];
  });
}

function rangeWords(range: RangeFound, say: Say): string {
  const over = [
    ...(range.readings.length > 0 ? [say`equally good readings`] : []),
    ...(range.lists.length > 1 ? [say`lists dated within seven days`] : []),
  ].join(say` and `);
  if (over === '')
    return say`No equally good reading is declared, and no other list is dated within seven days.`;
  return range.holds_throughout
    ? say`Over ${over}: ${range.shown}.`
    : say`Over ${over}: ${range.shown}, so that it does not hold on each of them.`;
}

function searchWords(search: Search, { claim, numbers, unit }: Verdict, say: Say): string[] {
  const many = numbers.length > 1;
  // On published tables readings may all be out of reach: none was found wanting.
  if (search.tried === 0) return [say`No other reading was tried.`];
  return [
    ...(search.fits.length > 0
      ? fitWords(search, numbers, claim.change !== undefined && !many, say)
      : noneWords(search, numbers, say)),
    ...(many ? [] : asideWords(search, numbers, claim.change !== undefined, say)),
    countWords(search, many, unit === 'percent' ? '%' : '', say),
  ];
}

function fitWords(search: Search, numbers: readonly NumberFound[], change: boolean, say: Say): string[] {
  const [best, ...rest] = search.fits as [ReadingFound, ...ReadingFound[]];
  const reasons = search.weak_because
    .filter((reason) => !reason.endsWith('choices were changed'))
    .map((reason) => say(reason));
  const weak = !search.weak
    ? ''
    : reasons.length > 0
      ? say`: a weak reading, since ${reasons.join(say` and `)}`
      : say`: a weak reading`;
  const choices =
    best.choices === 1 ? say`one choice changed` : say`${inWords(best.choices, say)} choices changed`;
  const what = numbers.length > 1 ? say`all ${inWords(numbers.length, say)}` : (numbers[0]?.stated ?? '');
  const others = rest.filter((one) => one.choices === best.choices);
  const unit = (end: EndFound) =>
    `${end.value === null ? say`no value` : grouped(end.value)} ${say(best.unit)}`;
  const shown = change ? `, ${best.values[0]?.shown}` : '';
  return [
    say`Reading that gives ${what}: ${best.says}${shown} (${choices}${weak}).${classWords(best.class, say)}`,
    ...(change ? [say`It goes ${changeWords(best.values[0]?.ends ?? [], unit, say)}.`] : []),
    ...withoutWords(best.values[0]?.ends ?? [], say),
    ...(others.length > 0 ? [say`So does: ${others.map((one) => one.says).join('; ')}.`] : []),
  ];
}

/** Where a list that belongs to what is counted is not at hand on a day: it is counted without it. */
function withoutWords(ends: readonly EndFound[], say: Say): string[] {
  return ends.flatMap(({ day, without }) =>
    without.map((source) => {
      const there =
        day === null
          ? say`Nothing of ${source} is at hand`
          : say`Nothing of ${source} at hand is dated ${day} or earlier`;
      return ends.length > 1
        ? say`${there}, so that end is counted without it.`
        : say`${there}, so this is counted without it.`;
    }),
  );
}

function classWords(kind: ReadingClass | null, say: Say): string {
  if (kind === 'as-good') return say` It is as good as the words.`;
  if (kind === 'drops-condition') return say` It drops a condition.`;
  return kind === 'another-question' ? say` It answers another question.` : '';
}

function noneWords({ closest }: Search, numbers: readonly NumberFound[], say: Say): string[] {
  const many = numbers.length > 1;
  const told = closest.map(
    (one) =>
      `${one.says}: ${many ? partWords(one, say) : say`${one.values[0]?.shown ?? ''} (off by ${one.values[0]?.off_shown ?? ''})`}`,
  );
  const shared =
    closest[0]?.readings.filter((reading) =>
      closest.every((one) => one.readings.some(({ id }) => id === reading.id)),
    ) ?? [];
  return [
    many
      ? say`No reading found: no one list has all ${inWords(numbers.length, say)} numbers, under any reading tried.`
      : say`No reading found that gives ${numbers[0]?.stated ?? ''}.`,
    ...(many && shared.length > 0 && closest.length > 1
      ? [say`The numbers resemble ${shared.map((reading) => reading.says).join(', ')}.`]
      : []),
    ...(told.length > 0 ? [say`Closest: ${told.join('; ')}.`] : []),
  ];
}

/** Single readings on the same lists that are not told already, where they give something else. */
function asideWords(search: Search, numbers: readonly NumberFound[], change: boolean, say: Say): string[] {
  const told = new Set([...search.fits, ...search.closest].map((one) => one.says));
  const aside = search.alternatives.filter(
    (one) =>
      !told.has(one.says) &&
      one.values.every((value, index) => value.value !== null && value.value !== numbers[index]?.value),
  );
  if (aside.length === 0) return [];
  const each = aside.map((one) => `${one.says}: ${one.values[0]?.shown}`).join('; ');
  return [change ? say`On the same lists: ${each}.` : say`On the same list: ${each}.`];
}

function partWords(found: ReadingFound, say: Say): string {
  const values = found.values.map((value) => `${whereWords(value.where, say)} ${value.shown}`).join(', ');
  return say`${found.met === 0 ? say`none` : inWords(found.met, say)} of ${inWords(found.values.length, say)} (${values})`;
}

function countWords({ tried, fitted, chance }: Search, many: boolean, sign: string, say: Say): string {
  const fit = fitted === 0 ? say`none fits` : fitted === 1 ? say`one fits` : say`${fitted} fit`;
  const count =
    tried === 1
      ? say`${tried} other reading was tried, ${fit}`
      : say`${tried} other readings were tried, ${fit}`;
  if (!chance || (many && fitted === 0)) return `${count}.`;
  const percent = `${toPlaces(multiply(rational(chance.share), rational(100)), 1)}%`;
  if (chance.at_most)
    return say`${count}; of other sets of numbers as large, at most ${percent} would have found one.`;
  const [low, high] = [`${grouped(chance.low)}${sign}`, `${grouped(chance.high)}${sign}`];
  return say`${count}; of the ${grouped(chance.numbers)} other numbers from ${low} to ${high} printed likewise, ${percent} would have found one.`;
}
