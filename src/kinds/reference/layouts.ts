import type { Layout, Shape } from '../../read/layout.ts';

const agencyReference: Shape = {
  name: 'agency_reference',
  columns: {
    agency_code: 'varchar',
    data_year: 'integer',
    state: 'varchar',
    place: 'varchar',
    agency_type: 'varchar',
    county_names: 'varchar',
    population: 'bigint',
    officers: 'bigint',
  },
};

/** The FBI's list of agencies that report to it ("Law Enforcement Employees", latest record of each agency). */
export const referenceLayouts: readonly Layout[] = [
  {
    id: 'fbi-lee',
    version: 1,
    title: 'FBI list of law-enforcement agencies, latest record of each',
    kind: 'reference',
    shape: agencyReference,
    source: 'fbi-agencies',
    publisher: 'Federal Bureau of Investigation',
    coverage: 'snapshot',
    requires: [
      'ori',
      'data_year',
      'pub_agency_name',
      'state_abbr',
      'county_name',
      'agency_type_name',
      'population',
      'officer_ct',
    ],
    forbids: [],
    links: [],
    columns: {
      agency_code: `case when @matches({ori}, '^[A-Z0-9]{7,9}$') then {ori} end`,
      data_year: `try_cast({data_year} as integer)`,
      state: `case when @matches({state_abbr}, '^[A-Z]{2}$') then {state_abbr} end`,
      place: `case when not @matches({pub_agency_name}, '[0-9]{4,}|@') then @squash({pub_agency_name}) end`,
      agency_type: `case when @matches({agency_type_name}, '^(City|County|Other|University or College|Other State Agency|State Police|Tribal|Federal)$') then {agency_type_name} end`,
      county_names: `case when not @matches({county_name}, '[0-9@]') then @squash({county_name}) end`,
      population: `try_cast({population} as bigint)`,
      officers: `try_cast({officer_ct} as bigint)`,
    },
    withholdWhen: 'agency_code is null or state is null or place is null',
    // The list has no date of its own: it describes the years of its records, to the end of the latest.
    eventDate: 'make_date(data_year, 12, 31)',
    eventOutsideReason: 'data_year is null or data_year > 2100',
    problems: [
      { column: 'population', code: 'not-a-number', when: 'population is null' },
      { column: 'agency_type', code: 'unknown-word', when: 'agency_type is null' },
    ],
  },
];
