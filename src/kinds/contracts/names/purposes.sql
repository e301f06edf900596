-- one row per family, product and industry, with the words that most actions of organisations have for it; those with the most money first
with told as (
  select 'family' as dimension, family as value, description as name, obligation from contract_actions
  where vendor_state = 'organisation' and family is not null and description is not null
  union all
  select 'product' as dimension, coalesce(product_code, product_text) as value, product_text as name, obligation from contract_actions
  where vendor_state = 'organisation' and product_text is not null
  union all
  select 'industry' as dimension, coalesce(industry_code, industry_text) as value, industry_text as name, obligation from contract_actions
  where vendor_state = 'organisation' and industry_text is not null
),
named as (
  select dimension, value, name, count(*) as actions, sum(obligation) as obligation
  from told
  group by dimension, value, name
),
ranked as (
  select dimension, value, name, sum(obligation) over (partition by dimension, value) as obligation,
    row_number() over (partition by dimension, value order by actions desc, name) as place
  from named
)
select dimension, value, name
from ranked
where place = 1
order by dimension, coalesce(obligation, 0) desc, value
