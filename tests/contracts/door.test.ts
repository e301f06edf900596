import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  atomPage,
  csvText,
  downloadCsv,
  type InventedAction,
  searchCsv,
} from '../../examples/contract-files.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { sqlText } from '../../src/engine/sql-text.ts';
import { mayBePerson } from '../../src/kinds/contracts/door.ts';
import { contractLayouts } from '../../src/kinds/contracts/layouts.ts';
import { vocabularyText } from '../../src/read/vocabulary.ts';
import { vocabularyWords } from '../../src/read/vocabulary-words.ts';
import { addTo, build, emptyProject } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';
import { walkBytes } from '../support/walk-bytes.ts';

const canaries = {
  person: 'Zebulon Quarterstaff',
  officer: 'Ottoline Brackenmere',
  inText: 'Thaddeus Wrenfield',
  email: 'peregrine.ashlock@example.invalid',
  phone: '555-867-5309',
  fax: '555-314-1592',
  street: '17 Marrowgate Crescent',
  zip: '998877665',
  user: 'QBRIARTHORNE.70ZZ',
  pay: '1234567.89',
};
const all = Object.values(canaries);
const text = `GUARD SERVICES CONTACT ${canaries.inText} ${canaries.email} ${canaries.phone}`;
const organisation: InventedAction = {
  piid: '70INVR26C00000001',
  date: '2026-01-05',
  obligation: '10.00',
  ceiling: '10.00',
  vendor: 'INVENTED GUARD COMPANY LLC',
  description: text,
};
const person: InventedAction = {
  piid: '70INVR26P00000002',
  date: '2026-01-06',
  obligation: '20.00',
  ceiling: '20.00',
  vendor: canaries.person,
  uei: 'ZBLNQRTRSTFF',
  description: text,
};
const flagged: InventedAction = {
  ...person,
  piid: '70INVR26P00000003',
  vendor: `${canaries.person} SERVICES`,
  soleProprietor: true,
};

const downloadMore = {
  recipient_phone_number: canaries.phone,
  recipient_fax_number: canaries.fax,
  recipient_address_line_1: canaries.street,
  recipient_address_line_2: canaries.street,
  recipient_zip_4_code: canaries.zip,
  primary_place_of_performance_zip_4: canaries.zip,
  highly_compensated_officer_1_name: canaries.officer,
  highly_compensated_officer_1_amount: canaries.pay,
  recipient_doing_business_as_name: canaries.person,
  recipient_parent_name: canaries.person,
  prime_award_base_transaction_description: text,
};
const atomMore = {
  createdBy: canaries.user,
  lastModifiedBy: canaries.user,
  approvedBy: canaries.user,
  streetAddress: canaries.street,
  phoneNo: canaries.phone,
  faxNo: canaries.fax,
  ZIPCode: canaries.zip,
};
const headers2018 =
  contractLayouts.find((layout) => layout.id === 'usaspending-2018')?.headerless?.headers ?? [];
const row2018 = (cells: Record<string, string>) => headers2018.map((header) => cells[header]);
const cells2018 = (vendor: string, piid: string, sole: string) => ({
  award_id_piid: piid,
  modification_number: '0',
  federal_action_obligation: '10',
  base_and_all_options_value: '10',
  action_date: '25/07/2017',
  awarding_sub_agency_code: '7099',
  award_or_idv_flag: 'AWARD',
  fiscal_year: '2017',
  recipient_name: vendor,
  award_description: text,
  sole_proprietorship: sole,
  recipient_phone_number: canaries.phone,
  recipient_fax_number: canaries.fax,
  recipient_address_line_1: canaries.street,
  recipient_zip_4_code: canaries.zip,
  recipient_doing_business_as_name: canaries.person,
});

const json = (value: unknown) => JSON.stringify(value, null, 1);
const apiAward = {
  generated_unique_award_id: 'CONT_AWD_70INVR26C00000001_7099_-NONE-_-NONE-',
  piid: '70INVR26C00000001',
  category: 'contract',
  total_obligation: 10.5,
  base_and_all_options: 20.25,
  date_signed: '2026-01-05',
  description: text,
  recipient: {
    recipient_name: canaries.person,
    business_categories: ['Sole Proprietorship'],
    location: { address_line1: canaries.street, zip4: canaries.zip },
  },
  executive_details: { officers: [{ name: canaries.officer, amount: 1234567.89 }] },
};

