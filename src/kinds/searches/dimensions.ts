import type { Dimension } from '../../figures/figure.ts';
import { states } from '../../reference/states.ts';
import { offenceWords } from './offence-words.ts';
import { reasonRules } from './reasons.ts';

/** By what figures of searches can be asked, one by one and as each relation has them. */

/** What sentences call those who search. */
const agencyWords = [
  'agencies',
  'departments',
  'police departments',
  'law enforcement agencies',
  'organisations',
  'organizations',
];

export const organisation: Dimension = {
  sql: 'organisation',
  tells: 'whose',
  title: 'Organisation that searched',
  pattern: /^[a-z0-9][a-z0-9-]*$/,
  says: 'an organisation such as exampleton-ca-pd',
};
export const level: Dimension = {
  sql: 'level',
  tells: 'whose',
  title: 'Level of the organisation, by the form of its account',
  values: [
    'municipal',
    'county',
    'state',
    'federal',
    'school',
    'university',
    'tribal',
    'other',
    'unreadable',
  ],
  named: {
    school: ['school districts', 'schools'],
    university: ['universities', 'colleges'],
    county: ["sheriff's offices", "sheriffs' offices", 'sheriffs', 'county agencies'],
    municipal: ['city agencies', 'city police departments', 'municipal agencies'],
    state: ['state police agencies', 'highway patrols'],
    tribal: ['tribal agencies', 'tribal police departments'],
  },
  says: 'a level of government',
};
export const state: Dimension = {
  sql: 'state',
  tells: 'whose',
  title: 'State of the organisation that searched',
  values: states.map((one) => one.code),
  says: 'a USPS code such as FL',
};
export const reasonClass: Dimension = {
  sql: 'reason_class',
  tells: 'what for',
  title: 'Stated reason',
  values: ['immigration', 'department', 'other', 'unreadable'],
  named: {
    immigration: [
      ...['for', 'on behalf of', 'related to', 'tied to', 'linked to', 'connected to'].flatMap((word) => [
        `${word} immigration`,
        `${word} immigration enforcement`,
        `${word} ice`,
      ]),
      ...[
        'involving',
        ...['cite', 'cites', 'cited', 'citing', 'name', 'names', 'named', 'naming'],
        ...['mention', 'mentions', 'mentioned', 'mentioning', 'list', 'lists', 'listed', 'listing'],
      ].map((word) => `${word} immigration`),
      ...['reasons', 'purposes', 'enforcement purposes'].map((word) => `immigration ${word}`),
      ...['immigration was the reason', 'immigration was the stated reason', 'immigration as the reason'],
      'for immigration reasons',
      'for immigration purposes',
      'for immigration enforcement purposes',
    ],
  },
  says: 'immigration (the reason names it), department (a part of the department or an ambiguous word), other, or unreadable',
};
export const offence: Dimension = {
  sql: 'offence',
  tells: 'what for',
  title: 'Offence family of the stated reason',
  values: [...reasonRules.families.map((family) => family.id), 'other'],
  purposes: offenceWords,
  says: 'an offence family',
};
export const month: Dimension = {
  sql: 'month',
  title: "Month, in the log holder's time zone",
  pattern: /^\d{4}-\d{2}$/,
  says: 'a month such as 2026-01',
};
export const year: Dimension = {
  sql: 'year',
  title: "Year, in the log holder's time zone",
  pattern: /^\d{4}$/,
  says: 'a year such as 2026',
};
export const hour: Dimension = {
  sql: 'hour_of_day',
  title: "Hour of the day, in the log holder's time zone",
  pattern: /^\d{1,2}$/,
  says: 'an hour from 0 to 23',
};
export const zone: Dimension = {
  sql: 'zone',
  title: 'Time zone in which months and hours are told',
  toldBeside: ['month', 'year', 'hour'],
  pattern: /^[A-Za-z_/]+$/,
  says: 'a time zone such as America/Los_Angeles',
};
export const searchType: Dimension = {
  sql: 'search_type',
  title: 'Type of search',
  pattern: /^[a-z-]+$/,
  says: 'a type such as lookup',
};
export const scope: Dimension = {
  sql: 'scope',
  tells: 'whose',
  title: "Inside or outside the log holder's state",
  values: ['inside', 'outside', 'federal', 'unreadable'],
  named: {
    outside: agencyWords.flatMap((word) => [
      `out-of-state ${word}`,
      `${word} outside the state`,
      `${word} in other states`,
      `${word} of other states`,
      `${word} from other states`,
    ]),
    federal: agencyWords.map((word) => `federal ${word}`),
  },
  says: 'inside, outside or federal',
};
const whose: Dimension = {
  sql: 'whose',
  tells: 'whose',
  title: "The log holder's own search, or another's",
  values: ['own', 'other', 'unreadable'],
  named: {
    other: ['other', 'outside'].flatMap((one) => agencyWords.map((word) => `${one} ${word}`)),
    own: [
      'its own',
      'their own',
      'the agency itself',
      'the department itself',
      'the police department itself',
    ],
  },
  says: 'own or other',
};
export const network: Dimension = {
  sql: 'network',
  tells: 'whose',
  title: 'Network whose log it is',
  pattern: /^[a-z0-9][a-z0-9-]*$/,
  says: 'an organisation such as exampleton-ca-pd',
};
const reasonForm: Dimension = {
  sql: 'reason_form',
  title: 'Form of the reason: free text, or chosen from a list (since late 2025)',
  values: ['free', 'list'],
  says: 'free or list',
};
const caseState: Dimension = {
  sql: 'case_state',
  title: 'State of the cell with the case number',
  values: ['present', 'empty', 'placeholder', 'masked-vendor', 'masked-agency', 'no-column'],
  named: {
    'empty|placeholder': [
      'no case number',
      'no case numbers',
      'without a case number',
      'without case number',
      'without case numbers',
      'lacked a case number',
      'lacking a case number',
    ],
  },
  says: 'a state of a cell',
};
const reasonState: Dimension = {
  sql: 'reason_state',
  title: 'State of the cell with the reason',
  values: caseState.values as readonly string[],
  says: caseState.says,
};

export const ofSearches = {
  organisation,
  level,
  state,
  scope,
  whose,
  reason_class: reasonClass,
  reason_state: reasonState,
  reason_form: reasonForm,
  offence,
  month,
  year,
  hour,
  zone,
  search_type: searchType,
  case_state: caseState,
};
export const ofRows = { ...ofSearches, network };
/** A search stands in the logs of several networks, and counts once in each. */
export const inNetworks = {
  ...ofSearches,
  network: { ...network, instead: { from: 'searches_in_networks', key: ['event'] } },
};
export const ofNetworks = {
  network,
  organisation,
  level,
  state,
  scope,
  whose,
  reason_class: reasonClass,
  month,
  year,
  zone,
};
