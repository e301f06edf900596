-- one row per vendor that is no person
select 'vendor' as dimension, vendor as value, vendor_name as name
from contract_vendors
where vendor_state = 'organisation' and vendor_name is not null
order by vendor_name, vendor
