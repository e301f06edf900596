select state, sum(case when place <= 3 then part end) as numerator, sum(part) as denominator
from (
select parts.*, row_number() over (partition by state order by part desc, among_0, among_1) as place
from (
  select state as state, recipient as among_0, state as among_1, sum(amount) as part
  from listed
  where true
  group by 1, 2, 3
) as parts
where part > 0
) as ranked
group by 1
order by state
