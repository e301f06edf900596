with editions as (
select edition, source, kind, shape, layout, coverage, as_of, any_date, day_part, seq, obtained, first_event, latest_event, period,
  case coverage
    when 'snapshot' then row_number() over (partition by source order by as_of desc, day_part desc, seq desc) = 1
    when 'partition' then row_number() over (partition by source, coalesce(period, @iso_date(first_event)) order by as_of desc, day_part desc, seq desc) = 1
    else true
  end as in_force
from all_editions
where (as_of <= date '2026-01-26' or any_date)
),
listed as (
select c.edition, c."row", c.state
from cleaned as c
join editions as e on e.edition = c.edition
where e.in_force
)
select n.model, n.value as numerator, d.value as denominator
from (
select model as model, count(*) as value
from listed
where true
group by 1
) as n
cross join (
select count(*) as value
from places
where true
) as d
order by n.model
