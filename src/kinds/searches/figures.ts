import type { Figure, Reading, Term } from '../../figures/figure.ts';
import {
  hour,
  inNetworks,
  level,
  month,
  network,
  offence,
  ofNetworks,
  ofRows,
  ofSearches,
  organisation,
  reasonClass,
  scope,
  searchType,
  state,
  year,
  zone,
} from './dimensions.ts';

/** The figures of this kind. Every number on every page comes from one of these declarations. */

const sources = ['search-audits'];

const statedOnly =
  'A stated reason is what was typed or chosen. It does not show what was done, and the absence of a word is not the absence of the purpose.';
const formChange =
  'Late in 2025 the free text became a list of offences with optional text: reasons before and after are not comparable.';
const zoneSays =
  "Months and hours are those of the log holder's time zone; of a state with two zones, the one in which most of its people live, unless the project says another.";

const explicitAndDepartment: Reading = {
  id: 'wider-class',
  axis: 'class',
  class: 'drops-condition',
  says: 'searches whose reason names immigration enforcement or any part of the department',
  why: 'Published counts differ mostly in whether Homeland Security Investigations is inside the number.',
  change: { where: `reason_class in ('immigration', 'department')` },
};
const asLogged: Reading = {
  id: 'rows',
  axis: 'unit',
  class: 'drops-condition',
  says: 'rows as logged, a search as often as logs list it',
  why: 'A spreadsheet of several logs counts rows, and months overlap.',
  change: {
    from: 'search_rows',
    form: { form: 'count' },
    dimensions: ofRows,
    unit: { kind: 'count', one: 'row', many: 'rows' },
  },
};
const othersOnly: Reading = {
  id: 'others-only',
  axis: 'whose',
  class: 'as-good',
  says: "searches by other organisations, the log holder's own left out",
  why: 'A network audit lists the holder’s own searches too.',
  change: { defaults: { whose: ['other'] } },
};

/** "Mentioned ICE": fewer than the searches whose reason names immigration enforcement, and no class of their own. */
const agencyInReason = ['(?:mention|cit|nam)(?:e|s|es|d|ed|ing)?\\s+["“]?(?:ice|dhs|hsi|cbp|ero)'];

const searches: Figure = {
  id: 'searches.searches',
  title: 'Searches',
  unit: { kind: 'count', one: 'search', many: 'searches' },
  definition:
    'Distinct searches in all logs together: by the id of the search; without it by organisation, second, number of networks and window. A search that several logs list counts once.',
  from: 'searches',
  form: { form: 'count' },
  dimensions: inNetworks,
  additive: Object.keys(ofSearches),
  sources,
  eventDate: 'day',
  break: {
    after: { month: '2025-11', year: '2026' },
    by: ['reason_class', 'reason_state', 'offence'],
    says: formChange,
  },
  otherwise: agencyInReason,
  words: ['searches', 'search', 'queries', 'lookups', 'times'],
  caveats: [
    'Rows that fit more than one search are not forced into one: they are counted apart and are no search here.',
    statedOnly,
    formChange,
    zoneSays,
  ],
  readings: [asLogged, othersOnly],
};

/** Whatever it is asked by: what is counted is told by the reason. */
const reasonsBreak = { ...searches.break, by: [] } as NonNullable<Figure['break']>;

const immigration: Figure = {
  ...searches,
  id: 'searches.immigration',
  title: 'Searches whose reason names immigration enforcement',
  definition:
    'Distinct searches whose stated reason itself names immigration enforcement. Reasons that name a part of the department without saying what for are a class of their own and are not counted.',
  where: `reason_class = 'immigration'`,
  outOf: { where: `reason_class <> 'unreadable'`, says: 'searches with a readable reason' },
  break: reasonsBreak,
  words: [
    'immigration-related searches',
    'immigration searches',
    'for immigration',
    'immigration enforcement',
    'ICE searches',
  ],
  standsFor: { figure: 'searches.searches', where: { reason_class: ['immigration'] } },
  readings: [explicitAndDepartment, { ...asLogged, change: { ...asLogged.change } }, othersOnly],
};

const readableReason: Term = {
  from: 'searches',
  form: { form: 'count' },
  where: `reason_class <> 'unreadable'`,
  says: 'searches with a readable reason',
};

const immigrationShare: Figure = {
  ...searches,
  id: 'searches.immigration_share',
  title: 'Share of searches with a readable reason whose reason names immigration enforcement',
  break: reasonsBreak,
  unit: { kind: 'share' },
  definition:
    'Of the searches with a readable stated reason, those whose reason itself names immigration enforcement.',
  form: {
    form: 'ratio',
    numerator: {
      from: 'searches',
      form: { form: 'count' },
      where: `reason_class = 'immigration'`,
      says: 'searches whose reason names immigration enforcement',
    },
    denominator: readableReason,
  },
  additive: [],
  words: [],
  standsFor: { figure: 'searches.searches', where: { reason_class: ['immigration'] } },
  readings: [
    {
      ...explicitAndDepartment,
      change: {
        form: {
          form: 'ratio',
          numerator: {
            from: 'searches',
            form: { form: 'count' },
            where: `reason_class in ('immigration', 'department')`,
            says: 'searches whose reason names immigration enforcement or any part of the department',
          },
          denominator: readableReason,
        },
      },
    },
    othersOnly,
  ],
};

