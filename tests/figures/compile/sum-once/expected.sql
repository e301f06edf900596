select sum(amount) as value
from (
  select max(amount) as amount
  from listed
  where true
  group by award, action
) as counted
