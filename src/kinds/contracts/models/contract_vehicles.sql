-- one row per vehicle: an award under which orders are placed, whether its own actions are at hand or only its orders
-- order by: vehicle
-- Ceilings come from the vehicle, obligations from its orders; a vehicle may hang under another, one level is followed.
with ordered as (
  select vehicle, count(distinct award) as orders, count(*) as order_actions, sum(obligation) as order_obligations,
    sum(ceiling_change) as order_ceilings, min(action_date) as first_order, max(action_date) as last_order
  from contract_actions
  where vehicle is not null
  group by vehicle
),
priced as (
  select vehicle, sum(ceiling_change) as ceiling, max(running_ceiling) as highest_ceiling, min(running_ceiling) as lowest_ceiling,
    count(*) as ceiling_steps, min(basis) as basis
  from contract_ceiling_changes
  group by vehicle
),
known as (
  select vehicle from ordered
  union
  select award from contract_awards where record_kind = 'idv'
  union
  select award from contract_statements where record_kind = 'idv'
  union
  select parent from contract_awards where record_kind = 'idv' and parent is not null
)
select
  k.vehicle,
  case when n.alone then @extract(k.vehicle, '^([^@]*)', 1) else k.vehicle end as vehicle_name,
  @extract(k.vehicle, '^([^@]*)', 1) as piid,
  @extract(k.vehicle, '@([^@]*)', 1) as agency_id,
  case when a.award is not null then 'actions' when s.award is not null then 'statement' else 'not in the data' end as at_hand,
  coalesce(a.parent, case when s.parent_piid is not null then s.parent_piid || '@' || coalesce(s.parent_agency_id, '?') end) as parent_vehicle,
  f.family,
  f.basis as family_basis,
  coalesce(f.doubtful, false) as family_doubtful,
  coalesce(a.vendor, case when i.person_award is not null then 'individuals and sole proprietors' else coalesce(s.vendor_uei, @replace(@replace(s.vendor_name, '[.,]', ''), ' +', ' ')) end) as vendor,
  coalesce(a.vendor_name, s.vendor_name) as vendor_name,
  case when i.person_award is not null then 'individual' else coalesce(a.vendor_state, s.vendor_state) end as vendor_state,
  coalesce(a.ordering_end, s.ordering_end) as ordering_end,
  a.start_date,
  coalesce(a.first_action, s.signed_on) as awarded_on,
  a.last_action,
  a.actions,
  p.ceiling,
  p.highest_ceiling,
  p.lowest_ceiling,
  p.ceiling_steps,
  p.basis as ceiling_basis,
  a.stated_ceiling,
  a.ceiling_off,
  coalesce(o.orders, 0) as orders,
  coalesce(o.order_actions, 0) as order_actions,
  o.order_obligations,
  o.order_ceilings,
  o.first_order,
  o.last_order,
  coalesce(a.edition, s.edition) as edition,
  coalesce(a."row", s."row") as "row"
from known as k
left join contract_awards as a on a.award = k.vehicle
left join contract_statements as s on s.award = k.vehicle
left join contract_vehicle_families as f on f.vehicle = k.vehicle
left join (select distinct person_award from contract_persons) as i on i.person_award = k.vehicle
left join priced as p on p.vehicle = k.vehicle
left join ordered as o on o.vehicle = k.vehicle
left join contract_names as n on n.piid = @extract(k.vehicle, '^([^@]*)', 1)
