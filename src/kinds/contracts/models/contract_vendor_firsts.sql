-- one row per vendor that is an organisation: its first action in all the data at hand
-- order by: vendor
with ranked as (
  select a.*, row_number() over (partition by a.vendor order by a.action_date, a.reported_at, a.action) as place,
    min(a.action_date) over () as data_begins
  from contract_actions as a
  where a.vendor_state = 'organisation' and a.action_date is not null
)
select edition, "row", vendor, vendor_name, award, award_name, agency_id, action_date, fiscal_year, calendar_year, month, competition, obligation,
  ceiling_change, data_begins
from ranked
where place = 1
