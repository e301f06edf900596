import type { Flag } from '../../../figures/flag.ts';

export const ceilingOutsideTerms: Flag = {
  id: 'contracts.ceiling-outside-terms',
  title: "Ceiling outside the solicitation's limits",
  unit: 'vehicle',
  method:
    "A vehicle's first ceiling is compared with the maximum and the minimum per vehicle that the latest version of its family's solicitation (or its own terms) states before the award.",
  source:
    'Federal Acquisition Regulation, 16.504(a): an indefinite-quantity contract states a minimum and a maximum',
  why: 'Offers were made against the limits that the solicitation stated.',
  innocent: [
    'A later version of the solicitation changed the limits and is not at hand.',
    'The limit may be meant for one ordering period, the ceiling for all of them.',
    'The stated ceiling may hold only the price offered and not the maximum.',
  ],
  exclusions: [
    'Vehicles of a family without stated terms.',
    'Recipients that are natural persons or sole proprietors.',
  ],
  example:
    'A solicitation states at most 90 million a vehicle; a vehicle under it is awarded with a ceiling of 120 million.',
  needs: 'Terms: the typed-in form of versions of a solicitation, or a terms file.',
  settings: {},
  units: `with limits as (
  select v.vehicle, t.term, t.amount,
    row_number() over (partition by v.vehicle, t.term order by t.valid_from desc, t.edition, t."row") as place
  from contract_vehicles as v
  join contract_terms as t on (t.subject = v.family or t.subject = v.piid) and (t.valid_from is null or v.awarded_on is null or t.valid_from <= v.awarded_on)
  where t.amount is not null
),
stated as (
  select vehicle, max(case when term = 'ceiling-per-vehicle' then amount end) as most, max(case when term = 'minimum-guarantee' then amount end) as least
  from limits
  where place = 1
  group by vehicle
),
first_ceilings as (
  select vehicle, ceiling_change as ceiling from contract_ceiling_changes where place = 1
)
select v.vehicle as unit, v.vehicle_name as label,
  case when s.most is null and s.least is null then 'not applicable' when f.ceiling is null then 'unknown'
    when f.ceiling > s.most or f.ceiling < s.least then 'flagged' else 'passed' end as outcome,
  f.ceiling as value
from contract_vehicles as v
left join stated as s on s.vehicle = v.vehicle
left join first_ceilings as f on f.vehicle = v.vehicle
where coalesce(v.vendor_state, 'organisation') <> 'individual'`,
  rows: `select vehicle as unit, edition, "row" from contract_ceiling_changes where place = 1
union all
select v.vehicle as unit, t.edition, t."row"
from contract_vehicles as v
join contract_terms as t on t.subject = v.family or t.subject = v.piid`,
};
