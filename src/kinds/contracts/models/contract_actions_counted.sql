-- one row per action: an award, an order, a vehicle, or one change to it; surplus copies and second sources folded in
-- order by: edition, "row"
-- kept as: view
-- Where two sources carry an action, each fact is that of the richest source that has it; edition and row name the richest.
with carried as (
  select p.place, r.*
  from contract_action_places as p
  join contract_action_rows as r on r.edition = p.edition and r."row" = p."row"
  where p.carried > 1
),
several as (
  select action from contract_action_places group by action having count(distinct source_rank) > 1
),
filled as (
  select c.action,
    min_by(c.parent_piid, c.place) filter (where c.parent_piid is not null) as parent_piid,
    min_by(c.parent_agency_id, c.place) filter (where c.parent_agency_id is not null) as parent_agency_id,
    min_by(c.parent, c.place) filter (where c.parent is not null) as parent,
    min_by(c.action_date, c.place) filter (where c.action_date is not null) as action_date,
    min_by(c.reported_at, c.place) filter (where c.reported_at is not null) as reported_at,
    min_by(c.last_modified, c.place) filter (where c.last_modified is not null) as last_modified,
    min_by(c.start_date, c.place) filter (where c.start_date is not null) as start_date,
    min_by(c.current_end, c.place) filter (where c.current_end is not null) as current_end,
    min_by(c.potential_end, c.place) filter (where c.potential_end is not null) as potential_end,
    min_by(c.ordering_end, c.place) filter (where c.ordering_end is not null) as ordering_end,
    min_by(c.obligation, c.place) filter (where c.obligation is not null) as obligation,
    min_by(c.exercised_change, c.place) filter (where c.exercised_change is not null) as exercised_change,
    min_by(c.ceiling_change, c.place) filter (where c.ceiling_change is not null) as ceiling_change,
    min_by(c.stated_obligation, c.place) filter (where c.stated_obligation is not null) as stated_obligation,
    min_by(c.stated_exercised, c.place) filter (where c.stated_exercised is not null) as stated_exercised,
    min_by(c.stated_ceiling, c.place) filter (where c.stated_ceiling is not null) as stated_ceiling,
    min_by(c.agency_name, c.place) filter (where c.agency_name is not null) as agency_name,
    min_by(c.office_id, c.place) filter (where c.office_id is not null) as office_id,
    min_by(c.office_name, c.place) filter (where c.office_name is not null) as office_name,
    min_by(c.funding_agency_id, c.place) filter (where c.funding_agency_id is not null) as funding_agency_id,
    min_by(c.vendor_name, c.place) filter (where c.vendor_name is not null) as vendor_name,
    min_by(c.vendor_uei, c.place) filter (where c.vendor_uei is not null) as vendor_uei,
    min_by(c.vendor_duns, c.place) filter (where c.vendor_duns is not null) as vendor_duns,
    min_by(c.parent_vendor_uei, c.place) filter (where c.parent_vendor_uei is not null) as parent_vendor_uei,
    min_by(c.parent_vendor_name, c.place) filter (where c.parent_vendor_name is not null) as parent_vendor_name,
    min_by(c.product_code, c.place) filter (where c.product_code is not null) as product_code,
    min_by(c.product_text, c.place) filter (where c.product_text is not null) as product_text,
    min_by(c.industry_code, c.place) filter (where c.industry_code is not null) as industry_code,
    min_by(c.industry_text, c.place) filter (where c.industry_text is not null) as industry_text,
    min_by(c.action_kind, c.place) filter (where c.action_kind is not null) as action_kind,
    min_by(c.award_type, c.place) filter (where c.award_type is not null) as award_type,
    min_by(c.vehicle_type, c.place) filter (where c.vehicle_type is not null) as vehicle_type,
    min_by(c.indefinite_type, c.place) filter (where c.indefinite_type is not null) as indefinite_type,
    min_by(c.multiple_or_single, c.place) filter (where c.multiple_or_single is not null) as multiple_or_single,
    min_by(c.pricing, c.place) filter (where c.pricing is not null) as pricing,
    min_by(c.extent_competed, c.place) filter (where c.extent_competed is not null) as extent_competed,
    min_by(c.procedure, c.place) filter (where c.procedure is not null) as procedure,
    min_by(c.set_aside, c.place) filter (where c.set_aside is not null) as set_aside,
    min_by(c.no_competition_reason, c.place) filter (where c.no_competition_reason is not null) as no_competition_reason,
    min_by(c.fair_opportunity, c.place) filter (where c.fair_opportunity is not null) as fair_opportunity,
    min_by(c.offers, c.place) filter (where c.offers is not null) as offers,
    min_by(c.vehicle_offers, c.place) filter (where c.vehicle_offers is not null) as vehicle_offers,
    min_by(c.solicitation, c.place) filter (where c.solicitation is not null) as solicitation,
    min_by(c.undefinitised, c.place) filter (where c.undefinitised is not null) as undefinitised,
    min_by(c.description, c.place) filter (where c.description is not null) as description
  from carried as c
  join several as s on s.action = c.action
  group by c.action
),
chosen as (
  select
    r.edition,
    r."row",
    r.action,
    r.award,
    r.record_kind,
    r.piid,
    r.agency_id,
    r.modification,
    r.transaction_number,
    case when i.person_award is not null then 'individual' when r.vendor_state = 'not stated' and f.vendor_name is not null then 'organisation' else r.vendor_state end as vendor_state,
    r.source_rank,
    p.carried,
    coalesce(f.parent_piid, r.parent_piid) as parent_piid,
    coalesce(f.parent_agency_id, r.parent_agency_id) as parent_agency_id,
    coalesce(f.parent, r.parent) as parent,
    coalesce(f.action_date, r.action_date) as action_date,
    coalesce(f.reported_at, r.reported_at) as reported_at,
    coalesce(f.last_modified, r.last_modified) as last_modified,
    coalesce(f.start_date, r.start_date) as start_date,
    coalesce(f.current_end, r.current_end) as current_end,
    coalesce(f.potential_end, r.potential_end) as potential_end,
    coalesce(f.ordering_end, r.ordering_end) as ordering_end,
    coalesce(f.obligation, r.obligation) as obligation,
    coalesce(f.exercised_change, r.exercised_change) as exercised_change,
    coalesce(f.ceiling_change, r.ceiling_change) as ceiling_change,
    coalesce(f.stated_obligation, r.stated_obligation) as stated_obligation,
    coalesce(f.stated_exercised, r.stated_exercised) as stated_exercised,
    coalesce(f.stated_ceiling, r.stated_ceiling) as stated_ceiling,
    coalesce(f.agency_name, r.agency_name) as agency_name,
    coalesce(f.office_id, r.office_id) as office_id,
    coalesce(f.office_name, r.office_name) as office_name,
    coalesce(f.funding_agency_id, r.funding_agency_id) as funding_agency_id,
    case when i.person_award is null then coalesce(f.vendor_name, r.vendor_name) end as vendor_name,
    case when i.person_award is null then coalesce(f.vendor_uei, r.vendor_uei) end as vendor_uei,
    case when i.person_award is null then coalesce(f.vendor_duns, r.vendor_duns) end as vendor_duns,
    case when i.person_award is null then coalesce(f.parent_vendor_uei, r.parent_vendor_uei) end as parent_vendor_uei,
    case when i.person_award is null then coalesce(f.parent_vendor_name, r.parent_vendor_name) end as parent_vendor_name,
    coalesce(f.product_code, r.product_code) as product_code,
    coalesce(f.product_text, r.product_text) as product_text,
    coalesce(f.industry_code, r.industry_code) as industry_code,
    coalesce(f.industry_text, r.industry_text) as industry_text,
    coalesce(f.action_kind, r.action_kind) as action_kind,
    coalesce(f.award_type, r.award_type) as award_type,
    coalesce(f.vehicle_type, r.vehicle_type) as vehicle_type,
    coalesce(f.indefinite_type, r.indefinite_type) as indefinite_type,
    coalesce(f.multiple_or_single, r.multiple_or_single) as multiple_or_single,
    coalesce(f.pricing, r.pricing) as pricing,
    coalesce(f.extent_competed, r.extent_competed) as extent_competed,
    coalesce(f.procedure, r.procedure) as procedure,
    coalesce(f.set_aside, r.set_aside) as set_aside,
    coalesce(f.no_competition_reason, r.no_competition_reason) as no_competition_reason,
    coalesce(f.fair_opportunity, r.fair_opportunity) as fair_opportunity,
    coalesce(f.offers, r.offers) as offers,
    coalesce(f.vehicle_offers, r.vehicle_offers) as vehicle_offers,
    coalesce(f.solicitation, r.solicitation) as solicitation,
    coalesce(f.undefinitised, r.undefinitised) as undefinitised,
    case when i.person_award is null then coalesce(f.description, r.description) end as description
  from contract_action_places as p
  join contract_action_rows as r on r.edition = p.edition and r."row" = p."row"
  left join filled as f on f.action = p.action
  left join (select distinct person_award from contract_persons) as i on i.person_award = r.award
  where p.place = 1
)
select
  c.*,
  case
    when c.vendor_state = 'individual' then 'individuals and sole proprietors'
    when c.vendor_state = 'not stated' then 'not stated'
    else coalesce(c.vendor_uei, c.vendor_duns, @replace(@replace(c.vendor_name, '[.,]', ''), ' +', ' '))
  end as vendor,
  case when c.vendor_state = 'individual' then 'individuals and sole proprietors' else c.award end as award_shown,
  case when c.record_kind = 'award' then c.parent end as vehicle,
  case
    when c.record_kind = 'idv' then 'vehicle'
    when c.parent is not null then 'order'
    else 'contract'
  end as level,
  year(c.action_date) + case when month(c.action_date) >= 10 then 1 else 0 end as fiscal_year,
  year(c.action_date) as calendar_year,
  @month_of(c.action_date) as month,
  cast(coalesce(c.reported_at, c.last_modified) as date) as reported_on,
  case
    when c.extent_competed in ('A', 'D', 'F', 'CDO', 'E') then 'competed'
    when c.extent_competed in ('B', 'C', 'G', 'NDO') then 'not-competed'
    else 'not-stated'
  end as competition
from chosen as c
