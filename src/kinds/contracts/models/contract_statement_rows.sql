-- one row per total that a source states of an award, with the key of the award
-- order by: edition, "row"
-- kept as: view
select s.*,
  s.piid || '@' || coalesce(s.agency_id, '?')
    || case when s.record_kind = 'award' and length(s.piid) < 13 and s.parent_piid is not null
      then ':' || s.parent_piid || '@' || coalesce(s.parent_agency_id, '?') else '' end as award,
  case when s.parent_piid is not null then s.parent_piid || '@' || coalesce(s.parent_agency_id, '?') end as parent
from records_award_statements as s
where s.disposition = 'kept'
