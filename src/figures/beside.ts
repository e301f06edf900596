import { answer, type Workbench } from './answer.ts';
import type { Figure, Query } from './figure.ts';
import { everyValue } from './query.ts';

/** What a reader has to know of an answer: values of a dimension that it is not grouped by. */
export interface Beside {
  dimension: string;
  title: string;
  values: readonly string[];
}

/** What is told beside an answer: whether the rules behind it are drafts, in which time zone its hours are. */
export async function toldBeside(bench: Workbench, figure: Figure, query: Query): Promise<Beside[]> {
  const asked = [...query.by, ...Object.keys(query.where)];
  const told = Object.entries(figure.dimensions).filter(
    ([name, { toldBeside }]) =>
      toldBeside !== undefined &&
      !query.by.includes(name) &&
      (toldBeside.length === 0 || toldBeside.some((other) => asked.includes(other))),
  );
  // Whatever came of what is counted: nothing found under a rule that is a draft is a result of a draft, too.
  const lifted = Object.keys(figure.defaults ?? {}).map((name) => everyValue(figure, name));
  const where = Object.assign({}, query.where, ...lifted);
  const found: Beside[] = [];
  for (const [dimension, { title }] of told) {
    const { rows } = await answer(bench, figure, { ...query, where, by: [dimension] });
    const values = rows.flatMap((row) => (row[dimension] === null ? [] : [String(row[dimension])]));
    if (values.length > 0) found.push({ dimension, title, values });
  }
  return found;
}

/** `Time zone in which months and hours are told: America/Denver`. */
export const besideInWords = ({ title, values }: Beside) => `${title}: ${values.join(', ')}`;
