-- one row per change to a vehicle's ceiling: its own actions; where they are not at hand, the total that a source states
-- Changes add up to a ceiling only from the first action on: without it, the total stated on the latest action stands.
-- order by: vehicle, place
with begun as (
  select distinct award from contract_actions where record_kind = 'idv' and modification = '0'
),
latest as (
  select a.award, max(a.place_in_award) as place_in_award
  from contract_actions as a
  left join begun as b on b.award = a.award
  where a.record_kind = 'idv' and b.award is null and a.stated_ceiling is not null
  group by a.award
),
changes as (
  select a.edition, a."row", a.award as vehicle, a.award_label as vehicle_name, a.piid, a.agency_id, a.family, a.family_doubtful, a.vehicle_late,
    a.action_date, a.reported_on, a.modification, a.ceiling_change, a.running_ceiling, a.place_in_award as place, a.vendor, a.vendor_state,
    a.vendor_name, a.ordering_end, a.action_kind, a.product_code, a.industry_code, a.office_id, a.competition, a.fiscal_year, a.calendar_year,
    a.month, a.award, a.award_label, a.level, a.product_text, a.industry_text, a.obligation, a.exercised_change, 'actions' as basis, false as secondary
  from contract_actions as a
  join begun as b on b.award = a.award
  where a.record_kind = 'idv' and a.ceiling_change is not null
  union all
  select a.edition, a."row", a.award as vehicle, a.award_label as vehicle_name, a.piid, a.agency_id, a.family, a.family_doubtful, a.vehicle_late,
    a.action_date, a.reported_on, a.modification, a.stated_ceiling as ceiling_change, a.stated_ceiling as running_ceiling, 1 as place, a.vendor,
    a.vendor_state, a.vendor_name, a.ordering_end, a.action_kind, a.product_code, a.industry_code, a.office_id, a.competition, a.fiscal_year,
    a.calendar_year, a.month, a.award, a.award_label, a.level, a.product_text, a.industry_text, a.obligation, a.exercised_change, 'statement' as basis, false as secondary
  from contract_actions as a
  join latest as l on l.award = a.award and l.place_in_award = a.place_in_award
)
select * from changes
union all
select s.edition, s."row", s.award as vehicle, case when s.vendor_state = 'individual' then 'individuals and sole proprietors' when n.alone then s.piid else s.award end as vehicle_name, s.piid, s.agency_id,
  case when s.vendor_state = 'individual' and coalesce(f.basis, '') <> 'file' then null else coalesce(f.family, s.solicitation) end as family, coalesce(f.doubtful, false) as family_doubtful, coalesce(st.late, false) as vehicle_late,
  coalesce(s.signed_on, s.stated_on) as action_date, s.stated_on as reported_on, '0' as modification, s.stated_ceiling as ceiling_change,
  s.stated_ceiling as running_ceiling, 1 as place,
  case when s.vendor_state = 'individual' then 'individuals and sole proprietors' when s.vendor_state = 'not stated' then 'not stated'
    else coalesce(s.vendor_uei, @replace(@replace(s.vendor_name, '[.,]', ''), ' +', ' ')) end as vendor,
  s.vendor_state, s.vendor_name, s.ordering_end, cast(null as varchar) as action_kind, s.product_code, s.industry_code,
  cast(null as varchar) as office_id,
  case when s.extent_competed in ('A', 'D', 'F', 'CDO', 'E') then 'competed' when s.extent_competed in ('B', 'C', 'G', 'NDO') then 'not-competed' else 'not-stated' end as competition,
  year(coalesce(s.signed_on, s.stated_on)) + case when month(coalesce(s.signed_on, s.stated_on)) >= 10 then 1 else 0 end as fiscal_year,
  year(coalesce(s.signed_on, s.stated_on)) as calendar_year,
  @month_of(coalesce(s.signed_on, s.stated_on)) as month,
  s.award, case when s.vendor_state = 'individual' then 'individuals and sole proprietors' when n.alone then s.piid else s.award end as award_label,
  'vehicle' as level, cast(null as varchar) as product_text, cast(null as varchar) as industry_text, cast(null as decimal(18, 2)) as obligation,
  cast(null as decimal(18, 2)) as exercised_change,
  'statement' as basis, s.secondary
from contract_statements as s
left join contract_names as n on n.piid = s.piid
left join contract_vehicle_families as f on f.vehicle = s.award
left join contract_vehicle_starts as st on st.vehicle = s.award
left join (select distinct vehicle from changes) as c on c.vehicle = s.award
where s.record_kind = 'idv' and s.stated_ceiling is not null and s.currency = 'USD' and c.vehicle is null
