-- one row per action on an order under a vehicle that has a record of its own, with the running sum of the vehicle; those of individuals are one row a vehicle
-- order by: vehicle, running order of days
with orders as (
  select a.*
  from contract_actions as a
  join contract_vehicles as v on v.vehicle = a.vehicle and v.at_hand <> 'not in the data'
)
select vehicle, award, award_label, modification, place_in_award as place, false as person, 1 as actions, @iso_date(action_date) as day,
  cast(obligation as varchar) as obligation, cast(ceiling_change as varchar) as ceiling_change, offers, competition, edition, "row",
  cast(sum(obligation) over (partition by vehicle order by action_date, award, place_in_award rows unbounded preceding) as varchar) as running
from orders
where vendor_state <> 'individual'
union all
select vehicle, '' as award, 'individuals and sole proprietors' as award_label, '' as modification, cast(null as integer) as place, true as person, count(*) as actions, cast(null as varchar) as day,
  cast(sum(obligation) as varchar) as obligation, cast(sum(ceiling_change) as varchar) as ceiling_change, cast(null as integer) as offers,
  'not-stated' as competition, cast(null as varchar) as edition, cast(null as integer) as "row", cast(null as varchar) as running
from orders
where vendor_state = 'individual'
group by vehicle
order by vehicle, person, day, award, place
