-- one row per pair of keys of rows without a search id, with the event that it stands for
-- order by: key_second, key_frame
-- in parts: search_parts, r.hour
-- stretches together: 8
-- First the id, then organisation, second, networks and window; without a window on one side organisation, second and
-- networks. Where more than one event fits, none is taken: `how` is then 'ambiguous'.
with loose as (
  select r.key_second, r.key_frame
  from records_searches as r
  join search_logs as g on g.edition = r.edition and g.rows_with_id < g.kept_rows
  where r.disposition = 'kept' and r.key_id is null and r.key_second is not null and r.hour = r.hour
  group by r.key_second, r.key_frame
),
named as (
  select r.key_id, r.key_second, r.key_frame
  from records_searches as r
  join search_logs as g on g.edition = r.edition
  where r.disposition = 'kept' and r.key_id is not null and r.hour = r.hour
    and r.key_second in (select key_second from loose)
  group by r.key_id, r.key_second, r.key_frame
),
framed as (
  select l.key_second, l.key_frame, count(distinct n.key_id) as fits, min(n.key_id) as fit
  from loose as l
  left join named as n on n.key_frame = l.key_frame
  where l.key_frame is not null
  group by l.key_second, l.key_frame
),
bare as (
  select key_second, count(*) as fits, min(key_id) as fit
  from (select key_id, key_second from named group by key_id, key_second having count(key_frame) = 0) as frameless
  group by key_second
),
unmet as (
  select key_second, count(*) as frames from framed where fits = 0 group by key_second
),
with_frame as (
  select f.key_second, f.key_frame,
    case
      when f.fits = 1 then f.fit
      when f.fits > 1 then null
      when b.fits is null then f.key_frame
      when b.fits = 1 and u.frames = 1 then b.fit
    end as event,
    case
      when f.fits = 1 then 'window'
      when f.fits > 1 then 'ambiguous'
      when b.fits is null then 'own'
      when b.fits = 1 and u.frames = 1 then 'second'
      else 'ambiguous'
    end as how
  from framed as f
  left join bare as b on b.key_second = f.key_second
  left join unmet as u on u.key_second = f.key_second
),
candidates as (
  select key_second, key_id as event from named
  union
  select key_second, event from with_frame where how = 'own'
),
chosen as (
  select key_second, count(*) as fits, min(event) as fit from candidates group by key_second
)
select key_second, key_frame, event, how from with_frame
union all
select l.key_second, l.key_frame,
  case when c.fits is null then l.key_second when c.fits = 1 then c.fit end as event,
  case when c.fits is null then 'own' when c.fits = 1 then 'second' else 'ambiguous' end as how
from loose as l
left join chosen as c on c.key_second = l.key_second
where l.key_frame is null
