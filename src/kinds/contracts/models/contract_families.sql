-- one row per family of vehicles: how many, their ceilings and their orders' obligations side by side, never added
-- order by: family
select family, count(*) as vehicles, sum(case when family_doubtful then 1 else 0 end) as doubtful_vehicles,
  count(distinct vendor) as vendors, sum(ceiling) as ceilings, sum(orders) as orders, sum(order_obligations) as obligations,
  min(awarded_on) as awarded_on, min(first_order) as first_order, max(last_order) as last_order
from contract_vehicles
where family is not null
group by family
having max(case when vendor_state = 'individual' and family_basis <> 'file' then 0 else 1 end) = 1
