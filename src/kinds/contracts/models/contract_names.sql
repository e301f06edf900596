-- one row per PIID: whether it names one award or vehicle alone in the records at hand, so that it may stand by itself
-- order by: piid
select piid, count(distinct name) = 1 as alone
from (
  select piid, award as name from contract_action_rows
  union
  select parent_piid as piid, parent as name from contract_action_rows where parent is not null
  union
  select piid, piid || '@' || coalesce(agency_id, '?') as name from records_award_statements where disposition = 'kept' and record_kind = 'idv'
) as named
group by piid
