select state as state, @month_of(signed) as month, count(*) as value
from listed
where true
group by 1, 2
order by state, month
