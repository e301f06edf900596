-- one row per action as an edition lists it, with what two editions are compared by; a person is only the remainder
-- order by: edition, "row"
-- kept as: view
select
  r.edition,
  r."row",
  r.action,
  case when i.person_award is not null then 'individuals and sole proprietors'
    else r.piid || case when r.modification = '0' then '' else ' ' || r.modification end end as label,
  i.person_award is not null as person,
  case when i.person_award is not null or r.vendor_state = 'not stated' then null
    else coalesce(r.vendor_uei, r.vendor_duns, @replace(@replace(r.vendor_name, '[.,]', ''), ' +', ' ')) end as vendor,
  r.obligation,
  r.action_date,
  case when i.person_award is not null then 'individuals and sole proprietors' when r.vendor_state = 'not stated' then 'not stated' else r.vendor_name end as recipient,
  r.ceiling_change,
  r.current_end,
  coalesce(r.product_code, r.product_text) as product,
  coalesce(r.industry_code, r.industry_text) as industry
from contract_action_rows as r
left join (select distinct person_award from contract_persons) as i on i.person_award = r.award
where coalesce(r.correction, '') <> 'D'
