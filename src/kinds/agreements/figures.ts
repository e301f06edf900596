import type { Dimension, Figure, Reading } from '../../figures/figure.ts';
import { states } from '../../reference/states.ts';

/** The figures of this kind. Every number on every page comes from one of these declarations. */

const stateDimension: Dimension = {
  sql: 'state',
  title: 'State or territory',
  values: states.map((state) => state.code),
  says: 'a USPS code such as FL',
};

const modelDimension: Dimension = {
  sql: 'model',
  title: 'Support model',
  values: ['jail-enforcement', 'warrant-service', 'task-force', 'unreadable'],
  adjectives: {
    'jail-enforcement': ['jail enforcement', 'jail enforcement model', 'jail model', 'jails model'],
    'warrant-service': [
      ...['warrant service officer model', 'warrant service officer', 'warrant service'],
      ...['warrant service officer program', 'warrant model'],
    ],
    'task-force': ['task force', 'task forces', 'task force model', 'task force officer'],
  },
  says: 'a support model',
};

const typeDimension: Dimension = {
  sql: 'type',
  title: 'Type of agency, as listed',
  values: ['county', 'municipality', 'state-agency', 'school', 'tribal', 'other', 'not-stated'],
  says: 'a type of agency',
};

const countyDimension: Dimension = {
  sql: 'county',
  title: 'County (FIPS code)',
  pattern: /^\d{5}$/,
  says: 'a five-digit county code such as 12001',
};

const statusDimension: Dimension = {
  sql: 'status',
  title: 'List',
  values: ['participating', 'pending'],
  sources: { participating: 'ice-participating', pending: 'ice-pending' },
  says: 'participating or pending',
};

const listed = {
  state: stateDimension,
  model: modelDimension,
  type: typeDimension,
  county: countyDimension,
  status: statusDimension,
};

/** Of what is on a list, these words say another state: it is asked what they count. */
const notListed = [
  ...['ended', 'cancell?ed', 'terminated', 'expired', 'departed', 'withdr[ae]wn?', 'rescinded', 'revoked'],
  ...['suspended', 'dropped\\s+out', 'quit', 'pulled\\s+out', 'left\\s+the', 'applied', 'rejected', 'denied'],
  ...['proposed', 'planned', 'expected', 'declined', 'sought', 'seeking', 'considered'],
];

const listCaveats = [
  'It counts what the list says on its date. The list does not say whether an agency acts under its agreement, how often, or at whose expense.',
  'ICE replaces the list without keeping earlier ones on its page, several times a month, with errors of spelling, dates and counties; corrections here are listed with the edition.',
];

const pendingToo: Reading = {
  id: 'pending-too',
  axis: 'status',
  class: 'drops-condition',
  says: 'participating and pending agreements together',
  why: "ICE's page links both lists side by side, and a pending agency is often spoken of as having joined.",
  change: { defaults: { status: ['participating', 'pending'] } },
};

const pendingOnly: Reading = {
  id: 'pending-only',
  axis: 'status',
  class: 'another-question',
  says: 'pending agreements alone',
  why: 'The two lists look alike, and one can be taken for the other.',
  change: { defaults: { status: ['pending'] } },
};

const spelledReadings: readonly Reading[] = [
  {
    id: 'as-spelled',
    axis: 'spelling',
    class: 'drops-condition',
    says: 'distinct pairs of state and agency exactly as spelled, blanks included',
    why: 'Removing duplicates in a spreadsheet compares cells as they are, so that one agency spelled two ways counts twice.',
    change: { form: { form: 'distinct', key: ['state_text', 'agency_text'] } },
  },
  {
    id: 'as-spelled-trimmed',
    axis: 'spelling',
    class: 'drops-condition',
    says: 'distinct pairs of state and agency as spelled, blanks at the ends removed',
    why: 'Trimming cells is the usual first cleaning, and leaves apostrophes and misspelt states apart.',
    change: { form: { form: 'distinct', key: ['state_trimmed', 'agency_trimmed'] } },
  },
  {
    id: 'name-alone',
    axis: 'spelling',
    class: 'drops-condition',
    says: 'distinct agency names, whatever the state',
    why: 'Counting the column of names alone merges agencies of one name in two states.',
    change: { form: { form: 'distinct', key: ['agency_key'] } },
  },
];

