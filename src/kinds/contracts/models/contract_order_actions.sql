-- one row per action on an order, with whether its vehicle's ceiling is known
-- order by: edition, "row"
select a.edition, a."row", a.award, a.award_name, a.vehicle, a.vehicle_name, a.family, a.action_date, a.obligation, a.ceiling_change,
  c.vehicle is not null as ceiling_known
from contract_actions as a
left join (select distinct vehicle from contract_ceiling_changes) as c on c.vehicle = a.vehicle
where a.vehicle is not null
