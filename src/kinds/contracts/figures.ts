import type { Dimension, Figure, Reading } from '../../figures/figure.ts';
import {
  actionKind,
  agency,
  award,
  calendarYear,
  competition,
  family,
  fiscalYear,
  industry,
  level,
  month,
  office,
  product,
  vehicle,
  vendor,
} from './dimensions.ts';

/** The figures of this kind. Obligations come from actions, ceilings from vehicles, and the two are never added. */

const dimensions: Record<string, Dimension> = {
  vehicle,
  vendor,
  family,
  award,
  fiscal_year: fiscalYear,
  calendar_year: calendarYear,
  month,
  agency,
  office,
  product,
  industry,
  action_kind: actionKind,
  competition,
  level,
};

/** Sources with the actions themselves, the yearly exports first; typed-in forms last. */
const actionSources = [
  'usaspending-search',
  'usaspending-transactions',
  'usaspending-2018',
  'fpds-atom',
  'usaspending-api',
  'typed-actions',
];
const vehicleSources = [
  'fpds-atom',
  'usaspending-transactions',
  'usaspending-2018',
  'typed-vehicles',
  'typed-actions',
  'usaspending-api',
  'usaspending-award-summaries',
];
const familySources = ['typed-vehicles', 'contract-families'];

const sourceCaveats = [
  'It counts the actions at hand. A download that holds only orders has no vehicles in it, and a month that a publisher has not reported yet is missing.',
  'Natural persons and sole proprietors are counted as one remainder; their money is in every total.',
];

const withoutDoubtful: Reading = {
  id: 'without-late-vehicles',
  axis: 'members',
  class: 'drops-condition',
  says: 'only vehicles whose first order came within four weeks of the first of their family',
  why: 'A vehicle that starts after the others may not have been counted yet when a sentence was written.',
  change: { where: 'not vehicle_late' },
};
const withoutMarked: Reading = {
  id: 'without-doubtful-members',
  axis: 'members',
  class: 'drops-condition',
  says: "without the vehicles that the user's file marks as doubtful members of their family",
  why: 'Where the records do not name the solicitation, membership rests on the PIID and the date alone.',
  change: { where: 'not family_doubtful' },
};
const byReport: Reading = {
  id: 'reported-by-date',
  axis: 'date',
  class: 'another-question',
  says: 'actions by the day on which they were reported',
  why: 'An action shows up in the public record days or weeks after it was signed.',
  change: { eventDate: 'reported_on' },
};

const obligations: Figure = {
  id: 'contracts.obligations',
  title: 'Dollars obligated',
  unit: { kind: 'money', currency: 'USD' },
  definition:
    'Sum of the federal action obligations of all actions, deobligations subtracted; an action that several files or rows carry counts once. Asked for a vehicle, it is the sum over its orders; asked for a family, over all actions of its vehicles, of their orders and of contracts of that solicitation that stand alone.',
  from: 'contract_actions',
  form: { form: 'sum', column: 'obligation' },
  dimensions,
  additive: [
    'vehicle',
    'vendor',
    'family',
    'award',
    'fiscal_year',
    'calendar_year',
    'month',
    'agency',
    'office',
    'product',
    'industry',
    'action_kind',
    'competition',
    'level',
  ],
  eventDate: 'action_date',
  sources: [...actionSources, ...familySources],
  words: ['obligated', 'obligations', 'spent', 'paid', 'spending', 'awarded', 'cost'],
  caveats: [
    'An obligation is a promise to pay, not a payment; negative amounts take earlier ones back.',
    'An obligation is not a ceiling: what a vehicle could cost in all is another figure, and the two are never added.',
    ...sourceCaveats,
  ],
  anySource: true,
  readings: [
    {
      id: 'orders-only',
      axis: 'level',
      class: 'drops-condition',
      says: 'orders under vehicles alone',
      why: 'Totals of a vehicle count its orders and leave out contracts that stand alone.',
      change: { where: `level = 'order'` },
    },
    withoutDoubtful,
    withoutMarked,
    byReport,
    {
      id: 'ceilings',
      axis: 'money',
      class: 'another-question',
      says: "the ceilings of vehicles instead of the orders' obligations",
      why: 'A ceiling is often quoted as if it were spending.',
      change: { from: 'contract_ceiling_changes', form: { form: 'sum', column: 'ceiling_change' } },
    },
    {
      id: 'options-exercised',
      axis: 'money',
      class: 'another-question',
      says: "orders' and contracts' base and exercised options instead of obligations",
      why: 'Some tables show the current value of contracts.',
      change: { form: { form: 'sum', column: 'exercised_change' }, where: `level <> 'vehicle'` },
    },
    {
      id: 'options-all',
      axis: 'money',
      class: 'another-question',
      says: "orders' and contracts' own ceilings (base and all options) instead of obligations",
      why: 'The potential value of an award is often quoted as its cost.',
      change: { form: { form: 'sum', column: 'ceiling_change' }, where: `level <> 'vehicle'` },
    },
  ],
};

