import { type AnswerRow, answerAll, type Workbench } from '../../figures/answer.ts';
import type { Figure } from '../../figures/figure.ts';
import type { FigureValues } from '../data/figure-values.ts';
import { type DeskNames, type DeskParts, type DeskValue, keyOf } from './shape.ts';

/** By these a sentence tells the time of an organisation's money: "was awarded $300 million in fiscal year 2026". */
const years = ['fiscal_year', 'calendar_year'];

/**
 * The parts that a person may ask for by a name that is offered, on the last day: where they are too many for the
 * figure's own file, and of sums those of one organisation in one year. Persons are one such organisation, so that no part
 * of another holds them (decision 0092).
 */
export async function partsApart(
  bench: Workbench,
  all: readonly FigureValues[],
  names: DeskNames,
  held: (values: FigureValues) => readonly string[],
): Promise<DeskParts[]> {
  const named = dimensionsOf([...names.organisations, ...names.purposes]);
  const whose = dimensionsOf(names.organisations);
  const single = all.flatMap((values) => {
    const inFile = new Set(held(values));
    return [...values.by].flatMap(([dimension, groups]) => {
      const last = groups.get(values.day ?? '') ?? [];
      if (!named.has(dimension) || inFile.has(dimension) || last.length === 0) return [];
      const rows = last.map((group) => [group.key, group as unknown as AnswerRow] as const);
      return [partsOf(values.figure, dimension, rows)];
    });
  });
  const pairs = all.flatMap(({ figure, day }) =>
    figure.form.form !== 'sum' || day === null
      ? []
      : [...whose]
          .filter((one) => figure.additive.includes(one))
          .flatMap((one) =>
            years.filter((year) => figure.dimensions[year]).map((year) => ({ figure, by: [one, year] })),
          ),
  );
  const found = await answerAll(
    bench,
    pairs.map(({ figure, by }) => ({ figure, query: { where: {}, by } })),
  );
  const double = pairs.map(({ figure, by }, index) =>
    partsOf(
      figure,
      by.join('.'),
      (found[index]?.rows ?? []).map((row) => [keyOf(by.map((name) => row[name])), row] as const),
    ),
  );
  return [...single, ...double];
}

function partsOf(
  figure: Figure,
  dimension: string,
  rows: readonly (readonly [string, AnswerRow])[],
): DeskParts {
  const shown = rows
    .filter(([key]) => key !== '')
    .map(([key, row]) => [key, deskValue(figure, row)] as const);
  return { figure: figure.id, dimension, values: Object.fromEntries(shown) };
}

const dimensionsOf = (names: DeskNames['organisations']) =>
  new Set(names.map(({ where }) => where.slice(0, where.indexOf('='))));

/** A value as the desk is handed it: of a share its exact parts. */
export function deskValue(figure: Figure, row: AnswerRow | undefined): DeskValue {
  if (!row || row.value === null) return null;
  const { numerator, denominator } = row as { numerator?: string | number; denominator?: string | number };
  if (figure.unit.kind === 'share' && denominator !== undefined && denominator !== null)
    return [numerator ?? 0, denominator];
  return row.value;
}
