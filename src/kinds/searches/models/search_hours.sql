-- one row per hour (UTC) of a search and time zone of a log, with month and hour of the day there
-- order by: hour, zone
-- Every hour in every zone: logs of several zones may list one search.
with seen as (
  select hour from records_searches where disposition = 'kept' and hour is not null group by hour
),
zones as (
  select zone from search_logs group by zone
)
select s.hour, @hours_since_1970(s.hour) as hour_no, z.zone,
  @month_of(@in_zone(s.hour, z.zone)) as month,
  substr(@month_of(@in_zone(s.hour, z.zone)), 1, 4) as year,
  cast(@in_zone(s.hour, z.zone) as date) as day,
  @hour_of(@in_zone(s.hour, z.zone)) as hour_of_day
from seen as s
cross join zones as z
