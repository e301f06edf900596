import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { renderMacros } from '../../src/engine/macros.ts';
import { sqlText } from '../../src/engine/sql-text.ts';
import { isAccount } from '../../src/kinds/searches/account-form.ts';
import { identityStages } from '../../src/kinds/searches/account-identity.ts';
import { accountStages, foldsSql } from '../../src/kinds/searches/door.ts';
import { holderOf, nameKept } from '../../src/kinds/searches/file-name.ts';
import { states } from '../../src/reference/states.ts';

// Every name of a person or place here is invented; names of states are used as first names on purpose.
let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => engine.close());

const stateNames = states.map(({ name }) => name);
const codes = states.map(({ code }) => code);
const ranks =
  'Sgt|Sgt.|SGT|Sergeant|Lt|Lt.|Officer|OFFICER|Ofc|Ofc.|Det|Detective|Deputy|Cpl|Capt.|Trooper|Agent|Inspector'.split(
    '|',
  );
const first = ['Zebulon', 'Z.', 'Virginia', 'Georgia', 'Carolina', 'ZEBULON'];
const last = ['Quarrelmere', 'QUARRELMERE', "O'Quarrel", 'Quarrel-Mere', 'Washington', 'Montana'];
const kinds = [
  '',
  'PD',
  'SO',
  'SP',
  'HP',
  'DPS',
  'DOT',
  'DOC',
  'AG',
  'State Police',
  'Police',
  'Department of Public Safety',
];

async function valuesOf(
  labels: readonly string[],
  stages: readonly Readonly<Record<string, string>>[],
  column: string,
) {
  const from = stages.reduce(
    (inner, stage) =>
      `(select *, ${Object.entries(stage)
        .map(([name, sql]) => `${renderMacros(sql, 'duckdb')} as ${name}`)
        .join(', ')} from ${inner})`,
    `(select * from (values ${labels.map((label, n) => `(${n}, ${sqlText(label)})`).join(', ')}) as given (n, c))`,
  );
  return (await engine.query(`select cast(${column} as varchar) as v from ${from} order by n`)).map(
    (row) => row['v'],
  );
}
const [{ plain, rest }, accepted] = accountStages('c');
const door: readonly Readonly<Record<string, string>>[] = [
  { plain_label: plain },
  { other_label: rest },
  { label: accepted },
];

