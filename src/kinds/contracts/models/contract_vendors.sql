-- one row per vendor as counted, with its latest name, its parent on the latest record that names one, and its sums
-- order by: vendor
with summed as (
  select vendor, count(*) as actions, count(distinct award) as awards, sum(obligation) as obligation, min(action_date) as first_action,
    max(action_date) as last_action, count(distinct vendor_name) as names,
    min(vendor_state) as vendor_state
  from contract_actions
  group by vendor
),
latest as (
  select vendor, vendor_name, row_number() over (partition by vendor order by action_date desc, action, vendor_name) as place
  from contract_actions
  where vendor_name is not null and action_date is not null
),
parents as (
  select vendor, parent_vendor_uei, parent_vendor_name, action_date,
    row_number() over (partition by vendor order by action_date desc, action) as place
  from contract_actions
  where parent_vendor_uei is not null or parent_vendor_name is not null
)
select s.vendor, s.vendor_state, l.vendor_name, s.names, s.actions, s.awards, s.obligation, s.first_action, s.last_action,
  p.parent_vendor_uei, p.parent_vendor_name, p.action_date as parent_recorded_on
from summed as s
left join latest as l on l.vendor = s.vendor and l.place = 1
left join parents as p on p.vendor = s.vendor and p.place = 1
