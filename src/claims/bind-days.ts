import type { Figure } from '../figures/figure.ts';
import { type BindOptions, sayOf } from './bind-options.ts';
import { daysBetween } from './candidates.ts';
import type { ChangeAsked } from './claim.ts';
import { askWhichDay, openDate, type Question } from './questions.ts';
import type { FoundDate } from './sentence-dates.ts';
import { grows, shrinks } from './sentence-moves.ts';
import type { FoundNumber } from './sentence-numbers.ts';

/** The month, year or fiscal year of a number, as a filter, of a figure that tells events by it. */
export function periodOf(
  number: FoundNumber,
  numbers: readonly FoundNumber[],
  dates: readonly FoundDate[],
  figure: Figure,
  options: BindOptions,
): Record<string, string[]> | undefined {
  // Of a running sum the changes of a month are not what it came to in that month.
  if (options.asOf !== undefined || figure.form.form === 'running') return undefined;
  const whole = (dates.length === 1 ? dates[0] : dateOf(number, numbers, dates))?.whole;
  if (!whole) return undefined;
  const [name, value] = whole.startsWith('FY')
    ? (['fiscal_year', whole.slice(2)] as const)
    : ([whole.length === 7 ? 'month' : figure.dimensions['year'] ? 'year' : 'calendar_year', whole] as const);
  return figure.dimensions[name] ? { [name]: [value] } : undefined;
}

/** The day of a plain number: undefined where none is named, null where it must be asked. */
export function chooseDay(
  number: FoundNumber,
  numbers: readonly FoundNumber[],
  dates: readonly FoundDate[],
  figure: Figure | null,
  options: BindOptions,
  questions: Question[],
  notes: string[],
): string | undefined | null {
  if (options.asOf !== undefined) return options.asOf;
  const [only] = dates;
  if (!only) {
    notes.push(sayOf(options)`The sentence names no date: the latest list is used.`);
    return undefined;
  }
  const date = dates.length === 1 ? only : dateOf(number, numbers, dates);
  if (date?.begins && date.day !== null) {
    questions.push({
      about: 'date',
      asks: sayOf(
        options,
      )`Is ${number.text} what came "${date.text.trim()}", or what there was on a day? On which?`,
      choices: options.lists.slice(-1),
    });
    return null;
  }
  if (date && date.day !== null && date.open === null) {
    const releases = figure ? releasesBeside(date.day, figure, options) : null;
    if (releases === null) return date.day;
    questions.push({
      about: 'date',
      asks: sayOf(
        options,
      )`No release of the month before ${date.day} is at hand. Which release is ${number.text} held against?`,
      choices: releases,
    });
    return null;
  }
  questions.push(date ? openDate(date, options) : askWhichDay(number, dates, options));
  return null;
}

/** So many days a release may be older than the day that a sentence names. */
const daysBefore = 31;

/**
 * Of a figure whose records add up (money, and no list that replaces another): the releases beside a day of which none
 * is at hand. What is left of older years on that day is not what was done until then. Null where nothing is wrong.
 */
function releasesBeside(day: string, figure: Figure, { releasesOf }: BindOptions): string[] | null {
  if (!figure.anySource || figure.pairs || !releasesOf) return null;
  const releases = releasesOf(figure);
  const before = releases.findLast((one) => one <= day);
  const after = releases.find((one) => one > day);
  if (after === undefined || (before !== undefined && daysBetween(before, day) <= daysBefore)) return null;
  return [...(before === undefined ? [] : [before]), after];
}

/** "Up from 135", "compared with $2 billion": a number of an earlier day, where no day of its own stands behind it. */
export function isOfAnotherDay(
  sentence: string,
  number: FoundNumber,
  numbers: readonly FoundNumber[],
  dates: readonly FoundDate[],
  options: BindOptions,
): boolean {
  const [before, behind] = [sentence.slice(0, number.start), sentence.slice(number.end)];
  const from = earlier.test(before) || (/\bfrom\s+$/i.test(before) && /^\s+(?:[\w-]+\s+)?to\s/i.test(behind));
  if (options.asOf !== undefined || !from) return false;
  const next = numbers[numbers.indexOf(number) + 1]?.start ?? sentence.length;
  return !dates.some(({ start, end }) => start >= number.end && end <= next) && dates.length < 2;
}