describe('the form of an account', () => {
  it('is that of nobody with a rank, wherever name, state and kind of agency stand', async () => {
    const person = fc
      .record({
        rank: fc.constantFrom(...ranks),
        first: fc.constantFrom('', ...first),
        last: fc.constantFrom(...last),
        place: fc.constantFrom('', ...stateNames, ...codes),
        kind: fc.constantFrom(...kinds),
        order: fc.constantFrom('rank first', 'state first', 'kind first', 'rank last'),
      })
      .map(({ rank, first, last, place, kind, order }) => {
        const words = {
          'rank first': [rank, first, last, place, kind],
          'state first': [place, kind, rank, first, last],
          'kind first': [kind, place, rank, first, last],
          'rank last': [first, last, rank, place, kind],
        }[order];
        return words.filter((word) => word !== '').join(' ');
      });
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 300, maxLength: 400 }), async (cells) => {
        const found = await valuesOf(cells, door, 'label');
        expect(cells.filter((_, n) => found[n] !== null)).toEqual([]);
        expect(cells.filter(isAccount)).toEqual([]);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('lets a name of a person in with no agency of a state', () => {
    for (const name of [...first.flatMap((one) => last.map((other) => `${one} ${other}`)), ...last]) {
      for (const kind of kinds.filter((kind) => kind !== '')) {
        for (const label of [
          `${name} ${kind}`,
          `TX ${kind} ${name}`,
          `Texas ${name} ${kind}`,
          `${kind} ${name}`,
        ]) {
          const state = stateNames.some((state) => label === `${state} ${kind}`);
          // A short surname before a state's name is the free word before a place that cannot be told from one.
          if (!state) expect([label, isAccount(label)]).toEqual([label, false]);
        }
      }
    }
  });

  it.each([
    'Sergeant Bluff IA PD',
    'Texas Attorney General Inspector General',
    'Lubbock TX PD',
    'Sgtville Deputyville TX PD',
    'TX DPS',
    'Texas DPS',
    'FL HP',
    'DC MPD',
    'Fennmoor PD (CA)',
    'Fennmoor Department of Public Safety (CA)',
  ])('%s has it', (label) => expect(isAccount(label)).toBe(true));
});

it('finds one key for an account by the short way and by the patient one', async () => {
  const pick = (...words: string[]) => fc.constantFrom(...words);
  const label = fc
    .record({
      lead: pick('', '', '', '[Federal] ', ' ', 'The '),
      place: pick(
        'Fennmoor',
        'St. Fennmoor',
        'St.Fennmoor',
        'Fenn-moor',
        'Fennmoor Co',
        'Fennmoor CO',
        'Fennmoor Co.',
        'Fennmoor County',
        'Upper Fennmoor County',
        'Nevada',
        'Texas',
        'TX',
        'Fennmoor State',
        'Fennmoor State University',
        'U.S. Fennmoor',
        '',
        'Police',
        'PD',
      ),
      code: pick('CA', 'TX', 'CO', 'SD', 'MO', 'NV', '', '', '(CA)'),
      kind: pick(
        'PD',
        'SO',
        'SP',
        'HP',
        'DPS',
        'SD',
        'Police',
        'Police Dept.',
        'Police Department',
        "Sheriff's Office",
        'Sheriff’s Dept',
        'Sheriff',
        'Department of Public Safety',
        'Public Safety',
        'State Police',
        'Highway Patrol',
        'State Highway Patrol',
        'DOT',
        'Department of Transportation',
        'Attorney General',
        'University PD',
        'P.D.',
        'Bureau of Investigation',
      ),
      order: pick('code', 'code', 'kind'),
      end: pick('', '', '', ' [Inactive]', ' (Sample County)', ' (LR)', ' (CA)', ' '),
    })
    .map(({ lead, place, code, kind, order, end }) => {
      const words = order === 'code' ? [place, code, kind] : [place, kind, code];
      return `${lead}${words.filter((word) => word !== '').join(' ')}${end}`;
    });
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(label, { minLength: 400, maxLength: 500 }), async (labels) => {
      const quick = await valuesOf(labels, [...door, ...identityStages(foldsSql)], 'account_key');
      const patient = await valuesOf(labels, [...door, ...identityStages()], 'account_key');
      expect(quick).toEqual(patient);
      for (const key of patient) if (key !== null) seen.add(String(key));
    }),
    { numRuns: 12, endOnFailure: true },
  );
  for (const key of ['fennmoor ca pd', 'fennmoor county co so', 'tx dps', 'nv hp', 'st fennmoor mo pd'])
    expect(seen).toContain(key);
});

describe('the name of a log', () => {
  it.each([
    'Zebulon Quarrelmere Exampleton CA PD-Audit.csv',
    'Request by Zebulon Quarrelmere for Exampleton CA PD-Audit.csv',
    'Sgt Quarrelmere CA PD Audit.csv',
    'quarrelmere_zebulon_exampleton_ca_pd_audit.csv',
  ])('%s: keeps no name of a person before an organisation, and takes nobody for it', (name) => {
    expect(nameKept(name).toLowerCase()).not.toMatch(/quarrelmere|zebulon/);
    expect(holderOf(name)).toBeNull();
  });

  it.each([
    ['Exampleton_CA_PD-Audit.csv', 'Exampleton CA PD'],
    ['grand-exampleton-ca-police-search_audit.csv', 'Grand Exampleton CA Police'],
    ['1_1_2025-Mille_Sample_County_MN_SO-Audit.csv', 'Mille Sample County MN SO'],
    ['1_1_2025-Sample_Unified_School_District_CA_PD-Audit.csv', 'Sample Unified School District CA PD'],
    ['1_1_2025-City_of_Exampleton_CA_PD-Audit.csv', 'City Of Exampleton CA PD'],
    ['TX_DPS-Network-Audit.csv', 'TX DPS'],
    ['searches in sp.csv', null],
  ])('%s: is that of %s', (name, label) => {
    expect(holderOf(name)).toBe(label);
    if (label !== null) expect(nameKept(name)).toContain(name.split('.')[0]?.slice(-10));
  });
});
