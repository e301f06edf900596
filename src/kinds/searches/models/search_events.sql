-- one row per search (event), however many logs list it, in numbers alone; where logs differ, what says more counts
-- order by: first_row, event
-- in parts: search_parts, n.hour
with counted as (
  select n.event,
    min(n.first_row) as first_row,
    sum(n.logged_rows) as logged_rows,
    min(n.label_no) as label_no,
    min(n.hour) as hour,
    max(n.networks) as networks,
    max(n.lookback_hours) as lookback_hours,
    min(n.type_no) as type_no,
    max(n.offence_no) as offence_no,
    @bit_or(n.bits) as bits
  from search_listings as n
  where n.hour = n.hour
  group by n.event
),
placed as (
  select c.*, cast((c.first_row - mod(c.first_row, 1099511627776)) / cast(1099511627776 as double) as bigint) as log_no
  from counted as c
)
select p.event, p.first_row, p.log_no, cast(p.logged_rows as bigint) as logged_rows, p.label_no,
  h.month, h.day, h.hour_of_day, p.networks, p.lookback_hours,
  coalesce(t.word, 'no-column') as search_type, o.word as offence, 
  case when mod(p.bits, 8388608) >= 4194304 then 'immigration' when mod(p.bits, 4194304) >= 2097152 then 'department' when mod(p.bits, 2097152) >= 1048576 then 'other' else 'unreadable' end as reason_class,
  p.bits
from placed as p
join search_logs as g on g.log_no = p.log_no
left join search_hours as h on h.hour = p.hour and h.zone = g.zone
left join search_words as t on t.list = 'type' and t.word_no = p.type_no
left join search_words as o on o.list = 'offence' and o.word_no = p.offence_no