const ceilingDimensions: Record<string, Dimension> = {
  vehicle,
  family,
  vendor,
  agency,
  office,
  product,
  industry,
  competition,
  fiscal_year: fiscalYear,
  calendar_year: calendarYear,
  month,
};

const ceiling: Figure = {
  id: 'contracts.ceiling',
  title: 'Ceiling of vehicles',
  unit: { kind: 'money', currency: 'USD' },
  parts: {
    by: ['fiscal_year', 'calendar_year', 'month'],
    title: 'Changes of ceilings',
    says: 'what the actions of that time changed ceilings by, not what ceilings came to; that is the value until its last day',
  },
  definition:
    'Running sum of the changes that each action on a vehicle made to its potential value (base and all options), up to the date asked for; for a vehicle whose actions are not at hand, the total that a source states.',
  from: 'contract_ceiling_changes',
  form: { form: 'running', column: 'ceiling_change', date: 'action_date' },
  dimensions: ceilingDimensions,
  additive: [
    'vehicle',
    'family',
    'vendor',
    'agency',
    'office',
    'product',
    'industry',
    'competition',
    'fiscal_year',
    'calendar_year',
    'month',
  ],
  eventDate: 'action_date',
  sources: [...vehicleSources, ...familySources],
  words: [
    'ceiling',
    'ceilings',
    'worth as much as',
    'worth up to',
    'could be worth',
    'can be worth',
    'may be worth',
    'might be worth',
    'cost up to',
    'costs up to',
    'cost as much as',
    'costs as much as',
    'can cost',
    'could cost',
    'may cost',
    'might cost',
    'valued at up to',
    'maximum value',
    'potential value',
    'up to',
    'cap',
    'capped',
  ],
  caveats: [
    'A ceiling is what could be ordered, not what was: most vehicles never reach it.',
    'By fiscal year, calendar year or month it shows what the actions of that time changed ceilings by, not what ceilings came to; that is its value until the last day of that time.',
    'Where several vehicles share one ceiling, adding them up counts it several times; the terms say so where they are known.',
    'The total that a record states is restated on every earlier action, so history is rebuilt from the changes; a mismatch with the stated total is listed.',
    'A vehicle whose own actions are not at hand shows a stated total, marked as such.',
  ],
  anySource: true,
  readings: [
    withoutDoubtful,
    withoutMarked,
    {
      id: 'first-award',
      axis: 'time',
      class: 'another-question',
      says: 'the ceiling set by the first action of each vehicle, where its actions are at hand',
      why: 'Announcements quote the value at the award.',
      change: { form: { form: 'sum', column: 'ceiling_change' }, where: `place = 1 and basis = 'actions'` },
    },
    {
      id: 'obligations',
      axis: 'money',
      class: 'another-question',
      says: "the orders' obligations instead of the vehicles' ceilings",
      why: 'What has been ordered is often quoted as the value of the contract.',
      change: {
        from: 'contract_actions',
        form: { form: 'sum', column: 'obligation' },
        where: 'vehicle is not null',
      },
    },
  ],
};

