-- one row per thing that a chain of editions lacks: a page of a feed, the base of a delta, a month between two deltas
-- order by: gap, subject, place
with pages as (
  select distinct r.piid, r.agency_id, r.feed_start, r.feed_last
  from contract_action_rows as r
  join contract_editions as e on e.edition = r.edition
  where r.feed_last is not null and r.feed_start is not null
),
feeds as (
  select piid, max(feed_last) as feed_last from pages group by piid
),
held as (
  select piid, feed_start, row_number() over (partition by piid order by feed_start) as place,
    lead(feed_start) over (partition by piid order by feed_start) as next_start
  from (select distinct piid, feed_start from pages) as p
),
deltas as (
  select edition, source, as_of, lag(as_of) over (partition by source order by order_no) as before
  from contract_editions
  where coverage = 'delta'
),
bases as (
  select source, min(as_of) as first_base from contract_editions where coverage = 'partition' group by source
)
select 'page of a feed' as gap, h.piid as subject, h.feed_start + 10 as place, cast(null as date) as since
from held as h
join feeds as f on f.piid = h.piid
where (h.next_start is not null and h.next_start > h.feed_start + 10) or (h.next_start is null and h.feed_start < f.feed_last)
union all
select 'page of a feed' as gap, h.piid as subject, 0 as place, cast(null as date) as since
from held as h
where h.place = 1 and h.feed_start > 0
union all
select 'base of a delta' as gap, d.source as subject, 0 as place, d.as_of as since
from deltas as d
left join bases as b on b.source = d.source and b.first_base <= d.as_of
where b.source is null
union all
select 'month between deltas' as gap, d.source as subject, 0 as place, d.before as since
from deltas as d
where d.before is not null and date_diff('day', d.before, d.as_of) > 45
