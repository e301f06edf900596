-- one row per award and number of offers that a record states for it; an order states its own and its vehicle's
-- order by: award, level, edition, "row"
-- Awards to individuals are left out: an award's number would lead to the person.
with stated as (
  select edition, "row", award, award_name, vehicle, vehicle_name, family, agency_id, competition, level, offers, place_in_award
  from contract_actions
  where offers between 1 and 998 and vendor_state <> 'individual'
  union all
  select a.edition, a."row", coalesce(a.vehicle, a.parent) as award, case when n.alone then a.parent_piid else coalesce(a.vehicle, a.parent) end as award_name,
    coalesce(a.vehicle, a.parent) as vehicle, case when n.alone then a.parent_piid else coalesce(a.vehicle, a.parent) end as vehicle_name,
    a.family, a.parent_agency_id as agency_id, a.competition, 'vehicle' as level, a.vehicle_offers as offers, a.place_in_award
  from contract_actions as a
  left join contract_names as n on n.piid = a.parent_piid
  where a.vehicle_offers between 1 and 998 and a.parent is not null and a.vendor_state <> 'individual'
  union all
  select s.edition, s."row", s.award, case when n.alone then s.piid else s.award end as award_name,
    case when s.record_kind = 'idv' then s.award end as vehicle,
    case when s.record_kind = 'idv' then case when n.alone then s.piid else s.award end end as vehicle_name,
    coalesce(f.family, s.solicitation) as family, s.agency_id,
    case when s.extent_competed in ('A', 'D', 'F', 'CDO', 'E') then 'competed' when s.extent_competed in ('B', 'C', 'G', 'NDO') then 'not-competed' else 'not-stated' end as competition,
    case when s.record_kind = 'idv' then 'vehicle' when s.parent_piid is not null then 'order' else 'contract' end as level,
    s.offers, 0 as place_in_award
  from contract_statements as s
  left join contract_names as n on n.piid = s.piid
  left join contract_vehicle_families as f on f.vehicle = s.award
  where s.offers between 1 and 998 and s.vendor_state <> 'individual'
),
ranked as (
  select stated.*, row_number() over (partition by award, level, offers order by place_in_award desc, edition, "row") as place
  from stated
)
select edition, "row", award, award_name, vehicle, vehicle_name, family, agency_id, competition, level, offers
from ranked
where place = 1
