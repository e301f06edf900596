import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { sqlText, sqlTextOrNull } from '../../src/engine/sql-text.ts';
import { createRelations } from '../../src/figures/model.ts';
import { registry } from '../../src/kinds/registry.ts';
import { searchRecords } from '../../src/kinds/searches/shape.ts';
import {
  cellStates,
  offences,
  reasonClasses,
  reasonForms,
  searchTypes,
} from '../../src/kinds/searches/words.ts';
import { tempDir } from '../support/temp-dir.ts';

const relations = createRelations(registry.models, registry.shapes);
const wanted = relations.inOrder(['searches', 'network_searches']);

/** Four logs of three networks; the last is of none that is known. */
const holders = ['Ostervale CA PD', 'Zellhaven TX PD', 'Ostervale CA PD', null];
const labels = [null, 'Arborfield CA PD', 'Brinmoor CA PD', 'Cawdry TX SO'];

interface Logged {
  log: number;
  id: number;
  label: number;
  hour: number;
  class: string;
  offence: string | null;
  form: string | null;
  state: string;
  plate: string;
  type: string;
  networks: number | null;
}

const logged: fc.Arbitrary<Logged> = fc.record({
  log: fc.nat(3),
  id: fc.nat(5),
  label: fc.nat(3),
  hour: fc.integer({ min: -1, max: 3 }),
  class: fc.constantFrom(...reasonClasses.values),
  offence: fc.option(fc.constantFrom(...offences.values)),
  form: fc.option(fc.constantFrom(...reasonForms.values)),
  state: fc.constantFrom(...cellStates.values),
  plate: fc.constantFrom(...cellStates.values),
  type: fc.constantFrom(...searchTypes.values),
  networks: fc.option(fc.nat(9)),
});

const record = (row: Logged, place: number): string =>
  `(${[
    sqlText(`log-${row.log}`),
    place + 1,
    `'kept'`,
    `cast(${sqlTextOrNull(holders[row.log] ?? null)} as varchar)`,
    `'audit'`,
    `cast(${sqlTextOrNull(labels[row.label] ?? null)} as varchar)`,
    `'present'`,
    // Hours about midnight at the turn of a month, so that zones matter; and one of which no log can be.
    row.hour < 0
      ? `timestamp '1969-12-31 12:00:00'`
      : `timestamp '2026-01-31 22:00:00' + interval ${row.hour * 3} hour`,
    `cast(${row.id + 100} as bigint)`,
    'cast(null as bigint)',
    'cast(null as bigint)',
    `cast(${row.networks ?? 'null'} as integer)`,
    `cast(${row.networks === null ? 'null' : 10 - row.networks} as integer)`,
    sqlText(row.type),
    sqlText(row.class),
    `cast(${sqlTextOrNull(row.offence)} as varchar)`,
    `cast(${sqlTextOrNull(row.form)} as varchar)`,
    sqlText(row.state),
    sqlText(row.state === 'empty' ? 'present' : 'empty'),
    sqlText(row.plate),
    sqlText(row.plate),
  ].join(', ')})`;

const columns =
  'edition, "row", disposition, holder, log, org_text, org_state, hour, key_id, key_frame, key_second, networks, lookback_hours, search_type, reason_class, offence, reason_form, reason_state, case_state, name_state, plate_state';

/** The log whose holder nobody knows lists two organisations: with one alone it would be taken as that one's own. */
const several: Logged[] = [1, 2].map((label) => ({
  log: 3,
  id: 10 + label,
  label,
  hour: 0,
  class: 'other',
  offence: 'other',
  form: 'free',
  state: 'present',
  plate: 'masked-vendor',
  type: 'lookup',
  networks: 1,
}));

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => engine.close());

/** The word among rows that stands last in an order, or `none`. */
const most = (order: readonly string[], words: readonly (string | null)[], none: string | null) =>
  order.toReversed().find((word) => words.includes(word)) ?? none;
const stateOrder = ['masked-vendor', 'masked-agency', 'placeholder', 'empty', 'present'];
const classOrder = ['unreadable', 'other', 'department', 'immigration'];
const offenceOrder = [...offences.values.filter((word) => word !== 'other'), 'other'].reverse();
const typeOrder = [
  'other',
  ...searchTypes.values
    .filter((word) => !['other', 'no-column'].includes(word))
    .sort()
    .reverse(),
];
const largest = (numbers: readonly (number | null)[]) =>
  numbers.reduce((a, b) => (a === null ? b : b === null ? a : Math.max(a, b)), null);

