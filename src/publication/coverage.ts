import type { ReleasePlan } from '../figures/release.ts';
import type { Cell } from './cells.ts';

/**
 * A month that a log covers, and of what: dimension -> value, `null` where the log is not limited to one. A log of all
 * who search a network covers every organisation in it; a log of one organisation covers that one alone.
 */
export interface Covered {
  month: string;
  values: Readonly<Record<string, string | null>>;
}

/**
 * Whether a count could be other than zero: some log covers what it counts, in one of its months. Of a month of which
 * nothing is known here it is taken for granted.
 */
export function createCoverage(
  plan: Pick<ReleasePlan, 'month'>,
  covered: readonly Covered[],
): (cell: Pick<Cell, 'values' | 'through'>, months: readonly string[]) => boolean {
  const byMonth = Map.groupBy(covered, ({ month }) => month);
  const fits = ({ values }: Covered, cell: Pick<Cell, 'values'>) =>
    Object.entries(values).every(
      ([name, value]) => value === null || cell.values[name] === undefined || cell.values[name] === value,
    );
  return (cell, months) => {
    const month = cell.values[plan.month];
    const its = month === undefined ? months.filter((one) => isIn(one, cell)) : [month];
    return its.some((one) => byMonth.get(one)?.some((log) => fits(log, cell)) ?? true);
  };
}

const isIn = (month: string, { values, through }: Pick<Cell, 'values' | 'through'>) =>
  month.startsWith(`${values['year']}-`) && (through === null || month <= through);
