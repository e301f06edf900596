import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { type PackRule, resultSql } from '../../src/kinds/searches/packs.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => engine?.close());

const rule = (more: Partial<PackRule>): PackRule => ({
  id: 'r',
  type: 'required-field',
  says: 'A rule (invented).',
  source: 'nowhere (invented)',
  read: '2026-11-20',
  ...more,
});

/** A search of which nothing can be read, as the models have it. */
const nothing = {
  organisation: null,
  scope: 'unreadable',
  reason_class: 'unreadable',
  offence: null,
  networks: null,
  lookback_hours: null,
  reason_state: 'no-column',
  case_state: 'no-column',
  name_state: 'no-column',
  plate_state: 'no-column',
};

type Cells = Partial<Record<keyof typeof nothing, string | number>>;

async function resultOf(given: PackRule, cells: Cells): Promise<unknown> {
  const columns = Object.entries({ ...nothing, ...cells }).map(([name, value]) => {
    const type = ['networks', 'lookback_hours'].includes(name) ? 'integer' : 'varchar';
    return `cast(${value === null ? 'null' : typeof value === 'number' ? value : `'${value}'`} as ${type}) as ${name}`;
  });
  const [row] = await engine.query(
    `select ${resultSql(given)} as result from (select ${columns.join(', ')}) as s`,
  );
  return row?.['result'];
}

const asks = 'needs an explanation';
const within = 'within';
const unknown = 'not checkable';
const wide = rule({ type: 'breadth', networks: 1000 });
const days = rule({ type: 'look-back', days: 21 });
const outside = rule({ type: 'organisation-scope', allow: ['friend-tx-pd'] });
const named = rule({ type: 'reason-class', classes: ['immigration'] });
const wider = rule({ type: 'reason-class', classes: ['immigration', 'department'] });
const purposes = rule({ type: 'allowed-purposes', offences: ['theft', 'missing-person'] });
const agreed = rule({ type: 'allowed-purposes', offences: ['theft'], classes: ['immigration'] });
const care = rule({ type: 'offence', offences: ['reproductive-care'] });

/** What the log shows, and what comes of it, by the words of the rule: written by hand, not by the program. */
const cases: readonly [string, PackRule, Cells, string][] = [
  ...(['reason', 'case', 'name', 'plate'] as const).flatMap((field) =>
    (
      [
        ['present', within],
        ['empty', asks],
        ['placeholder', asks],
        ['masked-vendor', unknown],
        ['masked-agency', unknown],
        ['no-column', unknown],
      ] as const
    ).map(([state, result]): [string, PackRule, Cells, string] => [
      `${field} required, ${state}`,
      rule({ field }),
      { [`${field}_state`]: state },
      result,
    ]),
  ),
  ['immigration, of immigration', named, { reason_class: 'immigration' }, asks],
  ['a department part may be meant, and may not', named, { reason_class: 'department' }, unknown],
  ['another reason, of immigration', named, { reason_class: 'other' }, within],
  ['no readable reason, of immigration', named, { reason_class: 'unreadable' }, unknown],
  ['a department part, of both', wider, { reason_class: 'department' }, asks],
  ['an offence of the rule', care, { reason_class: 'other', offence: 'reproductive-care' }, asks],
  ['another offence', care, { reason_class: 'other', offence: 'theft' }, within],
  ['an offence that cannot be read', care, {}, unknown],
  ['an allowed purpose', purposes, { reason_class: 'other', offence: 'theft' }, within],
  ['a purpose that is not listed', purposes, { reason_class: 'other', offence: 'protest' }, asks],
  ['words of no known purpose', purposes, { reason_class: 'other', offence: 'other' }, unknown],
  [
    'an investigation of no stated kind',
    purposes,
    { reason_class: 'other', offence: 'unspecified' },
    unknown,
  ],
  [
    'assistance, nobody says with what',
    purposes,
    { reason_class: 'other', offence: 'agency-assist' },
    unknown,
  ],
  ['immigration with an allowed word', purposes, { reason_class: 'immigration', offence: 'theft' }, asks],
  [
    'a department part with an allowed word',
    purposes,
    { reason_class: 'department', offence: 'theft' },
    unknown,
  ],
  ['no readable purpose', purposes, {}, unknown],
  ['immigration, where it is allowed', agreed, { reason_class: 'immigration', offence: 'other' }, within],
  [
    'a department part, where immigration is allowed',
    agreed,
    { reason_class: 'department', offence: 'theft' },
    unknown,
  ],
  ['inside the state', outside, { organisation: 'a-ca-pd', scope: 'inside' }, within],
  ['outside the state', outside, { organisation: 'a-tx-pd', scope: 'outside' }, asks],
  ['outside, with a declaration', outside, { organisation: 'friend-tx-pd', scope: 'outside' }, within],
  ['federal', outside, { organisation: 'federal-office', scope: 'federal' }, asks],
  ['an organisation that cannot be read', outside, {}, unknown],
  ['21 days', days, { lookback_hours: 504 }, within],
  ['21 days and a second', days, { lookback_hours: 505 }, asks],
  ['a window after the search', days, { lookback_hours: -3 }, within],
  ['no window', days, {}, unknown],
  ['narrow, without a case number', wide, { networks: 1000, case_state: 'empty' }, within],
  ['wide, without a case number', wide, { networks: 1001, case_state: 'empty' }, asks],
  ['wide, a placeholder for a case number', wide, { networks: 1001, case_state: 'placeholder' }, asks],
  ['wide, with a case number', wide, { networks: 1001, case_state: 'present' }, within],
  ['wide, case number masked', wide, { networks: 1001, case_state: 'masked-vendor' }, unknown],
  ['wide, case number not exported', wide, { networks: 1001 }, unknown],
  ['0 networks: not recorded', wide, { networks: 0, case_state: 'empty' }, unknown],
  ['networks not read', wide, { case_state: 'empty' }, unknown],
];

test.each(cases)('%s', async (_what, given, cells, result) => {
  expect(await resultOf(given, cells)).toBe(result);
});
