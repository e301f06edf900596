import type { Figure } from '../figures/figure.ts';
import { daysBetween } from './candidates.ts';
import type { Where } from './claim.ts';
import { rational, toPlaces } from './rational.ts';
import { grouped, inWords, listOf, shownPlain } from './say.ts';
import type { EndFound, NumberFound, ReadingFound, Search, Verdict } from './verdict.ts';

/** The verdict in plain sentences: the verdict itself, the dates, then what was found beside it. */
export function verdictWords(verdict: Verdict, figure: Figure | undefined): string[] {
  if (verdict.verdict === 'not checkable' || !figure)
    return [`not checkable: ${verdict.why}.`.replace(/\.\.$/, '.')];
  const { claim, numbers, search, range } = verdict;
  return [
    `${verdict.verdict}: ${claim.parts ? partsFound(numbers) : numberWords(numbers[0] as NumberFound, figure, verdict.verdict === 'differs')}`,
    ...(claim.as_of === undefined && !claim.change
      ? [`No date is given, so ${listOf(numbers[0]?.ends[0]?.list ?? null)} is used, the latest at hand.`]
      : []),
    ...olderLists(numbers),
    ...(range ? [rangeWords(range)] : []),
    ...(search ? searchWords(search, verdict) : []),
  ];
}

function numberWords(number: NumberFound, figure: Figure, differs: boolean): string {
  const stated = differs ? `; stated ${number.stated}` : '';
  if (number.ends.length === 1) return `${number.shown} on ${listOf(number.ends[0]?.list ?? null)}${stated}.`;
  return `${number.shown}, ${changeWords(number.ends, (end) => shownPlain(figure, end.value === null ? null : rational(end.value)))}${stated}.`;
}

/** Both ends and the base, always. */
function changeWords(ends: readonly EndFound[], show: (end: EndFound) => string): string {
  const [from, to] = ends as [EndFound, EndFound];
  return `from ${show(from)} on ${listOf(from.list)} (the base) to ${show(to)} on ${listOf(to.list)}`;
}

function partsFound(numbers: readonly NumberFound[]): string {
  const right = numbers.filter((number) => number.holds).length;
  const each = numbers
    .map((number) => `${whereWords(number.where)} ${number.shown} (stated ${number.stated})`)
    .join(', ');
  return `${inWords(right)} of ${inWords(numbers.length)} numbers agree on ${listOf(numbers[0]?.ends.at(-1)?.list ?? null)}: ${each}.`;
}

function whereWords(where: Where): string {
  return Object.values(where)
    .map((values) => values.join(' or '))
    .join(' ');
}

function olderLists(numbers: readonly NumberFound[]): string[] {
  const ends = numbers[0]?.ends ?? [];
  return ends.flatMap(({ day, list }) => {
    if (day === null || list === null || day === list) return [];
    const days = daysBetween(list, day);
    return [
      `The list in force on ${day}, of those at hand, is that of ${list}, ${days === 1 ? 'one day' : `${days} days`} earlier.`,
    ];
  });
}

function rangeWords(range: NonNullable<Verdict['range']>): string {
  const over = [
    range.readings.length > 0 ? 'equally good readings' : '',
    range.lists.length > 1 ? 'lists within seven days' : '',
  ]
    .filter((part) => part !== '')
    .join(' and ');
  if (over === '')
    return 'No equally good reading is declared, and no other list is dated within seven days.';
  return `Over ${over}: ${range.shown}${range.holds_throughout ? '' : ', so that it does not hold on each of them'}.`;
}

function searchWords(search: Search, { claim, numbers }: Verdict): string[] {
  const many = numbers.length > 1;
  const lines: string[] = [];
  const stated = numbers[0]?.stated ?? '';
  const [best, ...rest] = search.fits;
  if (best) {
    const weak = search.weak ? `: a weak reading, because ${search.weak_because.join(' and ')}` : '';
    const choices = `${inWords(best.choices)} ${best.choices === 1 ? 'choice' : 'choices'} changed`;
    const gives = claim.change && !many ? `, ${best.values[0]?.shown}` : '';
    lines.push(
      `Reading that gives ${many ? `all ${inWords(numbers.length)}` : stated}: ${best.says}${gives} (${choices}${weak}).`,
    );
    if (claim.change && !many) lines.push(endsOf(best));
    const others = rest.filter((one) => one.choices === best.choices);
    if (others.length > 0) lines.push(`So does: ${others.map((one) => one.says).join('; ')}.`);
  } else {
    lines.push(
      many
        ? `No reading tried gives all ${inWords(numbers.length)} numbers on one list.`
        : `No reading found that gives ${stated}.`,
    );
    const close = search.closest.map(
      (one) =>
        `${one.says}: ${many ? partWords(one) : `${one.values[0]?.shown} (off by ${grouped(one.values[0]?.off ?? '')})`}`,
    );
    if (close.length > 0) lines.push(`Closest: ${close.join('; ')}.`);
  }
  const told = new Set([...search.fits, ...search.closest].map((one) => one.says));
  const aside = search.alternatives.filter(
    (one) =>
      !told.has(one.says) &&
      one.values.every((value, index) => value.value !== null && value.value !== numbers[index]?.value),
  );
  if (aside.length > 0 && !many)
    lines.push(
      `On the same ${claim.change ? 'lists' : 'list'}: ${aside.map((one) => `${one.says} ${one.values[0]?.shown}`).join('; ')}.`,
    );
  lines.push(countWords(search));
  return lines;
}

function endsOf(found: ReadingFound): string {
  const unit = found.unit;
  return `There it grows ${changeWords(found.values[0]?.ends ?? [], (end) => `${end.value === null ? 'no value' : grouped(end.value)} ${unit}`)}.`;
}

function partWords(found: ReadingFound): string {
  return `${inWords(found.met)} of ${inWords(found.values.length)} (${found.values.map((value) => `${whereWords(value.where)} ${value.shown}`).join(', ')})`;
}

function countWords({ tried, fitted, chance }: Search): string {
  const count = `${tried} other ${tried === 1 ? 'reading was' : 'readings were'} tried, ${fitted === 0 ? 'none fits' : fitted === 1 ? 'one fits' : `${fitted} fit`}`;
  if (!chance) return `${count}.`;
  const share = `${toPlaces(rational(chance.share.replace(/^/, '')), 4)}`;
  const percent = `${toPlaces({ n: rational(share).n * 100n, d: rational(share).d }, share === '0.0000' ? 0 : 1)}%`;
  if (chance.at_most)
    return `${count}; an arbitrary set of numbers as large would have found one in at most ${percent} of cases.`;
  return `${count}; of the ${grouped(chance.numbers)} other numbers from ${grouped(chance.low)} to ${grouped(chance.high)} printed likewise, ${percent} would have found one.`;
}
