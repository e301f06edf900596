select sum(cast(part * 100 as decimal(38, 0)) * cast(part * 100 as decimal(38, 0))) as numerator, sum(cast(part * 100 as decimal(38, 0))) * sum(cast(part * 100 as decimal(38, 0))) as denominator
from (
select parts.*, row_number() over (order by part desc, among_0) as place
from (
  select recipient as among_0, sum(amount) as part
  from listed
  where true
  group by 1
) as parts
where part > 0
) as ranked