/** One file for every layout, each with a person's details wherever the layout has room for them. */
const files: Record<string, [name: string, text: string]> = {
  'usaspending-search-9': ['nine_asof-2026-02-01.csv', searchCsv([organisation, person], 9)],
  'usaspending-search-10': ['ten_asof-2026-03-01.csv', searchCsv([organisation, person], 10)],
  'usaspending-transactions': [
    'download_2026-04-01.csv',
    downloadCsv([organisation, person, flagged].map((action) => ({ ...action, more: downloadMore }))),
  ],
  'usaspending-transactions-delta': [
    'delta_2026-05-01.csv',
    downloadCsv(
      [
        { ...organisation, correction: 'C' },
        { ...person, correction: 'D' },
      ].map((action) => ({ ...action, more: downloadMore })),
    ),
  ],
  'usaspending-2018': [
    'fy17.csv',
    csvText([
      row2018(cells2018('INVENTED GUARD COMPANY LLC', '70INVR17C00000001', 'f')),
      row2018(cells2018(`${canaries.person} SERVICES`, '70INVR17P00000002', 't')),
    ]),
  ],
  'fpds-atom': [
    'page.xml',
    atomPage(
      [organisation, person, { ...flagged, kind: 'idv' as const }].map((action) => ({
        ...action,
        more: atomMore,
      })),
    ),
  ],
  'usaspending-api-transactions': [
    'transactions.json',
    json({
      results: [
        {
          id: 'CONT_TX_7099_-NONE-_70INVR26C00000001_0_-NONE-_0',
          type: 'D',
          type_description: 'DEFINITIVE CONTRACT',
          action_date: '2026-01-05',
          modification_number: '0',
          description: text,
          federal_action_obligation: 10,
        },
      ],
    }),
  ],
  'typed-actions': [
    'typed.csv',
    csvText([
      [
        'record_kind',
        'agency_id',
        'piid',
        'mod_number',
        'signed_date',
        'obligated_amount',
        'base_and_all_options_value',
        'vendor_name',
        'description',
      ],
      ['award', '7099', '70INVR26P00000002', '0', '2026-01-06', '20.00', '20.00', canaries.person, text],
    ]),
  ],
  'usaspending-api-award': ['award.json', json(apiAward)],
  'usaspending-api-orders': [
    'orders.json',
    json({
      results: [
        {
          award_id: 1,
          award_type: 'DELIVERY ORDER',
          description: text,
          generated_unique_award_id: 'CONT_AWD_70INVR26FR0000001_7099_70INVR26D00000001_7099',
          obligated_amount: 5,
          piid: '70INVR26FR0000001',
        },
      ],
    }),
  ],
  'usaspending-award-summaries': [
    'summaries.csv',
    csvText([
      [
        'contract_award_unique_key',
        'award_id_piid',
        'potential_total_value_of_award',
        'award_base_action_date',
        'recipient_name',
        'awarding_sub_agency_code',
        'sole_proprietorship',
        'recipient_phone_number',
        'prime_award_base_transaction_description',
        'highly_compensated_officer_1_name',
      ],
      [
        'CONT_AWD_70INVR26P00000002_7099_-NONE-_-NONE-',
        '70INVR26P00000002',
        '20.00',
        '2026-01-06',
        `${canaries.person} SERVICES`,
        '7099',
        't',
        canaries.phone,
        text,
        canaries.officer,
      ],
    ]),
  ],
  'ocds-contracts': [
    'ocds.json',
    json({
      releases: [
        {
          ocid: 'ocds-invent-0001',
          date: '2026-01-05T00:00:00Z',
          parties: [
            {
              name: canaries.person,
              contactPoint: { name: canaries.officer, email: canaries.email, telephone: canaries.phone },
            },
          ],
          awards: [{ id: 'A1', suppliers: [{ name: canaries.person }] }],
          contracts: [{ id: 'C1', awardID: 'A1', title: text, value: { amount: 10, currency: 'USD' } }],
        },
      ],
    }),
  ],
  'typed-vehicles': [
    'vehicles.csv',
    csvText([
      [
        'idv_piid',
        'awarding_sub_agency_code',
        'recipient_name',
        'potential_total_value_of_award',
        'solicitation_identifier',
        'action_date',
      ],
      ['70INVR26D00000009', '7099', canaries.person, '10.00', '26-SOL-INV-09', '2026-01-06'],
      ['70INVR26D00000010', '7099', 'INVENTED GUARD COMPANY LLC', '10.00', '26-SOL-INV-09', '2026-01-06'],
    ]),
  ],
  'sam-opportunities': [
    'notices.json',
    json({
      opportunitiesData: [
        {
          noticeId: 'a'.repeat(32),
          title: text,
          solicitationNumber: '26-SOL-INV-09',
          postedDate: '2026-01-01',
          type: 'Solicitation',
          award: { awardee: { name: canaries.person, location: { streetAddress: canaries.street } } },
          pointOfContact: [
            { fullName: canaries.officer, email: canaries.email, phone: canaries.phone, fax: canaries.fax },
          ],
        },
      ],
    }),
  ],
  'typed-notices': [
    'versions.csv',
    csvText([
      ['solicitation_identifier', 'version', 'posted_date', 'minimum_per_idiq', 'maximum_per_idiq', 'note'],
      ['26-SOL-INV-09', 'original', '2026-01-01', '1.00', '2.00', text],
    ]),
  ],
  'contract-terms': [
    'terms.yaml',
    `counterfoil: contract-terms\nterms:\n  - vehicle: 70INVR26D00000009\n    term: other\n    words: "${text}"\n    document: paper.pdf\n`,
  ],
  'contract-families': [
    'families.yaml',
    `counterfoil: contract-families\nfamilies:\n  - family: 26-SOL-INV-09\n    vehicles:\n      - { piid: 70INVR26D00000009, document: "mailto ${canaries.email}" }\n      - { piid: 70INVR26D00000010, document: notice.html }\n`,
  ],
};