const agreementsFigure: Figure = {
  id: 'agreements.agreements',
  title: 'Agreements in force',
  unit: { kind: 'count', one: 'agreement', many: 'agreements' },
  definition:
    'Rows of the list of participating agencies: one agency under one support model is one agreement, so that an agency with two models has two.',
  from: 'agreements_in_force',
  form: { form: 'count' },
  defaults: { status: ['participating'] },
  dimensions: listed,
  additive: ['state', 'model', 'type', 'county', 'status'],
  eventDate: 'signed',
  sources: ['ice-participating', 'ice-pending'],
  otherwise: notListed,
  words: ['agreements', 'agreement', 'partnerships', 'memorandums', 'memoranda', 'MOAs', 'contracts'],
  caveats: [
    'Agreements are not agencies: an agency can hold up to three, one for each support model.',
    ...listCaveats,
  ],
  readings: [
    {
      id: 'repeats-once',
      axis: 'repeats',
      class: 'as-good',
      says: 'distinct triples of state, agency and model, so that a row listed twice counts once',
      why: 'Some lists of 2025 repeat rows word for word.',
      change: { form: { form: 'distinct', key: ['state', 'agency_key', 'model'] } },
    },
    pendingToo,
    pendingOnly,
    {
      id: 'agencies',
      axis: 'unit',
      class: 'another-question',
      says: 'agencies instead of agreements',
      why: 'The two words are used for one another.',
      change: {
        form: { form: 'distinct', key: ['state', 'agency_key'] },
        unit: { kind: 'count', one: 'agency', many: 'agencies' },
      },
    },
  ],
};

const agenciesFigure: Figure = {
  id: 'agreements.agencies',
  title: 'Agencies with an agreement',
  unit: { kind: 'count', one: 'agency', many: 'agencies' },
  definition:
    'Distinct pairs of state and agency name on the list of participating agencies, after folding blanks, case and apostrophes and correcting misspelt states.',
  from: 'agreements_in_force',
  form: { form: 'distinct', key: ['state', 'agency_key'] },
  defaults: { status: ['participating'] },
  dimensions: listed,
  additive: ['state'],
  eventDate: 'signed',
  sources: ['ice-participating', 'ice-pending'],
  otherwise: notListed,
  words: ['agencies', 'agency', 'departments', 'sheriffs', 'police departments', 'jurisdictions', 'partners'],
  caveats: [
    'An agency that holds two or three agreements counts once; the count of agreements is higher.',
    'Two agencies of one name in one state would count as one; names are compared, not offices.',
    ...listCaveats,
  ],
  readings: [
    ...spelledReadings,
    pendingToo,
    pendingOnly,
    {
      id: 'agreements',
      axis: 'spelling',
      class: 'another-question',
      says: 'agreements instead of agencies',
      why: 'The list has one row an agreement, and its number of rows is often quoted as a number of agencies.',
      change: { form: { form: 'count' }, unit: { kind: 'count', one: 'agreement', many: 'agreements' } },
    },
  ],
};

const territoriesToo: Reading = {
  id: 'territories-too',
  axis: 'class',
  class: 'drops-condition',
  says: 'states, the District of Columbia and territories together',
  why: "The list's column is called STATE and holds territories too.",
  change: { where: 'state is not null' },
};

const statesFigure: Figure = {
  id: 'agreements.states',
  title: 'States with an agreement',
  unit: { kind: 'count', one: 'state', many: 'states' },
  definition: 'Of the fifty states, those with at least one agency on the list of participating agencies.',
  from: 'agreements_in_force',
  form: { form: 'distinct', key: ['state'] },
  where: `state_class = 'state'`,
  defaults: { status: ['participating'] },
  dimensions: listed,
  additive: ['state'],
  eventDate: 'signed',
  sources: ['ice-participating', 'ice-pending'],
  otherwise: notListed,
  words: ['states', 'state'],
  caveats: [
    'Guam, the Northern Mariana Islands and other territories are counted apart, as is the District of Columbia.',
    'A state counts when one agency in it is listed; that says nothing about the rest of the state.',
    ...listCaveats,
  ],
  readings: [
    territoriesToo,
    pendingToo,
    {
      id: 'as-spelled',
      axis: 'class',
      class: 'drops-condition',
      says: 'distinct texts in the column STATE as spelled',
      why: 'A spreadsheet counts misspelt states, and states with a blank behind them, apart.',
      change: { where: 'true', form: { form: 'distinct', key: ['state_text'] } },
    },
  ],
};

const territoriesFigure: Figure = {
  ...statesFigure,
  id: 'agreements.territories',
  title: 'Territories with an agreement',
  unit: { kind: 'count', one: 'territory', many: 'territories' },
  definition:
    'Territories of the United States with at least one agency on the list of participating agencies.',
  where: `state_class = 'territory'`,
  words: ['territories', 'territory'],
  caveats: ['The District of Columbia is neither a state nor a territory here.', ...listCaveats],
  readings: [pendingToo],
};

const monthOf = (column: string): Dimension => ({
  sql: `@month_of(${column})`,
  title: 'Month',
  pattern: /^\d{4}-\d{2}$/,
  says: 'a month such as 2026-01',
});

const flowCaveats = [
  'An agency is dated to the list on which it was first seen, not to the day it signed; between two lists at hand weeks can pass.',
  'A misspelt name that was put right is the same agency: it neither departs nor appears. The rule for that is in the method.',
];

