import type { Flag } from '../../../figures/flag.ts';

export const afterOrderingPeriod: Flag = {
  id: 'contracts.after-ordering-period',
  title: 'Ordered after the ordering period',
  unit: 'order',
  method:
    "The first action of an order is compared with the end of its vehicle's ordering period as it stood on that day (the latest action on the vehicle at or before it). Where the vehicle's records at hand end before the order, an extension may be missing: the outcome is unknown, as it is for an order whose first action is not at hand.",
  source: 'Federal Acquisition Regulation, 16.505 and 52.216-22 (orders within the effective period)',
  why: 'After the period no order may be placed without a new contract or an extension.',
  innocent: [
    'An extension signed in time may have been reported late.',
    'Work under an order goes on after the period as a rule; only new orders are looked at.',
    'Ordering periods are entered by hand and are moved back and forth in the record.',
  ],
  exclusions: [
    "Orders whose vehicle's ordering period is not at hand.",
    'Changes to orders that exist.',
    'Recipients that are natural persons or sole proprietors.',
  ],
  example:
    'A vehicle takes orders until 30 June; an order is signed on 15 July, and no extension is on record by then.',
  needs: "Ordering periods: the vehicle's actions in the FPDS Atom feed or the transactions download.",
  settings: {},
  units: `with firsts as (
  select award, award_label, vehicle, action_date, modification,
    row_number() over (partition by award order by case when modification = '0' then 0 else 1 end, place_in_award) as place
  from contract_actions
  where vehicle is not null and vendor_state <> 'individual'
),
timed as (
  select distinct award from contract_actions where record_kind = 'idv' and ordering_end is not null
),
ended as (
  select o.award, v.ordering_end, e.as_of,
    row_number() over (partition by o.award order by v.action_date desc, v.place_in_award desc) as place
  from firsts as o
  join contract_actions as v on v.award = o.vehicle and v.record_kind = 'idv' and v.ordering_end is not null and v.action_date <= o.action_date
  join (
    select r.award, max(e.as_of) as as_of
    from contract_actions as r
    join contract_editions as e on e.edition = r.edition
    where r.record_kind = 'idv'
    group by r.award
  ) as e on e.award = o.vehicle
  where o.place = 1 and o.modification = '0'
)
select o.award as unit, o.award_label as label,
  case when o.modification <> '0' and t.award is not null then 'unknown'
    when e.ordering_end is null then 'not applicable' when o.action_date is null then 'unknown' when o.action_date <= e.ordering_end then 'passed'
    when e.as_of < o.action_date then 'unknown' else 'flagged' end as outcome,
  @iso_date(e.ordering_end) as value
from firsts as o
left join ended as e on e.award = o.award and e.place = 1
left join timed as t on t.award = o.vehicle
where o.place = 1`,
  rows: `select award as unit, edition, "row" from contract_actions where modification = '0' and vehicle is not null
union all
select o.award as unit, v.edition, v."row"
from contract_actions as o
join contract_actions as v on v.award = o.vehicle and v.record_kind = 'idv' and v.action_date <= o.action_date
where o.modification = '0'`,
};
