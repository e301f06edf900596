-- one row per vehicle of which a family is known: from the user's file, else from the solicitation on its records
-- order by: vehicle
-- Only records of editions in force count, as for actions: none that came later than the day asked for, none that was replaced.
-- Where they differ the latest edition counts, and of that the first row.
with stated as (
  select piid || '@' || coalesce(agency_id, '?') as vehicle, family, doubtful, 1 as rank, edition, "row"
  from records_family_lines
  where disposition = 'kept'
  union all
  select award as vehicle, solicitation as family, false as doubtful, 2 as rank, edition, "row"
  from contract_action_rows
  where record_kind = 'idv' and solicitation is not null
  union all
  select piid || '@' || coalesce(agency_id, '?') as vehicle, solicitation as family, false as doubtful, 3 as rank, edition, "row"
  from records_award_statements
  where disposition = 'kept' and record_kind = 'idv' and solicitation is not null
),
ranked as (
  select s.*, row_number() over (partition by s.vehicle order by s.rank, e.order_no desc, s."row") as place
  from stated as s
  join contract_editions as e on e.edition = s.edition
)
select vehicle, family, doubtful, case rank when 1 then 'file' when 2 then 'actions' else 'statement' end as basis, edition, "row"
from ranked
where place = 1
