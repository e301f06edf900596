import type { Dimension, Figure } from '../../../figures/figure.ts';
import {
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
} from '../dimensions.ts';
import { actionSources, familySources, vehicleSources, withoutDoubtful, withoutMarked } from './common.ts';

/** Vehicles: their ceilings, offers, limits of orders, and how much of a ceiling is used. */

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

export const ceiling: Figure = {
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

export const vehiclesFigure: Figure = {
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

export const offers: Figure = {
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

export const ceilingUsed: Figure = {
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

export const limitFigure = (side: 'minimum' | 'maximum'): Figure => ({
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
