select state, sum(amount) as value
from (
  select state as state, max(amount) as amount
  from listed
  where true
  group by 1, award
) as counted
group by 1
order by state
