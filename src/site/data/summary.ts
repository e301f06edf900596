import { expectation } from '../../figures/expected.ts';
import { file, paths } from '../paths.ts';
import type { Num } from '../site.ts';
import { type FigureValues, totalOf } from './figure-values.ts';

/** A figure in short, as lists of figures show it and as their JSON twins hold it. */
export interface FigureSummary extends Num {
  id: string;
  title: string;
  unit: FigureValues['figure']['unit'];
  definition: string;
  as_of: string | null;
  /** The date by which the next edition is to be expected, by how they came so far; null where that cannot be said. */
  next_expected: string | null;
  /** Why there is no value, else null. */
  why: string | null;
  page: string;
  caveats: readonly string[];
  /** Value of each list, oldest first; empty where the figure has no series. */
  series: { date: string; value: number | string | null }[];
}

export function summaryOf(values: FigureValues): FigureSummary {
  const { figure, row, day, days, series } = values;
  return {
    id: figure.id,
    title: figure.title,
    unit: figure.unit,
    definition: figure.definition,
    ...totalOf(values),
    as_of: day,
    next_expected: expectation(days)?.next ?? null,
    why: row.value === null ? String(row['why'] ?? 'the records do not say') : null,
    page: file(paths.figure(figure.id)),
    caveats: figure.caveats,
    series: days.length < 2 ? [] : days.map((date) => ({ date, value: series.get(date)?.value ?? null })),
  };
}
