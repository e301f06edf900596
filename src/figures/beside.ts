import { type AnswerRow, answer, type Workbench } from './answer.ts';
import type { Figure, Query } from './figure.ts';
import { everyValue } from './query.ts';

/** What a reader has to know of an answer, e.g. the values of a dimension that it is not grouped by. */
export interface Beside {
  /** The dimension; null where it is a number beside the answer's own. */
  dimension: string | null;
  title: string;
  values: readonly string[];
}

/**
 * What is told beside an answer: whether the rules behind it are drafts, in which time zone its hours are, of how many it
 * is a part, and what its parts are.
 */
export async function toldBeside(bench: Workbench, figure: Figure, query: Query): Promise<Beside[]> {
  const asked = asking(query);
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
  const parts = partsInWords(figure, query);
  if (parts) found.push(parts);
  if (figure.outOf) {
    const whole: Figure = { ...figure, where: figure.outOf.where };
    const { rows } = await answer(bench, whole, { ...query, by: [] });
    const value = rows[0]?.value;
    if (value !== null && value !== undefined)
      found.push({
        dimension: null,
        title: `Of ${figure.outOf.says}`,
        values: [Number(value).toLocaleString('en-US')],
      });
  }
  return found;
}

/** What the values of an answer are where it is asked for by a dimension that changes it; null else. */
export function partsInWords({ parts, dimensions }: Figure, query: Query): Beside | null {
  const by = asking(query).filter((name) => parts?.by.includes(name));
  if (!parts || by.length === 0) return null;
  const names = [...new Set(by)].map((name) => (dimensions[name]?.title ?? name).toLowerCase());
  return { dimension: null, title: `By ${names.join(', ')}`, values: [parts.says] };
}

const asking = ({ by, where }: Query) => [...by, ...Object.keys(where)];

/** What is said of a series that spans a change after which values are not comparable with those before; null else. */
export function brokenAt(figure: Figure, query: Query, rows: readonly AnswerRow[]): string | null {
  if (!figure.break) return null;
  const { after, by, says } = figure.break;
  if (by.length > 0 && !asking(query).some((name) => by.includes(name))) return null;
  const spans = query.by.some((name) => {
    const first = after[name];
    const values = rows.flatMap((row) => (typeof row[name] === 'string' ? [row[name]] : []));
    return first !== undefined && values.some((one) => one < first) && values.some((one) => one >= first);
  });
  return spans ? says : null;
}

/** `Time zone in which months and hours are told: America/Denver`. */
export const besideInWords = ({ title, values }: Beside) => `${title}: ${values.join(', ')}`;
