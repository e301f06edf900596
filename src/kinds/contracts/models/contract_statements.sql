-- one row per award of which a source states totals: the latest statement in force, one that is not typed in first
-- order by: award
with listed as (
  select s.*, e.as_of, e.order_no,
    s.piid || '@' || coalesce(s.agency_id, '?')
      || case when s.record_kind = 'award' and length(s.piid) < 13 and s.parent_piid is not null
        then ':' || s.parent_piid || '@' || coalesce(s.parent_agency_id, '?') else '' end as award
  from records_award_statements as s
  join contract_editions as e on e.edition = s.edition
  where s.disposition = 'kept'
),
ranked as (
  select listed.*, row_number() over (partition by award order by case when stated_ceiling is null then 1 else 0 end, case when secondary then 1 else 0 end, stated_on desc, order_no desc, "row") as place
  from listed
)
select edition, "row", award, record_kind, piid, agency_id, parent_piid, parent_agency_id, stated_on, signed_on, current_end,
  ordering_end, currency, stated_obligation, stated_ceiling, vendor_state, vendor_name, vendor_uei, product_code, industry_code,
  extent_competed, procedure, offers, solicitation, description, secondary
from ranked
where place = 1