const actionsFigure: Figure = {
  id: 'contracts.actions',
  title: 'Contract actions',
  unit: { kind: 'count', one: 'action', many: 'actions' },
  definition:
    'Awards, orders, vehicles and changes to them, one for each award and modification; an action that several files or rows carry counts once.',
  from: 'contract_actions',
  form: { form: 'count' },
  dimensions,
  additive: obligations.additive,
  eventDate: 'action_date',
  sources: [...actionSources, ...familySources],
  words: ['actions', 'transactions', 'modifications', 'contract actions'],
  caveats: ['An action is a line of paperwork: one contract has from one to hundreds.', ...sourceCaveats],
  anySource: true,
  readings: [
    withoutDoubtful,
    withoutMarked,
    byReport,
    {
      id: 'awards',
      axis: 'unit',
      class: 'another-question',
      says: 'awards instead of actions',
      why: 'Rows of a download are often called contracts.',
      change: {
        form: { form: 'distinct', key: ['award'] },
        unit: { kind: 'count', one: 'award', many: 'awards' },
      },
    },
  ],
};

const awardsFigure: Figure = {
  id: 'contracts.awards',
  title: 'Awards with an action',
  unit: { kind: 'count', one: 'award', many: 'awards' },
  definition: 'Distinct contracts, orders and vehicles with at least one action.',
  from: 'contract_actions',
  form: { form: 'distinct', key: ['award'] },
  dimensions,
  additive: [],
  eventDate: 'action_date',
  sources: [...actionSources, ...familySources],
  words: ['contracts', 'awards', 'orders', 'task orders', 'deals'],
  caveats: [
    'An award counts in every year, month or office in which it has an action, so that parts add up to more than the whole.',
    'A PIID of fewer than 13 characters names an order only together with its vehicle.',
    ...sourceCaveats,
  ],
  anySource: true,
  readings: [
    withoutDoubtful,
    withoutMarked,
    {
      id: 'new-only',
      axis: 'kind',
      class: 'drops-condition',
      says: 'only awards whose first action (modification 0) is at hand',
      why: 'A sentence on contracts of a year may mean those that began in it.',
      change: { where: `modification = '0'` },
    },
    {
      id: 'vehicles',
      axis: 'unit',
      class: 'another-question',
      says: 'vehicles instead of awards',
      why: 'A vehicle with its orders is often called one contract.',
      change: {
        form: { form: 'distinct', key: ['vehicle'] },
        unit: { kind: 'count', one: 'vehicle', many: 'vehicles' },
      },
    },
  ],
};

const vendorsFigure: Figure = {
  id: 'contracts.vendors',
  title: 'Vendors with an action',
  unit: { kind: 'count', one: 'vendor', many: 'vendors' },
  definition:
    'Distinct organisations that are the recipient of at least one action: by UEI, before April 2022 by DUNS number, by name where a source gives neither.',
  from: 'contract_actions',
  form: { form: 'distinct', key: ['vendor'] },
  where: `vendor_state = 'organisation'`,
  dimensions,
  additive: [],
  eventDate: 'action_date',
  sources: [...actionSources, ...familySources],
  words: ['companies', 'company', 'vendors', 'contractors', 'firms', 'businesses', 'corporations'],
  caveats: [
    'Names are compared only without dots and commas: one firm under two names counts twice, and two sources that know it by name and by UEI too.',
    'Subsidiaries count for themselves; a parent is what a record named on its date, and can change.',
    'Natural persons and sole proprietors are not among the vendors counted here.',
  ],
  anySource: true,
  readings: [
    { ...withoutDoubtful, change: { where: `vendor_state = 'organisation' and not vehicle_late` } },
    { ...withoutMarked, change: { where: `vendor_state = 'organisation' and not family_doubtful` } },
    {
      id: 'parents',
      axis: 'unit',
      class: 'drops-condition',
      says: 'parent companies as recorded, where a record names one',
      why: 'Several subsidiaries may be called one company.',
      change: { form: { form: 'distinct', key: ['parent_or_vendor'] }, from: 'contract_actions_by_parent' },
    },
    {
      id: 'vehicles',
      axis: 'source',
      class: 'another-question',
      says: 'recipients of the vehicles, whether or not an order followed',
      why: 'A firm can hold a vehicle without any order.',
      change: { from: 'contract_ceiling_changes' },
    },
  ],
};