describe('the door', () => {
  test('every layout has a file here', () => {
    expect(Object.keys(files).sort()).toEqual(contractLayouts.map((layout) => layout.id).sort());
  });

  test('no layout lets anything of a person in, whole or in part', async () => {
    const given = tempDir('given');
    for (const [name, content] of Object.values(files)) {
      expect(
        all.some((one) => content.includes(one)),
        name,
      ).toBe(true);
      writeFileSync(join(given, name), content);
    }
    const project = emptyProject('title: A test\noriginals: discard\n');
    const outcomes = await addTo(project, [given]);
    expect(
      Object.fromEntries(
        outcomes.map((outcome) => [outcome.file, 'layout' in outcome ? outcome.layout : outcome.outcome]),
      ),
    ).toEqual(Object.fromEntries(Object.entries(files).map(([layout, [name]]) => [name, layout])));
    await build(project);
    const parts = all.flatMap((one) =>
      one.split(/[ @.-]/).filter((part) => /^[A-Za-z]{8,}$/.test(part) && part !== 'Crescent'),
    );
    const walk = await walkBytes(project, [...all, ...parts]);
    expect(walk.files.length).toBeGreaterThan(50);
    expect(walk.findings).toEqual([]);
  }, 240_000);
});

describe('the test for a person', () => {
  const persons = [
    'JOHN SMITH',
    'SMITH, JOHN',
    'SMITH, JOHN Q.',
    'DR. JANE DOE',
    'JANE DOE MD',
    'MARIA DE LA CRUZ',
    'JOHN SMITH DBA SMITH CONSULTING SERVICES',
    'LAW OFFICE OF JANE DOE',
    "O'NEIL, PAT",
    'JEAN-LUC DUPONT',
    'MARK GREEN',
    'Van Der Berg, Anna',
    'GRANT MARTIN CHURCH',
  ];
  const organisations = [
    'GEO GROUP, INC., THE',
    'B.I. INCORPORATED',
    'SOS INTERNATIONAL LLC',
    'FRAUD INC',
    'AARDVARK',
    'AMENTUM SERVICES, INC.',
    'AI SOLUTIONS 87 LLC',
    'UNIVERSITY OF IOWA',
    'COUNTY OF PINAL',
    'DELL MARKETING L.P.',
    'PALANTIR USG, INC.',
    'VERMONT STATE COLLEGES',
    'CSI AVIATION, INC',
    '3M COMPANY',
  ];
  test('errs to withholding', async () => {
    const engine = await openDuckDb();
    const judged = async (name: string) =>
      (await engine.query(`select ${mayBePerson(sqlText(name))} as person`))[0]?.['person'];
    try {
      for (const name of persons) expect(await judged(name), name).toBe(true);
      for (const name of organisations) expect(await judged(name), name).toBe(false);
    } finally {
      engine.close();
    }
  });
});

describe('the vocabulary', () => {
  test('keeps words of procurement, and a mark for all else', async () => {
    const engine = await openDuckDb();
    const reduced = async (words: string) =>
      (await engine.query(`select ${vocabularyText(sqlText(words))} as text`))[0]?.['text'];
    try {
      expect(await reduced('SKIP TRACING SERVICES TASK ORDER 5,000 CASES 90 DAY POP')).toBe(
        'skip tracing services task order … cases … day pop',
      );
      expect(await reduced("The contractor's option; call Zebulon Quarterstaff at 555-0100!")).toBe(
        'the contractor option call … at …',
      );
      expect(await reduced('zebulon@example.invalid')).toBe('…');
      expect(await reduced('guard services, ask john@guard.services')).toBe('guard services …');
      expect(await reduced('   ')).toBe(null);
    } finally {
      engine.close();
    }
  });

  test('has no given name and no common family name, is sorted, and each word once', () => {
    const names = new Set(
      readFileSync(new URL('./support/given-names.txt', import.meta.url), 'utf8').split(/\s+/),
    );
    expect(names.size).toBeGreaterThan(500);
    expect(vocabularyWords.filter((word) => names.has(word))).toEqual([]);
    expect(vocabularyWords).toEqual([...new Set(vocabularyWords)].sort());
    expect(vocabularyWords.length).toBeGreaterThan(3000);
  });
});
