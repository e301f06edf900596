-- one row per edition of contract records in force, with its place in the order of dates
-- order by: order_no
select e.edition, e.source, e.layout, e.shape, e.coverage, e.as_of, e.period, e.first_event, e.latest_event,
  row_number() over (order by e.as_of, e.day_part, e.seq) as order_no
from editions as e
where e.in_force and e.kind = 'contracts'
