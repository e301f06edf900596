-- one row per action, with the vehicle, family and names by which it can be asked for
-- order by: edition, "row"
-- A solicitation of which persons alone have awards is no family: its number leads to them as an award's does.
-- Places and running sums are worked out over the few columns that they need: a window carries every column that it is handed.
with placed as (
  select edition, "row", award, obligation, ceiling_change,
    row_number() over (
      partition by award
      order by action_date, case when modification = '0' then 0 else 1 end, modification, transaction_number, last_modified, action
    ) as place_in_award
  from contract_actions_counted
),
running as (
  select edition, "row", place_in_award,
    sum(obligation) over (partition by award order by place_in_award rows unbounded preceding) as running_obligation,
    sum(ceiling_change) over (partition by award order by place_in_award rows unbounded preceding) as running_ceiling
  from placed
)
select
  a.*,
  r.place_in_award,
  case when n.alone then a.piid else a.award end as award_name,
  case when a.vendor_state = 'individual' then 'individuals and sole proprietors' when n.alone then a.piid else a.award end as award_label,
  case when a.vehicle is null then null when i.person_award is not null then 'individuals and sole proprietors' when v.alone then a.parent_piid else a.vehicle end as vehicle_name,
  case when a.vendor_state = 'individual' and k.family is null then null
    else coalesce(fv.family, fo.family, case when a.level = 'contract' then a.solicitation end) end as family,
  coalesce(fv.doubtful, fo.doubtful, false) as family_doubtful,
  coalesce(st.late, false) as vehicle_late,
  r.running_obligation,
  r.running_ceiling,
  case when a.extent_competed is null then 'not-stated' else a.extent_competed end as extent
from contract_actions_counted as a
join running as r on r.edition = a.edition and r."row" = a."row"
left join contract_names as n on n.piid = a.piid
left join contract_names as v on v.piid = a.parent_piid
left join contract_vehicle_families as fv on fv.vehicle = a.vehicle
left join contract_vehicle_families as fo on fo.vehicle = a.award and a.record_kind = 'idv'
left join (
  select family from contract_vehicle_families where basis = 'file'
  union
  select solicitation as family from contract_actions_counted where vendor_state <> 'individual' and solicitation is not null
) as k on k.family = coalesce(fv.family, fo.family, case when a.level = 'contract' then a.solicitation end)
left join contract_vehicle_starts as st on st.vehicle = coalesce(a.vehicle, case when a.record_kind = 'idv' then a.award end)
left join (select distinct person_award from contract_persons) as i on i.person_award = a.vehicle
