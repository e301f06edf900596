import { conditionSql } from './compile.ts';
import type { Dimension, Figure, Form, Query, Term } from './figure.ts';

/** A column that a part of a receipt reads: the name that its rows have it by, and its SQL. */
export interface AskedColumn {
  name: string;
  sql: string;
}

/** What is read for one part of a receipt: the rows of a model under a condition, and of them these columns. */
export interface AskedPart {
  says: string;
  from: string;
  form: Term['form'];
  /** Each key adds its amount once. */
  once: boolean;
  condition: string;
  keys: readonly AskedColumn[];
  /** Dimensions that each row states. */
  by: readonly AskedColumn[];
  /** SQL of what a row adds, of sums. */
  amount?: string;
}

/**
 * The parts of a receipt of a figure: a ratio has two, everything else one; of a concentration it is the sum.
 *
 * @param by dimensions that rows state; without any they state all, as keys
 */
export function askedParts(figure: Figure, query: Query, by: readonly string[]): AskedPart[] {
  return termsOf(figure).map((term) => askedPart(figure, query, term, by));
}

/**
 * A part to list, and the term of the ratio that it is, if it is one: conditions are told by it. Of a concentration,
 * the columns that it is reckoned among.
 */
type PartTerm = Term & { own?: Term; among?: readonly string[] };

function termsOf(figure: Figure): PartTerm[] {
  const { form } = figure;
  if (form.form === 'ratio') return [form.numerator, form.denominator].map((own) => ({ ...own, own }));
  if (form.form === 'concentration') {
    return [
      {
        from: figure.from,
        form: { form: 'sum', column: form.column },
        says: figure.definition,
        among: form.among,
      },
    ];
  }
  return [{ from: figure.from, form, says: figure.definition }];
}

function askedPart(figure: Figure, query: Query, term: PartTerm, by: readonly string[]): AskedPart {
  const { form, from, says } = term;
  const dimensions = dimensionsOf(figure, term);
  const counted = keyOf(form) ?? (by.length > 0 ? [] : dimensions.map(([, { sql }]) => sql));
  const keys = [...new Set([...(term.among ?? []), ...counted])].filter((key) =>
    /^[a-z_][a-z0-9_]*$/.test(key),
  );
  return {
    says,
    from,
    form,
    once: form.form === 'sum' && form.once !== undefined,
    condition: conditionSql(figure, query, term.own) + formCondition(form, query),
    keys: keys.map((key) => ({ name: key, sql: key })),
    by: dimensions
      .filter(([name, { instead }]) => by.includes(name) && instead === undefined)
      .map(([name, { sql }]) => ({ name, sql })),
    ...(isMoney(form) ? { amount: `cast(${form.column} as varchar)` } : {}),
  };
}

/** The dimensions that a part has, by name: the whole of a ratio has not all. */
function dimensionsOf(figure: Figure, term: PartTerm): [string, Dimension][] {
  const whole = figure.form.form === 'ratio' && term.own === figure.form.denominator;
  return Object.entries(figure.dimensions).filter(([, dimension]) => !(whole && dimension.numeratorOnly));
}

/** The columns that a form counts by; undefined where it counts rows. */
function keyOf(form: Term['form']): readonly string[] | undefined {
  if (form.form === 'distinct') return form.key;
  return form.form === 'sum' ? form.once : undefined;
}

/** What a form asks of a row beside the figure's condition. */
function formCondition(form: Term['form'], { until }: Query): string {
  if (form.form === 'flow') return ` and ${form.event} is not null`;
  if (form.form === 'distinct') return ` and ${form.key.map((key) => `${key} is not null`).join(' and ')}`;
  return form.form === 'running' && until !== undefined ? ` and ${form.date} <= date '${until}'` : '';
}

/** Whether rows add amounts. */
export function isMoney(form: Term['form']): form is Extract<Form, { form: 'sum' | 'running' }> {
  return form.form === 'sum' || form.form === 'running';
}
