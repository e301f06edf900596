-- one row per action on an order under a vehicle that has a record of its own, with the running sum of the vehicle
-- order by: vehicle, running order of days
select a.vehicle, a.award, a.award_label, a.modification, a.vendor_state = 'individual' as person, @iso_date(a.action_date) as day,
  cast(a.obligation as varchar) as obligation, cast(a.ceiling_change as varchar) as ceiling_change, a.offers, a.competition, a.edition, a."row",
  cast(sum(a.obligation) over (partition by a.vehicle order by a.action_date, a.award, a.place_in_award rows unbounded preceding) as varchar) as running
from contract_actions as a
join contract_vehicles as v on v.vehicle = a.vehicle and v.at_hand <> 'not in the data'
order by a.vehicle, a.action_date, a.award, a.place_in_award
