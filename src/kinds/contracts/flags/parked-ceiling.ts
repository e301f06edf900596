import type { Flag } from '../../../figures/flag.ts';

export const parkedCeiling: Flag = {
  id: 'contracts.parked-ceiling',
  title: 'Parked ceiling',
  unit: 'vehicle',
  method:
    'A vehicle with a ceiling of at least {least} dollars, awarded at least {days} days before the latest action at hand, under which no order is at hand.',
  source: 'Federal Acquisition Regulation, 16.504(a)(1): a minimum quantity that is more than nominal',
  why: 'A high ceiling without orders stands ready to be used without a new competition.',
  innocent: [
    'Orders may be placed by other agencies whose records are not at hand.',
    'The minimum may have been ordered under another number.',
    'A vehicle can be a reserve that is never needed.',
  ],
  exclusions: [
    'Vehicles of which only orders are at hand.',
    'Recipients that are natural persons or sole proprietors.',
  ],
  example: 'A vehicle with a ceiling of 600 million, awarded 14 months ago, without an order on record.',
  needs:
    'Orders of the same agency and time: a transactions download or search export of the years since the award.',
  settings: {
    least: { default: 50000000, says: 'dollars of the ceiling' },
    days: { default: 180, says: 'days since the award' },
  },
  units: `with latest as (
  select max(action_date) as day, count(case when record_kind = 'award' then 1 end) as orders from contract_actions
)
select v.vehicle as unit, v.vehicle_name as label,
  case when v.ceiling is null or l.orders = 0 then 'not applicable' when v.awarded_on is null then 'unknown'
    when v.ceiling < {least} or v.orders > 0 or date_diff('day', v.awarded_on, l.day) < {days} then 'passed' else 'flagged' end as outcome,
  v.ceiling as value
from contract_vehicles as v
cross join latest as l
where coalesce(v.vendor_state, 'organisation') <> 'individual'`,
  rows: `select vehicle as unit, edition, "row" from contract_ceiling_changes`,
};
