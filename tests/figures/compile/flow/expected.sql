select @month_of(signed) as month, count(*) as value
from listed
where appeared_on is not null and true
group by 1
order by month
