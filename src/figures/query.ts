import { exitCodes, UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import type { Figure, Query } from './figure.ts';

/** A query as a person writes it: filters `dimension=value`, groupings by name. */
export interface QueryText {
  asOf?: string | undefined;
  until?: string | undefined;
  knownAt?: string | undefined;
  where?: readonly string[] | undefined;
  by?: readonly string[] | undefined;
}

/** Filters `dimension=value` as values by dimension. Throws CF-FIGURE-003 for what is none. */
export function parseWhere(filters: readonly string[]): Record<string, string[]> {
  // No plain object while names are gathered: "toString" and "__proto__" would be there already.
  const where = new Map<string, string[]>();
  for (const filter of filters) {
    const cut = filter.indexOf('=');
    if (cut < 1)
      throw usage(
        'CF-FIGURE-003',
        `"${filter}" is not a filter.`,
        'Write --where dimension=value, e.g. --where state=FL.',
      );
    const name = filter.slice(0, cut);
    where.set(name, [...(where.get(name) ?? []), filter.slice(cut + 1)]);
  }
  return Object.fromEntries(where);
}

/** Refuses filters by what no figure has: one that is passed over looks like an answer. Throws CF-FIGURE-002. */
export function checkNames(names: readonly string[], figures: readonly Figure[]): void {
  const known = [...new Set(figures.flatMap(({ dimensions }) => Object.keys(dimensions)))].sort();
  for (const name of names) {
    if (known.includes(name)) continue;
    const close = nearest(name, known);
    throw usage(
      'CF-FIGURE-002',
      `No figure here has a dimension "${name}".`,
      close ? `Did you mean "${close}"?` : `There are: ${known.join(', ')}.`,
    );
  }
}

/** Turns text into a query and checks it against the figure. Throws CF-FIGURE-002, -003, -004 or -005. */
export function parseQuery(figure: Figure, text: QueryText): Query {
  const where = parseWhere(text.where ?? []);
  for (const name of Object.keys(where))
    if (!Object.hasOwn(figure.dimensions, name)) throw noDimension(figure, name);
  for (const name of text.by ?? [])
    if (where[name] === undefined) Object.assign(where, everyValue(figure, name));
  const query: Query = { where, by: text.by ?? [] };
  if (text.asOf !== undefined) query.asOf = isoDate(text.asOf, 'as-of');
  if (text.until !== undefined) {
    query.until = isoDate(text.until, 'until');
    if (!hasEvents(figure))
      throw usage(
        'CF-FIGURE-005',
        `What ${figure.id} counts has no date of its own.`,
        'Leave --until out, or ask with --as-of for an earlier edition.',
      );
  }
  if (text.knownAt !== undefined) query.knownAt = knownAt(text.knownAt);
  checkQuery(figure, query);
  return query;
}

/** Whether what a figure counts has a date of its own, so that it can be asked for up to a day. */
export function hasEvents({ eventDate, form }: Figure): boolean {
  return eventDate !== undefined || form.form === 'running';
}

/** A filter that lifts a default: who groups by a dimension asks for all its values, not for the default alone. */
export function everyValue(figure: Figure, name: string): Record<string, string[]> {
  const values = Object.hasOwn(figure.dimensions, name) ? figure.dimensions[name]?.values : undefined;
  return figure.defaults?.[name] === undefined || values === undefined ? {} : { [name]: [...values] };
}

/** Checks dimensions and values of a query. Throws CF-FIGURE-002 (no such dimension) or CF-FIGURE-003 (no such value). */
export function checkQuery(figure: Figure, query: Query): void {
  for (const name of [...Object.keys(query.where), ...query.by]) {
    if (!Object.hasOwn(figure.dimensions, name)) throw noDimension(figure, name);
  }
  for (const [name, values] of Object.entries(query.where)) {
    for (const value of values) checkValue(figure, name, value);
  }
}

function checkValue(figure: Figure, name: string, value: string): void {
  const dimension = figure.dimensions[name];
  if (!dimension) throw noDimension(figure, name);
  if (dimension.values && !dimension.values.includes(value)) {
    const close = nearest(value, dimension.values);
    const known =
      dimension.values.length > 12 ? `${dimension.says}` : `one of ${dimension.values.join(', ')}`;
    throw usage(
      'CF-FIGURE-003',
      `"${value}" is no value of ${name}.`,
      close ? `Did you mean ${name}=${close}?` : `Give ${known}.`,
    );
  }
  if (dimension.pattern && !dimension.pattern.test(value)) {
    throw usage('CF-FIGURE-003', `"${value}" is no value of ${name}.`, `Give ${dimension.says}.`);
  }
}

function noDimension(figure: Figure, name: string): UserError {
  const known = Object.keys(figure.dimensions);
  const close = nearest(name, known);
  const hint = close ? `Did you mean "${close}"?` : `It has: ${known.join(', ')}.`;
  return usage('CF-FIGURE-002', `${figure.id} has no dimension "${name}".`, hint);
}

/** Checks an ISO date given on the command line or in a file. Throws CF-FIGURE-004. */
export function isoDate(text: string, what: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isFinite(time) || !new Date(time).toISOString().startsWith(text))
    throw usage(
      'CF-FIGURE-004',
      `"${text}" is not a date for ${what}.`,
      'Write it as year-month-day, e.g. 2026-01-26.',
    );
  return text;
}

/** An instant from a day or an instant as given. Throws the error of a date that cannot be read. */
export function knownAt(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `${isoDate(text, 'known-at')}T23:59:59.999Z`;
  const time = Date.parse(text);
  if (!Number.isFinite(time))
    throw usage(
      'CF-FIGURE-004',
      `"${text}" is not a time for known-at.`,
      'Write 2026-01-26 or 2026-01-26T15:00:00Z.',
    );
  return new Date(time).toISOString();
}

function usage(code: string, message: string, hint: string): UserError {
  return new UserError(message, { code, exit: exitCodes.usage, hint });
}

/** The figure called `id`. Throws CF-FIGURE-001 with the nearest known one. */
export function figureCalled(id: string, figures: readonly Figure[]): Figure {
  const found = figures.find((figure) => figure.id === id);
  if (found) return found;
  const close = nearest(
    id,
    figures.map((figure) => figure.id),
  );
  throw usage(
    'CF-FIGURE-001',
    `There is no figure "${id}".`,
    close ? `Did you mean "${close}"?` : `There are: ${figures.map((figure) => figure.id).join(', ')}.`,
  );
}
