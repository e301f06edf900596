-- one row per stretch of days whose searches are counted together, so that memory stays flat
-- order by: part
with days as (
  select cast(hour as date) as day, count(*) as n
  from records_searches
  where disposition = 'kept'
  group by cast(hour as date)
),
running as (
  select day, sum(n) over (order by day) - n as before_it
  from days
)
select before_it - mod(before_it, 1600000) as part, min(day) as first_day, max(day) as last_day
from running
group by before_it - mod(before_it, 1600000)
