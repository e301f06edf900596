import { describe, expect, it } from 'vitest';
import type { ReleasePlan } from '../../src/figures/release.ts';
import { searches } from '../../src/kinds/searches/kind.ts';
import type { BaseRow } from '../../src/publication/cells.ts';
import { type Ledger, readLedger } from '../../src/publication/ledger.ts';
import { closedMonths, makeRelease, type Release } from '../../src/publication/release.ts';
import { audit } from './audit.ts';

const plan = searches.release as ReleasePlan;

/** Counts of invented organisations, most of them small, from a seed. */
function counts(seed: number, organisations: number, months: readonly string[]): BaseRow[] {
  let state = seed;
  const next = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * limit);
  };
  const rows: BaseRow[] = [];
  for (let index = 0; index < organisations; index += 1) {
    const values = {
      organisation: `org-${index}`,
      state: ['CA', 'TX', 'FL'][index % 3] as string,
      level: ['municipal', 'county', 'federal'][next(3)] as string,
    };
    const size = [3, 12, 60, 400][next(4)] as number;
    for (const month of months) {
      for (const reason of ['immigration', 'department', 'other', 'unreadable']) {
        const n = reason === 'other' ? next(size) : next(4) === 0 ? next(Math.ceil(size / 6) + 1) : 0;
        if (n > 0)
          rows.push({ values: { ...values, reason_class: reason, month, year: month.slice(0, 4) }, n });
      }
    }
  }
  return rows;
}

const months = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04'];
const empty = (): Ledger => readLedger('/nowhere/at/all', 'searches', plan.dimensions);

function threeReleases(base: readonly BaseRow[]): Release[] {
  const releases: Release[] = [];
  let ledger = empty();
  for (const date of ['2026-01-15', '2026-03-02', '2026-05-03']) {
    const made = makeRelease(
      plan,
      { base: base.filter((row) => (row.values['month'] as string) < date.slice(0, 7)), lastDay: date },
      ledger,
      date,
    );
    ledger = JSON.parse(JSON.stringify(made.ledger)) as Ledger;
    releases.push(made.release);
  }
  return releases;
}

describe('the release plan', () => {
  it('shows no count of 1 to 9', () => {
    for (const release of threeReleases(counts(7, 12, months))) {
      for (const row of release.tables.flatMap((table) => table.rows)) {
        if (typeof row.shown === 'number') expect(row.shown === 0 || row.shown >= 10).toBe(true);
      }
    }
  });

  it('takes closed months only', () => {
    const base = counts(1, 3, months);
    expect(closedMonths(base, plan, '2026-02-20', '2026-05-01')).toEqual(['2025-11', '2025-12', '2026-01']);
    expect(closedMonths(base, plan, '2026-05-01', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01']);
  });

  it('never changes what was shown, and says that rows came late', () => {
    const base = counts(3, 8, months);
    const first = makeRelease(
      plan,
      { base: base.filter((row) => (row.values['month'] as string) < '2026-01'), lastDay: '2026-01-15' },
      empty(),
      '2026-01-15',
    );
    const more = base.map((row) => ({ ...row, n: row.n + 1 }));
    const second = makeRelease(plan, { base: more, lastDay: '2026-05-03' }, first.ledger, '2026-05-03');
    expect(second.release.lateArrivals).toBe(true);
    const rowsOf = (release: Release) =>
      new Map(
        release.tables.flatMap((table) =>
          table.rows
            .filter((row) => row.values['month'] !== undefined)
            .map((row) => [`${table.id} ${Object.values(row.values)}`, row.shown]),
        ),
      );
    const later = rowsOf(second.release);
    for (const [cell, shown] of rowsOf(first.release)) expect(later.get(cell)).toBe(shown);
  });

  it('shows [x], not zero, where the reason could not be read', () => {
    const base: BaseRow[] = ['2026-01', '2026-02'].map((month) => ({
      values: {
        organisation: 'a',
        state: 'CA',
        level: 'county',
        reason_class: 'unreadable',
        month,
        year: '2026',
      },
      n: 50,
    }));
    const { release } = makeRelease(plan, { base, lastDay: '2026-03-10' }, empty(), '2026-03-10');
    const row = release.tables
      .find((table) => table.id === 'organisation-class-year')
      ?.rows.find((one) => one.values['reason_class'] === 'immigration');
    expect(row?.shown).toBe('[x]');
  });
});

describe('the audit', () => {
  it.each([1, 2, 3, 4, 5, 6, 11, 12])(
    'computes no hidden cell over three successive releases (%i)',
    async (seed) => {
      const base = counts(seed, 7, months);
      const releases = threeReleases(base);
      const findings = await audit(releases, base);
      expect(findings.length).toBeGreaterThan(0);
      const open = findings.filter(({ low, high }) => high - low < 0.5);
      expect(open).toEqual([]);
      const narrow = findings.filter(({ low, high }) => high - low < 2.5);
      expect(narrow).toEqual([]);
    },
    120_000,
  );

  it('finds a cell that a careless release gives away', async () => {
    const base = counts(2, 7, months);
    const releases = threeReleases(base);
    const table = releases[2]?.tables[0];
    const hidden = table?.rows.filter((row) => row.shown === '[c]') ?? [];
    // All but one hidden cell of a table shown after all.
    for (const row of hidden.slice(1))
      row.shown = base
        .filter(
          (one) =>
            one.values['organisation'] === row.values['organisation'] &&
            one.values['month'] === row.values['month'],
        )
        .reduce((sum, one) => sum + one.n, 0);
    const findings = await audit(releases, base);
    expect(findings.some(({ low, high }) => high - low < 0.5)).toBe(true);
  }, 120_000);
});
