-- one row per vendor and another that bears the same name under another identifier: a suggestion, joined nowhere
-- order by: vendor, other
select vendor, other_vendor as other from contract_vendor_suggestions
union all
select other_vendor as vendor, vendor as other from contract_vendor_suggestions
order by vendor, other
