-- one row per row of a log whose search stands before it in the logs of the same network
-- order by: edition, "row"
-- kept as: view
-- Rows of logs added earlier come first. Logs of no known network are each held against themselves.
with repeated as (
  select event from searches where logged_rows > 1
),
placed as (
  select r.edition, r."row", r.network, r.organisation, r.month, r.year, r.day, r.zone,
    row_number() over (partition by coalesce(r.network, r.edition), r.event order by e.seq, r.edition, r."row") as nth,
    row_number() over (partition by r.edition, r.event order by r."row") as nth_in_file
  from search_rows as r
  join editions as e on e.edition = r.edition
  where r.event in (select event from repeated)
)
select edition, "row", network, organisation, month, year, day, zone,
  case when nth_in_file > 1 then 'same-file' else 'other-file' end as of_which
from placed
where nth > 1
