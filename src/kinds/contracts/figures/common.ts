import type { Dimension, Reading } from '../../../figures/figure.ts';
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
} from '../dimensions.ts';

/** What several figures of contracts share: dimensions, sources, caveats, readings. */

export const dimensions: Record<string, Dimension> = {
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
export const actionSources = [
  'usaspending-search',
  'usaspending-transactions',
  'usaspending-2018',
  'fpds-atom',
  'usaspending-api',
  'typed-actions',
];

export const vehicleSources = [
  'fpds-atom',
  'usaspending-transactions',
  'usaspending-2018',
  'typed-vehicles',
  'typed-actions',
  'usaspending-api',
  'usaspending-award-summaries',
];

export const familySources = ['typed-vehicles', 'contract-families'];

export const sourceCaveats = [
  'It counts the actions at hand. A download that holds only orders has no vehicles in it, and a month that a publisher has not reported yet is missing.',
  'Natural persons and sole proprietors are counted as one remainder; their money is in every total.',
];

export const withoutDoubtful: Reading = {
  id: 'without-late-vehicles',
  axis: 'members',
  class: 'drops-condition',
  says: 'only vehicles whose first order came within four weeks of the first of their family',
  why: 'A vehicle that starts after the others may not have been counted yet when a sentence was written.',
  change: { where: 'not vehicle_late' },
};

export const withoutMarked: Reading = {
  id: 'without-doubtful-members',
  axis: 'members',
  class: 'drops-condition',
  says: "without the vehicles that the user's file marks as doubtful members of their family",
  why: 'Where the records do not name the solicitation, membership rests on the PIID and the date alone.',
  change: { where: 'not family_doubtful' },
};

export const byReport: Reading = {
  id: 'reported-by-date',
  axis: 'date',
  class: 'another-question',
  says: 'actions by the day on which they were reported',
  why: 'An action shows up in the public record days or weeks after it was signed.',
  change: { eventDate: 'reported_on' },
};
