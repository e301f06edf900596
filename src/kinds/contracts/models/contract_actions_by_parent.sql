-- one row per action, with the parent company that its record names on its date, else the vendor itself
-- order by: edition, "row"
-- kept as: view
select a.*, coalesce(a.parent_vendor_uei, a.parent_vendor_name, a.vendor) as parent_or_vendor
from contract_actions as a
