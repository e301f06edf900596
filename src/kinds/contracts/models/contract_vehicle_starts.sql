-- one row per vehicle with orders of a known family: whether its first order came late, 28 days or more after the family's first
-- order by: vehicle
with firsts as (
  select a.vehicle, f.family, f.doubtful, min(a.action_date) as first_order
  from contract_actions_counted as a
  join contract_vehicle_families as f on f.vehicle = a.vehicle
  where a.vehicle is not null
  group by a.vehicle, f.family, f.doubtful
),
compared as (
  select firsts.*, min(first_order) over (partition by family) as family_first_order
  from firsts
)
select vehicle, family, first_order, family_first_order,
  coalesce(date_diff('day', family_first_order, first_order) >= 28, false) as late
from compared
