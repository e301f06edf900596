-- one row per value of a dimension that records give a name for: the name in most of its actions, with the code behind it
-- order by: dimension, key
-- Of two vendors of one name each has its identifier beside it.
with stated as (
  select 'agency' as dimension, agency_id as key, agency_name as name from contract_actions
  union all
  select 'office' as dimension, office_id as key, office_name as name from contract_actions
  union all
  select 'product' as dimension, product_code as key, product_text as name from contract_actions
  union all
  select 'industry' as dimension, industry_code as key, industry_text as name from contract_actions
),
ranked as (
  select dimension, key, name, row_number() over (partition by dimension, key order by count(*) desc, name) as place
  from stated
  where key is not null and name is not null
  group by dimension, key, name
),
shared as (
  select vendor_name, count(*) > 1 as many from contract_vendors group by vendor_name
)
select dimension, key, name || ' (' || key || ')' as name
from ranked
where place = 1
union all
select 'vendor' as dimension, v.vendor as key, case when s.many then v.vendor_name || ' (' || v.vendor || ')' else v.vendor_name end as name
from contract_vendors as v
join shared as s on s.vendor_name = v.vendor_name
where v.vendor_state = 'organisation'
order by dimension, key
