-- one row per thing that happened to an edition as a whole: the first, a new one, given again, one may be missing before it
-- order by: source, edition, event
-- kept as: view
-- The usual time between editions is the median of the last ten gaps, as in src/figures/expected.ts.
with days as (
  select source, period_key, as_of, min(step) as step from changes_steps group by source, period_key, as_of
),
gaps as (
  select d.*, lag(d.as_of) over (partition by d.source, d.period_key order by d.as_of) as before_on,
    row_number() over (partition by d.source, d.period_key order by d.as_of desc) as back
  from days as d
),
lasting as (
  select source, period_key, date_diff('day', before_on, as_of) as gap,
    row_number() over (partition by source, period_key order by date_diff('day', before_on, as_of), as_of) as place,
    count(*) over (partition by source, period_key) as gaps
  from gaps
  where before_on is not null and back <= 10
),
usual as (
  select source, period_key, gap from lasting where gaps >= 2 and (place * 2 = gaps or place * 2 = gaps + 1)
)
select s.edition, cast(0 as integer) as "row", case when s.step = 1 then 'first' else 'new' end as event, s.kind, s.source,
  s.period_key as period, s.as_of as shown_on, s.before_on
from changes_steps as s
union all
select s.edition, cast(0 as integer) as "row", 'missing' as event, s.kind, s.source, s.period_key as period,
  s.as_of as shown_on, g.before_on
from gaps as g
join usual as u on u.source = g.source and u.period_key = g.period_key
join changes_steps as s on s.source = g.source and s.period_key = g.period_key and s.step = g.step
where date_diff('day', g.before_on, g.as_of) > 2 * u.gap
union all
select s.edition, cast(0 as integer) as "row", 'given-again' as event, s.kind, s.source, s.period_key as period,
  s.as_of as shown_on, s.before_on
from changes_steps as s
join edition_names as n on n.edition = s.edition
where n.times > 1
