select n.value as numerator, d.value as denominator
from (
select sum(amount) as value
from (
  select max(population) as amount
  from listed
  where (population is not null) and model in ('task-force') and state in ('FL')
  group by agency
) as counted
) as n
cross join (
select sum(population) as value
from places
where state in ('FL')
) as d