const rows: Figure = {
  ...searches,
  id: 'searches.rows',
  title: 'Rows of audit logs',
  unit: { kind: 'count', one: 'row', many: 'rows' },
  definition: 'Rows of all logs as released, repeats and overlapping months included.',
  from: 'search_rows',
  dimensions: ofRows,
  additive: Object.keys(ofRows),
  words: ['rows', 'entries', 'records', 'log lines'],
  caveats: [
    'One search stands in the log of every network that it reached, so rows are not searches.',
    'Exports overlap and repeat rows; this figure counts them as they are, searches.repeated_rows those that repeat.',
    zoneSays,
  ],
  readings: [],
};

const ambiguous: Figure = {
  ...rows,
  id: 'searches.ambiguous_rows',
  title: 'Rows that fit more than one search',
  definition:
    'Rows without an id whose organisation, second and number of networks fit more than one search. They are in no count of searches.',
  where: `matched = 'ambiguous'`,
  words: [],
};

const repeated: Figure = {
  ...rows,
  id: 'searches.repeated_rows',
  title: 'Rows that repeat a search',
  definition:
    'Rows of logs whose search stands before them in the same file, or in an earlier one of the same network: exact repeats, and months that two exports have in common. They are in no count of searches.',
  from: 'search_repeats',
  dimensions: {
    repeats: {
      sql: 'of_which',
      title: 'Where the search stands before',
      values: ['same-file', 'other-file'],
      says: 'same-file or other-file',
    },
    edition: {
      sql: 'edition',
      title: 'File, by its edition',
      pattern: /^[0-9a-f]{16}(-\d+)?$/,
      says: 'an edition as status lists it',
    },
    network,
    organisation,
    month,
    year,
    zone,
  },
  additive: ['repeats', 'edition', 'network', 'organisation', 'month', 'year', 'zone'],
  words: [],
  caveats: [
    'A row that repeats a search may differ from the one before it in what is masked.',
    'Rows that fit more than one search are not among them: see searches.ambiguous_rows.',
  ],
};

const { eventDate: _day, ...undatedSearches } = searches;

const split: Figure = {
  ...undatedSearches,
  id: 'searches.counted_twice',
  title: 'Searches that are counted more than once',
  definition:
    'Distinct searches that logs date on different days, so far apart that they were counted in more than one stretch of days. Each is in the count of searches as often.',
  from: 'search_splits',
  form: { form: 'distinct', key: ['event'] },
  dimensions: { network },
  additive: [],
  words: [],
  caveats: [
    'There are none unless a log states its times in another time zone, or one id stands for two searches.',
    'Logs of up to some 1.6 million rows are one stretch: in it a search counts once, whatever days it has.',
  ],
  readings: [],
};

const organisations: Figure = {
  ...searches,
  id: 'searches.organisations',
  title: 'Organisations that searched',
  unit: { kind: 'count', one: 'organisation', many: 'organisations' },
  definition: 'Distinct organisations with at least one search, the spellings of one account taken together.',
  form: { form: 'distinct', key: ['organisation'] },
  additive: ['level', 'state'],
  otherwise: agencyInReason,
  words: ['organisations', 'organisation', 'organizations', 'agencies', 'departments'],
  caveats: [
    'An account is not always an agency: one agency may have several accounts, and a task force one for many.',
    'Labels that have not the form of an account are counted and not kept.',
  ],
  readings: [othersOnly],
};

const immigrationOrganisations: Figure = {
  ...organisations,
  id: 'searches.immigration_organisations',
  title: 'Organisations that searched for immigration enforcement',
  break: reasonsBreak,
  definition:
    'Distinct organisations with at least one search whose stated reason itself names immigration enforcement.',
  where: `reason_class = 'immigration'`,
  words: [],
  standsFor: { figure: 'searches.organisations', where: { reason_class: ['immigration'] } },
  caveats: [...organisations.caveats, statedOnly],
  readings: [explicitAndDepartment, othersOnly],
};

const networkSearches: Figure = {
  ...searches,
  id: 'searches.network_searches',
  title: 'Searches of a network',
  definition:
    'Distinct searches in the logs of a network. A search that reached several networks counts once in each, so that the parts do not add up to the whole.',
  from: 'network_searches',
  dimensions: ofNetworks,
  additive: Object.keys(ofNetworks).filter((name) => name !== 'network'),
  words: [],
  readings: [],
};
delete (networkSearches as { eventDate?: string }).eventDate;