const vehiclesFigure: Figure = {
  id: 'contracts.vehicles',
  title: 'Vehicles with a known ceiling',
  unit: { kind: 'count', one: 'vehicle', many: 'vehicles' },
  definition:
    'Distinct vehicles (contracts under which orders are placed) of which an action or a stated total gives a ceiling.',
  from: 'contract_ceiling_changes',
  form: { form: 'distinct', key: ['vehicle'] },
  dimensions: ceilingDimensions,
  additive: [],
  eventDate: 'action_date',
  sources: [...vehicleSources, ...familySources],
  words: ['vehicles', 'IDIQs', 'IDIQ contracts', 'framework contracts'],
  caveats: [
    'A vehicle is a frame for orders; without an order nothing beyond its minimum is bought.',
    'Vehicles of other agencies (schedules, government-wide contracts) are absent from an extract of one agency.',
  ],
  anySource: true,
  readings: [withoutDoubtful, withoutMarked],
};

const offers: Figure = {
  id: 'contracts.offers_received',
  title: 'Offers received, as stated',
  unit: { kind: 'count', one: 'offer', many: 'offers' },
  definition:
    "The number of offers that the records of an award state, once an award; an order's own number and its vehicle's are kept apart by level.",
  from: 'contract_offers',
  form: { form: 'sum', column: 'offers', once: ['award', 'level'] },
  dimensions: {
    vehicle,
    family,
    award: { ...award, sql: 'award_name', also: 'award' },
    agency,
    competition,
    level: { ...level, values: ['vehicle', 'order', 'contract'] },
  },
  additive: ['level'],
  sources: [...actionSources, ...familySources],
  words: ['offers', 'bids', 'bidders', 'offerors', 'proposals'],
  caveats: [
    'Ask it for one award: the vehicles of one solicitation each state the offers of that solicitation, so that adding them up counts one offer many times.',
    'An order under several vehicles may state 1 while its vehicle states 51: the first counts offers for the order, the second for the vehicle.',
    '999 and 0 are used for "not applicable" and are left out.',
  ],
  anySource: true,
  readings: [],
};

const ceilingUsed: Figure = {
  id: 'contracts.ceiling_used',
  title: 'Share of the ceiling that was ordered',
  unit: { kind: 'share' },
  definition:
    "Obligations of the orders under vehicles with a known ceiling, as a share of those vehicles' ceilings.",
  from: 'contract_order_actions',
  form: {
    form: 'ratio',
    numerator: {
      from: 'contract_order_actions',
      form: { form: 'sum', column: 'obligation' },
      where: 'ceiling_known',
      says: 'obligations of orders under vehicles with a known ceiling',
    },
    denominator: {
      from: 'contract_ceiling_changes',
      form: { form: 'sum', column: 'ceiling_change' },
      says: 'ceilings of those vehicles',
    },
  },
  dimensions: { vehicle, family },
  additive: [],
  eventDate: 'action_date',
  sources: [
    ...actionSources,
    ...vehicleSources.filter((source) => !actionSources.includes(source)),
    ...familySources,
  ],
  words: ['share of the ceiling', 'percent of the ceiling', 'used'],
  caveats: [
    'Orders that are not at hand are not in it: with downloads of one year, it is the share ordered in that year.',
    'A share above one means that orders went beyond the ceiling, or that an increase of the ceiling is not at hand.',
  ],
  anySource: true,
  readings: [],
};

const takers = [
  ['vendor', 'vendors'],
  ['company', 'companies'],
  ['contractor', 'contractors'],
  ['firm', 'firms'],
] as const;

