-- one row per change to the ceiling of a vehicle
-- order by: vehicle, place, edition, "row"
select c.vehicle, @iso_date(c.action_date) as day, c.modification, cast(c.ceiling_change as varchar) as change,
  cast(c.running_ceiling as varchar) as running, @iso_date(c.ordering_end) as ordering_end, c.action_kind, c.basis, c.secondary, a.description as words, c.edition, c."row"
from contract_ceiling_changes as c
left join contract_actions as a on a.edition = c.edition and a."row" = c."row" and a.award = c.vehicle
where c.vendor_state <> 'individual'
order by c.vehicle, c.place, c.edition, c."row"
