-- one row per hour (UTC) of a search and time zone of a log, with month and hour of the day there
-- order by: hour, zone
with seen as (
  select r.hour, g.zone
  from records_searches as r
  join search_logs as g on g.edition = r.edition
  where r.disposition = 'kept' and r.hour is not null
  group by r.hour, g.zone
)
select hour, zone,
  @month_of(@in_zone(hour, zone)) as month,
  substr(@month_of(@in_zone(hour, zone)), 1, 4) as year,
  cast(@in_zone(hour, zone) as date) as day,
  @hour_of(@in_zone(hour, zone)) as hour_of_day
from seen
