select n.value as numerator, d.value as denominator
from (
select count(*) as value
from listed
where signed <= date '2025-12-31'
) as n
cross join (
select count(*) as value
from places
where signed <= date '2025-12-31'
) as d
