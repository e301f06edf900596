-- one row per vendor and another that bears the same name under another identifier: a suggestion, joined nowhere
-- order by: vendor, other
select one as vendor, two as other
from (
  select vendor as one, other_vendor as two from contract_vendor_suggestions
  union all
  select other_vendor as one, vendor as two from contract_vendor_suggestions
) as pairs
order by vendor, other
