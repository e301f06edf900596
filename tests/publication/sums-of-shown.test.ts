import { describe, expect, it } from 'vitest';
import { askedInRelease } from '../../src/cli/asked-in-release.ts';
import type { PackRule } from '../../src/kinds/searches/packs.ts';
import type { ShownValue } from '../../src/publication/ledger.ts';
import type { ReleasedTable } from '../../src/publication/release.ts';
import { flowsOf, sumOfShown } from '../../src/publication/sums-of-shown.ts';

const places = new Map([
  ['a-ca-pd', { state: 'CA', level: 'municipal' }],
  ['b-tx-so', { state: 'TX', level: 'county' }],
  ['c-tx-pd', { state: 'TX', level: 'municipal' }],
  ['f', { state: 'federal', level: 'federal' }],
]);
const row = (
  network: string,
  organisation: string,
  year: string,
  shown: ShownValue,
  through = `${year}-12`,
) => ({
  values: { network, organisation, year },
  through,
  shown,
});
const table: ReleasedTable = {
  id: 'network-organisation-year',
  title: 'T',
  by: ['network', 'organisation', 'year'],
  rows: [
    row('a-ca-pd', 'a-ca-pd', '2025', 500),
    row('a-ca-pd', 'b-tx-so', '2025', 40),
    row('a-ca-pd', 'c-tx-pd', '2025', '[c]'),
    row('a-ca-pd', 'f', '2025', 12),
    row('a-ca-pd', 'unreadable', '2025', 30),
    row('a-ca-pd', 'b-tx-so', '2026', 0, '2026-03'),
    row('a-ca-pd', 'c-tx-pd', '2026', 25, '2026-03'),
  ],
};
const network = { id: 'a-ca-pd', name: 'A CA PD', state: 'CA', zone: 'UTC' };
const rule = (given: Partial<PackRule>): PackRule => ({
  id: 'r',
  type: 'organisation-scope',
  says: 's',
  source: 's',
  read: '2026-11-21',
  ...given,
});
const asked = (given: Partial<PackRule>, tables: readonly ReleasedTable[] = [table]) =>
  askedInRelease(rule(given), network, tables, places);

describe('sums of shown counts', () => {
  it('leave hidden and unreadable counts out, and tell how many are hidden', () => {
    const shown: ShownValue[] = [12, '[c]', '[x]', 0, 30, '[c]'];
    expect(sumOfShown(shown.map((one) => ({ values: {}, through: null, shown: one })))).toEqual({
      shown: 42,
      hidden: 2,
    });
  });

  it('are the flows between states and levels', () => {
    expect(flowsOf([table], places, 'state')).toEqual([
      { from: 'CA', to: 'CA', year: '2025', through: '2025-12', shown: 500, hidden: 0 },
      { from: 'TX', to: 'CA', year: '2025', through: '2025-12', shown: 40, hidden: 1 },
      { from: 'TX', to: 'CA', year: '2026', through: '2026-03', shown: 25, hidden: 0 },
      { from: 'federal', to: 'CA', year: '2025', through: '2025-12', shown: 12, hidden: 0 },
      { from: 'unreadable', to: 'CA', year: '2025', through: '2025-12', shown: 30, hidden: 0 },
    ]);
    expect(flowsOf([table], places, 'level').filter(({ from }) => from === 'county')).toEqual([
      { from: 'county', to: 'municipal', year: '2025', through: '2025-12', shown: 40, hidden: 0 },
    ]);
  });

  it('are what a rule of organisations from outside asks about, in years in which it was in force throughout', () => {
    expect(asked({})).toEqual({ shown: 77, hidden: 1 });
    expect(asked({ allow: ['b-tx-so'] })).toEqual({ shown: 37, hidden: 1 });
    expect(asked({ from: '2026-01-01' })).toEqual({ shown: 25, hidden: 0 });
    expect(asked({ from: '2025-07-01' })).toEqual({ shown: 25, hidden: 0 });
    expect(asked({ from: '2026-07-01' })).toBeNull();
  });

  it('are what a rule of reasons asks about where there is one network, and nothing where there are two', () => {
    const reasons: ReleasedTable = {
      id: 'state-class-month',
      title: 'T',
      by: ['state', 'reason_class', 'month'],
      rows: [
        { values: { state: 'CA', reason_class: 'immigration', month: '2025-11' }, through: null, shown: 10 },
        {
          values: { state: 'TX', reason_class: 'immigration', month: '2025-11' },
          through: null,
          shown: '[c]',
        },
        { values: { state: 'TX', reason_class: 'other', month: '2025-11' }, through: null, shown: 90 },
        { values: { state: 'TX', reason_class: 'immigration', month: '2025-12' }, through: null, shown: 20 },
      ],
    };
    const given = { type: 'reason-class', classes: ['immigration'] } as const;
    expect(asked(given, [table, reasons])).toEqual({ shown: 30, hidden: 1 });
    expect(asked({ ...given, from: '2025-12-01' }, [table, reasons])).toEqual({ shown: 20, hidden: 0 });
    const two = { ...table, rows: [...table.rows, row('b-tx-so', 'b-tx-so', '2025', 10)] };
    expect(asked(given, [two, reasons])).toBeNull();
  });

  it('tell nothing of rules that look at single searches', () => {
    for (const type of ['required-field', 'look-back', 'breadth', 'offence'] as const)
      expect(asked({ type })).toBeNull();
  });
});
