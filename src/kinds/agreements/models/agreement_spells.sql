-- one row per unbroken time for which an organisation was on the lists under one model
-- order by: organisation, model, spell_no
-- An organisation appears, or departs, as a whole where no other model of it was, or is, on the two lists before, or after.
-- Missing from one list: unconfirmed. Missing from two lists in a row: departed, dated to the first of them.
with present as (
  select i.organisation, p.state, p.model, p.list_no, min(p.as_of) as as_of, min(p.edition) as edition,
    min(p."row") as "row", min(p.signed) as signed
  from agreement_presence as p
  join agency_identity as i on i.state = p.state and i.agency_key = p.agency_key
  group by i.organisation, p.state, p.model, p.list_no
),
marked as (
  select present.*,
    case when list_no - lag(list_no) over (partition by organisation, model order by list_no) <= 2 then 0 else 1 end as starts
  from present
),
numbered as (
  select marked.*, sum(starts) over (partition by organisation, model order by list_no rows unbounded preceding) as spell_no
  from marked
),
spells as (
  select organisation, state, model, cast(spell_no as integer) as spell_no, min(list_no) as first_no, max(list_no) as last_no,
    count(*) as lists_on, min(signed) as signed
  from numbered
  group by organisation, state, model, spell_no
),
under_any as (
  select organisation, list_no,
    list_no - lag(list_no) over (partition by organisation order by list_no) as since,
    lead(list_no) over (partition by organisation order by list_no) - list_no as until_next
  from (select distinct organisation, list_no from present) as p
)
select
  s.organisation, s.state, s.model, s.spell_no, s.signed,
  f.as_of as first_listed, z.as_of as last_listed,
  case when s.first_no > 1 then f.as_of end as appeared_on,
  case when m.lists - s.last_no >= 2 then gone.as_of end as departed_on,
  case when m.lists = s.last_no then 'listed' when m.lists - s.last_no = 1 then 'unconfirmed' else 'departed' end as standing,
  s.last_no - s.first_no + 1 - s.lists_on as lists_missed,
  s.first_no > 1 and coalesce(b.since > 2, true) as organisation_appeared,
  m.lists - s.last_no >= 2 and coalesce(e.until_next > 2, true) as organisation_departed,
  f.edition as first_edition, f."row" as first_row, z.edition as last_edition, z."row" as last_row,
  case when m.lists - s.last_no >= 2 then gone.edition end as absent_edition,
  f.edition, f."row", a.type, a.county
from spells as s
join present as f on f.organisation = s.organisation and f.model = s.model and f.list_no = s.first_no
join present as z on z.organisation = s.organisation and z.model = s.model and z.list_no = s.last_no
join (select max(lists) as lists from agreement_lists) as m on true
join under_any as b on b.organisation = s.organisation and b.list_no = s.first_no
join under_any as e on e.organisation = s.organisation and e.list_no = s.last_no
left join agreement_lists as gone on gone.list_no = s.last_no + 1
left join agreements_listed as a on a.edition = z.edition and a."row" = z."row"