const networksReached: Figure = {
  ...searches,
  id: 'searches.networks_reached',
  title: 'Networks that a search reached, on average',
  unit: { kind: 'count', one: 'network', many: 'networks' },
  definition:
    'The sum of the numbers of networks that searches name, divided by the number of searches that name one.',
  form: {
    form: 'ratio',
    numerator: {
      from: 'searches',
      form: { form: 'sum', column: 'networks' },
      where: 'networks > 0',
      says: 'networks named by searches',
    },
    denominator: {
      from: 'searches',
      form: { form: 'count' },
      where: 'networks > 0',
      says: 'searches that name a number of networks',
    },
  },
  additive: [],
  words: [],
  caveats: [
    'A mean hides that most searches reach few networks or nearly all.',
    'Zero can mean that the number was not recorded, and is left out.',
  ],
  readings: [],
};

const withoutCase: Figure = {
  ...searches,
  id: 'searches.without_case_number',
  title: 'Searches without a case number',
  standsFor: { figure: 'searches.searches', where: { case_state: ['empty', 'placeholder'] } },
  unit: { kind: 'share' },
  definition:
    'Of the searches whose cell for the case number can be read, those where it is empty or a placeholder.',
  form: {
    form: 'ratio',
    numerator: {
      from: 'searches',
      form: { form: 'count' },
      where: `case_state in ('empty', 'placeholder')`,
      says: 'searches whose case number is empty or a placeholder',
    },
    denominator: {
      from: 'searches',
      form: { form: 'count' },
      where: `case_state in ('empty', 'placeholder', 'present')`,
      says: 'searches whose cell for the case number can be read',
    },
  },
  additive: [],
  words: [],
  caveats: [
    'An empty cell is blank as released: that is no proof that it was blank in the system.',
    'Case numbers are often typed into the reason instead.',
    'Masked cells and logs without the column say nothing and are left out.',
  ],
  readings: [],
};

const findings: Figure = {
  ...searches,
  id: 'searches.findings',
  title: 'Searches that a rule asks about',
  unit: { kind: 'count', one: 'finding', many: 'findings' },
  definition:
    'Pairs of a search in a log and a rule in whose scope it falls, where the log shows what the rule asks to be explained. A search in the logs of two networks is held against the rules of each.',
  from: 'search_findings',
  form: { form: 'count' },
  defaults: { result: ['needs an explanation'] },
  dimensions: {
    pack: { sql: 'pack', title: 'Pack of rules', pattern: /^[a-z0-9-]+$/, says: 'a pack such as california' },
    rule: { sql: 'rule', title: 'Rule', pattern: /^[a-z0-9-]+$/, says: 'a rule such as look-back' },
    pack_status: {
      sql: 'pack_status',
      title: 'Status of the rules (a draft is to be confirmed against the official text)',
      toldBeside: [],
      values: ['draft', 'confirmed'],
      says: 'draft or confirmed',
    },
    result: {
      sql: 'result',
      title: 'What came of it',
      values: ['needs an explanation', 'within', 'not checkable'],
      says: 'a result',
    },
    network,
    organisation,
    level,
    state,
    scope,
    reason_class: reasonClass,
    offence,
    month,
    year,
    hour,
    zone,
    search_type: searchType,
  },
  additive: [
    'pack',
    'rule',
    'pack_status',
    'result',
    'network',
    'organisation',
    'level',
    'state',
    'scope',
    'reason_class',
    'offence',
    'month',
    'year',
    'hour',
    'zone',
    'search_type',
  ],
  words: [],
  caveats: [
    'A finding is a question to the log holder. A log does not show whether data left the state, or what was really done.',
    'The shipped rules are drafts from secondary sources until a person has confirmed them against the official text.',
    'What is masked or not exported is not checkable; it is never counted as within the rule.',
  ],
  readings: [],
};

const logChanges: Figure = {
  id: 'searches.log_changes',
  title: 'Changes between audit logs of one network',
  unit: { kind: 'count', one: 'change', many: 'changes' },
  definition:
    'What differs between a log and the one before it of the same network and kind (a portal, an own log, a network’s log), of each log as a whole: its rows, the months it covers, and columns that came, went, or were masked or unmasked.',
  sources,
  from: 'search_log_changes',
  form: { form: 'count' },
  dimensions: {
    change: {
      sql: 'change',
      title: 'Kind of change',
      values: [
        'fewer-rows',
        'more-rows',
        'other-months',
        'column-appeared',
        'column-vanished',
        'masked',
        'unmasked',
        'emptied',
        'filled',
      ],
      says: 'a kind of change',
    },
    subject: { sql: 'subject', title: 'What of the log', says: 'rows, months, or a column such as reason' },
    network,
  },
  additive: ['change', 'subject', 'network'],
  eventDate: 'shown_on',
  words: [],
  caveats: [
    'Logs add to one another: a log with fewer rows may cover another stretch of time.',
    'It compares logs as wholes, never rows; what a masked column held is not known.',
    'Only logs whose holder is known are compared; it is shown to who holds the records, and does not leave.',
  ],
  readings: [],
};

export const searchFigures: readonly Figure[] = [
  searches,
  immigration,
  immigrationShare,
  rows,
  ambiguous,
  repeated,
  split,
  organisations,
  immigrationOrganisations,
  networkSearches,
  networksReached,
  withoutCase,
  findings,
  logChanges,
];
