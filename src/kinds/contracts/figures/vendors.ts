import type { Figure } from '../../../figures/figure.ts';
import { agency, calendarYear, competition, fiscalYear, month, vendor } from '../dimensions.ts';
import { actionSources, dimensions, familySources, withoutDoubtful, withoutMarked } from './common.ts';
import { obligations } from './obligations.ts';

/** Who is paid: vendors, how concentrated obligations are among them, and first awards. */

export const vendorsFigure: Figure = {
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

const takers = [
  ['vendor', 'vendors'],
  ['company', 'companies'],
  ['contractor', 'contractors'],
  ['firm', 'firms'],
] as const;

export const concentration = (id: string, title: string, top?: number): Figure => ({
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

export const firstTime: Figure = {
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
