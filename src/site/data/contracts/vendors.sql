-- one row per vendor that is an organisation
-- order by: vendor
select vendor, vendor_name, names, actions, awards, cast(obligation as varchar) as obligation, @iso_date(first_action) as first_action,
  @iso_date(last_action) as last_action
from contract_vendors
where vendor_state = 'organisation'
order by vendor
