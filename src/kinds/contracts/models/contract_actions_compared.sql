-- one row per action as an edition lists it, with what two editions are compared by; a person is only the remainder
-- order by: edition, "row"
-- kept as: view
select
  edition,
  "row",
  action,
  case when vendor_state = 'individual' then 'individuals and sole proprietors'
    else piid || case when modification = '0' then '' else ' ' || modification end end as label,
  vendor_state = 'individual' as person,
  case when vendor_state = 'individual' or vendor_state = 'not stated' then null
    else coalesce(vendor_uei, vendor_duns, @replace(@replace(vendor_name, '[.,]', ''), ' +', ' ')) end as vendor,
  obligation,
  action_date,
  case when vendor_state = 'individual' then 'individuals and sole proprietors' when vendor_state = 'not stated' then 'not stated' else vendor_name end as recipient,
  ceiling_change,
  current_end,
  coalesce(product_code, product_text) as product,
  coalesce(industry_code, industry_text) as industry
from contract_action_rows
where coalesce(correction, '') <> 'D'
