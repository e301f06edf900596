-- one row per name that gave way to another: same state, model and signing date, one left as the other arrived
-- order by: state, old_key
-- Never two names that one list has together; where several could be meant, only a pair that is each other's nearest
-- spelling and near enough (a third of the longer name). A reviewed correction (agency_spellings) comes first.
with gone as (
  select p.list_no, p.state, p.agency_key, p.model, p.signed
  from agreement_presence as p
  left join agreement_presence as stayed
    on stayed.list_no = p.list_no + 1 and stayed.state = p.state and stayed.agency_key = p.agency_key
      and stayed.model = p.model
  where stayed.agency_key is null
),
come as (
  select p.list_no, p.state, p.agency_key, p.model, p.signed
  from agreement_presence as p
  left join agreement_presence as there
    on there.list_no = p.list_no - 1 and there.state = p.state and there.agency_key = p.agency_key
      and there.model = p.model
  where there.agency_key is null
),
moves as (
  select gone.list_no, gone.state, gone.model, gone.signed, gone.agency_key as old_key, come.agency_key as new_key,
    @edit_distance(gone.agency_key, come.agency_key) as distance,
    case when length(gone.agency_key) > length(come.agency_key) then length(gone.agency_key) else length(come.agency_key) end as letters
  from gone
  join come
    on come.list_no = gone.list_no + 1 and come.state = gone.state and come.model = gone.model
      and come.signed = gone.signed and come.agency_key <> gone.agency_key
),
together as (
  select distinct m.state, m.old_key as one_key, m.new_key as other_key
  from (select distinct state, old_key, new_key from moves) as m
  join agreement_presence as a on a.state = m.state and a.agency_key = m.old_key
  join agreement_presence as b on b.state = m.state and b.agency_key = m.new_key and b.list_no = a.list_no
),
ranked as (
  select m.*,
    row_number() over (partition by m.list_no, m.state, m.model, m.signed, m.old_key order by m.distance, m.new_key) as old_rank,
    row_number() over (partition by m.list_no, m.state, m.model, m.signed, m.new_key order by m.distance, m.old_key) as new_rank
  from moves as m
  left join together as t on t.state = m.state and t.one_key = m.old_key and t.other_key = m.new_key
  where t.state is null
),
found as (
  select state, old_key, new_key, max(list_no) as list_no, min(distance) as distance
  from ranked
  where old_rank = 1 and new_rank = 1 and distance * 3 <= letters
  group by state, old_key, new_key
),
latest as (
  select f.*, row_number() over (partition by state, old_key order by list_no desc, new_key) as pick
  from found as f
)
select l.state, l.old_key, l.new_key, l.list_no, l.distance
from latest as l
left join latest as back
  on back.state = l.state and back.old_key = l.new_key and back.new_key = l.old_key and back.list_no > l.list_no
where l.pick = 1 and back.state is null