/** Written plainly: what all rows of one search say. */
function expectedSearch(rows: readonly Logged[]) {
  const reasonClass = most(
    classOrder,
    rows.map((row) => row.class),
    'unreadable',
  );
  return {
    logged_rows: rows.length,
    reason_class: reasonClass,
    offence: most(
      offenceOrder,
      rows.filter((row) => row.class === reasonClass).map((row) => row.offence),
      null,
    ),
    reason_form: most(
      ['list', 'free'],
      rows.map((row) => row.form),
      null,
    ),
    reason_state: most(
      stateOrder,
      rows.map((row) => row.state),
      'no-column',
    ),
    case_state: most(
      stateOrder,
      rows.map((row) => (row.state === 'empty' ? 'present' : 'empty')),
      'no-column',
    ),
    plate_state: most(
      stateOrder,
      rows.map((row) => row.plate),
      'no-column',
    ),
    search_type: most(
      typeOrder,
      rows.map((row) => row.type),
      'no-column',
    ),
    networks: largest(rows.map((row) => row.networks)),
    lookback_hours: largest(rows.map((row) => (row.networks === null ? null : 10 - row.networks))),
    organisation: placed(rows),
  };
}

/** Who searched: of rows that name an organisation the earliest says it, of those of an hour the first in the alphabet. */
function placed(rows: readonly Logged[]): string | null {
  const naming = rows.filter((row) => row.label > 0).sort((a, b) => a.hour - b.hour || a.label - b.label);
  return ['arborfield-ca-pd', 'brinmoor-ca-pd', 'cawdry-tx-so'][(naming[0]?.label ?? 0) - 1] ?? null;
}

test('numbers say of searches what plain rules say of their rows, in all logs and in those of each network', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(logged, { minLength: 1, maxLength: 30 }), async (made) => {
      const rows = [...several, ...made];
      const missing = Object.keys(searchRecords.columns).filter((name) => !columns.includes(name));
      await engine.define(
        'records_searches',
        `select *, cast(null as bigint) as line${missing.map((name) => `, cast(null as ${searchRecords.columns[name]}) as ${name}`).join('')} from (values ${rows.map(record).join(', ')}) as v (${columns})`,
      );
      await engine.define('editions', `select distinct edition, true as in_force from records_searches`);
      const folder = tempDir('counted');
      for (const name of wanted) {
        const model = relations.models.get(name);
        if (!model) continue;
        const sql = model.parts?.sql([{ first: '1900-01-01', last: '2026-12-31' }]) ?? model.sql;
        const file = join(folder, `${name}.parquet`);
        if (!model.view) await engine.writeParquet(sql, file, { orderBy: model.orderBy });
        await engine.define(name, model.view ? sql : `select * from read_parquet(${sqlText(file)})`);
      }
      const bySearch = Map.groupBy(rows, (row) => row.id);
      const found = await engine.query('select * from searches order by event');
      expect(found.map(({ event }) => event)).toEqual(
        [...bySearch.keys()].map((id) => id + 100).sort((a, b) => a - b),
      );
      for (const search of found) {
        const own = bySearch.get(Number(search['event']) - 100) as Logged[];
        expect(search).toMatchObject(expectedSearch(own));
        expect(search['month']).toMatch(/^(2026-0[12]|1969-12)$/);
      }
      const known = rows.filter((row) => holders[row.log]);
      const byListing = Map.groupBy(known, (row) => `${row.id + 100} ${holders[row.log]}`);
      const listings = await engine.query('select * from network_searches');
      expect(listings.map((row) => `${row['event']} ${row['network_name']}`).sort()).toEqual(
        [...byListing.keys()].sort(),
      );
      for (const listing of listings) {
        const own = byListing.get(`${listing['event']} ${listing['network_name']}`) as Logged[];
        expect(listing).toMatchObject({
          reason_class: most(
            classOrder,
            own.map((row) => row.class),
            'unreadable',
          ),
          organisation: placed(own),
        });
        const row = rows[Number(listing['row']) - 1] as Logged;
        expect([`log-${row.log}`, row.id + 100]).toEqual([listing['edition'], listing['event']]);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