const concentration = (id: string, title: string, top?: number): Figure => ({
  id,
  title,
  unit: { kind: 'share' },
  definition:
    top === undefined
      ? 'Herfindahl-Hirschman index of net obligations among vendors as a share of one: the sum of the squares of their shares (times 10,000 for the scale in use). Vendors with a net deobligation are left out.'
      : `Share of net obligations that went to the ${top === 1 ? 'largest vendor' : `${top} largest vendors`}. Vendors with a net deobligation are left out.`,
  from: 'contract_actions',
  form: {
    form: 'concentration',
    column: 'obligation',
    among: ['vendor'],
    ...(top === undefined ? {} : { top }),
  },
  where: `vendor_state = 'organisation'`,
  dimensions,
  additive: [],
  eventDate: 'action_date',
  sources: [...actionSources, ...familySources],
  words:
    top === undefined
      ? ['concentration', 'concentrated']
      : top === 1
        ? ['share of the largest', ...takers.map(([one]) => `largest ${one}`)]
        : [
            'share of the three largest',
            ...takers.flatMap(([, many]) => [`three largest ${many}`, `top three ${many}`]),
          ],
  caveats: [
    'Vendors are compared as recorded: subsidiaries of one parent count apart, which makes concentration look smaller.',
    'Natural persons and sole proprietors are left out of it.',
  ],
  anySource: true,
  readings: [],
});

const firstTime: Figure = {
  id: 'contracts.first_time_vendors',
  title: 'Vendors first seen',
  unit: { kind: 'count', one: 'vendor', many: 'vendors' },
  definition:
    'Vendors by their first action in all the data at hand, whatever filter is asked for; before the data begin, nothing is known (the first date is given as data_begins).',
  from: 'contract_vendor_firsts',
  form: { form: 'count' },
  dimensions: {
    vendor,
    fiscal_year: fiscalYear,
    calendar_year: calendarYear,
    month,
    agency,
    competition,
    data_begins: {
      sql: '@iso_date(data_begins)',
      title: 'First date of the data',
      pattern: /^\d{4}-\d{2}-\d{2}$/,
      says: 'a date',
    },
  },
  additive: ['vendor', 'fiscal_year', 'calendar_year', 'month', 'agency', 'competition'],
  eventDate: 'action_date',
  sources: [...actionSources, ...familySources],
  words: ['first contract', 'new vendors', 'never before', 'first-time'],
  caveats: [
    '"First" means first in the files at hand: a firm with older contracts elsewhere is counted here too.',
    'In the first year of the data nearly every vendor is "first": compare years only well after the data begin.',
    'A firm that is known by name in one file and by UEI in another can be counted as first twice.',
  ],
  anySource: true,
  readings: [],
};

const limitFigure = (side: 'minimum' | 'maximum'): Figure => ({
  id: `contracts.${side}_per_vehicle`,
  title: side === 'minimum' ? 'Guaranteed minimum per vehicle' : 'Maximum per vehicle',
  unit: { kind: 'money', currency: 'USD' },
  definition: `The ${side} of each vehicle that the versions of a solicitation, or a typed-in term, state up to the date asked for: the latest stated amount, as the running sum of its changes.`,
  from: 'contract_term_changes',
  form: { form: 'running', column: 'change', date: 'valid_from' },
  where: side === 'minimum' ? `term = 'minimum-guarantee'` : `term = 'ceiling-per-vehicle'`,
  dimensions: {
    family: { ...family, sql: `case when subject_kind = 'family' then subject end` },
    vehicle: { ...vehicle, sql: `case when subject_kind = 'vehicle' then subject end`, also: 'subject' },
  },
  additive: [],
  eventDate: 'valid_from',
  sources: ['typed-notices', 'contract-terms'],
  anySource: true,
  words:
    side === 'minimum'
      ? ['minimum', 'guaranteed', 'guarantee', 'at least']
      : ['maximum', 'limit', 'per company', 'cap'],
  caveats: [
    'No release has a column for it: it is typed in from the documents, each line with its document and date.',
    'Ask it for one family or vehicle: the limits of several do not add up to anything.',
    'A later version of the solicitation that is not at hand may have changed it.',
  ],
  readings: [],
});

/** The figures of this kind, in the order of lists. */
export const contractFigures: readonly Figure[] = [
  obligations,
  ceiling,
  actionsFigure,
  awardsFigure,
  vendorsFigure,
  vehiclesFigure,
  offers,
  ceilingUsed,
  concentration('contracts.concentration', 'Concentration of obligations among vendors'),
  concentration('contracts.concentration_top1', 'Share of the largest vendor', 1),
  concentration('contracts.concentration_top3', 'Share of the three largest vendors', 3),
  firstTime,
  limitFigure('minimum'),
  limitFigure('maximum'),
];
