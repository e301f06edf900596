import { sqlDate, sqlList, sqlName, sqlText } from '../engine/sql-text.ts';
import { askedBy } from './asked-by.ts';
import type { Dimension, Figure, Form, Query, Term } from './figure.ts';
import { byName, narrowed, type ReadModel } from './look-ups.ts';
import { allEditionsRelation, editionsRelation, type Relations } from './model.ts';

/**
 * SQL for the editions that a query asks for, with `in_force` by each source's coverage: of a `snapshot` the latest
 * counts, of a `partition` the latest of each period (without a name for it, of each first event), of `window` and `delta` all. What serves any date is there on each.
 */
export function editionsSql(query: Pick<Query, 'asOf' | 'knownAt'>): string {
  const conditions = [
    ...(query.asOf === undefined ? [] : [`(as_of <= ${sqlDate(query.asOf)} or any_date)`]),
    ...(query.knownAt === undefined ? [] : [`obtained <= ${sqlText(query.knownAt)}`]),
  ];
  return `select edition, source, kind, shape, layout, coverage, as_of, any_date, day_part, seq, obtained, first_event, latest_event, period,
  case coverage
    when 'snapshot' then row_number() over (partition by source order by as_of desc, day_part desc, seq desc) = 1
    when 'partition' then row_number() over (partition by source, coalesce(period, @iso_date(first_event)) order by as_of desc, day_part desc, seq desc) = 1
    else true
  end as in_force
from ${allEditionsRelation}${conditions.length === 0 ? '' : `\nwhere ${conditions.join(' and ')}`}`;
}

/** Whether a query asks for another set of editions than the built one. */
export function selectsEditions(query: Pick<Query, 'asOf' | 'knownAt'>): boolean {
  return query.asOf !== undefined || query.knownAt !== undefined;
}

/**
 * The `with` clause that makes `names` mean what they mean for the editions asked for: empty for the built set, else
 * `editions` and every model in between that depends on it.
 */
export function chainSql(
  names: readonly string[],
  query: Pick<Query, 'asOf' | 'knownAt'>,
  relations: Relations,
): string {
  if (!selectsEditions(query)) return '';
  const dependent = relations.inOrder(names).filter((name) => relations.readsEditions(name));
  if (dependent.length === 0 && !names.includes(editionsRelation)) return '';
  const parts = [
    `${editionsRelation} as (\n${editionsSql(query)}\n)`,
    ...dependent.map((name) => `${name} as (\n${relations.models.get(name)?.sql}\n)`),
  ];
  return `with ${parts.join(',\n')}\n`;
}

/** The models that a figure's SQL may name, whatever it is asked by. */
export function modelsOf(figure: Figure): string[] {
  const others = Object.values(figure.dimensions).flatMap(({ instead }) => instead?.from ?? []);
  return [...new Set([...namedBy(figure), ...others])];
}

function namedBy(figure: Figure): string[] {
  return figure.form.form === 'ratio'
    ? [figure.form.numerator.from, figure.form.denominator.from]
    : [figure.from];
}

/** The SQL condition that a figure and a query put on the rows of a model, `true` where there is none. */
export function conditionSql(figure: Figure, query: Query, term?: Term): string {
  const whole = figure.form.form === 'ratio' && term === figure.form.denominator;
  const fixed = term ? term.where : figure.where;
  const filters = { ...(figure.defaults ?? {}), ...query.where };
  const conditions = [
    ...(fixed === undefined ? [] : [`(${fixed})`]),
    ...Object.entries(filters).flatMap(([name, values]) => {
      const dimension = figure.dimensions[name] as Dimension;
      if (whole && dimension.numeratorOnly) return [];
      if (values.length === 0) return [];
      const named = `${dimension.sql} in ${sqlList(values)}`;
      return [dimension.also === undefined ? named : `(${named} or ${dimension.also} in ${sqlList(values)})`];
    }),
    ...(query.until === undefined || figure.eventDate === undefined
      ? []
      : [`${figure.eventDate} <= ${sqlDate(query.until)}`]),
  ];
  return conditions.length === 0 ? 'true' : conditions.join(' and ');
}

/**
 * The SQL of a figure's values, without its `with` clause: one row per group with the dimensions asked for and
 * `value`; of a ratio `numerator` and `denominator` instead, since a ratio is computed in one place, from exact parts.
 */
export function valuesSql(given: Figure, query: Query, read: ReadModel = byName): string {
  const figure = askedBy(given, query);
  const by = query.by.map((name) => ({
    name: sqlName(name),
    sql: (figure.dimensions[name] as Dimension).sql,
  }));
  if (figure.form.form === 'ratio')
    return ratioSql(figure, query, by, figure.form.numerator, figure.form.denominator, read);
  const order = by.length === 0 ? '' : `\norder by ${by.map((part) => part.name).join(', ')}`;
  return `${termSql(figure.from, figure.form, by, conditionSql(figure, query), query, read)}${order}`;
}

/** The whole statement, as it is shown: models are named. */
export function compile(figure: Figure, query: Query, relations: Relations): string {
  return chainSql(modelsAsked(figure, query), query, relations) + valuesSql(figure, query);
}

/** The whole statement, as it is asked: of views no more is worked out than is named. */
export function compileNarrow(figure: Figure, query: Query, relations: Relations): string {
  return (
    chainSql(modelsAsked(figure, query), query, relations) + valuesSql(figure, query, narrowed(relations))
  );
}

