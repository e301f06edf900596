select d.state, n.value as numerator, d.value as denominator
from (
select state as state, count(*) as value
from places
where true
group by 1
) as d
left join (
select state as state, count(*) as value
from listed
where true
group by 1
) as n on n.state is not distinct from d.state
order by d.state
