import type { Figure, Query, Term } from './figure.ts';

/**
 * The figure as a query asks for it. A dimension of which one thing may have several values (a search stands in the logs
 * of several networks) is no column of the figure's model: its model has a row for each of them, and things are told
 * apart by a key, so that each counts once in each value.
 */
export function askedBy(figure: Figure, query: Pick<Query, 'where' | 'by'>): Figure {
  const names = [...query.by, ...Object.keys(query.where), ...Object.keys(figure.defaults ?? {})];
  const name = names.find((one) => figure.dimensions[one]?.instead !== undefined);
  const instead = figure.dimensions[name ?? '']?.instead;
  if (name === undefined || !instead || figure.from === instead.from) return figure;
  const { from, key } = instead;
  // In one value a thing has one row: to tell things apart there would cost much and change nothing.
  const apart = !query.by.includes(name) && query.where[name]?.length !== 1;
  const formOf = (form: Term['form']): Term['form'] => {
    if (!apart) return form;
    if (form.form === 'count') return { form: 'distinct', key };
    if (form.form === 'sum' && form.once === undefined) return { ...form, once: key };
    return form;
  };
  const { form } = figure;
  if (form.form === 'ratio') {
    const term = (one: Term): Term => ({ ...one, from, form: formOf(one.form) });
    return {
      ...figure,
      from,
      form: { ...form, numerator: term(form.numerator), denominator: term(form.denominator) },
    };
  }
  return form.form === 'concentration' ? figure : { ...figure, from, form: formOf(form) };
}
