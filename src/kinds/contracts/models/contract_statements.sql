-- one row per award of which a source states totals: the latest statement in force, one that is not typed in first
-- order by: award
with listed as (
  select s.*, e.as_of, e.order_no, i.person_award is not null as person
  from contract_statement_rows as s
  join contract_editions as e on e.edition = s.edition
  left join (select distinct person_award from contract_persons) as i on i.person_award = s.award
),
ranked as (
  select listed.*, row_number() over (partition by award order by case when stated_ceiling is null then 1 else 0 end, case when secondary then 1 else 0 end, stated_on desc, order_no desc, "row") as place
  from listed
)
select edition, "row", award, record_kind, piid, agency_id, parent_piid, parent_agency_id, stated_on, signed_on, current_end,
  ordering_end, currency, stated_obligation, stated_ceiling, case when person then 'individual' else vendor_state end as vendor_state,
  case when not person then vendor_name end as vendor_name, case when not person then vendor_uei end as vendor_uei, product_code, industry_code,
  extent_competed, procedure, offers, solicitation, description, secondary
from ranked
where place = 1
