-- one row per list of participating agencies, numbered in the order of their dates
-- order by: list_no
select edition, as_of,
  row_number() over (order by as_of, day_part, seq) as list_no,
  count(*) over () as lists
from editions
where source = 'ice-participating'
