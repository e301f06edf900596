import { expect, test } from 'vitest';
import { figureCalled, parseQuery, type QueryText } from '../../src/figures/query.ts';
import { registry } from '../../src/kinds/registry.ts';
import { describeError, UserError } from '../../src/project/errors.ts';

const agencies = figureCalled('agreements.agencies', registry.figures);
const fresh = figureCalled('agreements.new', registry.figures);

function refusal(ask: () => unknown): string {
  try {
    ask();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.exit).toBe(2);
    return describeError(error);
  }
  throw new Error('it was accepted');
}

test('filters, groupings and dates are read', () => {
  const query = parseQuery(agencies, {
    asOf: '2026-01-26',
    until: '2024-02-29',
    knownAt: '2026-02-01',
    where: ['state=FL', 'state=GA', 'model=task-force'],
    by: ['state', 'model'],
  });
  expect(query).toEqual({
    asOf: '2026-01-26',
    until: '2024-02-29',
    knownAt: '2026-02-01T23:59:59.999Z',
    where: { state: ['FL', 'GA'], model: ['task-force'] },
    by: ['state', 'model'],
  });
  expect(parseQuery(agencies, { knownAt: '2026-02-01T12:00:00+02:00' }).knownAt).toBe(
    '2026-02-01T10:00:00.000Z',
  );
  expect(parseQuery(agencies, {})).toEqual({ where: {}, by: [] });
});

test('who groups by a dimension with a default asks for all its values', () => {
  const findings = figureCalled('searches.findings', registry.figures);
  const result = ['needs an explanation', 'within', 'not checkable'];
  expect(parseQuery(findings, { by: ['result'] })).toEqual({ where: { result }, by: ['result'] });
  expect(parseQuery(findings, { by: ['result'], where: ['result=within'] }).where).toEqual({
    result: ['within'],
  });
  expect(parseQuery(findings, { by: ['rule'] }).where).toEqual({});
});

const mistakes: readonly (readonly [QueryText, string])[] = [
  [
    { where: ['sate=FL'] },
    'CF-FIGURE-002 agreements.agencies has no dimension "sate".\n  Did you mean "state"?',
  ],
  [
    { by: ['office'] },
    'CF-FIGURE-002 agreements.agencies has no dimension "office".\n  It has: state, model, type, county, status.',
  ],
  [
    { where: ['state'] },
    'CF-FIGURE-003 "state" is not a filter.\n  Write --where dimension=value, e.g. --where state=FL.',
  ],
  [
    { where: ['=FL'] },
    'CF-FIGURE-003 "=FL" is not a filter.\n  Write --where dimension=value, e.g. --where state=FL.',
  ],
  [{ where: ['state=fl'] }, 'CF-FIGURE-003 "fl" is no value of state.\n  Did you mean state=FL?'],
  [
    { where: ['model=task force'] },
    'CF-FIGURE-003 "task force" is no value of model.\n  Did you mean model=task-force?',
  ],
  [
    { where: ['model=x'] },
    'CF-FIGURE-003 "x" is no value of model.\n  Give one of jail-enforcement, warrant-service, task-force, unreadable.',
  ],
  [
    { where: ['county=Osterhollow'] },
    'CF-FIGURE-003 "Osterhollow" is no value of county.\n  Give a five-digit county code such as 12001.',
  ],
  [
    { where: ['county=12001 '] },
    'CF-FIGURE-003 "12001 " is no value of county.\n  Give a five-digit county code such as 12001.',
  ],
  [
    { asOf: '26.1.2026' },
    'CF-FIGURE-004 "26.1.2026" is not a date for as-of.\n  Write it as year-month-day, e.g. 2026-01-26.',
  ],
  [
    { asOf: '2026-02-30' },
    'CF-FIGURE-004 "2026-02-30" is not a date for as-of.\n  Write it as year-month-day, e.g. 2026-01-26.',
  ],
  [
    { until: '2026-1-5' },
    'CF-FIGURE-004 "2026-1-5" is not a date for until.\n  Write it as year-month-day, e.g. 2026-01-26.',
  ],
  [
    { knownAt: 'soon' },
    'CF-FIGURE-004 "soon" is not a time for known-at.\n  Write 2026-01-26 or 2026-01-26T15:00:00Z.',
  ],
  [
    { where: ['toString=1'] },
    'CF-FIGURE-002 agreements.agencies has no dimension "toString".\n  It has: state, model, type, county, status.',
  ],
  [
    { by: ['toString'] },
    'CF-FIGURE-002 agreements.agencies has no dimension "toString".\n  It has: state, model, type, county, status.',
  ],
  [
    { where: ['__proto__=1'] },
    'CF-FIGURE-002 agreements.agencies has no dimension "__proto__".\n  It has: state, model, type, county, status.',
  ],
];

test.each(mistakes)('%j', (text, shown) => {
  expect(refusal(() => parseQuery(agencies, text))).toBe(shown);
});

test('a month of a flow has a form', () => {
  expect(parseQuery(fresh, { where: ['month=2026-01'] }).where).toEqual({ month: ['2026-01'] });
  expect(refusal(() => parseQuery(fresh, { where: ['month=January'] }))).toContain(
    'Give a month such as 2026-01.',
  );
});

test('a figure that is none is said with the nearest', () => {
  expect(refusal(() => figureCalled('agreements.agency', registry.figures))).toBe(
    'CF-FIGURE-001 There is no figure "agreements.agency".\n  Did you mean "agreements.agencies"?',
  );
  expect(refusal(() => figureCalled('x', registry.figures))).toContain('There are: agreements.agreements, ');
});

test('a figure whose rows have no date of their own is not asked for up to a day', () => {
  for (const id of ['agreements.population_covered', 'agreements.officers', 'contracts.offers_received'])
    expect(refusal(() => parseQuery(figureCalled(id, registry.figures), { until: '2026-01-31' }))).toBe(
      `CF-FIGURE-005 What ${id} counts has no date of its own.\n  Leave --until out, or ask with --as-of for an earlier edition.`,
    );
});
