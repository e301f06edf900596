-- one row per list of participating agencies, state, name as compared, and model that is on it
-- order by: list_no, state, agency_key, model
select l.list_no, l.as_of, a.edition, a.state, a.agency_key, a.model,
  min(a."row") as "row", min(a.signed) as signed, count(*) as listed_rows
from agreements_listed as a
join agreement_lists as l on l.edition = a.edition
where a.status = 'participating' and a.state is not null
group by l.list_no, l.as_of, a.edition, a.state, a.agency_key, a.model
