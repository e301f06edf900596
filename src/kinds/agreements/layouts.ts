import { sqlText } from '../../engine/sql-text.ts';
import type { Layout, Shape } from '../../read/layout.ts';
import { agencyForm, countyText, stateText } from './door.ts';

/** One row of a list as it was released, less what the door takes out. */
const agreements: Shape = {
  name: 'agreements',
  columns: {
    status: 'varchar',
    state_text: 'varchar',
    agency_text: 'varchar',
    type_text: 'varchar',
    county_text: 'varchar',
    county_state: 'varchar',
    model_text: 'varchar',
    signed: 'date',
    signed_state: 'varchar',
    moa_state: 'varchar',
    moa_url: 'varchar',
    addendum_state: 'varchar',
    addendum_url: 'varchar',
  },
};

const publisher = 'U.S. Immigration and Customs Enforcement';

/** The day on which section 287(g) of the Immigration and Nationality Act became law (Pub. L. 104-208). */
const earliest = `date '1996-09-30'`;

const dateOf = (cell: string) =>
  `coalesce(@date_of(trim(${cell}), '%Y-%m-%d'), case when @matches(trim(${cell}), '^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}$') then @date_of(trim(${cell}), '%m/%d/%Y') end)`;
const inReason = (date: string) => `(${date} >= ${earliest} and year(${date}) <= 2100)`;

/** An agreement's address on ice.gov: the cell's link, or, in tables made from archived pages, the text of the cell. */
const address = (header: string) =>
  `@extract(coalesce({${header}.link}, {${header}}), '(https://www\\.ice\\.gov/doclib/[^@?#]+)$', 1)`;
const linkState = (header: string) => `case
    when ${address(header)} is not null then 'linked'
    when {${header}.link} is not null then 'other'
    when @squash({${header}}) is null then 'empty'
    when @matches(@fold({${header}}), 'pending') then 'pending'
    else 'not linked'
  end`;

const words = (cell: string, vocabulary: string) =>
  `case when @matches(@fold(${cell}), '^(${vocabulary}|[^a-z])+$') then ${cell} end`;
const typeWords =
  '\\b(county|municipality|muncipality|municipal|city|town|township|village|borough|parish|state|agency|university|college|school|campus|tribal|tribe|nation|territory|federal|regional|district|airport|port|authority|constable|marshal|department|other|and|of|na|n)\\b';
const modelWords =
  '\\b(jail|enforcement|model|models|warrant|services?|officers?|office|task|force|tribal|hybrid|program|and|the)\\b';

/** Made when a file is read, not before: the names of all counties are in it. */
const countyNamed = () => ({ county_named: countyText('{county}') });

function columns(status: 'participating' | 'pending'): Layout['columns'] {
  return {
    status: sqlText(status),
    state_text: stateText('{state}'),
    agency_text: `case when ${agencyForm('{law enforcement agency}')} then {law enforcement agency} end`,
    type_text: words('{type}', typeWords),
    county_text: 'county_named',
    county_state: `case
      when @squash({county}) is null then 'empty'
      when @matches(@fold({county}), '^#?n/?a$') then 'not stated'
      when county_named is null then 'withheld'
      else 'present'
    end`,
    model_text: words('{support type}', modelWords),
    signed: `case when ${inReason(dateOf('{signed}'))} then ${dateOf('{signed}')} end`,
    signed_state: `case
      when @squash({signed}) is null then 'empty'
      when ${dateOf('{signed}')} is null then 'unreadable'
      when not ${inReason(dateOf('{signed}'))} then 'outside reason'
      when ${dateOf('{signed}')} > {modified} then 'after the list'
      else 'present'
    end`,
    moa_state: linkState('moa'),
    moa_url: address('moa'),
    addendum_state: linkState('addendum'),
    addendum_url: address('addendum'),
  };
}

interface Era {
  id: string;
  title: string;
  headers: readonly string[];
}

const participatingEras: readonly Era[] = [
  { id: 'participating-html', title: 'participating agencies, table of the HTML era', headers: [] },
  { id: 'participating-6', title: 'participating agencies with type', headers: ['type'] },
  {
    id: 'participating-7',
    title: 'participating agencies with type and county',
    headers: ['type', 'county'],
  },
  {
    id: 'participating-8',
    title: 'participating agencies with type, county and addendum',
    headers: ['type', 'county', 'addendum'],
  },
];

const pendingEras: readonly Era[] = [
  { id: 'pending-4', title: 'pending agencies with type', headers: ['type'] },
  { id: 'pending-5', title: 'pending agencies with type and county', headers: ['type', 'county'] },
  {
    id: 'pending-6',
    title: 'pending agencies with type, county and agreement',
    headers: ['type', 'county', 'moa'],
  },
];

const shared = {
  version: 2,
  kind: 'agreements',
  shape: agreements,
  publisher,
  coverage: 'snapshot' as const,
  links: ['moa', 'addendum'],
  withholdWhen: `agency_text is null or state_text is null`,
  problems: [
    { column: 'signed', code: 'unreadable-date', when: `signed_state = 'unreadable'` },
    { column: 'signed', code: 'date-outside-reason', when: `signed_state = 'outside reason'` },
    { column: 'signed', code: 'date-after-the-list', when: `signed_state = 'after the list'` },
    { column: 'county', code: 'withheld-text', when: `county_state = 'withheld'` },
    { column: 'county', code: 'not-stated', when: `county_state = 'not stated'` },
    { column: 'support type', code: 'unknown-word', when: 'model_text is null' },
    { column: 'moa', code: 'link-elsewhere', when: `moa_state = 'other'` },
  ],
};

/** Every layout of ICE's lists seen from January 2025 on, oldest first. A pending list has no column "signed". */
export const agreementLayouts: readonly Layout[] = [
  ...participatingEras.map((era) => ({
    ...shared,
    id: era.id,
    title: era.title,
    source: 'ice-participating',
    requires: ['state', 'law enforcement agency', 'support type', 'signed', 'moa', ...era.headers],
    forbids: [],
    get prepare() {
      return countyNamed();
    },
    columns: columns('participating'),
    eventDate: 'signed',
    eventOutsideReason: `signed_state = 'after the list'`,
  })),
  ...pendingEras.map((era) => ({
    ...shared,
    id: era.id,
    title: era.title,
    source: 'ice-pending',
    requires: ['state', 'law enforcement agency', 'support type', ...era.headers],
    forbids: ['signed'],
    get prepare() {
      return countyNamed();
    },
    columns: columns('pending'),
    eventDate: null,
    eventOutsideReason: 'false',
  })),
];
