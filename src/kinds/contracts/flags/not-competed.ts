import type { Flag } from '../../../figures/flag.ts';

export const notCompeted: Flag = {
  id: 'contracts.not-competed',
  title: 'Not competed',
  unit: 'vehicle, order or contract',
  method:
    'An award of at least {least} dollars (the larger of its obligations and its ceiling) whose record says that it was not competed (codes B, C, G, NDO), or an order placed without a fair opportunity. The authority in the record is given as the value.',
  source: 'Federal Acquisition Regulation, 6.302 and 16.505(b)(2) (exceptions)',
  why: 'Without competition nothing but negotiation holds the price.',
  innocent: [
    'The law has exceptions, among them urgency, one responsible source, and set-asides; the record names which.',
    'A follow-on can be the cheapest way to finish work.',
    'An order under a minimum guarantee (code MG) is owed to the holder of the vehicle.',
  ],
  exclusions: [
    'Recipients that are natural persons or sole proprietors.',
    'Awards below the threshold.',
    'Orders with a minimum guarantee (MG).',
  ],
  example: 'A contract of 3 million with extent competed C (not competed) and authority URG (urgency).',
  needs:
    'Extent competed: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.',
  settings: {
    least: {
      default: 250000,
      says: 'dollars below which nothing is said (the simplified acquisition threshold of 2020 to 2025)',
    },
  },
  units: `select award as unit, award_label as label,
  case when extent_competed is null and fair_opportunity is null then 'not applicable'
    when coalesce(fair_opportunity, '') = 'MG' then 'not applicable'
    when obligation is null and ceiling is null then 'unknown'
    when coalesce(obligation, 0) < {least} and coalesce(ceiling, 0) < {least} then 'not applicable'
    when extent_competed in ('B', 'C', 'G', 'NDO') then 'flagged'
    when level = 'order' and fair_opportunity is not null and fair_opportunity <> 'FAIR' then 'flagged'
    else 'passed' end as outcome,
  coalesce(no_competition_reason, fair_opportunity, extent_competed) as value
from contract_awards
where vendor_state <> 'individual'`,
  rows: `select award as unit, edition, "row" from contract_awards`,
};
