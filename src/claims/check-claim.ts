import type { Figure } from '../figures/figure.ts';
import { checkQuery, hasEvents } from '../figures/query.ts';
import { UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import { type Claim, partsOf } from './claim.ts';
import { parseStated } from './stated.ts';

/** What is wrong with a claim: a code, a line, what to do, and the keys that lead to the place. */
export interface Mistake {
  code: string;
  message: string;
  hint: string;
  at: readonly (string | number)[];
}

/**
 * The first mistake of a claim that its schema cannot see, or null. CF-CLAIM-002 no such figure, -003 no such
 * dimension, -004 no such value, -005 not a number, -006 the number does not go with the figure, -007 dates, -008 keys
 * that are missing or exclude one another.
 */
export function mistakeOf(claim: Claim, figures: readonly Figure[]): Mistake | null {
  const keys = wrongKeys(claim);
  if (keys) return keys;
  const parts = partsOf(claim);
  const statedAt = (index: number) => (claim.parts ? ['parts', index, 'states'] : ['states']);
  for (const [index, part] of parts.entries()) {
    if (!parseStated(part.states)) {
      return {
        code: 'CF-CLAIM-005',
        message: 'This is not a number as printed.',
        hint: 'Write the number alone, e.g. "1,168", "950%", "about 1.2 billion" or "$90 million".',
        at: statedAt(index),
      };
    }
  }
  for (const [at, date] of [
    [['as_of'], claim.as_of],
    [['until'], claim.until],
    [['change', 'from'], claim.change?.from],
    [['change', 'to'], claim.change?.to],
  ] as const) {
    if (date !== undefined && !isDay(date))
      return {
        code: 'CF-CLAIM-007',
        message: `"${date}" is no day of the calendar.`,
        hint: 'Write it as year-month-day, e.g. 2026-01-26.',
        at,
      };
  }
  if (claim.change && claim.change.from >= claim.change.to) {
    return {
      code: 'CF-CLAIM-007',
      message: 'A change runs from an earlier day to a later one.',
      hint: 'Put the two days in order.',
      at: ['change', 'to'],
    };
  }
  if (claim.figure === undefined) return null;
  const figure = figures.find((one) => one.id === claim.figure);
  if (!figure) {
    const known = figures.map((one) => one.id);
    const close = nearestFigure(claim.figure, known);
    return {
      code: 'CF-CLAIM-002',
      message: `There is no figure "${claim.figure}".`,
      hint: close ? `Did you mean "${close}"?` : `There are: ${known.join(', ')}.`,
      at: ['figure'],
    };
  }
  if (claim.until !== undefined && !hasEvents(figure))
    return {
      code: 'CF-CLAIM-007',
      message: `What ${figure.id} counts has no date of its own.`,
      hint: 'Leave until out, or give as_of for an earlier edition.',
      at: ['until'],
    };
  for (const [index, part] of parts.entries()) {
    for (const [name, values] of Object.entries(part.where)) {
      const own = claim.parts?.[index]?.where[name] !== undefined;
      const at = own ? ['parts', index, 'where', name] : ['where', name];
      const wrong = wrongFilter(figure, name, values);
      if (wrong) return { ...wrong, at };
    }
    const wrong = wrongUnit(claim, figure, part.states);
    if (wrong) return { ...wrong, at: statedAt(index) };
  }
  return null;
}

function wrongKeys(claim: Claim): Mistake | null {
  const wrong = (message: string, hint: string, at: string[]) => ({
    code: 'CF-CLAIM-008',
    message,
    hint,
    at,
  });
  if (claim.states !== undefined && claim.parts)
    return wrong(
      'A claim has states or parts, not both.',
      'Put every number under parts, or keep one claim for each.',
      ['parts'],
    );
  if (claim.as_of !== undefined && claim.change)
    return wrong('A claim has as_of or change, not both.', 'A change has its two days in from and to.', [
      'as_of',
    ]);
  if (claim.settled_by !== undefined) return null;
  if (claim.figure === undefined)
    return wrong(
      'The claim names no figure.',
      'Add figure:, or settled_by: with the record that would settle it.',
      [],
    );
  return partsOf(claim).length > 0
    ? null
    : wrong('The claim states no number.', 'Add states: with the number as printed.', []);
}

function wrongFilter(figure: Figure, name: string, values: readonly string[]): Omit<Mistake, 'at'> | null {
  for (const value of values) {
    try {
      checkQuery(figure, { where: { [name]: [value] }, by: [] });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return {
        code: error.code === 'CF-FIGURE-002' ? 'CF-CLAIM-003' : 'CF-CLAIM-004',
        message: error.message,
        hint: error.hint,
      };
    }
  }
  return null;
}

function wrongUnit(claim: Claim, figure: Figure, states: string): Omit<Mistake, 'at'> | null {
  const stated = parseStated(states);
  if (!stated) return null;
  const wrong = (message: string, hint: string) => ({ code: 'CF-CLAIM-006', message, hint });
  const growth = claim.change !== undefined && claim.change.in !== 'difference';
  if (claim.change?.in === 'percent' && !stated.percent)
    return wrong(
      'A change in percent is stated with a %.',
      'Write e.g. "950%", or set change.in to times or difference.',
    );
  if (stated.percent && figure.unit.kind !== 'share' && claim.change?.in !== 'percent')
    return wrong(
      `${figure.id} is no percentage.`,
      'Give a change in percent with its two dates, or a figure that is a share.',
    );
  if (stated.times && claim.change?.in !== 'times')
    return wrong('"Times" compares two dates.', 'Give change: with from, to and in: times.');
  if (stated.money && (figure.unit.kind !== 'money' || growth))
    return wrong(`${figure.id} is no sum of money.`, 'Name a figure in dollars, or leave the $ out.');
  return null;
}

/** The nearest id; the part behind the dot alone is enough. */
function nearestFigure(id: string, known: readonly string[]): string | undefined {
  return (
    nearest(id, known) ??
    known.find((one) => one.split('.')[1] === id.split('.').at(-1)) ??
    known.find(
      (one) =>
        one.split('.')[1] ===
        nearest(
          id.split('.').at(-1) ?? '',
          known.map((each) => each.split('.')[1] ?? ''),
        ),
    )
  );
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
