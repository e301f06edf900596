select state as state, sum(amount) as value
from listed
where true
group by 1
order by state