/** The models that the SQL of a question names. */
export function modelsAsked(figure: Figure, query: Query): string[] {
  return namedBy(askedBy(figure, query));
}

type By = readonly { name: string; sql: string }[];

/** The SQL of one part of a value under a condition. */
export function termSql(
  model: string,
  form: Form,
  by: By,
  condition: string,
  query: Query,
  read: ReadModel = byName,
): string {
  const dims = by.map((part) => `${part.sql} as ${part.name}, `).join('');
  const names = by.map((part) => `${part.name}, `).join('');
  const group = by.length === 0 ? '' : `\ngroup by ${by.map((_, index) => index + 1).join(', ')}`;
  const asked = `${dims} ${condition} ${JSON.stringify(form)}`;
  const { from, count } = read(model, asked, ['count', 'flow', 'distinct'].includes(form.form));
  switch (form.form) {
    case 'count':
      return `select ${dims}${count} as value\nfrom ${from}\nwhere ${condition}${group}`;
    case 'flow':
      return `select ${dims}${count} as value\nfrom ${from}\nwhere ${form.event} is not null and ${condition}${group}`;
    case 'distinct': {
      const present = form.key.map((column) => `${column} is not null`).join(' and ');
      return `select ${names}count(*) as value\nfrom (\n  select distinct ${dims}${form.key.map((column, index) => `${column} as key_${index}`).join(', ')}\n  from ${from}\n  where ${present} and ${condition}\n) as counted${group}`;
    }
    case 'sum':
      if (form.once) {
        return `select ${names}sum(amount) as value\nfrom (\n  select ${dims}max(${form.column}) as amount\n  from ${from}\n  where ${condition}\n  group by ${[...by.map((_, index) => String(index + 1)), ...form.once].join(', ')}\n) as counted${group}`;
      }
      return `select ${dims}sum(${form.column}) as value\nfrom ${from}\nwhere ${condition}${group}`;
    case 'running': {
      const until = query.until === undefined ? '' : ` and ${form.date} <= ${sqlDate(query.until)}`;
      return `select ${dims}sum(${form.column}) as value\nfrom ${from}\nwhere ${condition}${until}${group}`;
    }
    case 'concentration':
      return concentrationSql(from, form, by, condition);
    default:
      throw new Error(`no SQL for the form ${form.form}`);
  }
}

/** Exact parts only: the sum of squares and the square of the sum; the division is done where ratios are done. */
function concentrationSql(
  from: string,
  form: Form & { form: 'concentration' },
  by: By,
  condition: string,
): string {
  const dims = by.map((part) => `${part.sql} as ${part.name}, `).join('');
  const names = by.map((part) => `${part.name}, `).join('');
  const partition = by.length === 0 ? '' : `partition by ${by.map((part) => part.name).join(', ')} `;
  const group = by.length === 0 ? '' : `\ngroup by ${by.map((_, index) => index + 1).join(', ')}`;
  const parts = `select ${dims}${form.among.map((column, index) => `${column} as among_${index}, `).join('')}sum(${form.column}) as part
  from ${from}
  where ${condition}
  group by ${[...by, ...form.among].map((_, index) => index + 1).join(', ')}`;
  const ranked = `select parts.*, row_number() over (${partition}order by part desc, ${form.among.map((_, index) => `among_${index}`).join(', ')}) as place
from (
  ${parts}
) as parts
where part > 0`;
  if (form.top !== undefined) {
    return `select ${names}sum(case when place <= ${form.top} then part end) as numerator, sum(part) as denominator\nfrom (\n${ranked}\n) as ranked${group}`;
  }
  const cents = 'cast(part * 100 as decimal(38, 0))';
  return `select ${names}sum(${cents} * ${cents}) as numerator, sum(${cents}) * sum(${cents}) as denominator\nfrom (\n${ranked}\n) as ranked${group}`;
}

function ratioSql(
  figure: Figure,
  query: Query,
  by: By,
  numerator: Term,
  denominator: Term,
  read: ReadModel,
): string {
  const shared = by.filter((item) => !(figure.dimensions[item.name] as Dimension).numeratorOnly);
  const top = termSql(
    numerator.from,
    numerator.form,
    by,
    conditionSql(figure, query, numerator),
    query,
    read,
  );
  const bottom = termSql(
    denominator.from,
    denominator.form,
    shared,
    conditionSql(figure, query, denominator),
    query,
    read,
  );
  if (shared.length === 0) {
    const names = by.map((item) => `n.${item.name}, `).join('');
    const order = by.length === 0 ? '' : `\norder by ${by.map((item) => `n.${item.name}`).join(', ')}`;
    return `select ${names}n.value as numerator, d.value as denominator\nfrom (\n${top}\n) as n\ncross join (\n${bottom}\n) as d${order}`;
  }
  // Groups without anything in the numerator are groups with a share of zero, not absent ones; what has no value of a
  // dimension is a group, too.
  const names = by.map((item) => (shared.includes(item) ? `d.${item.name}` : `n.${item.name}`)).join(', ');
  const on = shared.map((item) => `n.${item.name} is not distinct from d.${item.name}`).join(' and ');
  return `select ${names}, n.value as numerator, d.value as denominator\nfrom (\n${bottom}\n) as d\nleft join (\n${top}\n) as n on ${on}\norder by ${names}`;
}
