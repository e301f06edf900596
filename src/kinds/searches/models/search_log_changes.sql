-- one row per thing that differs between a log and the one before it of the same network and kind: its rows, its months, a column
-- order by: edition, change, subject
-- kept as: view
-- A portal's list, an organisation's own log and a network's log have other columns: each is held against its like.
-- Of an edition as a whole: never of a row. What personal columns held is known by their state alone (src/kinds/searches/shape.ts).
with combinations as (
  select r.edition, r.org_state, r.devices_state, r.reason_state, r.name_state, r.user_state, r.plate_state, r.case_state, r.filters_state, r.prompt_state, count(*) as n
  from records_searches as r
  where r.disposition = 'kept'
  group by r.edition, r.org_state, r.devices_state, r.reason_state, r.name_state, r.user_state, r.plate_state, r.case_state, r.filters_state, r.prompt_state
),
states as (
  select edition, 'organisation' as subject, org_state as state from combinations
  union all
  select edition, 'devices' as subject, devices_state as state from combinations
  union all
  select edition, 'reason' as subject, reason_state as state from combinations
  union all
  select edition, 'name' as subject, name_state as state from combinations
  union all
  select edition, 'user' as subject, user_state as state from combinations
  union all
  select edition, 'plate' as subject, plate_state as state from combinations
  union all
  select edition, 'case number' as subject, case_state as state from combinations
  union all
  select edition, 'filters' as subject, filters_state as state from combinations
  union all
  select edition, 'moderation prompt' as subject, prompt_state as state from combinations
),
columns_held as (
  select edition, subject,
    max(case
      when state = 'no-column' then 0
      when state in ('empty', 'placeholder') then 1
      when state in ('masked', 'masked-vendor', 'masked-agency') then 2
      else 3
    end) as held
  from states
  group by edition, subject
),
logs as (
  select l.edition, l.network, e.source, e.as_of, l.kept_rows,
    @month_of(cast(l.first_hour as date)) || ' to ' || @month_of(cast(l.last_hour as date)) as months,
    lag(l.edition) over (partition by l.network, l.log order by e.as_of, e.day_part, e.seq) as before_edition,
    lag(e.as_of) over (partition by l.network, l.log order by e.as_of, e.day_part, e.seq) as before_on
  from search_logs as l
  join editions as e on e.edition = l.edition
  where l.network is not null
),
pairs as (
  select n.edition, n.network, n.as_of as shown_on, n.before_edition, n.before_on, n.kept_rows, n.months,
    b.kept_rows as before_rows, b.months as before_months
  from logs as n
  join logs as b on b.edition = n.before_edition
)
select p.edition, cast(0 as integer) as "row", p.network, p.shown_on, p.before_on,
  case when p.kept_rows < p.before_rows then 'fewer-rows' else 'more-rows' end as change, 'rows' as subject,
  cast(p.before_rows as varchar) as was, cast(p.kept_rows as varchar) as became
from pairs as p
where p.kept_rows <> p.before_rows
union all
select p.edition, cast(0 as integer) as "row", p.network, p.shown_on, p.before_on, 'other-months' as change,
  'months' as subject, p.before_months as was, p.months as became
from pairs as p
where p.months <> p.before_months
union all
select p.edition, cast(0 as integer) as "row", p.network, p.shown_on, p.before_on,
  case
    when b.held = 0 then 'column-appeared'
    when n.held = 0 then 'column-vanished'
    when n.held = 2 then 'masked'
    when b.held = 2 then 'unmasked'
    when n.held = 1 then 'emptied'
    else 'filled'
  end as change,
  n.subject,
  case b.held when 0 then 'no column' when 1 then 'empty' when 2 then 'masked' else 'present' end as was,
  case n.held when 0 then 'no column' when 1 then 'empty' when 2 then 'masked' else 'present' end as became
from pairs as p
join columns_held as n on n.edition = p.edition
join columns_held as b on b.edition = p.before_edition and b.subject = n.subject
where n.held <> b.held
