select state as state, sum(change) as value
from listed
where true and acted <= date '2025-12-31'
group by 1
order by state
