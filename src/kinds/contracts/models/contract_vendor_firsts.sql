-- one row per vendor that is an organisation: its first action in all the data at hand
-- order by: vendor
-- Ranked by the few columns that decide, then looked up: a window carries every column that it is handed.
with ranked as (
  select edition, "row", row_number() over (partition by vendor order by action_date, reported_at, action) as place,
    min(action_date) over () as data_begins
  from contract_actions
  where vendor_state = 'organisation' and action_date is not null
)
select a.edition, a."row", a.vendor, a.vendor_name, a.award, a.award_name, a.agency_id, a.action_date, a.fiscal_year, a.calendar_year, a.month,
  a.competition, a.obligation, a.ceiling_change, r.data_begins
from ranked as r
join contract_actions as a on a.edition = r.edition and a."row" = r."row"
where r.place = 1