const earlier =
  /\b(?:(?:up|down|rise|rose|risen|rising|grew|grown|growing|growth|increase[sd]?|increasing|jump(?:ed)?|climb(?:ed)?|surged?|soared|expanded|fell|fallen|dropped|drop|declined?|decreased?|shrank|went|gone|change[sd]?|moved|compared|instead)\s+(?:\w+\s+)?from|compared\s+(?:with|to)|versus|vs\.?)\s+(?:(?:just|only|the|a\s+total\s+of)\s+)*$/i;

/**
 * The date of one number among several dates: where the first date stands before the first number each number takes
 * the date before it, where all stand behind numbers each takes the one behind it. Undefined where it could be either.
 */
function dateOf(
  number: FoundNumber,
  numbers: readonly FoundNumber[],
  dates: readonly FoundDate[],
): FoundDate | undefined {
  const gaps = [...numbers, null].map((next, index) => {
    const from = numbers[index - 1]?.end ?? 0;
    return dates.filter((date) => date.start >= from && (next === null || date.end <= next.start));
  });
  const place = numbers.indexOf(number);
  if (gaps.some((gap) => gap.length > 1)) return undefined;
  if (gaps[0]?.length === 1)
    return gaps.at(-1)?.length === 0
      ? gaps.slice(0, place + 1).findLast((gap) => gap.length === 1)?.[0]
      : undefined;
  return gaps.slice(place + 1).find((gap) => gap.length === 1)?.[0];
}

export function chooseChange(
  sentence: string,
  number: FoundNumber,
  moved: boolean,
  dates: readonly FoundDate[],
  figure: Figure | null,
  options: BindOptions,
  questions: Question[],
  notes: string[],
): ChangeAsked | undefined {
  const kind = moved ? 'difference' : number.stated.percent ? 'percent' : 'times';
  const verb = sentence.slice(Math.max(0, number.start - 60), number.start);
  if (
    kind === 'percent' &&
    !grows.test(verb) &&
    !shrinks.test(verb) &&
    !/^[\s,-]*(?:\w+\s+)?(?:increase|growth|rise|jump|surge|more|higher|drop|decline|decrease|fall|fewer|less|lower)\b/i.test(
      sentence.slice(number.end),
    )
  ) {
    questions.push({
      about: 'figure',
      asks: sayOf(options)`What is ${number.text} a percentage of?`,
      choices: options.figures.filter((figure) => figure.unit.kind === 'share').map((figure) => figure.id),
    });
    return undefined;
  }
  const open = dates.find((date) => date.open !== null && date.open !== 'relative');
  const days = dates.flatMap((date) => date.day ?? []);
  const from =
    options.from ??
    (days.length === 2 ? ([...days].sort()[0] as string) : dates.find((date) => date.begins)?.day);
  const to =
    options.asOf ??
    (days.length === 2
      ? ([...days].sort()[1] as string)
      : from !== undefined && days[0] === from
        ? ((figure && options.listsOf?.(figure)) ?? options.lists).at(-1)
        : days[0]);
  if (from && to && from < to && days.length <= 2 && (!open || (options.from && options.asOf))) {
    if (days[0] === from && days.length === 1 && options.asOf === undefined)
      notes.push(sayOf(options)`The sentence names no later date: the latest list, of ${to}, is used.`);
    return { from, to, in: kind };
  }
  if (open) questions.push(openDate(open, options));
  else
    questions.push({
      about: 'date',
      asks: sayOf(options)`Which two dates does the change of ${number.text} lie between?`,
      choices: days,
    });
  return undefined;
}