const newFigure: Figure = {
  id: 'agreements.new',
  title: 'Agreements that appeared',
  unit: { kind: 'count', one: 'agreement', many: 'agreements' },
  definition:
    'Agreements of an organisation under one model that are on a list after being on neither of the two lists before it. Those on the first list at hand are not new.',
  from: 'agreement_spells',
  form: { form: 'flow', event: 'appeared_on' },
  dimensions: {
    month: monthOf('appeared_on'),
    state: stateDimension,
    model: modelDimension,
    type: typeDimension,
    county: countyDimension,
    status: {
      ...statusDimension,
      sql: `'participating'`,
      values: ['participating'],
      sources: { participating: 'ice-participating' },
    },
  },
  additive: ['month', 'state', 'model', 'type', 'county'],
  eventDate: 'appeared_on',
  sources: ['ice-participating'],
  words: ['new agreements', 'joined', 'signed up', 'added'],
  caveats: [...flowCaveats, ...listCaveats],
  readings: [
    {
      id: 'organisations',
      axis: 'unit',
      class: 'another-question',
      says: 'organisations instead of agreements',
      why: 'An agency that adds a second model is one new agreement and no new agency.',
      change: {
        form: { form: 'distinct', key: ['organisation'] },
        where: 'organisation_appeared',
        unit: { kind: 'count', one: 'organisation', many: 'organisations' },
      },
    },
  ],
};

const departedFigure: Figure = {
  ...newFigure,
  id: 'agreements.departed',
  title: 'Agreements that departed',
  definition:
    'Agreements of an organisation under one model that were listed and are missing from two lists in a row, dated to the first of the two. Missing from one list is called unconfirmed and not counted.',
  form: { form: 'flow', event: 'departed_on' },
  dimensions: { ...newFigure.dimensions, month: monthOf('departed_on') },
  eventDate: 'departed_on',
  words: ['departed', 'left', 'withdrew', 'ended', 'terminated'],
  caveats: [
    'A list does not say why a row is no longer there: an agreement can have ended, been suspended, or been left out by mistake.',
    ...flowCaveats,
    ...listCaveats.slice(0, 1),
  ],
  readings: [
    {
      id: 'organisations',
      axis: 'unit',
      class: 'another-question',
      says: 'organisations instead of agreements',
      why: 'An agency that gives up one of two models is one departed agreement and no departed agency.',
      change: {
        form: { form: 'distinct', key: ['organisation'] },
        where: 'organisation_departed',
        unit: { kind: 'count', one: 'organisation', many: 'organisations' },
      },
    },
  ],
};

const populationFigure: Figure = {
  id: 'agreements.population_covered',
  title: 'Share of the population served by a listed agency',
  unit: { kind: 'share' },
  definition:
    'Population that the reference list gives for the agencies on the list of participating agencies, as a share of the population of all agencies in the reference list.',
  from: 'agency_population',
  form: {
    form: 'ratio',
    numerator: {
      from: 'agency_population',
      form: { form: 'sum', column: 'population', once: ['organisation'] },
      where: 'population is not null',
      says: 'population of the listed agencies that could be matched with certainty',
    },
    denominator: {
      from: 'agency_reference_population',
      form: { form: 'sum', column: 'population' },
      says: 'population of all agencies in the reference list',
    },
  },
  dimensions: {
    state: stateDimension,
    model: { ...modelDimension, numeratorOnly: true },
    type: { ...typeDimension, numeratorOnly: true },
    county: { ...countyDimension, numeratorOnly: true },
    status: { ...statusDimension, numeratorOnly: true },
  },
  defaults: { status: ['participating'] },
  additive: [],
  sources: ['ice-participating', 'ice-pending', 'fbi-agencies'],
  words: ['population', 'residents', 'people live'],
  caveats: [
    'Only agencies that could be matched with certainty are in the numerator, so that the share is a lower bound; those not matched are listed.',
    'The population of a sheriff is the part of the county that the sheriff polices, not the whole county; state agencies add nothing.',
    'Living where an agency is listed says nothing about contact with it.',
  ],
  readings: [],
};

const officersFigure: Figure = {
  id: 'agreements.officers',
  title: 'Sworn officers of listed agencies',
  unit: { kind: 'count', one: 'officer', many: 'officers' },
  definition:
    'Officers that the reference list counts for the agencies on the list of participating agencies, each agency once.',
  from: 'agency_population',
  form: { form: 'sum', column: 'officers', once: ['organisation'] },
  where: 'officers is not null',
  defaults: { status: ['participating'] },
  dimensions: {
    state: stateDimension,
    model: modelDimension,
    type: typeDimension,
    county: countyDimension,
    status: statusDimension,
  },
  additive: ['state'],
  sources: ['ice-participating', 'ice-pending', 'fbi-agencies'],
  words: ['officers', 'deputies', 'sworn officers'],
  caveats: [
    'It counts all officers of an agency, not those who are trained or act under its agreement: the list does not say how many are.',
    'Only agencies that could be matched with certainty are in it, so that it is a lower bound of their officers.',
  ],
  readings: [],
};

export const agreementFigures: readonly Figure[] = [
  agreementsFigure,
  agenciesFigure,
  statesFigure,
  territoriesFigure,
  newFigure,
  departedFigure,
  populationFigure,
  officersFigure,
];
