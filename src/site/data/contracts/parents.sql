-- one row per vendor and parent company that records name for it, with the first and last day on which they do
-- order by: vendor, first_day, parent
select vendor, coalesce(parent_vendor_name, parent_vendor_uei) as parent, @iso_date(min(action_date)) as first_day, @iso_date(max(action_date)) as last_day, count(*) as actions
from contract_actions
where vendor_state = 'organisation' and coalesce(parent_vendor_name, parent_vendor_uei) is not null
group by vendor, coalesce(parent_vendor_name, parent_vendor_uei)
order by vendor, first_day, parent
