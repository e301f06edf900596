-- one row per two vendors that bear one name under different identifiers: a suggestion to look at, joined nowhere
-- order by: name_key, vendor, other_vendor
with keyed as (
  select distinct vendor, @replace(@replace(lower(vendor_name), '[^a-z0-9]+', ' '), ' (inc|llc|corp|corporation|company|co|ltd|lp|the)\b', '') as name_key
  from contract_actions
  where vendor_state = 'organisation' and vendor_name is not null
)
select a.name_key, a.vendor, b.vendor as other_vendor
from keyed as a
join keyed as b on b.name_key = a.name_key and b.vendor > a.vendor
